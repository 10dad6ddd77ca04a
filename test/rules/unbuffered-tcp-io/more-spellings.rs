// deps: tokio = { version = "1", features = ["full"] }
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub async fn u1(mut s: TcpStream) { for i in 0..1000u32 { s.write_u32(i).await.unwrap(); } } //~ unbuffered-tcp-io
pub async fn u2(mut s: TcpStream) { loop { let k = s.read_u8().await.unwrap(); let n = s.read_u16().await.unwrap(); drop((k, n)); } } //~ unbuffered-tcp-io
pub async fn u3(mut s: TcpStream) { let mut h = [0u8; 4]; loop { s.read_exact(&mut h).await.unwrap(); } } //~ unbuffered-tcp-io
pub fn u4(mut s: std::net::TcpStream, xs: &[u32]) { use std::io::Write; for x in xs { writeln!(s, "{x} {}", 1).unwrap(); } } //~ unbuffered-tcp-io

// Read into a buffer that holds many frames.
pub async fn buffered(s: TcpStream) {
    let mut r = tokio::io::BufReader::new(s);
    let mut h = [0u8; 4];
    while r.read_exact(&mut h).await.is_ok() {}
}
// Once.
pub async fn header(mut s: TcpStream) -> [u8; 4] {
    let mut h = [0u8; 4];
    s.read_exact(&mut h).await.unwrap();
    h
}
// Payload.
pub async fn pages(mut s: TcpStream) {
    let mut page = [0u8; 4096];
    while s.read_exact(&mut page).await.is_ok() {}
}
