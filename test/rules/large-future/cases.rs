// deps: tokio = "1"
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const SIZE: usize = 8 * 1024;
struct Frame { head: u32, body: [u8; 8192] }
impl Frame { fn new() -> Self { Frame { head: 0, body: [0; 8192] } } }

async fn constant(stream: &mut TcpStream) {
    let mut buf = [0; SIZE]; //~ large-future
    let n = stream.read(&mut buf[..]).await.unwrap();
    stream.write_all(&buf[..n]).await.unwrap();
}
async fn wide(stream: &mut TcpStream) {
    let table = [0u64; 1024]; //~ large-future
    stream.write_u8(1).await.unwrap();
    println!("{}", table[0]);
}
fn block(mut stream: TcpStream) {
    tokio::spawn(async move {
        let mut buf: [u8; 1 << 16] = [0; 1 << 16]; //~ large-future
        let _ = stream.read(&mut buf).await;
    });
}
async fn in_struct(stream: &mut TcpStream) {
    let frame = Frame::new(); //~ large-future
    stream.write_all(&frame.body).await.unwrap();
}
// On the heap.
async fn heap(stream: &mut TcpStream) {
    let mut buf = vec![0u8; 65536];
    let mut boxed = Box::new([0u8; 65536]);
    let _ = stream.read(&mut buf).await;
    let _ = stream.read(&mut boxed[..]).await;
}
// Small.
async fn small(stream: &mut TcpStream) {
    let mut buf = [0u8; 2048];
    let _ = stream.read(&mut buf).await;
}
// Gone before the await: it lives on the stack only.
async fn before(stream: &mut TcpStream) {
    let buf = [0u8; 8192];
    let sum: u64 = buf.iter().map(|b| u64::from(*b)).sum();
    stream.write_u64(sum).await.unwrap();
}
async fn scoped(stream: &mut TcpStream) {
    let sum = { let buf = [1u8; 8192]; buf.len() };
    stream.write_u64(sum as u64).await.unwrap();
}
// Not async: a plain stack frame.
fn plain() -> usize { let buf = [0u8; 65536]; buf.len() }
async fn blocking() {
    tokio::task::spawn_blocking(|| { let buf = [0u8; 65536]; buf.len() }).await.unwrap();
}
// A length that nobody knows here.
async fn generic<const N: usize>(stream: &mut TcpStream) {
    let mut buf = [0u8; N];
    let _ = stream.read(&mut buf).await;
}
