use tokio::net::{TcpListener, TcpStream};
use tokio::runtime;

fn main() {
    runtime::Builder::new_multi_thread()
        .worker_threads(1) //~ runtime-flavor
        .enable_all()
        .build()
        .unwrap()
        .block_on(accept());
}

async fn accept() {
    let listener = TcpListener::bind("0.0.0.0:80").await.unwrap();
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        tokio::spawn(answer(stream));
    }
}

async fn answer(_: TcpStream) {}
