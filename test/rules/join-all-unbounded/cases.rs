// deps: futures = "0.3", tokio = "1"
use futures::future::{self, try_join_all};

struct Api;
impl Api { async fn send(&self, _: &str) -> Result<u8, ()> { Ok(1) } }
async fn fetch(_: &str) -> u8 { 1 }
async fn compute(_: &str) -> u8 { 1 }
async fn collected(urls: &[String]) {
    let all: Vec<_> = urls.iter().map(|url| fetch(url)).collect();
    future::join_all(all).await; //~ join-all-unbounded
}
async fn blocks(api: &Api, names: Vec<String>) -> Result<Vec<u8>, ()> {
    try_join_all(names.iter().map(|name| async move { api.send(name).await })).await //~ join-all-unbounded
}
async fn named(paths: Vec<String>) {
    futures_util::future::join_all(paths.into_iter().map(tokio::fs::read)).await; //~ join-all-unbounded
}
// A known number.
async fn few() { future::join_all([fetch("a"), fetch("b")]).await; }
async fn ranged() { future::join_all((0..4).map(|_| fetch("a"))).await; }
// A limit.
async fn chunked(urls: Vec<String>) {
    for some in urls.chunks(16) { future::join_all(some.iter().map(|url| fetch(url))).await; }
}
async fn permitted(urls: Vec<String>, slots: &tokio::sync::Semaphore) {
    future::join_all(urls.iter().map(|url| async move { let _slot = slots.acquire().await; fetch(url).await })).await;
}
// Tasks that run already.
async fn handles(handles: Vec<tokio::task::JoinHandle<u8>>) { future::join_all(handles).await; }
// Nothing outside is asked.
async fn local(names: Vec<String>) { future::join_all(names.iter().map(|name| compute(name))).await; }
// A few backends.
async fn backends(backends: Vec<String>) { future::join_all(backends.iter().map(|one| fetch(one))).await; }
async fn nodes(cluster: &Cluster) {
    let per_node_pools = cluster.all();
    future::join_all(per_node_pools.map(|pool| fetch(pool))).await;
}
async fn hosts(names: Vec<String>) { future::join_all(names.iter().map(|host| fetch(host))).await; }
// The work goes on already: only its answers are waited for.
async fn answers(all: Vec<tokio::sync::oneshot::Receiver<u8>>) {
    let get_answer = |one: tokio::sync::oneshot::Receiver<u8>| async { one.await };
    future::join_all(all.into_iter().map(get_answer)).await;
}
struct Cluster;
impl Cluster { fn all(&self) -> std::vec::IntoIter<&'static str> { vec!["a"].into_iter() } }
// A function of the same name.
fn join_all(_: Vec<String>) {}
fn own(names: Vec<String>) { join_all(names.iter().map(|name| name.clone()).collect()); }
