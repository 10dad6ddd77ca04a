// deps: tokio = "1", futures = "0.3"
use futures::{select_biased, FutureExt};
use std::time::Duration;
use tokio::io::{self, AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::time::timeout;

async fn reads(mut stream: TcpStream, mut rx: mpsc::Receiver<u8>) -> io::Result<()> {
    let mut buf = [0; 16];
    loop {
        tokio::select! {
            biased;
            Some(_) = rx.recv() => {}
            n = stream.read_u32() => { n?; } //~ cancel-unsafe-select
            r = async { Ok::<(), io::Error>(()) } => { r?; }
        }
        tokio::select! {
            got = stream //~ cancel-unsafe-select
                .read_exact(&mut buf), if !buf.is_empty() => { got?; }
            Some(_) = rx.recv() => continue,
        }
    }
}
async fn lines(stream: TcpStream, mut ping: tokio::time::Interval) {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    while line.len() < 9 {
        select_biased! {
            _ = reader.read_line(&mut line).fuse() => {} //~ cancel-unsafe-select
            _ = ping.tick().fuse() => line.clear(),
        }
    }
}
async fn writes(mut stream: TcpStream, tx: mpsc::Sender<u8>, mut ping: tokio::time::Interval) {
    for byte in 0..200u8 {
        tokio::select! {
            _ = stream.write_all(&[byte]) => {} //~ cancel-unsafe-select
            _ = ping.tick() => println!("slow"),
        }
        tokio::select! {
            _ = tx.send(byte) => {} //~ cancel-unsafe-select
            _ = ping.tick() => println!("slow"),
        }
    }
}
async fn frame(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let n = stream.read_u16().await?;
    let mut body = vec![0; n.into()];
    stream.read_exact(&mut body).await?;
    Ok(body)
}
async fn through_helper(mut stream: TcpStream, mut rx: mpsc::Receiver<u8>) {
    loop {
        tokio::select! {
            got = frame(&mut stream) => drop(got), //~ cancel-unsafe-select
            Some(byte) = rx.recv() => println!("{byte}"),
        }
    }
}
async fn late(mut stream: TcpStream) {
    let mut buf = [0; 4];
    loop {
        match timeout(Duration::from_secs(1), stream.read_exact(&mut buf)).await { //~ cancel-unsafe-select
            Ok(_) => println!("{buf:?}"),
            Err(_) => println!("nothing yet"),
        }
    }
}
