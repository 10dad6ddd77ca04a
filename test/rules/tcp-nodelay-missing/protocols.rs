// edition: 2024
// deps: tokio = "1", tokio-util = "0.7", hyper = "1", hyper-util = "0.1", futures-util = "0.3"
use std::io::{self, Write};
use std::net::TcpStream as StdStream;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, BufWriter};
use tokio::net::{TcpListener, TcpStream, UnixListener, tcp::OwnedWriteHalf};
use tokio_util::codec::{Framed, LinesCodec};

async fn framed(addr: &str) -> io::Result<Framed<TcpStream, LinesCodec>> {
    Ok(Framed::new(
        TcpStream::connect(addr).await?, //~ tcp-nodelay-missing
        LinesCodec::new(),
    ))
}
async fn http(listener: TcpListener) {
    loop {
        let Ok((stream, _)) = listener.accept().await else { //~ tcp-nodelay-missing
            continue;
        };
        let io = hyper_util::rt::TokioIo::new(stream);
        tokio::spawn(async move {
            let _ = hyper::server::conn::http1::Builder::new().serve_connection(io, service()).await;
        });
    }
}
async fn selected(listener: TcpListener) -> io::Result<()> {
    loop {
        tokio::select! {
            accepted = listener.accept() => { //~ tcp-nodelay-missing
                let (socket, peer) = accepted?;
                tokio::spawn(async move { handle(socket, peer).await });
            }
            _ = tokio::signal::ctrl_c() => return Ok(()),
        }
    }
}
async fn handle<S: AsyncRead + AsyncWrite + Unpin>(mut socket: S, peer: std::net::SocketAddr) -> io::Result<()> {
    socket.write_u32(peer.port().into()).await?;
    socket.write_all(b"ready").await
}

struct Client {
    writer: BufWriter<OwnedWriteHalf>,
}
impl Client {
    async fn dial(addr: String) -> io::Result<Client> {
        let stream = tokio::time::timeout(Duration::from_secs(1), TcpStream::connect(addr)).await??; //~ tcp-nodelay-missing
        let (_reader, writer) = stream.into_split();
        Ok(Self { writer: BufWriter::new(writer) })
    }
    async fn ask(&mut self, what: &[u8]) -> io::Result<()> {
        self.writer.write_all(what).await?;
        self.writer.flush().await
    }
}
struct Server {
    listener: TcpListener,
}
impl Server {
    async fn accept(&mut self) -> io::Result<TcpStream> {
        match self.listener.accept().await { //~ tcp-nodelay-missing
            Ok((socket, _)) => return Ok(socket),
            Err(err) => Err(err),
        }
    }
    async fn run(&mut self) -> io::Result<()> {
        loop {
            let socket = self.accept().await?;
            let conn = Connection::new(socket);
            tokio::spawn(conn.greet());
        }
    }
}
struct Connection {
    stream: BufWriter<TcpStream>,
}
impl Connection {
    fn new(socket: TcpStream) -> Self {
        Connection { stream: BufWriter::new(socket) }
    }
    async fn greet(mut self) {
        let _ = self.stream.write_all(b"hi").await;
    }
}
fn blocking(addr: &str) -> io::Result<()> {
    let mut stream = StdStream::connect(addr)?; //~ tcp-nodelay-missing
    for i in 0..100 {
        writeln!(stream, "{i}")?;
    }
    Ok(())
}
fn threads(listener: std::net::TcpListener) -> io::Result<()> {
    for stream in listener.incoming() { //~ tcp-nodelay-missing
        let mut stream = stream?;
        stream.write_all(b"a")?;
        stream.write_all(b"b")?;
    }
    Ok(())
}

