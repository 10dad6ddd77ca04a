// deps: tokio = { version = "1", features = ["full"] }, hyper = "1", hyper-util = { version = "0.1", features = ["server-auto"] }, futures-util = "0.3"
use futures_util::StreamExt;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use tokio::net::{TcpListener, UnixListener};

type Service = hyper::service::HttpService<hyper::body::Incoming>;

// Each accepted socket goes through a stream before it is served.
pub async fn serve(listener: TcpListener, service: Service) {
    let server = Builder::new(TokioExecutor::new());
    let incoming = futures_util::stream::unfold(listener, |listener| async move {
        let accepted = listener.accept().await.map(|(stream, _)| stream); //~ tcp-nodelay-missing
        Some((accepted, listener))
    });
    let mut connections = std::pin::pin!(incoming);
    while let Some(Ok(connection)) = connections.next().await {
        let served = server.serve_connection_with_upgrades(TokioIo::new(connection), service.clone());
        tokio::spawn(served.into_owned());
    }
}

pub async fn serve_local(listener: UnixListener, service: Service) {
    let server = Builder::new(TokioExecutor::new());
    let incoming = futures_util::stream::unfold(listener, |listener| async move {
        let accepted = listener.accept().await.map(|(stream, _)| stream);
        Some((accepted, listener))
    });
    let mut connections = std::pin::pin!(incoming);
    while let Some(Ok(connection)) = connections.next().await {
        let served = server.serve_connection_with_upgrades(TokioIo::new(connection), service.clone());
        tokio::spawn(served.into_owned());
    }
}
