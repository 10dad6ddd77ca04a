// deps: tokio = { version = "1", features = ["full"] }
use tokio::io::{AsyncWriteExt, BufWriter};

pub async fn path(p: &str) {
    if let Ok(journal) = tokio::fs::File::create(p).await {
        let mut journal = tokio::io::BufWriter::new(journal); //~ async-bufwriter-no-flush
        let _ = tokio::io::AsyncWriteExt::write_all(&mut journal, b"started\n").await;
    }
}
pub async fn short(file: tokio::fs::File) {
    let mut w = BufWriter::with_capacity(1 << 16, file); //~ async-bufwriter-no-flush
    AsyncWriteExt::write_u32(&mut w, 7).await.unwrap();
}
pub async fn qualified(file: tokio::fs::File) {
    let mut w = BufWriter::new(file); //~ async-bufwriter-no-flush
    <BufWriter<tokio::fs::File> as AsyncWriteExt>::write_all(&mut w, b"x").await.unwrap();
}
// Flushed, spelled out too.
pub async fn flushed(file: tokio::fs::File) {
    let mut w = BufWriter::new(file);
    AsyncWriteExt::write_all(&mut w, b"x").await.unwrap();
    AsyncWriteExt::flush(&mut w).await.unwrap();
}
pub async fn closed(file: tokio::fs::File) {
    let mut w = BufWriter::new(file);
    tokio::io::AsyncWriteExt::write_all(&mut w, b"x").await.unwrap();
    tokio::io::AsyncWriteExt::shutdown(&mut w).await.unwrap();
}
