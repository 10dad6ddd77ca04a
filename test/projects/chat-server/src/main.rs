use std::sync::Arc;

use anyhow::Context;
use chat_server::{api, config::Config, federation, state::AppState, webhooks};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::from_default_env())
        .init();

    let path = std::env::var("CHAT_CONFIG").unwrap_or_else(|_| "chat.toml".into());
    let config = Config::load(&path).with_context(|| format!("loading {path}"))?;
    let state = Arc::new(AppState::connect(config).await?);

    tokio::spawn(webhooks::run(state.clone()));
    if let Some(addr) = state.config.federation.listen {
        tokio::spawn(federation::listen(addr, state.clone()));
    }

    let listener = TcpListener::bind(state.config.listen).await?;
    tracing::info!(addr = %state.config.listen, "listening");
    axum::serve(listener, api::router(state.clone()))
        .with_graceful_shutdown(shutdown_signal())
        .await?;

    state.sessions.close_all("server is restarting").await;
    Ok(())
}

async fn shutdown_signal() {
    if let Err(err) = tokio::signal::ctrl_c().await {
        tracing::error!(%err, "no signal handler, shutting down");
    }
}
