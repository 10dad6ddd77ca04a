// deps: tokio = "1"
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::net::TcpStream;

async fn files(mut file: File) -> std::io::Result<()> {
    let mut buf = Vec::new();
    file.read_to_end(&mut buf)?; //~ blocking-io-trait-in-async
    file.seek(SeekFrom::Start(0))?; //~ blocking-io-trait-in-async
    Ok(())
}
async fn buffered(file: File) -> std::io::Result<()> {
    let reader = BufReader::new(file);
    for line in reader.lines() { //~ blocking-io-trait-in-async
        drop(line?);
    }
    Ok(())
}
async fn sockets(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.write_all(b"x")?; //~ blocking-io-trait-in-async
    writeln!(stream, "{}", 1)?; //~ blocking-io-trait-in-async
    Ok(())
}
async fn copies(mut a: File, mut b: File) -> std::io::Result<()> {
    std::io::copy(&mut a, &mut b)?; //~ blocking-io-trait-in-async
    Ok(())
}
struct Log {
    out: BufWriter<File>,
}
impl Log {
    async fn add(&mut self, line: &str) -> std::io::Result<()> {
        self.out.write_all(line.as_bytes())?; //~ blocking-io-trait-in-async
        self.out.flush() //~ blocking-io-trait-in-async
    }
}

// Memory does not block.
async fn memory() -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    out.write_all(b"x")?;
    write!(&mut out, "{}", 1)?;
    let mut cursor = std::io::Cursor::new(vec![1u8]);
    let mut buf = [0; 1];
    cursor.read_exact(&mut buf)?;
    Ok(out)
}
// Strings, not handles.
async fn strings(text: &str) -> usize {
    use std::fmt::Write;
    let mut s = String::new();
    let _ = write!(s, "{text}");
    text.lines().count() + text.split(',').count() + text.bytes().count()
}
// The async traits, which are awaited.
async fn good(mut file: tokio::fs::File) -> std::io::Result<()> {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut buf = Vec::new();
    file.read_to_end(&mut buf).await?;
    file.write_all(&buf).await?;
    file.flush().await
}
// A generic writer may be memory.
async fn generic<W: Write>(w: &mut W) -> std::io::Result<()> {
    w.write_all(b"x")
}
// On the blocking pool.
async fn pool(mut file: File) {
    tokio::task::spawn_blocking(move || {
        let mut s = String::new();
        file.read_to_string(&mut s)
    });
}
// Locks have `read` and `write` too.
async fn locks(l: &std::sync::RwLock<u8>) {
    *l.write().unwrap() = *l.read().unwrap();
}

// A file keeps nothing back: to flush it does nothing. A buffer around one has something to write.
async fn flushed(mut file: File, mut buffered: std::io::BufWriter<File>) -> std::io::Result<()> {
    file.flush()?;
    buffered.flush() //~ blocking-io-trait-in-async
}
