// deps: tokio = "1"
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::task::{self, spawn_blocking};

fn work() -> bool { true }
fn endless(handle: Handle) {
    task::spawn_blocking(|| loop { work(); }); //~ spawn-blocking-forever
    spawn_blocking(move || { //~ spawn-blocking-forever
        println!("started");
        while true { work(); }
    });
    handle.spawn_blocking(|| { loop { for _ in 0..3 { break; } } }); //~ spawn-blocking-forever
}
fn drains(mut rx: mpsc::Receiver<u8>, other: std::sync::mpsc::Receiver<u8>) {
    spawn_blocking(move || { //~ spawn-blocking-forever
        while let Some(byte) = rx.blocking_recv() {
            println!("{byte}");
        }
    });
    tokio::task::spawn_blocking(move || { //~ spawn-blocking-forever
        while let Ok(byte) = other.recv() { println!("{byte}"); }
    });
}
// Ends.
fn ends() {
    spawn_blocking(|| loop { if work() { break; } });
    spawn_blocking(|| { loop { if work() { return 1; } } });
    spawn_blocking(|| -> std::io::Result<()> { loop { std::fs::read("x")?; } });
}
// Somebody waits for the end.
async fn written(mut rx: mpsc::Receiver<u8>) {
    spawn_blocking(move || { while let Some(byte) = rx.blocking_recv() { println!("{byte}"); } }).await.unwrap();
}
async fn later(mut rx: mpsc::Receiver<u8>) {
    let writer = spawn_blocking(move || { while let Some(byte) = rx.blocking_recv() { println!("{byte}"); } });
    work();
    writer.await.unwrap();
}
// Not the pool.
fn thread() { std::thread::spawn(|| loop { work(); }); }
// Plain work.
fn once() { spawn_blocking(|| work()); }
// Other functions of the name.
struct Pool;
impl Pool { fn spawn_blocking(&self, f: impl Fn()) { f() } }
fn own(pool: Pool) { pool.spawn_blocking(|| loop { work(); }); }
#[cfg(test)]
mod tests {
    // Test code.
    fn start() { super::spawn_blocking(|| loop { super::work(); }); }
}
