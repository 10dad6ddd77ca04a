// The side thread for clean-up has a small runtime of its own; what serves has them all.
#[tokio::main]
async fn main() {
    std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {});
    });
    serve().await;
}

async fn serve() {
    let listener = tokio::net::TcpListener::bind("0.0.0.0:80").await.unwrap();
    axum::serve(listener, axum::Router::new()).await.unwrap();
}
