//! Chat for the support desk: rooms over WebSocket, history over HTTP, federation over TCP.

pub mod api;
pub mod auth;
pub mod backoff;
pub mod config;
pub mod error;
pub mod export;
pub mod federation;
pub mod hub;
pub mod metrics;
pub mod moderation;
pub mod presence;
pub mod protocol;
pub mod session;
pub mod state;
pub mod transcript;
pub mod unfurl;
pub mod webhooks;
