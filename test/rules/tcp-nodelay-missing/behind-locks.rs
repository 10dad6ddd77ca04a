// deps: tokio, anyhow
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Mutex;

pub struct Client {
    inner: Arc<Mutex<TcpStream>>,
}

impl Client {
    pub async fn dial(addr: &str) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(addr).await?; //~ tcp-nodelay-missing
        Ok(Self { inner: Arc::new(Mutex::new(stream)) })
    }
    pub async fn ping(&self) -> anyhow::Result<u8> {
        let mut stream = self.inner.lock().await;
        stream.write_all(b"PING\r\n").await?;
        Ok(stream.read_u8().await?)
    }
}

pub struct Tuned {
    inner: Arc<Mutex<TcpStream>>,
}

impl Tuned {
    // Set before it goes behind the lock.
    pub async fn dial(addr: &str) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(addr).await?;
        stream.set_nodelay(true)?;
        Ok(Self { inner: Arc::new(Mutex::new(stream)) })
    }
    pub async fn ping(&self) -> anyhow::Result<()> {
        self.inner.lock().await.write_all(b"PING\r\n").await?;
        Ok(())
    }
}

pub struct Late {
    inner: Mutex<TcpStream>,
}

impl Late {
    // Set through the lock.
    pub async fn dial(addr: &str) -> anyhow::Result<Self> {
        let late = Self { inner: Mutex::new(TcpStream::connect(addr).await?) };
        late.inner.lock().await.set_nodelay(true)?;
        Ok(late)
    }
    pub async fn ping(&self) -> anyhow::Result<()> {
        self.inner.lock().await.write_all(b"PING\r\n").await?;
        Ok(())
    }
}
