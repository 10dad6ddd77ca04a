// deps: tokio = "1"
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};

async fn direct(host: &str, port: u16) -> std::io::Result<()> {
    let _ = host.to_socket_addrs()?; //~ blocking-dns-in-async
    let _ = (host, port).to_socket_addrs()?.next(); //~ blocking-dns-in-async
    Ok(())
}
async fn chained(host: String) -> Option<SocketAddr> {
    format!("{host}:443")
        .to_socket_addrs() //~ blocking-dns-in-async
        .ok()?
        .next()
}
async fn by_path(host: &str) {
    let _ = ToSocketAddrs::to_socket_addrs(host); //~ blocking-dns-in-async
}
fn resolve(host: &str) -> Option<SocketAddr> {
    host.to_socket_addrs().ok()?.next()
}
async fn caller() {
    resolve("example.com:80"); //~ blocking-dns-in-async
}

// Addresses need no look-up.
async fn addresses(a: SocketAddr, ip: IpAddr) -> std::io::Result<()> {
    let _ = a.to_socket_addrs()?;
    let _ = (ip, 80).to_socket_addrs()?;
    let _ = "127.0.0.1:80".to_socket_addrs()?;
    Ok(())
}
// What a resolver answered is addresses, whatever type it has.
async fn answered(resolver: Resolver, name: &str) -> std::io::Result<Vec<SocketAddr>> {
    let found = resolver.lookup_ip(name).await?.iter().map(|ip| (ip, 0_u16).to_socket_addrs());
    found.map(|addresses| addresses.map(|mut one| one.next().unwrap())).collect()
}
async fn not_answered(hosts: Vec<String>) -> usize {
    hosts.iter().filter_map(|host| (host.as_str(), 80).to_socket_addrs().ok()).count() //~ blocking-dns-in-async
}
// The async look-up, and async-std's method, which is awaited.
async fn good(host: &str) -> std::io::Result<()> {
    let _ = tokio::net::lookup_host(host).await?;
    let _ = host.to_socket_addrs().await?;
    Ok(())
}
// tokio resolves names on the blocking pool itself.
async fn connect() {
    let _ = tokio::net::TcpStream::connect("example.com:80").await;
}
// A trait of our own.
struct Peer;
impl Peer {
    fn to_socket_addrs(&self) -> Vec<SocketAddr> {
        vec![]
    }
}
async fn own(p: Peer) {
    p.to_socket_addrs();
}
// Handed to the blocking pool.
async fn pool(host: String) {
    let _ = tokio::task::spawn_blocking(move || host.to_socket_addrs().map(|mut a| a.next())).await;
}
// The address to listen on, once.
async fn listen(host: &str) -> std::io::Result<()> {
    let addr = host.to_socket_addrs()?.next().unwrap();
    let _ = tokio::net::TcpListener::bind(addr).await?;
    Ok(())
}
