use std::sync::atomic::{fence, AtomicBool, AtomicUsize, Ordering};
use std::sync::atomic::Ordering::SeqCst;

struct Dekker { left: AtomicBool, right: AtomicBool }
impl Dekker {
    // One is written, the other then read: only `SeqCst` orders that.
    fn enter(&self) -> bool {
        self.left.store(true, SeqCst);
        !self.right.load(SeqCst)
    }
}
struct Spin { state: AtomicUsize }
impl Spin {
    // A compare-exchange protocol.
    fn take(&self) -> bool { self.state.compare_exchange(0, 1, SeqCst, SeqCst).is_ok() }
    fn give(&self) { self.state.store(0, SeqCst) }
}
struct Fenced { head: AtomicUsize }
impl Fenced {
    // Beside a fence.
    fn publish(&self) {
        fence(SeqCst);
        self.head.store(1, SeqCst);
    }
}
struct Told { epoch: AtomicUsize }
impl Told {
    fn bump(&self) {
        // SeqCst: pairs with the load in `pin`, which must not move before the announcement.
        self.epoch.store(1, SeqCst);
    }
}
// Weaker already.
fn weak(n: &AtomicUsize) -> usize { n.fetch_add(1, Ordering::Relaxed) }
// Another enum's variant of that name, not an argument of an atomic's method.
enum Level { SeqCst }
fn level() -> Level { Level::SeqCst }
#[cfg(test)]
mod tests {
    // Test code.
    fn count(n: &super::AtomicUsize) { n.fetch_add(1, super::SeqCst); }
}
mod mixed {
    use std::sync::atomic::{AtomicUsize, Ordering};
    // Elsewhere a state machine with its own orderings.
    pub struct Readiness { state: AtomicUsize }
    impl Readiness {
        pub fn set(&self) { let _ = self.state.compare_exchange(0, 1, Ordering::AcqRel, Ordering::Acquire); }
        pub fn get(&self) -> usize { self.state.load(Ordering::SeqCst) }
    }
}
