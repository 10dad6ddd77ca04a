// edition: 2021
// deps: tokio, parking_lot
use parking_lot::{Mutex, MutexGuard};

pub struct State {
    items: Mutex<Vec<u8>>,
    queue: tokio::sync::Mutex<Vec<u8>>,
}

async fn send(_: &[u8]) {}

impl State {
    fn lock(&self) -> MutexGuard<'_, Vec<u8>> {
        self.items.lock()
    }
    async fn read(&self) -> tokio::sync::MutexGuard<'_, Vec<u8>> {
        self.queue.lock().await
    }
    fn write(&self) -> Vec<u8> {
        self.items.lock().clone()
    }
    pub async fn held(&self) {
        let items = self.lock(); //~ sync-guard-across-await
        send(&items).await;
    }
    // An async lock may be held.
    pub async fn async_guard(&self) {
        let items = self.read().await;
        send(&items).await;
    }
    // A copy.
    pub async fn copied(&self) {
        let items = self.write();
        send(&items).await;
    }
    // Dropped first.
    pub async fn dropped(&self) {
        let items = self.lock();
        let count = items.len();
        drop(items);
        send(&[count as u8]).await;
    }
}
