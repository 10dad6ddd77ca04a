// deps: sqlx, axum = "0.8", dashmap, tokio-postgres
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
