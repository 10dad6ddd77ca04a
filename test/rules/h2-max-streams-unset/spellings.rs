// deps: tonic = "0.14", hyper = "1", hyper-util = "0.1"
use std::net::SocketAddr;
use tonic::transport::{self, server::Server as Grpc};

async fn shutdown(addr: SocketAddr) {
    let server = transport::Server::builder().add_service(greeter()); //~ h2-max-streams-unset
    let server = server.add_service(health());
    server.serve_with_shutdown(addr, async {}).await.unwrap();
}
async fn changed(addr: SocketAddr, tls: bool) {
    let mut builder = Grpc::builder(); //~ h2-max-streams-unset
    if tls {
        builder = builder.tls_config(config()).unwrap();
    }
    let mut router = builder.add_service(greeter());
    if tls {
        router = router.add_service(health());
    }
    tokio::spawn(async move { router.serve(addr).await });
}
async fn limited_otherwise(addr: SocketAddr) {
    Grpc::builder() //~ h2-max-streams-unset
        .concurrency_limit_per_connection(64)
        .layer(tower::ServiceBuilder::new())
        .add_service(greeter())
        .serve(addr)
        .await
        .unwrap();
}
fn removed() {
    let mut http = hyper::server::conn::http2::Builder::new(hyper_util::rt::TokioExecutor::new());
    http.max_concurrent_streams(None); //~ h2-max-streams-unset
}

// Set further down.
async fn set(addr: SocketAddr) {
    let mut builder = Grpc::builder();
    builder = builder.timeout(std::time::Duration::from_secs(1));
    builder = builder.max_concurrent_streams(Some(100));
    builder.add_service(greeter()).serve(addr).await.unwrap();
}
// A helper may set it.
async fn helped(addr: SocketAddr) {
    let builder = configure(Grpc::builder());
    builder.add_service(greeter()).serve(addr).await.unwrap();
}
async fn given(builder: Grpc, addr: SocketAddr) {
    builder.clone().add_service(greeter()).serve(addr).await.unwrap();
}
// hyper keeps its limit of 200.
fn plain() {
    let mut http = hyper::server::conn::http2::Builder::new(hyper_util::rt::TokioExecutor::new());
    http.max_header_list_size(1 << 14);
}
// A server of another kind.
mod own {
    pub struct Server;
    impl Server {
        pub fn builder() -> Server { Server }
        pub async fn serve(self, _: std::net::SocketAddr) {}
    }
}
async fn other(addr: SocketAddr) {
    own::Server::builder().serve(addr).await;
}
// Never served.
fn unused() -> Grpc {
    Grpc::builder()
}
