//! One WebSocket connection from upgrade to goodbye.

use std::{collections::HashMap, sync::Mutex};

use axum::extract::ws::{Message as Frame, WebSocket};
use futures_util::{SinkExt, StreamExt};
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::{
    config::IDLE_TIMEOUT,
    presence,
    protocol::{ClientFrame, Message, ServerFrame},
    state::Shared,
    unfurl,
    webhooks::Event,
};

/// What the writer half of a connection accepts.
pub enum Outgoing {
    Text(String),
    Close(String),
}

#[derive(Default)]
pub struct Sessions {
    open: Mutex<HashMap<Uuid, mpsc::Sender<Outgoing>>>,
}

impl Sessions {
    fn add(&self, id: Uuid, tx: mpsc::Sender<Outgoing>) {
        self.open.lock().unwrap().insert(id, tx);
    }

    fn remove(&self, id: Uuid) {
        self.open.lock().unwrap().remove(&id);
    }

    pub fn count(&self) -> usize {
        self.open.lock().unwrap().len()
    }

    /// Says goodbye to everybody; used once, while shutting down.
    pub async fn close_all(&self, reason: &str) {
        let open = self.open.lock().unwrap();
        for (id, tx) in open.iter() {
            if tx.send(Outgoing::Close(reason.to_owned())).await.is_err() {
                tracing::debug!(%id, "session was gone already");
            }
        }
    }
}

pub async fn run(socket: WebSocket, user: String, state: Shared) {
    let id = Uuid::new_v4();
    let (mut sink, mut stream) = socket.split();
    let (out, mut outbox) = mpsc::channel::<Outgoing>(64);
    state.sessions.add(id, out.clone());
    state.metrics.session_opened();

    let writer = tokio::spawn(async move {
        while let Some(next) = outbox.recv().await {
            let sent = match next {
                Outgoing::Text(text) => sink.send(Frame::Text(text.into())).await,
                Outgoing::Close(reason) => {
                    tracing::debug!(%reason, "closing");
                    let _ = sink.send(Frame::Close(None)).await;
                    break;
                }
            };
            if sent.is_err() {
                break;
            }
        }
    });

    while let Ok(Some(Ok(frame))) = tokio::time::timeout(IDLE_TIMEOUT, stream.next()).await {
        let Frame::Text(text) = frame else { continue };
        match serde_json::from_str::<ClientFrame>(&text) {
            Ok(frame) => handle(frame, id, &user, &out, &state).await,
            Err(err) => refuse(&out, &err.to_string()).await,
        }
    }

    state.sessions.remove(id);
    state.metrics.session_closed();
    if let Err(err) = presence::clear(&state, &user).await {
        tracing::warn!(%err, %user, "presence was not cleared");
    }
    writer.abort();
}

async fn handle(
    frame: ClientFrame,
    id: Uuid,
    user: &str,
    out: &mpsc::Sender<Outgoing>,
    state: &Shared,
) {
    match frame {
        ClientFrame::Join(room) => {
            let mut inbox = state.hub.join(&room, id);
            let out = out.clone();
            tokio::spawn(async move {
                while let Some(message) = inbox.recv().await {
                    let frame = ServerFrame::Message(&message);
                    let Ok(text) = serde_json::to_string(&frame) else {
                        continue;
                    };
                    if out.send(Outgoing::Text(text)).await.is_err() {
                        break;
                    }
                }
            });
            if let Err(err) = presence::touch(state, &room, user).await {
                tracing::warn!(%err, %room, "presence was not recorded");
            }
        }
        ClientFrame::Leave(room) => state.hub.leave(&room, id),
        ClientFrame::Typing { room } => {
            let frame = ServerFrame::Typing {
                room: &room,
                who: user,
            };
            if let Ok(text) = serde_json::to_string(&frame) {
                let _ = out.send(Outgoing::Text(text)).await;
            }
        }
        ClientFrame::Say { room, body } => say(Message::new(&room, user, body), out, state).await,
    }
}

async fn say(message: Message, out: &mpsc::Sender<Outgoing>, state: &Shared) {
    if !state.rates.allow(&message.author) {
        return refuse(out, "too many messages, slow down").await;
    }
    if let Err(reason) = state.moderator.check(&message) {
        state.metrics.message_refused();
        return refuse(out, reason).await;
    }
    if let Err(err) = state.transcripts.append(&message) {
        tracing::error!(%err, room = %message.room, "message is missing from the transcript");
    }
    let preview = unfurl::preview(&message).await;

    let _ = state.events.try_send(Event::Posted(message.clone()));
    state.hub.publish(message);
    if let Some(card) = preview {
        state.hub.publish(card);
    }
    state.metrics.message_posted();
}

async fn refuse(out: &mpsc::Sender<Outgoing>, reason: &str) {
    if let Ok(text) = serde_json::to_string(&ServerFrame::Refused { reason }) {
        let _ = out.send(Outgoing::Text(text)).await;
    }
}
