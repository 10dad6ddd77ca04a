use std::{net::SocketAddr, path::PathBuf, time::Duration};

use anyhow::Context;
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Config {
    pub listen: SocketAddr,
    pub redis_url: String,
    pub data_dir: PathBuf,
    #[serde(default)]
    pub federation: Federation,
    #[serde(default)]
    pub limits: Limits,
    #[serde(default)]
    pub webhooks: Vec<WebhookTarget>,
    #[serde(default)]
    pub banned_words: Vec<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Federation {
    pub listen: Option<SocketAddr>,
    #[serde(default)]
    pub peers: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Limits {
    pub message_bytes: usize,
    pub upload_bytes: usize,
    pub history: usize,
    pub messages_per_minute: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            message_bytes: 4096,
            upload_bytes: 8 << 20,
            history: 500,
            messages_per_minute: 60,
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
pub struct WebhookTarget {
    pub url: String,
    #[serde(default = "three")]
    pub attempts: u32,
    #[serde(default)]
    pub rooms: Vec<String>,
}

fn three() -> u32 {
    3
}

impl WebhookTarget {
    pub fn wants(&self, room: &str) -> bool {
        self.rooms.is_empty() || self.rooms.iter().any(|wanted| wanted == room)
    }
}

impl Config {
    pub fn load(path: &str) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path)?;
        let config: Config = toml::from_str(&text)?;
        std::fs::create_dir_all(config.data_dir.join("transcripts"))
            .context("creating the transcript directory")?;
        std::fs::create_dir_all(config.data_dir.join("uploads"))
            .context("creating the upload directory")?;
        Ok(config)
    }
}

/// How long an idle WebSocket may stay silent before it is closed.
pub const IDLE_TIMEOUT: Duration = Duration::from_secs(90);
