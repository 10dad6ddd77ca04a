// deps: tokio = "1"
use std::time::Duration;
use tokio::io::{self, AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::{broadcast, mpsc, oneshot};
use tokio::time::timeout;

// Cancel safe operations.
async fn safe(mut stream: TcpStream, mut rx: mpsc::Receiver<u8>, tx: mpsc::Sender<u8>) -> io::Result<()> {
    let mut buf = Vec::new();
    loop {
        tokio::select! {
            n = stream.read_buf(&mut buf) => { n?; }
            Some(_) = rx.recv() => {}
            permit = tx.reserve() => { permit.unwrap().send(1); }
            byte = stream.read_u8() => { byte?; }
        }
    }
}
// The other branches end the loop: nothing is read after that.
async fn shutdown(mut stream: TcpStream, mut stop: broadcast::Receiver<()>) -> io::Result<()> {
    let mut buf = [0; 8];
    loop {
        tokio::select! {
            got = stream.read_exact(&mut buf) => { got?; }
            _ = stop.recv() => { println!("bye"); return Ok(()); }
        }
    }
}
async fn either(mut stream: TcpStream, mut stop: broadcast::Receiver<()>) {
    let mut buf = [0; 8];
    loop {
        tokio::select! {
            _ = stream.read_exact(&mut buf) => {}
            stopped = stop.recv() => if stopped.is_ok() { break } else { return },
        }
    }
}
// Pinned outside: it goes on where it was.
async fn pinned(mut stream: TcpStream, mut rx: mpsc::Receiver<u8>) {
    let mut buf = [0; 8];
    let reading = stream.read_exact(&mut buf);
    tokio::pin!(reading);
    loop {
        tokio::select! {
            _ = &mut reading => break,
            Some(_) = rx.recv() => {}
        }
    }
}
// Not in a loop: the connection is given up.
async fn once(mut stream: TcpStream, done: oneshot::Receiver<()>) {
    let mut buf = [0; 8];
    tokio::select! {
        _ = stream.read_exact(&mut buf) => {}
        _ = done => {}
    }
}
// In the handler, not in the branch: no other branch can win any more.
async fn handler(mut stream: TcpStream, mut rx: mpsc::Receiver<u8>, mut ping: tokio::time::Interval) {
    loop {
        tokio::select! {
            Some(byte) = rx.recv() => { stream.write_all(&[byte]).await.unwrap(); }
            _ = ping.tick() => {}
        }
    }
}
// Late is an error that ends the loop.
async fn late(stream: TcpStream) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    loop {
        timeout(Duration::from_secs(1), reader.read_line(&mut line)).await??;
        match timeout(Duration::from_secs(1), reader.read_line(&mut line)).await {
            Ok(n) => { n?; }
            Err(_) => return Ok(()),
        }
    }
}
// A helper that only does what can be cancelled.
async fn more(stream: &mut TcpStream, buf: &mut Vec<u8>) -> io::Result<usize> { stream.read_buf(buf).await }
async fn helper(mut stream: TcpStream, mut rx: mpsc::Receiver<u8>) {
    let mut buf = Vec::new();
    loop {
        tokio::select! {
            _ = more(&mut stream, &mut buf) => {}
            Some(_) = rx.recv() => {}
        }
    }
}
// Each round has a connection of its own, and what it had sent goes with it.
async fn report(address: &str, count: &[u8], mut ticks: tokio::time::Interval) {
    loop {
        ticks.tick().await;
        let Ok(mut stream) = TcpStream::connect(address).await else { continue };
        match timeout(Duration::from_secs(1), stream.write_all(count)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => eprintln!("not reported: {error}"),
            Err(_) => eprintln!("too late"),
        }
    }
}
