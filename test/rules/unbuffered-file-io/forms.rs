// deps: tokio = "1"
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read, Write};

struct Log {
    file: File,
}

impl Log {
    fn all(&mut self, lines: &[String]) -> io::Result<()> {
        for line in lines {
            self.file.write_all(line.as_bytes())?; //~ unbuffered-file-io
            self.file.write_all(b"\n")?;
        }
        Ok(())
    }
}

fn appended(path: &str, rows: &[u32]) -> io::Result<()> {
    let mut out = OpenOptions::new().append(true).open(path)?;
    rows.iter().try_for_each(|row| write!(out, "{row},")) //~ unbuffered-file-io
}

fn numbers(mut file: File) -> io::Result<Vec<u32>> {
    let mut found = Vec::new();
    let mut word = [0u8; 4];
    while file.read_exact(&mut word).is_ok() { //~ unbuffered-file-io
        found.push(u32::from_le_bytes(word));
    }
    Ok(found)
}

fn each_byte(path: &str) -> io::Result<usize> {
    let file = File::open(path)?;
    Ok(file.bytes().filter(|b| matches!(b, Ok(b'\n'))).count()) //~ unbuffered-file-io
}

fn borrowed(file: &mut File, values: &[u64]) -> io::Result<()> {
    for v in values {
        file.write_all(&v.to_le_bytes())?; //~ unbuffered-file-io
    }
    Ok(())
}

async fn hops(path: &str, rows: &[String]) -> io::Result<()> {
    use tokio::io::AsyncWriteExt;
    let mut file = tokio::fs::File::create(path).await?;
    for row in rows {
        file.write_all(format!("{row}\n").as_bytes()).await?; //~ unbuffered-file-io
    }
    file.flush().await
}

// Buffered.
fn buffered(path: &str, rows: &[u32]) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    for row in rows {
        writeln!(out, "{row}")?;
    }
    let reader = BufReader::new(File::open(path)?);
    for byte in reader.bytes() {
        byte?;
    }
    out.flush()
}

// Large chunks need no buffer.
fn copy(mut from: File, mut to: File) -> io::Result<()> {
    let mut buf = vec![0; 65536];
    loop {
        let n = from.read(&mut buf)?;
        if n == 0 {
            return Ok(());
        }
        to.write_all(&buf[..n])?;
    }
}

// One write for each file.
fn files(names: &[String]) -> io::Result<()> {
    for name in names {
        let mut file = File::create(name)?;
        writeln!(file, "{name}")?;
    }
    Ok(())
}

// No loop.
fn single(path: &str) -> io::Result<()> {
    let mut file = File::create(path)?;
    writeln!(file, "once")
}

// In memory.
fn memory(rows: &[u32]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    for row in rows {
        writeln!(out, "{row}")?;
    }
    Ok(out)
}

// Any writer: its caller may have buffered it.
fn generic<W: Write>(out: &mut W, rows: &[u32]) -> io::Result<()> {
    for row in rows {
        writeln!(out, "{row}")?;
    }
    Ok(())
}

// Each record has to be out before the next one comes.
fn follow(inbox: std::sync::mpsc::Receiver<String>, mut journal: File) -> io::Result<()> {
    while let Ok(record) = inbox.recv() {
        journal.write_all(format!("{record}\n").as_bytes())?;
        journal.flush()?;
    }
    Ok(())
}

// Two writes for each.
fn follow_twice(inbox: std::sync::mpsc::Receiver<String>, mut journal: File) -> io::Result<()> {
    while let Ok(record) = inbox.recv() {
        journal.write_all(format!("{record}").as_bytes())?; //~ unbuffered-file-io
        journal.write_all(b"\n")?;
        journal.sync_data()?;
    }
    Ok(())
}
