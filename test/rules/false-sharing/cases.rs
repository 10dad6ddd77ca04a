// deps: crossbeam-utils = "0.8"
use crossbeam_utils::CachePadded;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

static HITS: [AtomicU64; 8] = [const { AtomicU64::new(0) }; 8]; //~ false-sharing
struct Pool {
    done: Vec<AtomicUsize>, //~ false-sharing
    sums: Arc<[Mutex<u64>; 16]>, //~ false-sharing
    shared: Box<[AtomicU64]>, //~ false-sharing
}
fn hit(thread_id: usize) { HITS[thread_id].fetch_add(1, Relaxed); }
impl Pool {
    fn run(&self, worker: usize, shard: usize) {
        self.done[worker].store(1, Relaxed);
        *self.sums[shard].lock().unwrap() += 1;
        self.shared[worker % 4].fetch_add(1, Relaxed);
    }
}
struct Pair {
    head: AtomicUsize, //~ false-sharing
    tail: AtomicUsize,
}
impl Pair {
    fn push(&self) { loop { self.head.fetch_add(1, Relaxed); } }
    fn pop(&self) { loop { self.tail.fetch_add(1, Relaxed); } }
}
struct Fine {
    // Padded.
    padded: [CachePadded<AtomicU64>; 8],
    // Indexed by what is counted, not by who counts.
    by_status: [AtomicU64; 6],
    // Only read by thread.
    limits: [AtomicU64; 8],
    // Big values.
    queues: [Mutex<Vec<u8>>; 8],
    // Not in loops.
    opened: AtomicU64,
    closed: AtomicU64,
}
impl Fine {
    fn run(&self, worker: usize, status: usize) -> u64 {
        self.padded[worker].fetch_add(1, Relaxed);
        self.by_status[status].fetch_add(1, Relaxed);
        self.queues[worker].lock().unwrap().push(1);
        self.limits[worker].load(Relaxed)
    }
    fn open(&self) { self.opened.fetch_add(1, Relaxed); }
    fn close(&self) { self.closed.fetch_add(1, Relaxed); }
}
// Aligned.
#[repr(align(128))]
struct Aligned { counts: [AtomicU64; 16] }
impl Aligned { fn hit(&self, worker: usize) { self.counts[worker].fetch_add(1, Relaxed); } }
// Written by one function: one thread.
struct Single { a: AtomicUsize, b: AtomicUsize }
impl Single { fn both(&self) { loop { self.a.fetch_add(1, Relaxed); self.b.fetch_add(1, Relaxed); } } }
