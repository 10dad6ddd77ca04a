// edition: 2021
// deps: tokio, pollster, futures
use tokio::runtime::Runtime;

async fn work() {}

pub async fn in_full(rt: Runtime) {
    Runtime::block_on(&rt, work()) //~ block-on-in-async
}
pub async fn extension() {
    use pollster::FutureExt;
    work().block_on() //~ block-on-in-async
}
pub async fn pool() {
    futures::executor::LocalPool::new().run_until(work()) //~ block-on-in-async
}

// tokio's set of local tasks is awaited.
pub async fn local(set: tokio::task::LocalSet) {
    set.run_until(work()).await
}
// A thread that may block.
pub async fn thread(rt: Runtime) {
    std::thread::spawn(move || Runtime::block_on(&rt, work()));
}
pub fn main_like(rt: Runtime) {
    Runtime::block_on(&rt, work())
}
