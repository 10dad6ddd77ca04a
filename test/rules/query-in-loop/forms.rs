// deps: sqlx = { version = "0.8", features = ["postgres"] }, redis = "0.32", tokio-postgres = "0.7", sea-orm = "1", diesel = "2", futures = "0.3"
use futures::{StreamExt, TryStreamExt};
use redis::aio::{ConnectionManager, MultiplexedConnection as Conn};
use redis::AsyncCommands;
use sqlx::{query, query_as, PgPool};

struct App {
    redis: ConnectionManager,
    pool: PgPool,
}

async fn macros(app: &App, ids: Vec<i64>) -> Result<(), sqlx::Error> {
    for id in ids {
        let name = format!("user {id}");
        sqlx::query!("UPDATE users SET name = $1 WHERE id = $2", name, id)
            .execute(&app.pool) //~ query-in-loop
            .await?;
    }
    Ok(())
}

async fn derived(app: &App, ids: &[i64]) -> Result<(), sqlx::Error> {
    for (i, id) in ids.iter().enumerate() {
        let next = id + 1;
        let row: (i64,) = query_as("SELECT $1").bind(next).fetch_one(&app.pool).await?; //~ query-in-loop
        drop((i, row));
    }
    Ok(())
}

async fn cached(app: &App, keys: &[String]) -> redis::RedisResult<Vec<String>> {
    let mut con = app.redis.clone();
    let mut all = Vec::new();
    for key in keys {
        all.push(con.get(key).await?); //~ query-in-loop
    }
    Ok(all)
}

async fn commands(mut con: Conn, keys: &[String]) -> redis::RedisResult<()> {
    for key in keys {
        redis::cmd("DEL").arg(key).query_async::<()>(&mut con).await?; //~ query-in-loop
    }
    Ok(())
}

async fn postgres(client: &tokio_postgres::Client, ids: &[i32]) {
    for id in ids {
        client.query_one("SELECT name FROM t WHERE id = $1", &[id]).await.unwrap(); //~ query-in-loop
    }
}

async fn rows(app: &App, client: &tokio_postgres::Client) -> Result<(), sqlx::Error> {
    let mut rows = sqlx::query_scalar::<_, i64>("SELECT id FROM t").fetch(&app.pool);
    while let Some(id) = rows.try_next().await? {
        client.execute("DELETE FROM u WHERE id = $1", &[&id]).await.unwrap(); //~ query-in-loop
    }
    Ok(())
}

mod users {
    pub struct Entity;
}
async fn entities(db: &sea_orm::DatabaseConnection, ids: &[i32]) {
    for id in ids {
        users::Entity::find_by_id(*id).one(db).await.unwrap(); //~ query-in-loop
    }
}

// All at once.
async fn together(app: &App, ids: &[i64]) -> Result<(), sqlx::Error> {
    query("DELETE FROM t WHERE id = ANY($1)").bind(ids).execute(&app.pool).await?;
    Ok(())
}

// Chunks are batches.
async fn chunked(app: &App, ids: &[i64]) -> Result<(), sqlx::Error> {
    for some in ids.chunks(500) {
        query("DELETE FROM t WHERE id = ANY($1)").bind(some).execute(&app.pool).await?;
    }
    Ok(())
}

// Tries again.
async fn tried(app: &App, id: i64) -> Result<(), sqlx::Error> {
    for attempt in 0..5 {
        if query("SELECT $1").bind(id + attempt).execute(&app.pool).await.is_ok() {
            break;
        }
    }
    Ok(())
}

// Messages come one by one.
async fn served(app: &App, mut rx: tokio::sync::mpsc::Receiver<i64>) {
    while let Some(id) = rx.recv().await {
        query("SELECT $1").bind(id).execute(&app.pool).await.unwrap();
    }
}

// A map, not a connection.
fn map(map: &std::collections::HashMap<String, u32>, keys: &[String]) -> u32 {
    keys.iter().filter_map(|key| map.get(key)).sum()
}

// A pipeline gathers, one round trip.
async fn piped(mut con: Conn, keys: &[String]) -> redis::RedisResult<()> {
    let mut pipe = redis::pipe();
    for key in keys {
        pipe.del(key);
    }
    pipe.query_async(&mut con).await
}

// The same statements, whatever the element.
async fn tables(app: &App) -> Result<(), sqlx::Error> {
    for table in ["a", "b", "c", "d", "e", "f"] {
        query(&format!("VACUUM {table}")).execute(&app.pool).await?;
    }
    Ok(())
}
