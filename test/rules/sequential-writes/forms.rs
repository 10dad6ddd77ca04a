// deps: tokio = { version = "1" }, tokio-rustls = "0.26"
use std::fs::File;
use std::io::{BufWriter, Cursor, Write};
use std::process::ChildStdin;
use tokio::io::AsyncWriteExt;
use tokio::net::tcp::OwnedWriteHalf;
use tokio::net::TcpStream;

struct Peer {
    writer: OwnedWriteHalf,
}

impl Peer {
    async fn say(&mut self, text: &str) -> std::io::Result<()> {
        self.writer.write_u32(text.len() as u32).await?; //~ sequential-writes
        let bytes = text.as_bytes();
        self.writer.write_all(bytes).await
    }
}

fn appended(path: &str, line: &str) -> std::io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(line.as_bytes())?; //~ sequential-writes
    file.write_all(b"\n")
}

fn piped(stdin: &mut ChildStdin, line: &str) {
    stdin.write_all(line.as_bytes()).unwrap(); //~ sequential-writes
    stdin.write_all(b"\n").unwrap();
}

async fn split(stream: TcpStream) -> std::io::Result<()> {
    let (_reader, mut w) = stream.into_split();
    w.write_all(b"a") //~ sequential-writes
        .await?;
    w.write_all(b"b").await?;
    w.write_all(b"c").await?;
    Ok(())
}

fn formatted(mut socket: std::net::TcpStream, n: u32) -> std::io::Result<()> {
    write!(socket, "{n}")?; //~ sequential-writes
    writeln!(socket)?;
    Ok(())
}

async fn tls(stream: &mut tokio_rustls::client::TlsStream<TcpStream>) -> std::io::Result<()> {
    stream.write_all(b"a").await?; //~ sequential-writes
    stream.write_all(b"b").await?;
    stream.flush().await
}

// Buffered.
fn buffered(file: File) -> std::io::Result<()> {
    let mut out = BufWriter::new(file);
    out.write_all(b"a")?;
    out.write_all(b"b")?;
    out.flush()
}

// In memory.
fn memory() -> std::io::Result<Vec<u8>> {
    let mut out = Cursor::new(Vec::new());
    out.write_all(b"a")?;
    out.write_all(b"b")?;
    let mut bytes = Vec::new();
    bytes.write_all(b"a")?;
    bytes.write_all(b"b")?;
    Ok(bytes)
}

// A reply is read in between.
async fn dialogue(stream: &mut TcpStream) -> std::io::Result<()> {
    use tokio::io::AsyncReadExt;
    stream.write_all(b"a").await?;
    stream.read_u8().await?;
    stream.write_all(b"b").await?;
    Ok(())
}

// Two writers.
fn both(a: &mut File, b: &mut File) -> std::io::Result<()> {
    a.write_all(b"x")?;
    b.write_all(b"x")
}

// Whoever calls may have buffered it.
fn generic<W: Write>(out: &mut W) -> std::io::Result<()> {
    out.write_all(b"a")?;
    out.write_all(b"b")
}

// One or the other.
fn either(file: &mut File, long: bool) -> std::io::Result<()> {
    if long {
        file.write_all(b"long")?;
    } else {
        file.write_all(b"short")?;
    }
    Ok(())
}
