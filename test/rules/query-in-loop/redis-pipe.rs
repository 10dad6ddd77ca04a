// deps: redis = { version = "0.32", features = ["tokio-comp"] }
use redis::{pipe, AsyncCommands};

// A pipeline for each saves nothing over the messages.
pub async fn each(con: &mut redis::aio::MultiplexedConnection, keys: &[String]) -> redis::RedisResult<()> {
    for key in keys {
        let mut both = pipe();
        both.set(key, 1).expire(key, 60);
        let _: () = both.query_async(con).await?; //~ query-in-loop
    }
    Ok(())
}

pub async fn all(con: &mut redis::aio::MultiplexedConnection, keys: &[String]) -> redis::RedisResult<()> {
    let mut both = pipe();
    for key in keys {
        both.set(key, 1).expire(key, 60);
    }
    both.exec_async(con).await
}
