//! Tells other services what happened here.

use anyhow::{Context, bail};
use serde_json::{Value, json};

use crate::{
    backoff,
    config::WebhookTarget,
    moderation,
    protocol::Message,
    state::{AppState, Shared},
};

#[derive(Debug, Clone)]
pub enum Event {
    Posted(Message),
    TopicChanged { room: String, topic: String },
}

impl Event {
    fn room(&self) -> &str {
        match self {
            Event::Posted(message) => &message.room,
            Event::TopicChanged { room, .. } => room,
        }
    }

    fn payload(&self) -> Value {
        match self {
            Event::Posted(message) => json!({
                "event": "posted",
                "message": message,
                "mentions": message.words().map(moderation::mentions),
            }),
            Event::TopicChanged { room, topic } => json!({
                "event": "topic",
                "room": room,
                "topic": topic,
            }),
        }
    }
}

pub async fn run(state: Shared) {
    let Some(mut queue) = state.event_queue.lock().await.take() else {
        return;
    };
    while let Some(event) = queue.recv().await {
        let payload = event.payload();
        for target in &state.config.webhooks {
            if !target.wants(event.room()) {
                continue;
            }
            let (state, target, payload) = (state.clone(), target.clone(), payload.clone());
            tokio::spawn(async move {
                if let Err(err) = deliver(&state, &target, &payload).await {
                    tracing::warn!(%err, url = %target.url, "webhook was not delivered");
                }
            });
        }
    }
}

async fn deliver(state: &AppState, target: &WebhookTarget, payload: &Value) -> anyhow::Result<()> {
    for attempt in 0..target.attempts {
        match post(state, target, payload).await {
            Ok(()) => return Ok(()),
            Err(err) => {
                tracing::debug!(%err, "attempt failed");
                backoff::pause(attempt, &target.url);
            }
        }
    }
    bail!("gave up after {} attempts", target.attempts)
}

async fn post(state: &AppState, target: &WebhookTarget, payload: &Value) -> anyhow::Result<()> {
    let reply = state
        .http
        .post(&target.url)
        .json(payload)
        .send()
        .await
        .context(format!("sending to {}", target.url))?
        .error_for_status()?
        .text()
        .await?;
    if reply.is_empty() {
        return Ok(());
    }

    let reply: Value = serde_json::from_str(&reply)?;
    if reply["status"].as_str() == Some("rejected") {
        bail!(
            "rejected: {}",
            reply["reason"].as_str().unwrap_or("no reason given")
        );
    }
    Ok(())
}
