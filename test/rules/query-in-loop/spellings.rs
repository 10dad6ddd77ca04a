// deps: sqlx = { version = "0.8", features = ["postgres"] }, redis = "0.32", tokio = "1"
use redis::AsyncCommands;
use sqlx::{PgPool, Row};

pub struct Repo {
    pool: PgPool,
}

pub async fn a(pool: &PgPool, ids: &[i64]) { for id in ids { sqlx::query("select 1 where id=$1").bind(id).execute(pool).await.unwrap(); } } //~ query-in-loop
pub async fn b(pool: &PgPool, ids: &[i64]) { for id in ids { let r = sqlx::query_as::<_, (i64,)>("select").bind(id).fetch_optional(pool).await; drop(r); } } //~ query-in-loop
pub async fn c(pool: &PgPool, ids: Vec<i64>) { let mut tx = pool.begin().await.unwrap(); for id in &ids { sqlx::query("insert").bind(id).execute(&mut *tx).await.unwrap(); } } //~ query-in-loop
pub async fn d(con: &mut redis::aio::MultiplexedConnection, ks: &[String]) { for k in ks { let _: () = con.set(k, 1).await.unwrap(); } } //~ query-in-loop
pub async fn e(pool: &PgPool, ids: &[i64]) { for _ in ids { sqlx::query("select now()").fetch_one(pool).await.unwrap(); } } //~ query-in-loop
pub async fn f(pool: &PgPool, n: usize) { for _ in 0..n { sqlx::query("insert into t default values").execute(pool).await.unwrap(); } } //~ query-in-loop
pub async fn i(pool: &PgPool) { for row in sqlx::query("select id from t").fetch_all(pool).await.unwrap() { let id: i64 = row.get("id"); sqlx::query("x").bind(id).execute(pool).await.unwrap(); } } //~ query-in-loop
impl Repo { pub async fn j(&self, ids: &[i64]) { let mut out = vec![]; for id in ids { out.push(sqlx::query_scalar::<_, i64>("x").bind(id).fetch_one(&self.pool).await.unwrap()); } } } //~ query-in-loop
pub async fn k(con: &mut redis::aio::ConnectionManager, ks: &[String]) { for k in ks { let _: Option<String> = redis::cmd("GET").arg(k).query_async(con).await.unwrap(); } } //~ query-in-loop
pub async fn l(pool: &PgPool, ids: &[i64]) { for id in ids { let q = sqlx::query("x").bind(id); q.execute(pool).await.unwrap(); } } //~ query-in-loop

// Waits until the answer changes.
pub async fn polled(pool: &PgPool) {
    for _ in 0..100 {
        if sqlx::query("select 1 from ready").fetch_optional(pool).await.unwrap().is_some() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    }
}
// Tries again.
pub async fn retried(pool: &PgPool) {
    for _attempt in 0..5 {
        if sqlx::query("select 1").execute(pool).await.is_ok() {
            break;
        }
    }
}
