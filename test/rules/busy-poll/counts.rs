use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

pub struct Flusher {
    pending: AtomicUsize,
}
impl Flusher {
    pub fn flush(&self) {
        while self.pending.load(Ordering::Acquire) > 0 { //~ busy-poll
            std::thread::yield_now();
        }
    }
    // It gives up soon.
    pub fn flush_for(&self, limit: Duration) {
        let start = Instant::now();
        while self.pending.load(Ordering::Acquire) > 0 && start.elapsed() < limit {
            std::thread::yield_now();
        }
    }
}
