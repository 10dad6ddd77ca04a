mod files;
mod links;
mod rooms;

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, Query, State, WebSocketUpgrade},
    response::Response,
    routing::{delete, get, post, put},
};
use serde::{Deserialize, Serialize};
use tower::limit::ConcurrencyLimitLayer;

use crate::{
    auth,
    error::ApiResult,
    presence, session,
    state::{AppState, Shared},
};

pub fn router(state: Shared) -> Router {
    let limit = state.config.limits.upload_bytes;
    Router::new()
        .route("/login", post(login))
        .route("/socket", get(socket))
        .route("/rooms", get(rooms::list))
        .route("/rooms/{room}/messages", post(rooms::post_message))
        .route("/rooms/{room}/history", get(rooms::history))
        .route("/rooms/{room}/members", get(rooms::members))
        .route("/rooms/{room}/topic", put(rooms::set_topic))
        .route("/rooms/{room}/export", post(rooms::export))
        .route("/rooms/{room}/transcript", delete(rooms::prune))
        .route("/files", post(files::upload))
        .route("/files/{id}", get(files::download))
        .route("/preview", get(links::preview))
        .route("/metrics", get(metrics))
        .layer(DefaultBodyLimit::max(limit))
        .layer(ConcurrencyLimitLayer::new(1024))
        .with_state(state)
}

#[derive(Deserialize)]
struct Credentials {
    name: String,
    password: String,
}

#[derive(Serialize)]
struct Token {
    token: String,
}

async fn login(
    State(state): State<Arc<AppState>>,
    Json(credentials): Json<Credentials>,
) -> ApiResult<Json<Token>> {
    let token = auth::log_in(&state, &credentials.name, &credentials.password).await?;
    Ok(Json(Token { token }))
}

#[derive(Deserialize)]
struct SocketQuery {
    token: String,
}

async fn socket(
    upgrade: WebSocketUpgrade,
    Query(query): Query<SocketQuery>,
    State(state): State<Shared>,
) -> ApiResult<Response> {
    let user = auth::user_of(&state, &query.token).await?;
    Ok(upgrade.on_upgrade(move |socket| session::run(socket, user, state)))
}

async fn metrics(State(state): State<Shared>) -> ApiResult<String> {
    let online = presence::online(&state).await?;
    Ok(format!(
        "{}chat_users_online {online}\n",
        state.metrics.render()
    ))
}
