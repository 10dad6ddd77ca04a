// deps: tokio, axum = "0.8", warp = "0.3", actix-web = "4", hyper = "1", reqwest, futures, async-trait, tower, tonic
use std::sync::Arc;
use warp::Filter;

pub fn inline(app: axum::Router) -> axum::Router {
    use axum::routing::get;
    app.route("/a", get(|| async {
        let client = reqwest::Client::new(); //~ http-client-per-request
        client.get("http://a").send().await.unwrap().text().await.unwrap()
    }))
    .route("/b", get(health).post(|body: String| async move {
        reqwest::Client::new().post("http://b").body(body).send().await.unwrap(); //~ http-client-per-request
    }))
}

async fn health() -> &'static str {
    "ok"
}

pub fn actix(cfg: &mut actix_web::web::ServiceConfig) {
    use actix_web::web;
    cfg.route("/x", web::get().to(|| async { reqwest::get("http://x").await.unwrap().text().await.unwrap() })); //~ http-client-per-request
}

async fn hook(body: String) -> Result<impl warp::Reply, warp::Rejection> {
    let client = reqwest::Client::builder().danger_accept_invalid_certs(true).build().unwrap(); //~ http-client-per-request
    client.post("http://x").body(body).send().await.ok();
    Ok(warp::reply())
}

pub async fn warped() {
    let base = warp::path("hook").and(warp::body::json());
    warp::serve(base.and_then(hook)).run(([0, 0, 0, 0], 80)).await;
}

async fn forward(path: String) -> String {
    let client = reqwest::Client::new(); //~ http-client-per-request
    client.get(path).send().await.unwrap().text().await.unwrap()
}

pub fn hypered(base: String) {
    let service = hyper::service::service_fn(move |req| forward(format!("{base}{}", req.uri())));
    drop(service);
}

pub struct Claims;
impl<S: Send + Sync> axum::extract::FromRequestParts<S> for Claims {
    type Rejection = axum::http::StatusCode;
    async fn from_request_parts(_: &mut axum::http::request::Parts, _: &S) -> Result<Self, Self::Rejection> {
        let keys = reqwest::get("http://keys").await.map_err(|_| axum::http::StatusCode::UNAUTHORIZED)?; //~ http-client-per-request
        drop(keys);
        Ok(Claims)
    }
}

#[async_trait::async_trait]
pub trait Mailer: Send + Sync {
    async fn mail(&self, to: &str) -> anyhow::Result<()>;
    async fn warm(&self) -> anyhow::Result<()>;
}
pub struct Http {
    url: String,
}
#[async_trait::async_trait]
impl Mailer for Http {
    async fn mail(&self, to: &str) -> anyhow::Result<()> {
        let client = reqwest::Client::new(); //~ http-client-per-request
        client.post(&self.url).body(to.to_string()).send().await?;
        Ok(())
    }
    // A loop over trait objects comes to each of them once.
    async fn warm(&self) -> anyhow::Result<()> {
        reqwest::get(&self.url).await?;
        Ok(())
    }
}
pub async fn send(axum::extract::State(mailer): axum::extract::State<Arc<dyn Mailer>>, to: String) {
    mailer.mail(&to).await.ok();
}
pub async fn warm_all(mailers: Vec<Box<dyn Mailer>>) {
    for mailer in &mailers {
        mailer.warm().await.ok();
    }
}

pub async fn crawl(urls: Vec<String>) {
    let mut set = tokio::task::JoinSet::new();
    for url in urls {
        set.spawn(async move {
            let client = reqwest::Client::new(); //~ http-client-per-request
            client.get(&url).send().await.is_ok()
        });
    }
}

pub async fn all(urls: Vec<String>) -> Vec<bool> {
    futures::future::join_all(urls.into_iter().map(|url| async move {
        reqwest::get(url).await.is_ok() //~ http-client-per-request
    }))
    .await
}

// Workers: each uses its client again and again.
pub fn workers(urls: Vec<String>) {
    for url in urls {
        tokio::spawn(async move {
            let client = reqwest::Client::new();
            loop {
                client.get(&url).send().await.ok();
            }
        });
    }
}

// As many as were asked for, not one for each piece of work.
pub fn load(n: usize) {
    for _ in 0..n {
        tokio::spawn(async move {
            let client = reqwest::Client::new();
            client.get("http://x").send().await.ok();
        });
    }
}

// A service that opens connections is asked seldom.
pub async fn connector() {
    let channel = tonic::transport::Endpoint::from_static("http://x")
        .connect_with_connector(tower::service_fn(|_: axum::http::Uri| async { reqwest::get("http://token").await }))
        .await;
    drop(channel);
}

// The result is kept.
#[cached::proc_macro::cached(time = 3600)]
async fn metadata(url: String) -> Option<String> {
    let client = reqwest::Client::new();
    client.get(url).send().await.ok()?.text().await.ok()
}
pub async fn login(axum::Json(url): axum::Json<String>) -> Option<String> {
    metadata(url).await
}

// A closure given to something else.
pub fn table() -> Vec<reqwest::Client> {
    std::iter::from_fn(|| Some(reqwest::Client::new())).take(1).collect()
}
