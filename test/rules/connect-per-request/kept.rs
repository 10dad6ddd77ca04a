// deps: sqlx, axum = "0.8", dashmap, tokio-postgres, redis
use axum::extract::State;
use sqlx::PgPool;
use std::sync::Arc;

pub struct Pools(dashmap::DashMap<String, PgPool>);

impl Pools {
    // Found there the next time.
    pub async fn get(&self, url: &str) -> PgPool {
        if let Some(pool) = self.0.get(url) {
            return pool.clone();
        }
        let pool = PgPool::connect(url).await.unwrap();
        self.0.insert(url.to_string(), pool.clone());
        pool
    }
    pub async fn fresh(&self, url: &str) -> PgPool {
        PgPool::connect(url).await.unwrap() //~ connect-per-request
    }
}

pub async fn kept(State(pools): State<Arc<Pools>>) {
    pools.get("postgres://a").await;
}

pub async fn fresh(State(pools): State<Arc<Pools>>) {
    pools.fresh("postgres://a").await;
}

pub async fn configured(State(_): State<Arc<Pools>>) {
    let config = tokio_postgres::Config::new().host("db").connect(tokio_postgres::NoTls).await; //~ connect-per-request
    drop(config);
}

// A handler named as the crate is no part of the crate's paths.
pub async fn redis(State(_): State<Arc<Pools>>, key: String) -> String {
    let client = redis::Client::open("redis://cache").unwrap();
    let mut connection = client.get_multiplexed_async_connection().await.unwrap(); //~ connect-per-request
    redis::cmd("GET").arg(key).query_async(&mut connection).await.unwrap()
}
