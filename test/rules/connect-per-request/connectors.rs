// deps: tokio = { version = "1", features = ["full"] }, tower = "0.5", http = "1"
// A connector answers with a connection: who asks it decides how often.
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

pub struct Dialer;

pub trait Target {
    fn address(&self) -> String;
}

impl<T: Target + Send + 'static> tower::Service<T> for Dialer {
    type Response = (TcpStream, String);
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<(TcpStream, String)>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, target: T) -> Self::Future {
        Box::pin(async move {
            let stream = TcpStream::connect(target.address()).await?;
            stream.set_nodelay(true)?;
            Ok((stream, target.address()))
        })
    }
}

pub struct Probe;

impl tower::Service<()> for Probe {
    type Response = bool;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<bool>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: ()) -> Self::Future {
        Box::pin(async move {
            TcpStream::connect("keeper.internal:9").await?.write_all(b"ready?").await?;
            Ok(true)
        })
    }
}

pub struct Mirror;

impl tower::Service<http::Request<String>> for Mirror {
    type Response = http::Response<String>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<http::Response<String>>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<String>) -> Self::Future {
        Box::pin(async move {
            let mut log = TcpStream::connect("log.internal:514").await?; //~ connect-per-request
            log.write_all(request.body().as_bytes()).await?;
            Ok(http::Response::new(request.into_body()))
        })
    }
}
