// edition: 2021
// deps: tokio, reqwest, url
pub async fn of_url(url: &reqwest::Url) {
    url.socket_addrs(|| Some(80)).unwrap(); //~ blocking-dns-in-async
}
pub async fn own_crate(url: url::Url) {
    url.socket_addrs(|| None).unwrap(); //~ blocking-dns-in-async
}

// Somebody else's method of that name.
pub struct Node;
impl Node {
    pub fn socket_addrs(&self, _: u16) -> Vec<std::net::SocketAddr> {
        Vec::new()
    }
}
pub async fn node(node: Node) {
    node.socket_addrs(80);
}
pub async fn off(url: url::Url) {
    tokio::task::spawn_blocking(move || url.socket_addrs(|| None)).await.unwrap().unwrap();
}
