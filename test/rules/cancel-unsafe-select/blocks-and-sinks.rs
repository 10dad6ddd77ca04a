// edition: 2021
// deps: tokio, futures, tokio-util
use futures::{Sink, SinkExt};
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::sync::mpsc;

async fn tick() {}

pub async fn block(stream: &mut TcpStream) {
    loop {
        tokio::select! {
            r = async { let mut head = [0; 4]; stream.read_exact(&mut head).await } => { r.unwrap(); } //~ cancel-unsafe-select
            _ = tick() => {}
        }
    }
}
pub async fn sink<S: Sink<u8> + Unpin>(mut sink: S) {
    loop {
        tokio::select! {
            _ = sink.send(1) => {} //~ cancel-unsafe-select
            _ = tick() => {}
        }
    }
}

pub async fn explained(stream: &mut TcpStream) {
    let mut head = [0; 4];
    loop {
        tokio::select! {
            // The clock goes first:
            // nobody's stream may hold it up.
            biased;

            _ = tick() => {}
            r = stream.read_exact(&mut head) => { r.unwrap(); } //~ cancel-unsafe-select
        }
    }
}

// Receiving is safe, in a block too.
pub async fn receive(mut rx: mpsc::Receiver<u8>) {
    loop {
        tokio::select! {
            item = async { rx.recv().await } => drop(item),
            _ = tick() => {}
        }
    }
}
// The other branch leaves the loop for good.
pub async fn last<S: Sink<u8> + Unpin>(mut sink: S) {
    loop {
        tokio::select! {
            _ = sink.send(1) => {}
            _ = tick() => break,
        }
    }
}
// `send` of an unbounded channel waits for nothing.
pub async fn unbounded(tx: mpsc::UnboundedSender<u8>) {
    loop {
        tokio::select! {
            _ = async { tx.send(1) } => {}
            _ = tick() => {}
        }
    }
}
