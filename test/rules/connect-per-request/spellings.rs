// deps: axum = "0.8", sqlx = "0.8", redis = "0.32", tokio = "1", tokio-postgres = "0.7", mongodb = "3"
use axum::{extract::State, routing::get, Json, Router};
use redis::AsyncCommands;
use sqlx::postgres::{PgPool, PgPoolOptions};
use sqlx::Connection as _;
use std::time::Duration;
use tokio::net::TcpStream;

async fn pool_per_request(Json(url): Json<String>) -> i64 {
    let pool = PgPoolOptions::new()
        .max_connections(5)
        .connect(&url) //~ connect-per-request
        .await
        .unwrap();
    sqlx::query_scalar("select 1").fetch_one(&pool).await.unwrap()
}
async fn cached(State(app): State<App>, Json(key): Json<String>) -> String {
    let mut conn = app.redis.get_multiplexed_async_connection().await.unwrap(); //~ connect-per-request
    conn.get(key).await.unwrap()
}
async fn opened(Json(key): Json<String>) -> String {
    let client = redis::Client::open("redis://x").unwrap();
    let mut conn = client.get_connection().unwrap(); //~ connect-per-request
    redis::Commands::get(&mut conn, key).unwrap()
}
async fn batch(ids: &[i64]) {
    for id in ids {
        let (client, connection) = tokio_postgres::connect("host=x", tokio_postgres::NoTls).await.unwrap(); //~ connect-per-request
        tokio::spawn(connection);
        client.query("select $1", &[id]).await.unwrap();
    }
}
fn router() -> Router {
    Router::new().route("/", get(index))
}
async fn index() -> String {
    load().await
}
async fn load() -> String {
    let db = mongodb::Client::with_uri_str("mongodb://x").await.unwrap(); //~ connect-per-request
    db.database("a").name().to_owned()
}
async fn ask(Json(line): Json<String>) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut stream = TcpStream::connect("backend:9000").await.unwrap(); //~ connect-per-request
    stream.write_all(line.as_bytes()).await.unwrap();
    let mut out = String::new();
    stream.read_to_string(&mut out).await.unwrap();
    out
}

// Opened once, at start-up.
#[derive(Clone)]
struct App {
    pool: PgPool,
    redis: redis::Client,
    manager: redis::aio::ConnectionManager,
}
#[tokio::main]
async fn main() {
    let redis = redis::Client::open("redis://x").unwrap();
    let app = App {
        pool: PgPool::connect("postgres://x").await.unwrap(),
        manager: redis.get_connection_manager().await.unwrap(),
        redis,
    };
    let listener = tokio::net::TcpListener::bind("0.0.0.0:80").await.unwrap();
    axum::serve(listener, router().with_state(app)).await.unwrap();
}
// Borrowed and cloned.
async fn borrowed(State(app): State<App>) -> i64 {
    let mut conn = app.pool.acquire().await.unwrap();
    let _manager = app.manager.clone();
    sqlx::query_scalar("select 1").fetch_one(&mut *conn).await.unwrap()
}
// A pool's manager.
struct Manager;
impl bb8::ManageConnection for Manager {
    async fn connect(&self) -> Result<sqlx::PgConnection, sqlx::Error> {
        sqlx::PgConnection::connect("postgres://x").await
    }
}
// Comes back when the connection is lost.
async fn reconnect() {
    loop {
        if let Ok(mut conn) = sqlx::PgConnection::connect("postgres://x").await {
            let _ = conn.ping().await;
        }
        tokio::time::sleep(Duration::from_secs(5)).await;
    }
}
// A proxy: one connection out for each in.
async fn proxy(listener: tokio::net::TcpListener) {
    loop {
        let (mut inbound, _) = listener.accept().await.unwrap();
        tokio::spawn(async move {
            let mut outbound = TcpStream::connect("backend:9000").await.unwrap();
            tokio::io::copy_bidirectional(&mut inbound, &mut outbound).await.unwrap();
        });
    }
}
// A scan: the connections are the work.
async fn scan(ports: std::ops::Range<u16>) -> Vec<u16> {
    let mut open = Vec::new();
    for port in ports {
        if TcpStream::connect(("host", port)).await.is_ok() {
            open.push(port);
        }
    }
    open
}
// One for each shard, kept.
async fn shards(urls: &[String]) -> Vec<PgPool> {
    let mut pools = Vec::new();
    for url in urls {
        pools.push(PgPool::connect(url).await.unwrap());
    }
    pools
}
// Something else of that name.
mod own {
    pub struct Client;
    impl Client {
        pub fn get_connection(&self) -> u8 { 1 }
    }
}
async fn other(State(client): State<std::sync::Arc<own::Client>>) -> String {
    client.get_connection().to_string()
}
