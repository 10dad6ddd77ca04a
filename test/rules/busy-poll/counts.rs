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

// Leaves when all senders are gone, not when nothing has come yet.
pub fn relay(rx: crossbeam_channel::Receiver<u8>) {
    loop { //~ busy-poll
        match rx.try_recv() {
            Ok(byte) => println!("{byte}"),
            Err(gone) if gone.is_disconnected() => return,
            Err(_) => std::thread::yield_now(),
        }
    }
}
