// deps: tokio = "1", flume = "0.11", crossbeam-queue = "0.3"
use std::sync::mpsc;
use tokio::sync::mpsc as tmpsc;

// A bound was chosen.
fn bounded() -> tmpsc::Sender<u8> { tmpsc::channel(16).0 }
fn std_bounded() -> mpsc::SyncSender<u8> { mpsc::sync_channel(1).0 }
fn flume_bounded() -> flume::Sender<u8> { flume::bounded(8).0 }

// At most one message is ever sent.
fn reply() -> u8 {
    let (tx, rx) = mpsc::channel();
    std::thread::spawn(move || tx.send(1).unwrap());
    rx.recv().unwrap()
}
// The sender is only dropped: nothing is sent.
fn wait_for_drop() {
    let (tx, rx) = mpsc::channel::<()>();
    std::thread::spawn(move || drop(tx));
    let _ = rx.recv();
}
// A function of the same name that is no channel.
struct TimeRange;
impl TimeRange { fn unbounded() -> Self { TimeRange } }
fn range() -> TimeRange { TimeRange::unbounded() }
fn unbounded_channel() -> u8 { 0 }
fn own() -> u8 { unbounded_channel() }
// `oneshot`, `broadcast` and `watch` keep a bounded number.
fn singles() {
    let (_a, _b) = tokio::sync::oneshot::channel::<u8>();
    let (_c, _d) = tokio::sync::broadcast::channel::<u8>(8);
    let (_e, _f) = tokio::sync::watch::channel(0u8);
}
// Every message holds a permit.
struct Admitted { _permit: tokio::sync::OwnedSemaphorePermit }
fn admitted() -> tmpsc::UnboundedSender<Admitted> {
    let (tx, _rx) = tmpsc::unbounded_channel::<Admitted>();
    tx
}
// A free list: as long as the number of buffers that exist.
fn free_list() {
    let free_buffers = crossbeam_queue::SegQueue::new();
    free_buffers.push(vec![0u8; 16]);
}
#[cfg(test)]
mod tests {
    // Test code.
    fn helper() { let (tx, _rx) = std::sync::mpsc::channel(); for i in 0..9 { tx.send(i).unwrap(); } }
}
