// deps: sqlx = { version = "0.8", features = ["postgres"] }, axum = "0.8", tokio
use axum::extract::State;
use sqlx::PgPool;
use std::collections::HashMap;
use std::sync::Arc;

pub struct Order {
    user: i64,
    item: i64,
}
pub struct User;
pub struct Repo {
    pool: PgPool,
    names: HashMap<i64, String>,
}

impl Repo {
    pub async fn user(&self, id: i64) -> anyhow::Result<User> {
        Ok(sqlx::query_as!(User, "SELECT id FROM users WHERE id = $1", id).fetch_one(&self.pool).await?)
    }
    pub async fn find_item(&self, id: i64) -> anyhow::Result<i64> {
        Ok(sqlx::query_scalar("SELECT price FROM items WHERE id = $1").bind(id).fetch_one(&self.pool).await?)
    }
    pub async fn users(&self, ids: &[i64]) -> anyhow::Result<Vec<User>> {
        Ok(sqlx::query_as("SELECT id FROM users WHERE id = ANY($1)").bind(ids).fetch_all(&self.pool).await?)
    }
    pub async fn name_cached(&self, id: i64) -> anyhow::Result<String> {
        if let Some(name) = self.names.get(&id) {
            return Ok(name.clone());
        }
        Ok(sqlx::query_scalar("SELECT name FROM users WHERE id = $1").bind(id).fetch_one(&self.pool).await?)
    }
    pub async fn create_index(&self, table: &str) -> anyhow::Result<()> {
        sqlx::query("SELECT make_index($1)").bind(table).execute(&self.pool).await?;
        Ok(())
    }
    pub async fn total(&self, orders: &[Order]) -> anyhow::Result<i64> {
        let mut sum = 0;
        for order in orders {
            sum += self.find_item(order.item).await?; //~ query-in-loop
        }
        Ok(sum)
    }
}

pub async fn handler(State(repo): State<Arc<Repo>>, orders: Vec<Order>) {
    for order in &orders {
        let id = order.user;
        if repo.user(id).await.is_err() { //~ query-in-loop
            continue;
        }
    }
}

pub async fn by_pool(pool: &PgPool, ids: Vec<i64>) -> anyhow::Result<()> {
    for id in ids {
        load_one(pool, id).await?; //~ query-in-loop
    }
    Ok(())
}

async fn load_one(pool: &PgPool, id: i64) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT id FROM users WHERE id = $1").bind(id).fetch_one(pool).await
}

// Many at a time.
pub async fn in_chunks(repo: &Repo, ids: &[i64]) -> anyhow::Result<()> {
    for chunk in ids.chunks(100) {
        repo.users(chunk).await?;
    }
    Ok(())
}

// Asked only where it is not known.
pub async fn remembered(repo: &Repo, ids: &[i64]) -> anyhow::Result<()> {
    for id in ids {
        repo.name_cached(*id).await?;
    }
    Ok(())
}

// Each element brings its own database.
pub async fn shards(shards: Vec<Repo>) -> anyhow::Result<()> {
    for shard in &shards {
        shard.user(1).await?;
        load_one(&shard.pool, 1).await?;
    }
    Ok(())
}

// Tried again until it works.
pub async fn retried(repo: &Repo, id: i64) -> Option<User> {
    for attempt in 0..5 {
        if let Ok(user) = repo.user(id).await {
            return Some(user);
        }
        tokio::time::sleep(std::time::Duration::from_secs(attempt)).await;
    }
    None
}

// Tables are made one by one.
pub async fn indexes(repo: &Repo, tables: &[String]) -> anyhow::Result<()> {
    for table in tables {
        repo.create_index(table).await?;
    }
    Ok(())
}
