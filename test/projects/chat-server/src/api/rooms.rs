use axum::{
    Json,
    extract::{Path, Query, State},
};
use serde::{Deserialize, Serialize};

use crate::{
    error::{ApiError, ApiResult},
    export, presence,
    protocol::{Body, Message, now},
    state::Shared,
    webhooks::Event,
};

#[derive(Serialize)]
pub struct RoomInfo {
    name: String,
    topic: String,
    listeners: usize,
}

pub async fn list(State(state): State<Shared>) -> Json<Vec<RoomInfo>> {
    let rooms = state
        .hub
        .list()
        .into_iter()
        .map(|(name, topic, listeners)| RoomInfo {
            name,
            topic,
            listeners,
        })
        .collect();
    Json(rooms)
}

#[derive(Deserialize)]
pub struct HistoryQuery {
    #[serde(default = "fifty")]
    limit: usize,
}

fn fifty() -> usize {
    50
}

pub async fn history(
    Path(room): Path<String>,
    Query(query): Query<HistoryQuery>,
    State(state): State<Shared>,
) -> ApiResult<Json<Vec<Message>>> {
    let limit = query.limit.min(state.config.limits.history);
    match state.hub.history(&room, limit) {
        Some(messages) => Ok(Json(messages)),
        None => Err(ApiError::NoSuchRoom(room)),
    }
}

#[derive(Debug, Deserialize)]
pub struct NewMessage {
    author: String,
    body: Body,
}

/// Where bots post, and people whose network does not let WebSockets through.
pub async fn post_message(
    Path(room): Path<String>,
    State(state): State<Shared>,
    Json(new): Json<NewMessage>,
) -> ApiResult<Json<Message>> {
    if !state.rates.allow(&new.author) {
        return Err(ApiError::TooFast);
    }
    let message = Message::new(&room, &new.author, new.body);
    if let Err(reason) = state.moderator.check(&message) {
        state.metrics.message_refused();
        return Err(ApiError::Refused(reason));
    }
    state.transcripts.append(&message)?;
    state.hub.publish(message.clone());
    state.metrics.message_posted();
    Ok(Json(message))
}

pub async fn members(
    Path(room): Path<String>,
    State(state): State<Shared>,
) -> ApiResult<Json<Vec<presence::Presence>>> {
    Ok(Json(presence::members(&state, &room).await?))
}

#[derive(Debug, Deserialize)]
pub struct Topic {
    topic: String,
}

pub async fn set_topic(
    Path(room): Path<String>,
    State(state): State<Shared>,
    Json(Topic { topic }): Json<Topic>,
) -> ApiResult<()> {
    if !state.hub.set_topic(&room, topic.clone()) {
        return Err(ApiError::NoSuchRoom(room));
    }
    let _ = state.events.try_send(Event::TopicChanged { room, topic });
    Ok(())
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Tsv,
    Html,
}

#[derive(Deserialize)]
pub struct ExportQuery {
    format: Format,
}

pub async fn export(
    Path(room): Path<String>,
    Query(query): Query<ExportQuery>,
    State(state): State<Shared>,
) -> ApiResult<String> {
    let path = match query.format {
        Format::Tsv => export::to_tsv(&state, &room).await?,
        Format::Html => export::to_html(&state, &room).await?,
    };
    Ok(path.display().to_string())
}

#[derive(Deserialize)]
pub struct PruneQuery {
    days: u64,
}

/// Forgets messages older than so many days, as the retention policy asks.
pub async fn prune(
    Path(room): Path<String>,
    Query(query): Query<PruneQuery>,
    State(state): State<Shared>,
) -> ApiResult<String> {
    let cutoff = now().saturating_sub(query.days * 24 * 60 * 60);
    let pruned = state.transcripts.prune(&room, cutoff)?;
    Ok(format!("{pruned} messages forgotten\n"))
}
