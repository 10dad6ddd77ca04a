// deps: tokio
use std::net::{IpAddr, Ipv4Addr, ToSocketAddrs};

// Addresses in numbers, whatever they are called, need no look-up.
pub async fn numbers() -> usize {
    let local = (Ipv4Addr::LOCALHOST, 80).to_socket_addrs().unwrap().count();
    local + (IpAddr::V4(Ipv4Addr::new(10, 0, 0, 1)), 80).to_socket_addrs().unwrap().count()
}
pub async fn named(host: &str) -> usize {
    (host, 80).to_socket_addrs().unwrap().count() //~ blocking-dns-in-async
}
