// deps: tokio = "1"
use std::path::PathBuf;
use tokio::{fs, task::spawn_blocking};

fn hash(_: u8) -> u8 { 1 }
async fn reads(paths: &[PathBuf]) -> std::io::Result<usize> {
    let mut total = 0;
    for path in paths {
        total += fs::metadata(path).await?.len() as usize; //~ blocking-hop-in-loop
    }
    Ok(total)
}
async fn hashes(items: Vec<u8>) {
    for item in items {
        spawn_blocking(move || hash(item)) //~ blocking-hop-in-loop
            .await
            .unwrap();
    }
}
async fn maybe(paths: Vec<PathBuf>) {
    for path in &paths {
        if fs::try_exists(path).await.unwrap_or(false) { println!("{path:?}"); } //~ blocking-hop-in-loop
    }
}
fn block(paths: Vec<PathBuf>) -> impl std::future::Future<Output = ()> {
    async move { for path in paths { let _ = tokio::fs::read_to_string(path).await; } } //~ blocking-hop-in-loop
}
// One trip.
async fn once(path: PathBuf) { let _ = fs::read(path).await; }
// A few.
async fn few(dir: PathBuf) { for name in ["a", "b"] { let _ = fs::read(dir.join(name)).await; } }
// Something else is awaited in each turn.
async fn mixed(paths: Vec<PathBuf>, tx: tokio::sync::mpsc::Sender<Vec<u8>>) {
    for path in paths { let text = fs::read(path).await.unwrap(); tx.send(text).await.unwrap(); }
}
// Each element has to be waited for.
async fn received(mut rx: tokio::sync::mpsc::Receiver<PathBuf>) {
    while let Some(path) = rx.recv().await { let _ = fs::read(path).await; }
}
// In one closure already.
async fn batched(paths: Vec<PathBuf>) {
    spawn_blocking(move || for path in paths { let _ = std::fs::read(path); }).await.unwrap();
}
// Side by side.
async fn spawned(paths: Vec<PathBuf>) { for path in paths { tokio::spawn(async move { fs::read(path).await }); } }
// A function of the same name.
async fn read(_: &PathBuf) {}
async fn own(paths: Vec<PathBuf>) { for path in &paths { read(path).await; } }
