// deps: tokio, clap
use tokio::net::TcpListener;

async fn refresh(_key: String) {}

// The program serves, whatever arguments it reads.
pub async fn refresh_all(keys: Vec<String>) {
    for key in keys {
        tokio::spawn(refresh(key)); //~ unbounded-spawn
    }
}
pub async fn serve(listener: TcpListener) {
    while let Ok((socket, _)) = listener.accept().await {
        drop(socket);
    }
}
