// deps: tokio = "1", futures = "0.3", async-std = "1"
use futures::io::AsyncWriteExt as _;
use tokio::io::{self as aio, AsyncWrite, AsyncWriteExt, BufWriter};

async fn aliased<W: AsyncWrite + Unpin>(inner: W) -> std::io::Result<()> {
    let mut w = aio::BufWriter::new(inner); //~ async-bufwriter-no-flush
    w.write_u8(1).await
}

async fn sized(file: tokio::fs::File) -> std::io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, file); //~ async-bufwriter-no-flush
    out.write_all(b"head").await?;
    drop(out);
    Ok(())
}

async fn foreign<W: futures::io::AsyncWrite + Unpin>(inner: W) -> std::io::Result<()> {
    let mut w = futures::io::BufWriter::new(inner); //~ async-bufwriter-no-flush
    w.write_all(b"x").await
}

async fn spawned(file: tokio::fs::File, mut rx: tokio::sync::mpsc::Receiver<Vec<u8>>) {
    tokio::spawn(async move {
        let mut out = BufWriter::new(file); //~ async-bufwriter-no-flush
        while let Some(chunk) = rx.recv().await {
            out.write_all(&chunk).await.unwrap();
        }
    });
}

// Flushed.
async fn flushed(file: tokio::fs::File) -> std::io::Result<()> {
    let mut out = BufWriter::new(file);
    out.write_all(b"x").await?;
    out.flush().await
}

// Shut down, which flushes.
async fn closed(file: tokio::fs::File) -> std::io::Result<()> {
    let mut out = BufWriter::new(file);
    out.write_all(b"x").await?;
    out.shutdown().await
}

// Returned.
async fn opened(path: &str) -> std::io::Result<BufWriter<tokio::fs::File>> {
    let mut out = BufWriter::new(tokio::fs::File::create(path).await?);
    out.write_all(b"head").await?;
    Ok(out)
}

// Handed on.
async fn passed(file: tokio::fs::File) -> std::io::Result<()> {
    let mut out = BufWriter::new(file);
    out.write_all(b"x").await?;
    finish(&mut out).await
}
async fn finish(out: &mut BufWriter<tokio::fs::File>) -> std::io::Result<()> {
    out.flush().await
}

// `copy` flushes at its end.
async fn copied(mut from: tokio::fs::File, to: tokio::fs::File) -> std::io::Result<()> {
    let mut out = BufWriter::new(to);
    tokio::io::copy(&mut from, &mut out).await?;
    Ok(())
}

// std's writes on drop.
fn standard(file: std::fs::File) -> std::io::Result<()> {
    use std::io::Write;
    let mut out = std::io::BufWriter::new(file);
    out.write_all(b"x")
}

struct Sink {
    out: BufWriter<tokio::fs::File>,
}
// Stored.
async fn stored(file: tokio::fs::File) -> std::io::Result<Sink> {
    let mut out = BufWriter::new(file);
    out.write_all(b"x").await?;
    Ok(Sink { out })
}
