// deps: tokio, axum = "0.8"
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::Receiver;

pub async fn report(mut lines: Receiver<String>, host: String) -> std::io::Result<()> {
    while let Some(line) = lines.recv().await {
        let mut stats = TcpStream::connect("stats.internal:8125").await?; //~ connect-per-request
        stats.write_all(line.as_bytes()).await?;
    }
    for line in ["a", "b", "c", "d", "e"] {
        let mut stats = TcpStream::connect(&host).await?; //~ connect-per-request
        stats.write_all(line.as_bytes()).await?;
    }
    Ok(())
}

// Each element has an address of its own.
pub async fn announce(peers: &[String]) -> std::io::Result<()> {
    for peer in peers {
        let mut stream = TcpStream::connect(peer).await?;
        stream.write_all(b"hello").await?;
    }
    Ok(())
}

// A connection that broke is made anew.
pub async fn keep(host: String) -> std::io::Result<()> {
    loop {
        let mut stream = TcpStream::connect(&host).await?;
        while stream.write_all(b"ping").await.is_ok() {}
    }
}

// Tried again after a pause.
pub async fn retry(host: &str) -> Option<TcpStream> {
    for attempt in 0..10 {
        if let Ok(stream) = TcpStream::connect(host).await {
            return Some(stream);
        }
        tokio::time::sleep(std::time::Duration::from_secs(attempt)).await;
    }
    None
}

pub async fn serve(app: axum::Router) -> std::io::Result<()> {
    axum::serve(TcpListener::bind("0.0.0.0:80").await?, app).await
}
