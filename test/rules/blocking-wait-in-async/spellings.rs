// deps: tokio = "1", crossbeam-channel = "0.5", flume = "0.11"
use std::process::Command;
use std::sync::{mpsc, Condvar, Mutex};

async fn channels(rx: mpsc::Receiver<u8>, cross: crossbeam_channel::Receiver<u8>, fl: flume::Receiver<u8>) {
    let _ = rx.recv(); //~ blocking-wait-in-async
    let _ = cross.recv(); //~ blocking-wait-in-async
    let _ = fl.recv(); //~ blocking-wait-in-async
}
async fn made_here() {
    let (tx, rx) = mpsc::channel::<u8>();
    drop(tx);
    while let Ok(x) = rx.recv() { //~ blocking-wait-in-async
        drop(x);
    }
}
async fn processes() -> std::io::Result<()> {
    let _ = Command::new("ls").args(["-l"]).output()?; //~ blocking-wait-in-async
    let mut child = Command::new("sleep").spawn()?;
    child.wait()?; //~ blocking-wait-in-async
    Ok(())
}
async fn threads() {
    let handle = std::thread::spawn(|| 1);
    handle.join().unwrap(); //~ blocking-wait-in-async
}
async fn condvar(c: &Condvar, m: &Mutex<bool>) {
    let g = m.lock().unwrap();
    let _ = c.wait(g); //~ blocking-wait-in-async
}
fn version() -> String {
    String::from_utf8(Command::new("rustc").arg("-V").output().unwrap().stdout).unwrap()
}
async fn through() {
    version(); //~ blocking-wait-in-async
}

// The runtime's process and channels.
async fn good(mut rx: tokio::sync::mpsc::Receiver<u8>, fl: flume::Receiver<u8>) -> std::io::Result<()> {
    let _ = tokio::process::Command::new("ls").output().await?;
    let mut child = tokio::process::Command::new("ls").spawn()?;
    child.wait().await?;
    rx.recv().await;
    let _ = fl.recv_async().await;
    Ok(())
}
// Asks, does not wait.
async fn polls(rx: mpsc::Receiver<u8>) {
    let _ = rx.try_recv();
}
// `join` of strings, paths and tasks.
async fn joins(names: Vec<String>, dir: std::path::PathBuf, task: tokio::task::JoinHandle<()>) {
    names.join(", ");
    dir.join("x");
    let _ = task.await;
}
// On a thread.
async fn pool(rx: mpsc::Receiver<u8>) {
    tokio::task::spawn_blocking(move || rx.recv());
}
// Starting is not waiting.
async fn starts() {
    let _ = Command::new("x").spawn();
}
// Somebody else's `wait` and `recv`.
struct Own;
impl Own {
    fn wait(&self) {}
    fn recv(&self) {}
}
async fn own(o: Own) {
    o.wait();
    o.recv();
}
