// deps: reqwest = "0.12", axum = "0.8", actix-web = "4", tokio = "1"
use actix_web::{get, web, HttpResponse};
use axum::extract::{Path, State};
use axum::routing::post;
use axum::Router;
use reqwest::{blocking, Client as HttpClient, ClientBuilder};
use std::collections::HashMap;
use std::time::Duration;

// A handler by its route attribute.
#[get("/page")]
async fn page(query: web::Query<String>) -> HttpResponse {
    let text = reqwest::get(query.into_inner()).await.unwrap().text().await.unwrap(); //~ http-client-per-request
    HttpResponse::Ok().body(text)
}
// Through two functions, from a handler named in a router.
fn router() -> Router {
    Router::new().route("/hook", post(hook))
}
async fn hook(body: String) -> String {
    deliver(&body).await
}
async fn deliver(body: &str) -> String {
    send(body).await.unwrap_or_default()
}
async fn send(body: &str) -> reqwest::Result<String> {
    let client = HttpClient::builder() //~ http-client-per-request
        .timeout(Duration::from_secs(3))
        .build()?;
    client.post("http://x").body(body.to_owned()).send().await?.text().await
}
// In a loop.
async fn crawl(urls: Vec<String>) -> reqwest::Result<usize> {
    let mut total = 0;
    for url in urls {
        let client = ClientBuilder::new().gzip(true).build()?; //~ http-client-per-request
        total += client.get(url).send().await?.bytes().await?.len();
    }
    Ok(total)
}
fn crawl_blocking(urls: &[String]) -> Vec<String> {
    urls.iter()
        .map(|url| blocking::get(url).unwrap().text().unwrap()) //~ http-client-per-request
        .collect()
}
// Called in a loop.
async fn poll(ids: &[u64]) {
    for id in ids {
        status(*id).await;
    }
}
async fn status(id: u64) -> Option<String> {
    let client = reqwest::Client::default(); //~ http-client-per-request
    client.get(format!("http://x/{id}")).send().await.ok()?.text().await.ok()
}
// A task for each connection.
async fn serve(listener: tokio::net::TcpListener) {
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        tokio::spawn(async move {
            let _keep = stream;
            let client = HttpClient::new(); //~ http-client-per-request
            client.get("http://x").send().await.unwrap();
        });
    }
}

// Made once, kept in the state.
#[derive(Clone)]
struct App {
    http: HttpClient,
}
impl App {
    fn new() -> Self {
        App { http: HttpClient::new() }
    }
}
async fn handler(State(app): State<App>, Path(id): Path<u64>) -> String {
    app.http.get(format!("http://x/{id}")).send().await.unwrap().text().await.unwrap()
}
// One for each tenant, kept in a map.
fn per_tenant(names: &[String]) -> HashMap<String, HttpClient> {
    let mut clients = HashMap::new();
    for name in names {
        clients.insert(name.clone(), HttpClient::new());
    }
    clients
}
// Each has a proxy of its own.
async fn through_proxies(proxies: Vec<String>) -> reqwest::Result<()> {
    for proxy in proxies {
        let client = HttpClient::builder().proxy(reqwest::Proxy::all(proxy)?).build()?;
        client.get("http://x").send().await?;
    }
    Ok(())
}
// A single call of a tool.
async fn update_check() -> reqwest::Result<String> {
    reqwest::get("http://x/version").await?.text().await
}
// It polls once a minute.
async fn watch() {
    loop {
        let client = HttpClient::new();
        let _ = client.get("http://x").send().await;
        tokio::time::sleep(Duration::from_secs(60)).await;
    }
}
// In a cell, for the first request only.
async fn lazily(cell: &tokio::sync::OnceCell<HttpClient>) -> &HttpClient {
    cell.get_or_init(|| async { HttpClient::new() }).await
}
// Clones share the pool.
async fn cloned(client: HttpClient, urls: Vec<String>) {
    for url in urls {
        let client = client.clone();
        tokio::spawn(async move { client.get(url).send().await });
    }
}
// Another type of that name.
mod own {
    pub struct Client;
    impl Client { pub fn new() -> Self { Client } }
}
async fn other(axum::Json(_): axum::Json<u8>) {
    let _ = own::Client::new();
}
#[cfg(test)]
mod tests {
    async fn requests() {
        for _ in 0..100 {
            reqwest::get("http://x").await.unwrap();
        }
    }
}
