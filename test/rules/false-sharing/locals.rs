use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;

pub fn scoped(xs: &[u64]) -> u64 {
    let slots: Vec<AtomicU64> = (0..8).map(|_| AtomicU64::new(0)).collect(); //~ false-sharing
    std::thread::scope(|s| {
        for tid in 0..8 {
            let slots = &slots;
            s.spawn(move || {
                for x in xs {
                    slots[tid].fetch_add(*x, Ordering::Relaxed);
                }
            });
        }
    });
    slots.iter().map(|slot| slot.load(Ordering::Relaxed)).sum()
}

pub fn shared() {
    let per_worker = Arc::new([const { AtomicU64::new(0) }; 8]); //~ false-sharing
    for worker in 0..8 {
        let per_worker = Arc::clone(&per_worker);
        std::thread::spawn(move || per_worker[worker].fetch_add(1, Ordering::Relaxed));
    }
}

// One thread writes them all.
pub fn alone(thread_id: usize) {
    let slots: Vec<AtomicU64> = (0..8).map(|_| AtomicU64::new(0)).collect();
    slots[thread_id].store(1, Ordering::Relaxed);
}
