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

mod locals {
    use std::sync::Arc;
    async fn counted() {
        let total = Arc::new(tokio::sync::Mutex::new(0u64)); //~ async-mutex-unneeded
        for n in 0..8u64 {
            let total = Arc::clone(&total);
            tokio::spawn(async move { *total.lock().await += n; });
        }
    }
    async fn typed() {
        let seen: Arc<tokio::sync::RwLock<Vec<u8>>> = Arc::new(Default::default()); //~ async-mutex-unneeded
        let theirs = seen.clone();
        tokio::spawn(async move { theirs.write().await.push(1); });
        println!("{}", seen.read().await.len());
    }
}
