// deps: tokio = { version = "1", features = ["full"] }, hyper-util = { version = "0.1", features = ["server-auto"] }, futures-util = "0.3"
use futures_util::{Stream, StreamExt};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use tokio::net::{TcpListener, TcpStream};

fn prepared(streams: impl Stream<Item = TcpStream>) -> impl Stream<Item = TcpStream> {
    streams.inspect(|stream| {
        let _ = stream.set_nodelay(true);
    })
}

pub async fn serve(listener: TcpListener, service: Service) {
    let server = Builder::new(TokioExecutor::new());
    let incoming = prepared(futures_util::stream::unfold(listener, |listener| async move {
        let (accepted, _) = listener.accept().await.ok()?;
        Some((accepted, listener))
    }));
    let mut connections = std::pin::pin!(incoming);
    while let Some(connection) = connections.next().await {
        let served = server.serve_connection_with_upgrades(TokioIo::new(connection), service.clone());
        tokio::spawn(served.into_owned());
    }
}
