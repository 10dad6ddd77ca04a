use std::sync::atomic::Ordering::{self, SeqCst};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize};
use std::sync::Arc;

static NEXT: AtomicUsize = AtomicUsize::new(0);
#[derive(Default)]
struct Metrics { posted: AtomicU64, failed: AtomicU64, open: Arc<AtomicU64> }
impl Metrics {
    fn post(&self) {
        self.posted.fetch_add(1, Ordering::SeqCst); //~ seqcst-ordering
        self.failed.fetch_add(1, SeqCst); //~ seqcst-ordering
    }
    // One finding for each atomic: these are further uses.
    fn read(&self) -> (u64, u64) {
        (self.posted.load(Ordering::SeqCst), self.failed.load(Ordering::SeqCst))
    }
    fn opened(&self) {
        self.open
            .fetch_add(1, std::sync::atomic::Ordering::SeqCst); //~ seqcst-ordering
    }
}
fn id() -> usize { NEXT.fetch_add(1, SeqCst) } //~ seqcst-ordering
struct Server { stop: Arc<AtomicBool> }
impl Server {
    fn run(&self) {
        while !self.stop.load(Ordering::SeqCst) { //~ seqcst-ordering
            std::thread::park();
        }
    }
    fn stop(&self) { self.stop.store(true, Ordering::SeqCst); }
}
fn local() {
    let done = Arc::new(AtomicBool::new(false));
    let theirs = done.clone();
    std::thread::spawn(move || theirs.store(true, SeqCst)); //~ seqcst-ordering
    while !done.load(SeqCst) {}
}
struct Listener { done: Arc<AtomicBool>, thread: u8 }
// The same flag, handed on under its name: one finding.
fn listen(done: Arc<AtomicBool>) {
    while !done.load(SeqCst) {} //~ seqcst-ordering
}
impl Drop for Listener {
    fn drop(&mut self) { self.done.store(true, SeqCst); }
}
mod handed_on {
    use super::*;
    pub struct Outer { outdated: Arc<AtomicBool> }
    pub struct Guard { outdated: Arc<AtomicBool> }
    // Two structs hold the same `Arc`: one finding.
    impl Outer {
        pub fn look(&self) -> bool { self.outdated.load(SeqCst) } //~ seqcst-ordering
    }
    impl Drop for Guard {
        fn drop(&mut self) { self.outdated.store(false, SeqCst); }
    }
    pub enum Inner { Old { shut: AtomicBool }, New { shut: AtomicBool } }
    // The field of either variant: one finding.
    impl Inner {
        pub fn shut(&self) {
            match self {
                Inner::Old { shut } => shut.store(true, SeqCst), //~ seqcst-ordering
                Inner::New { shut, .. } => shut.store(true, SeqCst),
            }
        }
        pub fn is_shut(&self) -> bool {
            match self { Inner::Old { shut } | Inner::New { shut } => shut.load(SeqCst) }
        }
    }
}
mod lent {
    use super::*;
    pub struct Started { ended: Arc<AtomicBool> }
    // A reference to what the `Arc` holds: one finding.
    pub fn run(ended: &AtomicBool) -> bool { ended.load(SeqCst) } //~ seqcst-ordering
    impl Drop for Started {
        fn drop(&mut self) { self.ended.store(true, SeqCst); }
    }
}
// Handed to two functions as a parameter of one name: one finding.
fn up(cell: &AtomicUsize) { cell.fetch_add(1, SeqCst); } //~ seqcst-ordering
fn down(cell: &AtomicUsize) { cell.fetch_sub(1, SeqCst); }
