// edition: 2021
// deps: tokio, rayon, image
use rayon::prelude::*;

pub async fn sum(values: Vec<u64>) -> u64 {
    values.par_iter().map(|v| v * v).sum() //~ cpu-heavy-in-async
}
pub async fn each(values: Vec<u64>) {
    values.into_par_iter().for_each(drop); //~ cpu-heavy-in-async
}
pub async fn sort(values: &mut Vec<u64>) {
    values.par_sort_unstable(); //~ cpu-heavy-in-async
}
pub async fn picture(bytes: &[u8]) {
    image::ImageReader::new(std::io::Cursor::new(bytes)).decode().unwrap(); //~ cpu-heavy-in-async
}

// The pool answers through a channel.
pub async fn handed(values: Vec<u64>) -> u64 {
    let (tx, rx) = tokio::sync::oneshot::channel();
    rayon::spawn(move || drop(tx.send(values.par_iter().sum::<u64>())));
    rx.await.unwrap()
}
pub async fn off(values: Vec<u64>) -> u64 {
    tokio::task::spawn_blocking(move || values.par_iter().sum()).await.unwrap()
}
// One after the other, and not much.
pub async fn serial(values: Vec<u64>) -> u64 {
    values.iter().sum()
}
// Nothing has been asked for yet.
pub async fn lazy(values: Vec<u64>) {
    let _ = values.par_iter().map(|v| v + 1);
}
// No async code calls it.
pub fn plain(values: &[u64]) -> u64 {
    values.par_iter().sum()
}
