// deps: tokio = "1", futures = "0.3", pollster = "0.3"
use futures::executor::block_on;
use tokio::runtime::{Handle, Runtime};

async fn work() {}
async fn foreign() {
    block_on(work()); //~ block-on-in-async
    pollster::block_on(work()); //~ block-on-in-async
}
async fn runtimes(rt: &Runtime) {
    rt.block_on(work()); //~ block-on-in-async
    Handle::current().block_on(work()); //~ block-on-in-async
    Runtime::new().unwrap().block_on(work()); //~ block-on-in-async
}
async fn channels(mut rx: tokio::sync::mpsc::Receiver<u8>, m: std::sync::Arc<tokio::sync::Mutex<u8>>) {
    rx.blocking_recv(); //~ block-on-in-async
    *m.blocking_lock() += 1; //~ block-on-in-async
}
struct Cache {
    rt: Handle,
}
impl Cache {
    fn get(&self) {
        self.rt.block_on(work())
    }
}
async fn through(cache: &Cache) {
    cache.get(); //~ block-on-in-async
}

// A synchronous program's entry.
fn main() {
    Runtime::new().unwrap().block_on(work());
}
// The documented bridge.
async fn bridge() {
    tokio::task::block_in_place(|| Handle::current().block_on(work()));
}
// On the blocking pool, and on a thread.
async fn pool(handle: Handle) {
    let h = handle.clone();
    tokio::task::spawn_blocking(move || h.block_on(work()));
    std::thread::spawn(move || handle.block_on(work()));
}
// Somebody else's method.
struct Game;
impl Game {
    fn block_on(&self, _: u8) {}
}
async fn game(g: Game) {
    g.block_on(3);
}
// Awaited: the async form.
async fn good(mut rx: tokio::sync::mpsc::Receiver<u8>) {
    rx.recv().await;
}
// A plain function that nobody async calls.
fn tool() {
    block_on(work());
}
