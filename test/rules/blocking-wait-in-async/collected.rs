// deps: tokio
use std::thread;

pub async fn doubled(xs: Vec<u64>) -> u64 {
    let handles: Vec<_> = xs.into_iter().map(|x| thread::spawn(move || x * 2)).collect();
    handles.into_iter().map(|handle| handle.join().unwrap()).sum() //~ blocking-wait-in-async
}
pub async fn each(xs: Vec<u64>) {
    let handles = xs.into_iter().map(|x| thread::spawn(move || x * 2)).collect::<Vec<_>>();
    for handle in handles {
        handle.join().unwrap(); //~ blocking-wait-in-async
    }
}
// Paths are joined as well.
pub async fn paths(xs: Vec<std::path::PathBuf>) -> Vec<std::path::PathBuf> {
    let dirs: Vec<_> = xs.into_iter().map(|path| path.join("a")).collect();
    dirs.into_iter().map(|dir| dir.join("b")).collect()
}
