// deps: tokio
use std::collections::HashMap;
use std::sync::Arc;
use tokio::net::{TcpListener, TcpStream};

#[derive(Clone)]
pub struct Config {
    hosts: Vec<String>,
    options: HashMap<String, String>,
}

pub struct Server {
    config: Config,
    shared: Arc<Config>,
}

async fn handle(_: TcpStream, _: Config) {}
async fn handle_shared(_: TcpStream, _: Arc<Config>) {}

impl Server {
    pub async fn serve(&self, listener: TcpListener) {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let config = self.config.clone(); //~ heavy-clone-in-loop
            tokio::spawn(async move { handle(stream, config).await });
        }
    }
    // One allocation for all of them.
    pub async fn serve_shared(&self, listener: TcpListener) {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let config = self.shared.clone();
            tokio::spawn(handle_shared(stream, config));
        }
    }
    // Taken before the loop: the tasks share nothing, and neither is copied again.
    pub async fn once(&self, listener: TcpListener) {
        let config = self.config.clone();
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            println!("{} for {stream:?}", config.hosts.len());
        }
    }
    // A loop until something works, that copies what it tries.
    pub async fn retry(&self, stream: TcpStream) {
        loop {
            let config = self.config.clone();
            handle(stream, config).await;
            break;
        }
    }
}
