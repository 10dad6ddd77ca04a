use std::{sync::Arc, time::Duration};

use anyhow::Context;
use redis::aio::ConnectionManager;
use tokio::sync::mpsc;

use crate::{
    auth::RateLimits, config::Config, hub::Hub, metrics::Metrics, moderation::Moderator,
    session::Sessions, transcript::Transcripts, webhooks::Event,
};

pub struct AppState {
    pub config: Config,
    pub hub: Hub,
    pub sessions: Sessions,
    pub rates: RateLimits,
    pub metrics: Metrics,
    pub moderator: Moderator,
    pub transcripts: Transcripts,
    pub redis: ConnectionManager,
    pub http: reqwest::Client,
    pub events: mpsc::Sender<Event>,
    pub(crate) event_queue: tokio::sync::Mutex<Option<mpsc::Receiver<Event>>>,
}

pub type Shared = Arc<AppState>;

impl AppState {
    pub async fn connect(config: Config) -> anyhow::Result<Self> {
        let redis = redis::Client::open(config.redis_url.as_str())?
            .get_connection_manager()
            .await
            .context("connecting to redis")?;
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(10))
            .user_agent(concat!("chat-server/", env!("CARGO_PKG_VERSION")))
            .build()?;
        let (events, queue) = mpsc::channel(1024);

        Ok(Self {
            hub: Hub::new(config.limits.history),
            sessions: Sessions::default(),
            rates: RateLimits::new(config.limits.messages_per_minute),
            metrics: Metrics::default(),
            moderator: Moderator::load(&config)?,
            transcripts: Transcripts::new(config.data_dir.join("transcripts")),
            redis,
            http,
            events,
            event_queue: tokio::sync::Mutex::new(Some(queue)),
            config,
        })
    }
}
