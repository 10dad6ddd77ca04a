// deps: tokio = "1"
use std::net::{TcpListener as StdListener, TcpStream, UdpSocket};
use std::time::Duration;

async fn direct(addr: &str) {
    let _ = TcpStream::connect(addr); //~ blocking-net-in-async
    let _ = std::net::TcpStream::connect_timeout(&addr.parse().unwrap(), Duration::from_secs(1)); //~ blocking-net-in-async
}
async fn listener() -> std::io::Result<()> {
    let listener = StdListener::bind("127.0.0.1:0")?;
    let (_stream, _) = listener.accept()?; //~ blocking-net-in-async
    Ok(())
}
struct Pinger {
    socket: UdpSocket,
}
impl Pinger {
    async fn ping(&self) -> std::io::Result<usize> {
        self.socket.send_to(b"ping", "127.0.0.1:1")?; //~ blocking-net-in-async
        let mut buf = [0; 16];
        self.socket.recv(&mut buf) //~ blocking-net-in-async
    }
}
async fn unix() {
    use std::os::unix::net::UnixStream;
    let _ = UnixStream::connect("/run/x.sock"); //~ blocking-net-in-async
}
fn probe(addr: &str) -> bool {
    TcpStream::connect(addr).is_ok()
}
async fn caller() -> bool {
    probe("example.com:80") //~ blocking-net-in-async
}

// Async sockets of the same name.
mod good {
    use tokio::net::{TcpListener, TcpStream, UdpSocket};
    async fn all() -> std::io::Result<()> {
        let _ = TcpStream::connect("a:1").await?;
        let l = TcpListener::bind("a:1").await?;
        let _ = l.accept().await?;
        let u = UdpSocket::bind("a:1").await?;
        u.send_to(b"x", "a:1").await?;
        Ok(())
    }
}
// Binding asks nobody.
async fn bound() -> std::io::Result<tokio::net::TcpListener> {
    let l = StdListener::bind("127.0.0.1:0")?;
    l.set_nonblocking(true)?;
    tokio::net::TcpListener::from_std(l)
}
// Not async at all.
fn sync_client() {
    let _ = TcpStream::connect("a:1");
}
// On a thread.
async fn threaded() {
    std::thread::spawn(|| TcpStream::connect("a:1"));
}
// Somebody else's `connect` and `accept`.
async fn others(x: &Other) {
    x.accept();
    Other::connect("a");
}
struct Other;
impl Other {
    fn accept(&self) {}
    fn connect(_: &str) {}
}
