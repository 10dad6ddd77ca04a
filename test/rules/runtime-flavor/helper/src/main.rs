use tokio::runtime::{Builder, Runtime};

fn main() -> std::io::Result<()> {
    start()
}

fn start() -> std::io::Result<()> {
    let runtime: Runtime = Builder::new_current_thread().enable_all().build()?; //~ runtime-flavor
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("0.0.0.0:80").await?;
        axum::serve(listener, axum::Router::new()).await
    })
}
