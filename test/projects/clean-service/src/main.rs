//! A small echo service that keeps its promises: nothing blocks, every queue has an end.
mod greeting;

use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, Semaphore};
use tokio::time::timeout;

const CONNECTIONS: usize = 1024;
const WAITING: usize = 256;
const IDLE: Duration = Duration::from_secs(30);

#[tokio::main]
async fn main() -> io::Result<()> {
    let greeting = greeting::load("greeting.txt").await?;
    let listener = TcpListener::bind("127.0.0.1:7007").await?;
    let (log, mut lines) = mpsc::channel::<String>(WAITING);

    tokio::spawn(async move {
        while let Some(line) = lines.recv().await {
            println!("{line}");
        }
    });

    let connections = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let permit = Arc::clone(&connections).acquire_owned().await.map_err(io::Error::other)?;
        let (stream, peer) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let log = log.clone();
        let greeting = greeting.clone();
        tokio::spawn(async move {
            let _permit = permit;
            let ended = match timeout(IDLE, serve(stream, &greeting)).await {
                Ok(Ok(bytes)) => format!("{peer}: {bytes} bytes"),
                Ok(Err(error)) => format!("{peer}: {error}"),
                Err(_) => format!("{peer}: idle"),
            };
            // A full queue means that the log lags; the line is not worth waiting for.
            let _ = log.try_send(ended);
        });
    }
}

async fn serve(mut stream: TcpStream, greeting: &str) -> io::Result<usize> {
    stream.write_all(greeting.as_bytes()).await?;
    let mut buffer = [0_u8; 2048];
    let mut total = 0;
    loop {
        let read = stream.read(&mut buffer).await?;
        if read == 0 {
            return Ok(total);
        }
        stream.write_all(&buffer[..read]).await?;
        total += read;
    }
}
