#[tokio::main(flavor = "multi_thread", worker_threads = 1)] //~ runtime-flavor
async fn main() {
    let router = axum::Router::new();
    serve(router).await;
}

async fn serve(router: axum::Router) {
    let listener = tokio::net::TcpListener::bind("0.0.0.0:80").await.unwrap();
    axum::serve(listener, router).await.unwrap();
}
