use axum::{serve, Router};

#[tokio::main]
async fn main() {
    let listener = tokio::net::TcpListener::bind("0.0.0.0:80").await.unwrap();
    if std::env::args().count() > 1 {
        serve(listener, Router::new()).await.unwrap(); //~ server-nodelay-missing
    } else {
        // Set on the server.
        serve(listener, Router::new()).tcp_nodelay(true).await.unwrap();
    }
}
