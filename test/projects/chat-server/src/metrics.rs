use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct Metrics {
    posted: AtomicU64,
    refused: AtomicU64,
    sessions: AtomicU64,
    uploaded_bytes: AtomicU64,
}

impl Metrics {
    pub fn message_posted(&self) {
        self.posted.fetch_add(1, Ordering::SeqCst);
    }

    pub fn message_refused(&self) {
        self.refused.fetch_add(1, Ordering::Relaxed);
    }

    pub fn session_opened(&self) {
        self.sessions.fetch_add(1, Ordering::Relaxed);
    }

    pub fn session_closed(&self) {
        self.sessions.fetch_sub(1, Ordering::Relaxed);
    }

    pub fn uploaded(&self, bytes: usize) {
        self.uploaded_bytes
            .fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// The exposition format that Prometheus scrapes.
    pub fn render(&self) -> String {
        let gauges = [
            (
                "chat_messages_posted_total",
                self.posted.load(Ordering::SeqCst),
            ),
            (
                "chat_messages_refused_total",
                self.refused.load(Ordering::Relaxed),
            ),
            ("chat_sessions_open", self.sessions.load(Ordering::Relaxed)),
            (
                "chat_uploaded_bytes_total",
                self.uploaded_bytes.load(Ordering::Relaxed),
            ),
        ];
        let mut out = String::with_capacity(256);
        for (name, value) in gauges {
            out.push_str(name);
            out.push(' ');
            out.push_str(&value.to_string());
            out.push('\n');
        }
        out
    }
}
