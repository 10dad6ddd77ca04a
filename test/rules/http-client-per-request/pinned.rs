// deps: axum = "0.8", reqwest = "0.12", tokio = "1"
use std::net::SocketAddr;
use std::time::Duration;

fn usual() -> reqwest::ClientBuilder {
    reqwest::ClientBuilder::new().timeout(Duration::from_secs(30))
}
// Each target has its own addresses, looked up and allowed before.
pub async fn notify(axum::Json(host): axum::Json<String>) {
    let allowed: Vec<SocketAddr> = lookup(&host).await;
    let client = usual().resolve_to_addrs(&host, &allowed).build().unwrap();
    client.post(host).send().await.unwrap();
}
async fn lookup(_: &str) -> Vec<SocketAddr> {
    Vec::new()
}

fn plain() -> reqwest::ClientBuilder {
    reqwest::ClientBuilder::new().timeout(Duration::from_secs(30)) //~ http-client-per-request
}
pub async fn ask(axum::Json(host): axum::Json<String>) {
    plain().build().unwrap().post(host).send().await.unwrap();
}
