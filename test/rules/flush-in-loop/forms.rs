// deps: tokio = "1"
use std::fs::File;
use std::io::{self, BufWriter, Write};

struct Export {
    out: BufWriter<File>,
}

impl Export {
    fn rows(&mut self, rows: &[String]) -> io::Result<()> {
        for row in rows {
            self.out.write_all(row.as_bytes())?;
            self.out.flush()?; //~ flush-in-loop
        }
        Ok(())
    }
}

fn synced(mut file: File, rows: &[String]) -> io::Result<()> {
    for row in rows {
        file.write_all(row.as_bytes())?;
        file.sync_all()?; //~ flush-in-loop
    }
    Ok(())
}

fn data(file: &mut File, mut left: usize) {
    while left > 0 {
        file.write_all(b"x").unwrap();
        file.sync_data().unwrap(); //~ flush-in-loop
        left -= 1;
    }
}

async fn hops(file: tokio::fs::File, rows: &[String]) -> io::Result<()> {
    use tokio::io::AsyncWriteExt;
    let mut w = tokio::io::BufWriter::new(file);
    for row in rows {
        w.write_all(row.as_bytes()).await?;
        w.flush().await?; //~ flush-in-loop
    }
    Ok(())
}

// Once, behind the loop.
fn after(file: File, rows: &[u32]) -> io::Result<()> {
    let mut out = BufWriter::new(file);
    for row in rows {
        writeln!(out, "{row}")?;
    }
    out.flush()
}

// Now and then.
fn sometimes(file: File, rows: &[u32]) -> io::Result<()> {
    let mut out = BufWriter::new(file);
    for (i, row) in rows.iter().enumerate() {
        writeln!(out, "{row}")?;
        if i % 1000 == 0 {
            out.flush()?;
        }
    }
    out.flush()
}

// A file of its own for each round.
fn many(names: &[&str]) -> io::Result<()> {
    for name in names {
        let mut out = BufWriter::new(File::create(name)?);
        out.write_all(b"x")?;
        out.flush()?;
    }
    Ok(())
}

// Whoever follows the file wants each message as it comes.
fn messages(file: File, rx: std::sync::mpsc::Receiver<String>) -> io::Result<()> {
    let mut out = BufWriter::new(file);
    while let Ok(message) = rx.recv() {
        writeln!(out, "{message}")?;
        out.flush()?;
    }
    Ok(())
}

// Every record must survive.
fn commit_all(mut file: File, rows: &[String]) -> io::Result<()> {
    for row in rows {
        file.write_all(row.as_bytes())?;
        file.sync_all()?;
    }
    Ok(())
}

// A prompt on the terminal.
fn prompt(names: &[&str]) {
    for name in names {
        print!("{name}? ");
        io::stdout().flush().unwrap();
    }
}

// The other side waits for each answer.
fn answers(stream: std::net::TcpStream, rows: &[String]) -> io::Result<()> {
    let mut out = BufWriter::new(stream);
    for row in rows {
        out.write_all(row.as_bytes())?;
        out.flush()?;
    }
    Ok(())
}
