use std::time::{Duration, Instant};

use argon2::{Argon2, PasswordHash, PasswordVerifier};
use dashmap::DashMap;
use redis::AsyncCommands;

use crate::{
    error::{ApiError, ApiResult},
    state::AppState,
};

/// Checks the password and answers with a fresh session token.
pub async fn log_in(state: &AppState, name: &str, password: &str) -> ApiResult<String> {
    let mut redis = state.redis.clone();
    let stored: Option<String> = redis.hget("chat:passwords", name).await?;
    let stored = stored.ok_or(ApiError::BadCredentials)?;
    let hash = PasswordHash::new(&stored).map_err(|_| ApiError::BadCredentials)?;
    Argon2::default()
        .verify_password(password.as_bytes(), &hash)
        .map_err(|_| ApiError::BadCredentials)?;

    let token = uuid::Uuid::new_v4().simple().to_string();
    let _: () = redis
        .set_ex(format!("chat:token:{token}"), name, 12 * 60 * 60)
        .await?;
    Ok(token)
}

pub async fn user_of(state: &AppState, token: &str) -> ApiResult<String> {
    let mut redis = state.redis.clone();
    let name: Option<String> = redis.get(format!("chat:token:{token}")).await?;
    name.ok_or(ApiError::BadCredentials)
}

struct Window {
    since: Instant,
    count: u32,
    warned: bool,
}

/// Messages per user and minute.
pub struct RateLimits {
    windows: DashMap<String, Window>,
    per_minute: u32,
}

impl RateLimits {
    pub fn new(per_minute: u32) -> Self {
        Self {
            windows: DashMap::new(),
            per_minute,
        }
    }

    pub fn allow(&self, user: &str) -> bool {
        let mut window = self
            .windows
            .entry(user.to_owned())
            .or_insert_with(|| Window {
                since: Instant::now(),
                count: 0,
                warned: false,
            });
        if window.since.elapsed() > Duration::from_secs(60) {
            window.since = Instant::now();
            window.count = 0;
            window.warned = false;
        }
        window.count += 1;
        window.count <= self.per_minute
    }

    /// Tells the moderators about a flooding user, once per window.
    pub async fn report(&self, state: &AppState, user: &str) -> ApiResult<()> {
        let Some(mut window) = self.windows.get_mut(user) else {
            return Ok(());
        };
        if !window.warned {
            let mut redis = state.redis.clone();
            let _: () = redis.publish("chat:moderators", user).await?;
            window.warned = true;
        }
        Ok(())
    }
}
