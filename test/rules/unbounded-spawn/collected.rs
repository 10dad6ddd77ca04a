// deps: tokio
use tokio::net::TcpListener;
use tokio::task::JoinSet;

async fn check(_host: String) -> bool { true }
async fn handle(_socket: tokio::net::TcpStream) {}

// All of them run before the first is waited for.
pub async fn at_once(hosts: Vec<String>) -> usize {
    let mut set = JoinSet::new();
    for host in hosts {
        set.spawn(check(host)); //~ unbounded-spawn
    }
    let mut up = 0;
    while let Some(Ok(true)) = set.join_next().await {
        up += 1;
    }
    up
}

// One leaves before the next comes in.
pub async fn bounded(hosts: Vec<String>) {
    let mut set = JoinSet::new();
    for host in hosts {
        if set.len() == 16 {
            set.join_next().await;
        }
        set.spawn(check(host));
    }
}

pub async fn serve(listener: TcpListener) -> std::io::Result<()> {
    loop {
        let (socket, _) = listener.accept().await?;
        tokio::spawn(async move { handle(socket).await }); //~ unbounded-spawn
    }
}
