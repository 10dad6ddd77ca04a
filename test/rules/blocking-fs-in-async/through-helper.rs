// deps: tokio = "1"
use std::fs::{self, File};
use std::path::Path;
mod inner {
    pub fn load(path: &str) -> String {
        read(path)
    }
    fn read(path: &str) -> String {
        std::fs::read_to_string(path).unwrap()
    }
}
async fn handle() {
    let text = inner::load("a.txt"); //~ blocking-fs-in-async
    drop(text);
}
async fn aliased(p: &Path) {
    let _ = fs::metadata(p); //~ blocking-fs-in-async
    let _ = File::open(p); //~ blocking-fs-in-async
    if p.exists() {} //~ blocking-fs-in-async
    tokio::select! {
        _ = async { fs::remove_file(p) } => {} //~ blocking-fs-in-async
    }
}
fn sync_returns_future() -> impl std::future::Future<Output = ()> {
    async { let _ = fs::read("x"); } //~ blocking-fs-in-async
}
async fn bridged() {
    tokio::task::spawn_blocking(|| inner::load("x")).await.unwrap();
    let f = || fs::read("x");
    tokio::task::spawn_blocking(f);
}
fn not_async() { let _ = inner::load("b"); }

// The blocking pool makes the future only: who awaits it measures the folder.
pub async fn measured(path: std::path::PathBuf) -> u64 {
    tokio::task::spawn_blocking(|| async { fs_extra::dir::get_size(path).unwrap() }) //~ blocking-fs-in-async
        .await
        .unwrap()
        .await
}
pub async fn measured_there(path: std::path::PathBuf) -> u64 {
    tokio::task::spawn_blocking(|| fs_extra::dir::get_size(path).unwrap()).await.unwrap()
}
