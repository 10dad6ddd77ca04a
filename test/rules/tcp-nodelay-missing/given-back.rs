// deps: tokio = { version = "1", features = ["full"] }, tokio-util = { version = "0.7", features = ["codec"] }, hyper = "1", hyper-util = { version = "0.1", features = ["full"] }
// A helper that reads a header gives the socket back: it is the same socket.
use std::io;
use std::net::SocketAddr;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::codec::{FramedWrite, LinesCodec};

async fn header(mut stream: TcpStream, peer: SocketAddr) -> io::Result<(TcpStream, SocketAddr)> {
    let mut head = [0; 16];
    stream.peek(&mut head).await?;
    Ok((stream, peer))
}

async fn without_delay(stream: TcpStream, peer: SocketAddr) -> io::Result<(TcpStream, SocketAddr)> {
    stream.set_nodelay(true)?;
    Ok((stream, peer))
}

async fn talk<STREAM: AsyncRead + AsyncWrite>(stream: STREAM) {
    let (_reader, writer) = tokio::io::split(stream);
    let _lines = FramedWrite::new(writer, LinesCodec::new());
}

async fn meet(stream: TcpStream, peer: SocketAddr) {
    let Ok((stream, _peer)) = header(stream, peer).await else { return };
    talk(stream).await;
}

async fn greet(stream: TcpStream, peer: SocketAddr) {
    match without_delay(stream, peer).await {
        Ok((stream, _)) => talk(stream).await,
        Err(error) => eprintln!("{error}"),
    }
}

async fn serve(one: TcpListener, other: TcpListener) {
    loop {
        tokio::select! {
            met = one.accept() => { //~ tcp-nodelay-missing
                if let Ok((stream, peer)) = met {
                    tokio::spawn(meet(stream, peer));
                }
            }
            met = other.accept() => {
                if let Ok((stream, peer)) = met {
                    tokio::spawn(greet(stream, peer));
                }
            }
        }
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    serve(TcpListener::bind("0.0.0.0:636").await?, TcpListener::bind("0.0.0.0:637").await?).await;
    Ok(())
}
