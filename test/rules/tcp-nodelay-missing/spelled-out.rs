// deps: tokio = { version = "1", features = ["full"] }
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

pub async fn answer(listener: TcpListener) {
    loop {
        let (mut s, _) = listener.accept().await.unwrap(); //~ tcp-nodelay-missing
        tokio::spawn(async move {
            let mut b = [0; 9];
            while AsyncReadExt::read(&mut s, &mut b).await.unwrap() > 0 {
                AsyncWriteExt::write_all(&mut s, b"OK ").await.unwrap();
                AsyncWriteExt::write_all(&mut s, b"x").await.unwrap();
            }
        });
    }
}

// One write for each read: nothing is held back.
pub async fn echo(listener: TcpListener) {
    loop {
        let (mut s, _) = listener.accept().await.unwrap();
        tokio::spawn(async move {
            let mut b = [0; 900];
            loop {
                let n = s.read(&mut b).await.unwrap();
                if n == 0 {
                    return;
                }
                s.write_all(&b[..n]).await.unwrap();
            }
        });
    }
}
