// deps: axum-server = "0.8", tonic = "0.14", tokio-stream = "0.1", tokio = "1", hyper = "0.14", hyper-util = "0.1", actix-web = "4.14", reqwest = "0.12"
use actix_web::{App, HttpServer};
use hyper_util::client::legacy::{connect::HttpConnector, Client};
use hyper_util::rt::TokioExecutor;
use std::net::SocketAddr;
use tokio_stream::wrappers::{TcpListenerStream, UnixListenerStream};
use tonic::transport::{server::TcpIncoming, Server};

async fn bind(addr: SocketAddr, app: axum::Router) -> std::io::Result<()> {
    axum_server::bind(addr).serve(app.into_make_service()).await //~ server-nodelay-missing
}
async fn bind_rustls(addr: SocketAddr, app: axum::Router, config: RustlsConfig) {
    let server = axum_server::bind_rustls(addr, config); //~ server-nodelay-missing
    let server = server.handle(axum_server::Handle::new());
    server.serve(app.into_make_service()).await.unwrap();
}
async fn grpc(listener: tokio::net::TcpListener) -> Result<(), tonic::transport::Error> {
    Server::builder()
        .tcp_nodelay(true) // has no effect on the stream
        .add_service(service())
        .serve_with_incoming(TcpListenerStream::new(listener)) //~ server-nodelay-missing
        .await
}
async fn grpc_stream(listener: tokio::net::TcpListener) -> Result<(), tonic::transport::Error> {
    let incoming = TcpListenerStream::new(listener);
    Server::builder()
        .add_service(service())
        .serve_with_incoming_shutdown(incoming, async {}) //~ server-nodelay-missing
        .await
}
async fn grpc_incoming(addr: SocketAddr) -> Result<(), Box<dyn std::error::Error>> {
    let incoming = TcpIncoming::bind(addr)?;
    Server::builder().add_service(service()).serve_with_incoming(incoming).await?; //~ server-nodelay-missing
    Ok(())
}
fn connector() -> Client<HttpConnector, String> {
    let mut http = HttpConnector::new(); //~ server-nodelay-missing
    http.enforce_http(false);
    Client::builder(TokioExecutor::new()).build(http)
}
async fn old_hyper(addr: SocketAddr) {
    hyper::Server::bind(&addr).serve(make()).await.unwrap(); //~ server-nodelay-missing
}
async fn actix() -> std::io::Result<()> {
    HttpServer::new(|| App::new()) //~ server-nodelay-missing
        .bind("0.0.0.0:80")?
        .run()
        .await
}
async fn off(addr: SocketAddr) {
    let client = reqwest::Client::builder().tcp_nodelay(false).build().unwrap(); //~ server-nodelay-missing
    drop(client);
    Server::builder().tcp_nodelay(false).add_service(service()).serve(addr).await.unwrap(); //~ server-nodelay-missing
}

// tonic's own serve turns Nagle off.
async fn grpc_default(addr: SocketAddr) {
    Server::builder().add_service(service()).serve(addr).await.unwrap();
}
async fn grpc_set(addr: SocketAddr) -> Result<(), Box<dyn std::error::Error>> {
    let incoming = TcpIncoming::bind(addr)?.with_nodelay(Some(true));
    Server::builder().add_service(service()).serve_with_incoming(incoming).await?;
    let old = TcpIncoming::new(addr, true, None)?;
    Server::builder().add_service(service()).serve_with_incoming(old).await?;
    Ok(())
}
// Unix sockets have no Nagle.
async fn grpc_unix(listener: tokio::net::UnixListener) {
    let incoming = UnixListenerStream::new(listener);
    Server::builder().add_service(service()).serve_with_incoming(incoming).await.unwrap();
}
async fn actix_unix() -> std::io::Result<()> {
    HttpServer::new(|| App::new()).bind_uds("/tmp/x")?.run().await
}
async fn bind_set(addr: SocketAddr, app: axum::Router) {
    use axum_server::accept::NoDelayAcceptor;
    axum_server::bind(addr)
        .acceptor(NoDelayAcceptor::new())
        .serve(app.into_make_service())
        .await
        .unwrap();
}
fn connector_set() -> Client<HttpConnector, String> {
    let mut http = HttpConnector::new();
    http.set_nodelay(true);
    Client::builder(TokioExecutor::new()).build(http)
}
// A helper gets it by `&mut`.
fn connector_lent() -> Client<HttpConnector, String> {
    let mut http = HttpConnector::new();
    prepare(&mut http);
    Client::builder(TokioExecutor::new()).build(http)
}
async fn actix_set() -> std::io::Result<()> {
    let mut server = HttpServer::new(|| App::new());
    server = server.tcp_nodelay(true);
    server.bind("0.0.0.0:80")?.run().await
}
async fn old_hyper_set(addr: SocketAddr) {
    hyper::Server::bind(&addr).tcp_nodelay(true).serve(make()).await.unwrap();
}
// reqwest turns Nagle off by itself.
fn client() -> reqwest::Client {
    reqwest::Client::builder().build().unwrap()
}
