// deps: sqlx = "0.8", bb8 = "0.9", deadpool-postgres = "0.14", reqwest = "0.12", tokio = "1"
use std::sync::Arc;
use std::time::Duration;

struct App {
    pool: deadpool_postgres::Pool,
    redis: bb8::Pool<bb8_redis::RedisConnectionManager>,
    sql: Arc<sqlx::SqlitePool>,
    http: reqwest::Client,
    lock: tokio::sync::Mutex<u8>,
}
impl App {
    async fn sleeps(&self) {
        let conn = self.pool.get().await.unwrap(); //~ pool-conn-across-await
        tokio::time::sleep(Duration::from_secs(1)).await;
        conn.query("select 1", &[]).await.unwrap();
    }
    async fn locks(&self) {
        let mut redis = self.redis.get().await.unwrap(); //~ pool-conn-across-await
        let key = self.lock.lock().await;
        redis.set("a", *key).await.unwrap();
    }
    async fn reads(&self) -> std::io::Result<()> {
        let mut conn = self.sql.acquire().await.unwrap(); //~ pool-conn-across-await
        if let Ok(text) = tokio::fs::read_to_string("x").await {
            sqlx::query(&text).execute(&mut *conn).await.unwrap();
        }
        Ok(())
    }
    async fn fetches(&self) {
        let conn = match self.pool.get().await {
            Ok(conn) => conn,
            Err(_) => return,
        };
        conn.query("select 1", &[]).await.unwrap();
    }
    async fn owned(&self) {
        let conn = self.redis.get_owned().await.unwrap(); //~ pool-conn-across-await
        let reply = self.http.get("http://x").send().await.unwrap();
        drop((conn, reply));
    }

    // Given back before the wait.
    async fn dropped(&self) {
        let conn = self.pool.get().await.unwrap();
        conn.query("select 1", &[]).await.unwrap();
        drop(conn);
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    // In a block of its own.
    async fn scoped(&self) {
        {
            let conn = self.pool.get().await.unwrap();
            conn.query("select 1", &[]).await.unwrap();
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    // A transaction keeps its connection.
    async fn transaction(&self) {
        let mut tx = self.sql.begin().await.unwrap();
        tokio::time::sleep(Duration::from_millis(1)).await;
        sqlx::query("x").execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
    }
    // Only the connection's own work.
    async fn own(&self) {
        let conn = self.pool.get().await.unwrap();
        let rows = conn.query("select 1", &[]).await.unwrap();
        handle(rows).await;
    }
    // The wait comes first.
    async fn first(&self) {
        let reply = self.http.get("http://x").send().await.unwrap();
        let conn = self.pool.get().await.unwrap();
        conn.query("select $1", &[&reply.status().as_str()]).await.unwrap();
    }
    // No pool.
    async fn map(&self, cell: &tokio::sync::OnceCell<u8>) {
        let value = cell.get();
        tokio::time::sleep(Duration::from_secs(1)).await;
        drop(value);
    }
}
async fn handle<T>(_: T) {}
