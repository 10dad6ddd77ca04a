// edition: 2021
// deps: tokio, tempfile
use std::fs::File;
use std::io::prelude::*;
use std::io::{self, BufReader};
use std::sync::{Arc, Mutex};

pub async fn in_full(mut file: File) -> io::Result<String> {
    let mut text = String::new();
    std::io::Read::read_to_string(&mut file, &mut text)?; //~ blocking-io-trait-in-async
    Ok(text)
}
pub async fn by_trait(file: &mut File) {
    Write::write_all(file, b"x").unwrap(); //~ blocking-io-trait-in-async
    io::Write::write_all(file, b"x").unwrap(); //~ blocking-io-trait-in-async
}
pub async fn locked(file: Arc<Mutex<File>>) {
    file.lock().unwrap().write_all(b"x").unwrap(); //~ blocking-io-trait-in-async
}
pub async fn child(mut child: std::process::Child) {
    child.stdin.take().unwrap().write_all(b"x").unwrap(); //~ blocking-io-trait-in-async
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).lines() { //~ blocking-io-trait-in-async
            drop(line);
        }
    }
}
pub async fn at(file: File) {
    use std::os::unix::fs::FileExt;
    file.read_exact_at(&mut [0; 4], 0).unwrap(); //~ blocking-io-trait-in-async
}
pub async fn part(file: File) {
    file.take(9).read_to_end(&mut Vec::new()).unwrap(); //~ blocking-io-trait-in-async
}
pub async fn temporary(mut file: tempfile::NamedTempFile) {
    file.write_all(b"x").unwrap(); //~ blocking-io-trait-in-async
}

// In memory.
pub async fn memory(buffer: &mut Vec<u8>, text: &mut &[u8]) {
    Write::flush(buffer).unwrap();
    std::io::Read::read_to_end(text, buffer).unwrap();
}
pub async fn locked_memory(log: Arc<Mutex<Vec<u8>>>) {
    log.lock().unwrap().write_all(b"x").unwrap();
}
// tokio's child has asynchronous ends.
pub async fn async_child(mut child: tokio::process::Child) {
    use tokio::io::AsyncWriteExt;
    child.stdin.take().unwrap().write_all(b"x").await.unwrap();
}
// tokio's trait in full.
pub async fn async_trait_path(file: &mut tokio::fs::File) {
    tokio::io::AsyncWriteExt::flush(file).await.unwrap();
}
// On a thread of its own.
pub async fn thread(file: Arc<Mutex<File>>) {
    std::thread::spawn(move || file.lock().unwrap().write_all(b"x").unwrap());
}
