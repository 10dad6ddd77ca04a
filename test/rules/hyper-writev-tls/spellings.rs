// deps: hyper = "1", hyper-util = "0.1", tokio-rustls = "0.26", hyper-rustls = "0.27"
use hyper::server::conn::http1::{self, Builder};
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

async fn statement(acceptor: TlsAcceptor, stream: TcpStream) {
    let mut builder = http1::Builder::new();
    builder.writev(true); //~ hyper-writev-tls
    let stream = acceptor.accept(stream).await.unwrap();
    builder.serve_connection(TokioIo::new(stream), service()).await.unwrap();
}
fn given(mut builder: Builder, tls: native_tls::TlsAcceptor) -> (Builder, native_tls::TlsAcceptor) {
    builder.keep_alive(true).writev(true); //~ hyper-writev-tls
    (builder, tls)
}
fn client(https: hyper_rustls::HttpsConnector<()>) {
    let client = Client::builder(TokioExecutor::new())
        .http1_writev(true) //~ hyper-writev-tls
        .build::<_, String>(https);
    drop(client);
}
fn both(stream: openssl::ssl::SslStream<std::net::TcpStream>) {
    drop(stream);
    let _ = hyper::client::conn::http1::Builder::new().writev(true).title_case_headers(true); //~ hyper-writev-tls
}

// A plain socket.
async fn plain(stream: TcpStream) {
    Builder::new().writev(true).serve_connection(TokioIo::new(stream), service()).await.unwrap();
}
// Turned off.
async fn off(stream: tokio_rustls::server::TlsStream<TcpStream>) {
    Builder::new().writev(false).serve_connection(TokioIo::new(stream), service()).await.unwrap();
}
// Detected.
async fn detected(stream: tokio_rustls::server::TlsStream<TcpStream>) {
    Builder::new().serve_connection(TokioIo::new(stream), service()).await.unwrap();
}
// Not known here.
async fn computed(stream: tokio_rustls::server::TlsStream<TcpStream>, on: bool) {
    Builder::new().writev(on).serve_connection(TokioIo::new(stream), service()).await.unwrap();
}
// A setting of one's own.
struct Tls;
struct TlsOptions;
impl TlsOptions {
    fn new() -> Self { TlsOptions }
    fn writev(self, _: bool) -> Self { self }
}
fn own(_: Tls) -> TlsOptions {
    TlsOptions::new().writev(true)
}
// No function speaks of both.
fn apart(mut builder: Builder) -> Builder {
    builder.writev(true);
    builder
}
