// deps: tokio = "1", bytes = "1"
use std::io::{self, Read, Write};
use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader, BufWriter};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::TcpStream;

async fn header(stream: &mut TcpStream, body: &[u8]) -> io::Result<()> {
    stream.write_u8(1).await?; //~ unbuffered-tcp-io
    stream.write_u16(body.len() as u16).await?;
    stream.write_all(b"\r\n").await?;
    stream.write_all(body).await
}
async fn frames(mut reader: OwnedReadHalf) -> io::Result<()> {
    loop {
        let len = reader.read_u32().await?; //~ unbuffered-tcp-io
        let mut body = vec![0; len as usize];
        reader.read_exact(&mut body).await?;
    }
}
struct Peer {
    socket: TcpStream,
    writer: OwnedWriteHalf,
}
impl Peer {
    async fn lines(&mut self, lines: &[String]) -> io::Result<()> {
        for line in lines {
            self.writer.write_all(b"+").await?; //~ unbuffered-tcp-io
            self.writer.write_all(line.as_bytes()).await?;
            self.writer.write_all("\r\n".as_bytes()).await?;
        }
        Ok(())
    }
    async fn halves(self) -> io::Result<()> {
        let (mut reader, _writer) = tokio::io::split(self.socket);
        let mut head = [0u8; 4];
        while reader.read_exact(&mut head).await.is_ok() { //~ unbuffered-tcp-io
            let mut kind = [0u8; 1];
            reader.read_exact(&mut kind).await?;
        }
        Ok(())
    }
}
fn blocking(mut stream: std::net::TcpStream, items: &[(u8, u8)]) -> io::Result<()> {
    for (a, b) in items {
        writeln!(stream, "{} {}", a, b)?; //~ unbuffered-tcp-io
    }
    Ok(())
}

// Buffered.
async fn buffered(stream: TcpStream) -> io::Result<()> {
    let (reader, writer) = stream.into_split();
    let mut reader = BufReader::new(reader);
    let mut writer = BufWriter::new(writer);
    for _ in 0..100 {
        let n = reader.read_u32().await?;
        writer.write_u32(n).await?;
        writer.write_u8(0).await?;
    }
    writer.flush().await
}
// Large pieces.
async fn large(stream: &mut TcpStream, chunks: &[Vec<u8>]) -> io::Result<()> {
    let mut buffer = [0u8; 8192];
    for chunk in chunks {
        stream.write_all(chunk).await?;
        stream.read_exact(&mut buffer).await?;
    }
    Ok(())
}
// One answer for each request: there is nothing to put together.
async fn pong(stream: &mut TcpStream) -> io::Result<()> {
    let mut buffer = vec![0; 4096];
    while stream.read(&mut buffer).await? > 0 {
        stream.write_all(b"PONG\r\n").await?;
    }
    Ok(())
}
// Twice, and not in a loop.
async fn twice(stream: &mut TcpStream) -> io::Result<()> {
    stream.write_all(b"HELO ").await?;
    stream.write_all(b"me\r\n").await
}
// Each branch answers an event of its own.
async fn events(mut stream: TcpStream, mut inbox: tokio::sync::mpsc::Receiver<u8>) -> io::Result<()> {
    loop {
        tokio::select! {
            Some(byte) = inbox.recv() => stream.write_u8(byte).await?,
            _ = tokio::signal::ctrl_c() => stream.write_all(b"bye").await?,
        }
    }
}
// In memory.
async fn memory(values: &[u32]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    for value in values {
        out.write_u32(*value).await?;
        out.write_u8(0).await?;
    }
    Ok(out)
}
// What it writes to is not known.
fn generic<W: Write>(mut out: W, values: &[u8]) -> io::Result<()> {
    for value in values {
        out.write_all(b"+")?;
        writeln!(out, "{value}")?;
    }
    Ok(())
}
// On the way out.
async fn refuse(mut stream: TcpStream, error: Result<(), u8>) {
    match error {
        Ok(()) => {}
        Err(code) => {
            let _ = stream.write_all(b"-ERR ").await;
            let _ = stream.write_u8(code).await;
            let _ = stream.write_all(b"\r\n").await;
        }
    }
}
