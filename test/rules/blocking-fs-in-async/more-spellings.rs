// edition: 2021
// deps: tokio, tempfile, walkdir
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

pub async fn in_full(path: &str) -> bool {
    Path::exists(Path::new(path)) //~ blocking-fs-in-async
}
pub async fn by_name(paths: Vec<PathBuf>) -> Vec<String> {
    paths.iter().map(fs::read_to_string).filter_map(Result::ok).collect() //~ blocking-fs-in-async
}
pub async fn walk(root: &Path) -> usize {
    walkdir::WalkDir::new(root).into_iter().count() //~ blocking-fs-in-async
}
pub async fn scratch() -> io::Result<File> {
    tempfile::Builder::new().prefix("up").tempfile().map(|f| f.into_file()) //~ blocking-fs-in-async
}
pub async fn keep(file: tempfile::NamedTempFile, to: PathBuf) {
    file.persist(to).unwrap(); //~ blocking-fs-in-async
}
pub async fn locked(file: Arc<Mutex<File>>) {
    file.lock().unwrap().sync_all().unwrap(); //~ blocking-fs-in-async
}

// On the blocking pool.
pub async fn off(paths: Vec<PathBuf>) -> Vec<String> {
    tokio::task::spawn_blocking(move || paths.iter().map(fs::read_to_string).filter_map(Result::ok).collect())
        .await
        .unwrap()
}
// A function of that name of one's own, and a type's own method.
mod own {
    pub fn read_to_string(path: &std::path::PathBuf) -> String {
        path.display().to_string()
    }
    pub struct Path;
    impl Path {
        pub fn exists(_: &Path) -> bool {
            true
        }
    }
}
pub async fn shown(paths: Vec<PathBuf>) -> Vec<String> {
    let _ = own::Path::exists(&own::Path);
    paths.iter().map(own::read_to_string).collect()
}
// The kernel answers from memory.
pub async fn descriptors() -> usize {
    fs::read_dir("/dev/fd").map_or(0, |entries| entries.count())
}
// No async code calls it.
pub fn plain(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(fs::read_to_string).filter_map(Result::ok).collect()
}
// Waiting for the word to end comes first.
pub async fn clear_up(socket: PathBuf) {
    tokio::signal::ctrl_c().await.unwrap();
    fs::remove_file(socket).unwrap();
}
