//! Who is where, kept in Redis so that every node agrees.

use redis::AsyncCommands;
use serde::Serialize;

use crate::{error::ApiResult, protocol::now, state::AppState};

#[derive(Debug, Serialize)]
pub struct Presence {
    pub user: String,
    pub last_seen: Option<u64>,
}

pub async fn touch(state: &AppState, room: &str, user: &str) -> ApiResult<()> {
    let mut redis = state.redis.clone();
    let _: () = redis::pipe()
        .sadd(format!("chat:members:{room}"), user)
        .ignore()
        .set_ex(format!("chat:seen:{user}"), now(), 3600)
        .ignore()
        .query_async(&mut redis)
        .await?;
    Ok(())
}

pub async fn clear(state: &AppState, user: &str) -> ApiResult<()> {
    let mut redis = state.redis.clone();
    let _: () = redis.del(format!("chat:seen:{user}")).await?;
    Ok(())
}

pub async fn members(state: &AppState, room: &str) -> ApiResult<Vec<Presence>> {
    let mut redis = state.redis.clone();
    let users: Vec<String> = redis.smembers(format!("chat:members:{room}")).await?;
    let mut present = Vec::new();
    for user in users {
        let last_seen: Option<u64> = redis.get(format!("chat:seen:{user}")).await?;
        present.push(Presence { user, last_seen });
    }
    Ok(present)
}

pub async fn online(state: &AppState) -> ApiResult<u64> {
    let mut redis = state.redis.clone();
    let count: u64 = redis.scard("chat:online").await?;
    Ok(count.max(state.sessions.count() as u64))
}
