// deps: tokio = "1", dashmap = "6", indexmap = "2"
use indexmap::IndexMap;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, RwLock};

struct Fine {
    // Sharded already.
    shards: Vec<Mutex<HashMap<u64, u64>>>,
    array: [RwLock<HashMap<u64, u64>>; 16],
    // Not shared between threads.
    cell: RefCell<HashMap<u64, u64>>,
    // A map that locks by itself.
    sharded: dashmap::DashMap<u64, u64>,
    // Several things change together.
    inner: Mutex<Inner>,
    // No lock at all.
    fixed: Arc<HashMap<u64, u64>>,
    once: OnceLock<HashMap<u64, u64>>,
    // The order counts: no sharded map keeps one.
    queue: Arc<Mutex<IndexMap<u64, u64>>>,
    // A lock around something else.
    list: Arc<Mutex<Vec<HashMap<u64, u64>>>>,
}
struct Inner { by_id: HashMap<u64, u64>, next: u64 }
impl Fine {
    async fn all(&self) -> usize {
        let inner = self.inner.lock().unwrap();
        self.shards[0].lock().unwrap().len() + self.array[0].read().unwrap().len() + self.cell.borrow().len()
            + self.sharded.len() + inner.by_id.len() + self.fixed.len() + self.list.lock().unwrap().len()
            + self.queue.lock().unwrap().len()
    }
}
// Only one thread ever takes it.
struct Tool { words: Mutex<HashMap<String, u64>> }
fn main() {
    let tool = Tool { words: Mutex::new(HashMap::new()) };
    tool.words.lock().unwrap().insert("a".into(), 1);
}
#[cfg(test)]
mod tests {
    use super::*;
    // Test code.
    struct Fake { calls: Arc<Mutex<HashMap<u64, u64>>> }
    async fn calls(fake: Fake) -> usize { fake.calls.lock().unwrap().len() }
}
