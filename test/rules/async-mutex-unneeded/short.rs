// deps: tokio = "1", futures = "0.3", async-lock = "3"
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::{Mutex as AsyncMutex, RwLock};

static TOTAL: AsyncMutex<u64> = AsyncMutex::const_new(0); //~ async-mutex-unneeded
struct App {
    names: Arc<RwLock<HashMap<u8, String>>>, //~ async-mutex-unneeded
    count: futures::lock::Mutex<u32>, //~ async-mutex-unneeded
    inner: Inner,
}
struct Inner {
    last: async_lock::Mutex<Option<u8>>, //~ async-mutex-unneeded
}
async fn tell<T>(_: T) {}
impl App {
    async fn name(&self) -> Option<String> { self.names.read().await.get(&1).cloned() }
    async fn rename(&self, to: String) {
        let mut names = self.names.write().await;
        names.insert(1, to.clone());
        drop(names);
        tell(to).await;
    }
    async fn count(&self) {
        { let mut count = self.count.lock().await; *count += 1; }
        tell(1).await;
        let last = self.inner.last.lock().await.take();
        tell(last).await;
    }
}
async fn add() { *TOTAL.lock().await += 1; }