// Wrapped, and handed to a task of its own.
async fn wrapped(listeners: Vec<TcpListener>) {
    for listener in listeners {
        tokio::spawn(async move {
            loop {
                let Ok((stream, addr)) = listener.accept().await else { //~ tcp-nodelay-missing
                    continue;
                };
                let stream = hyper_util::rt::TokioIo::new(stream);
                tokio::spawn(handle_stream(stream, Some(addr)));
            }
        });
    }
}
async fn handle_stream<T>(stream: hyper_util::rt::TokioIo<T>, _addr: Option<std::net::SocketAddr>) {
    match hyper_util::server::conn::auto::Builder::new(hyper_util::rt::TokioExecutor::new())
        .serve_connection_with_upgrades(stream, service())
        .await
    {
        Ok(()) => {}
        Err(_) => {}
    }
}

// Set in a helper.
async fn by_helper(listener: TcpListener) -> io::Result<()> {
    let (mut stream, _) = listener.accept().await?;
    prepare(&stream)?;
    stream.write_all(b"a").await?;
    stream.write_all(b"b").await
}
fn prepare(stream: &TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)
}
// Set through socket2.
async fn by_socket2(addr: &str) -> io::Result<()> {
    let mut stream = TcpStream::connect(addr).await?;
    socket2::SockRef::from(&stream).set_tcp_nodelay(true)?;
    stream.write_all(b"a").await?;
    stream.write_all(b"b").await
}
// Set where it ends up.
async fn in_callee(addr: &str) -> io::Result<()> {
    let stream = match TcpStream::connect(addr).await {
        Ok(stream) => stream,
        Err(error) => return Err(error),
    };
    talk(stream).await
}
async fn talk(mut stream: TcpStream) -> io::Result<()> {
    let _ = stream.set_nodelay(true);
    stream.write_all(b"a").await?;
    stream.write_all(b"b").await
}
// Set by the caller of the function that opens it.
async fn open(addr: &str) -> io::Result<TcpStream> {
    TcpStream::connect(addr).await
}
async fn opened(addr: &str) -> io::Result<()> {
    let mut stream = open(addr).await?;
    stream.set_nodelay(true)?;
    stream.write_all(b"a").await?;
    stream.write_all(b"b").await
}
// Set on the socket before it connects.
async fn before(addr: std::net::SocketAddr) -> io::Result<()> {
    let socket = tokio::net::TcpSocket::new_v4()?;
    socket.set_nodelay(true)?;
    let mut stream = socket.connect(addr).await?;
    stream.write_all(b"a").await?;
    stream.write_all(b"b").await
}
// Only copied.
async fn proxy(listener: TcpListener, upstream: &str) -> io::Result<()> {
    let (mut inbound, _) = listener.accept().await?;
    let mut outbound = TcpStream::connect(upstream).await?;
    tokio::io::copy_bidirectional(&mut inbound, &mut outbound).await?;
    Ok(())
}
// A probe, and a wake-up.
async fn is_up(addr: &str) -> bool {
    TcpStream::connect(addr).await.is_ok()
}
// One message, then only reads: nothing waits behind anything.
async fn once(addr: &str) -> io::Result<()> {
    let mut stream = TcpStream::connect(addr).await?;
    stream.write_all(b"QUIT\r\n").await
}
// Loopback.
async fn local() -> io::Result<()> {
    let mut stream = TcpStream::connect(("127.0.0.1", 9000)).await?;
    stream.write_all(b"a").await?;
    stream.write_all(b"b").await
}
// Unix sockets have no Nagle.
async fn unix(listener: UnixListener) -> io::Result<()> {
    loop {
        let (mut stream, _) = listener.accept().await?;
        stream.write_all(b"a").await?;
        stream.write_all(b"b").await?;
    }
}
// Somebody else's stream of that name.
mod own {
    pub struct TcpStream;
    impl TcpStream {
        pub async fn connect(_: &str) -> std::io::Result<TcpStream> { Ok(TcpStream) }
        pub async fn write_all(&mut self, _: &[u8]) -> std::io::Result<()> { Ok(()) }
    }
}
async fn other() -> io::Result<()> {
    let mut stream = own::TcpStream::connect("x").await?;
    stream.write_all(b"a").await?;
    stream.write_all(b"b").await
}
