// deps: serde_json = "1"
use serde_json::{from_reader, to_writer_pretty, Deserializer, Value};
use std::error::Error;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::net::TcpStream;
use std::path::Path;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn bound(path: &Path) -> Result<Value> {
    let file = File::open(path)?;
    let value = from_reader(&file)?; //~ json-reader-slow
    Ok(value)
}
fn mapped(path: &Path) -> Option<Value> {
    let mut file = fs::File::open(path).map_err(|e| eprintln!("{e}")).ok()?;
    serde_json::from_reader(&mut file).ok() //~ json-reader-slow
}
fn stream(socket: TcpStream) {
    for value in Deserializer::from_reader(socket).into_iter::<Value>() { //~ json-reader-slow
        println!("{value:?}");
    }
}
fn buffered(path: &Path) -> Result<Value> {
    let reader = BufReader::new(File::open(path)?);
    Ok(serde_json::from_reader(reader)?) //~ json-reader-slow
}
fn written(path: &Path, value: &Value) -> Result<()> {
    let file = OpenOptions::new().write(true).create(true).open(path)?;
    serde_json::to_writer(file, value)?; //~ json-reader-slow
    to_writer_pretty(&mut File::create(path)?, value)?; //~ json-reader-slow
    Ok(())
}

// From memory.
fn memory(path: &Path) -> Result<Value> {
    let bytes = fs::read(path)?;
    let first = serde_json::from_slice(&bytes)?;
    let _again: Value = serde_json::from_reader(bytes.as_slice())?;
    let _cursor: Value = serde_json::from_reader(io::Cursor::new(bytes))?;
    Ok(first)
}
// Buffered on the way out.
fn buffered_out(path: &Path, value: &Value) -> Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    serde_json::to_writer(&mut out, value)?;
    out.flush()?;
    Ok(())
}
// Standard input buffers by itself.
fn stdin() -> Result<Value> {
    Ok(serde_json::from_reader(io::stdin().lock())?)
}
// What it is given is not known.
fn generic<R: Read>(reader: R) -> Result<Value> {
    Ok(serde_json::from_reader(reader)?)
}
// A socket that is still open cannot be read to its end.
fn buffered_socket(socket: TcpStream) -> Result<Value> {
    Ok(serde_json::from_reader(BufReader::new(socket))?)
}
// A format of another crate.
fn other(path: &Path) -> Result<Value> {
    Ok(serde_yaml::from_reader(File::open(path)?)?)
}
