// edition: 2021
// deps: tokio = { version = "1", features = ["full"] }
use std::fmt::Debug;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;

// A socket that can be shown, too, is still a socket.
async fn talk<S: AsyncRead + AsyncWrite + Unpin + Debug>(mut s: S) -> std::io::Result<()> {
    let mut header = [0u8; 8];
    loop {
        s.read_exact(&mut header).await?;
        s.write_all(b"ok").await?;
        s.write_all(&header[..4]).await?;
    }
}

pub async fn serve() -> std::io::Result<()> {
    let listener = TcpListener::bind("0.0.0.0:9000").await?;
    loop {
        let (stream, _) = listener.accept().await?; //~ tcp-nodelay-missing
        tokio::spawn(talk(stream));
    }
}
