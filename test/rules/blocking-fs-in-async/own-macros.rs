// deps: tokio
use std::path::PathBuf;

macro_rules! offload {
    ($work:expr) => {
        tokio::task::spawn_blocking(move || $work).await.unwrap()
    };
}

fn load(path: &PathBuf) -> Vec<u8> {
    std::fs::read(path).unwrap_or_default()
}

// The macro says by its name that the call runs somewhere else.
pub async fn elsewhere(path: PathBuf) -> Vec<u8> {
    offload!(load(&path))
}
pub async fn here(path: PathBuf) -> Vec<u8> {
    println!("{}", load(&path).len()); //~ blocking-fs-in-async
    load(&path) //~ blocking-fs-in-async
}
