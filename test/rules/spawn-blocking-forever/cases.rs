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
// Functions of the workspace that never return, by name or called last.
struct Poller { jobs: std::sync::mpsc::Receiver<u8> }
impl Poller {
    fn run(&self) { loop { std::thread::park(); } }
    fn once(&self) { work(); }
}
fn run_loop() {
    println!("started");
    loop { work(); }
}
fn until_done() { loop { if work() { break; } } }
fn functions(poller: Poller, once: Poller) {
    task::spawn_blocking(run_loop); //~ spawn-blocking-forever
    task::spawn_blocking(move || poller.run()); //~ spawn-blocking-forever
    task::spawn_blocking(until_done);
    task::spawn_blocking(move || once.once());
}
fn receiving(jobs: std::sync::mpsc::Receiver<u8>, names: Vec<String>) {
    task::spawn_blocking(move || for job in jobs { println!("{job}"); }); //~ spawn-blocking-forever
    task::spawn_blocking(move || for name in names.iter() { println!("{name}"); });
}
