//! What travels over the WebSocket and the federation links.

use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Message {
    pub id: Uuid,
    pub room: String,
    pub author: String,
    pub sent_at: u64,
    pub body: Body,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Body {
    File {
        name: String,
        size: u64,
        url: String,
    },
    Card {
        title: String,
        image: Option<String>,
        link: String,
    },
    Reaction {
        to: Uuid,
        emoji: String,
    },
    Text {
        text: String,
    },
}

impl Message {
    pub fn text(room: &str, author: &str, text: impl Into<String>) -> Self {
        Self::new(room, author, Body::Text { text: text.into() })
    }

    pub fn new(room: &str, author: &str, body: Body) -> Self {
        Self {
            id: Uuid::new_v4(),
            room: room.to_owned(),
            author: author.to_owned(),
            sent_at: now(),
            body,
        }
    }

    /// The words that moderation and link previews look at.
    pub fn words(&self) -> Option<&str> {
        match &self.body {
            Body::Text { text } => Some(text),
            Body::Card { title, .. } => Some(title),
            Body::File { .. } | Body::Reaction { .. } => None,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "kebab-case")]
pub enum ClientFrame {
    Join(String),
    Leave(String),
    Say { room: String, body: Body },
    Typing { room: String },
}

#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type", content = "data", rename_all = "kebab-case")]
pub enum ServerFrame<'a> {
    Message(&'a Message),
    Typing { room: &'a str, who: &'a str },
    Refused { reason: &'a str },
}

pub fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map(|age| age.as_secs())
        .unwrap_or_default()
}

/// Encodes messages as the line format of the federation link: `room\tauthor\ttext`.
pub fn encode_lines(messages: &[Message]) -> String {
    let mut out = String::new();
    for message in messages {
        if let Some(text) = message.words() {
            out.push_str(&format!("{}\t{}\t{}\n", message.room, message.author, text));
        }
    }
    out
}

pub fn decode_line(line: &str) -> Option<Message> {
    let mut fields = line.trim_end().splitn(3, '\t');
    let (room, author, text) = (fields.next()?, fields.next()?, fields.next()?);
    Some(Message::text(room, author, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_survive_the_round_trip() {
        let line = encode_lines(&[Message::text("lobby", "ada", "hello\tthere")]);
        let message = decode_line(&line).expect("a message");
        assert_eq!(message.room, "lobby");
        assert_eq!(message.words(), Some("hello\tthere"));
    }
}
