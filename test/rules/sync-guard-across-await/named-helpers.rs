// deps: tokio, parking_lot
use parking_lot::{Mutex, MutexGuard, RwLock, RwLockReadGuard};

pub struct Db {
    rows: RwLock<Vec<u8>>,
    pair: Mutex<(u8, u8)>,
}
async fn send(_byte: u8) {}
impl Db {
    fn lock_rows(&self) -> RwLockReadGuard<'_, Vec<u8>> {
        self.rows.read()
    }
    // It gives no guard.
    fn unlocked_rows(&self) -> Vec<u8> {
        self.rows.read().clone()
    }
    pub async fn first(&self) {
        let rows = self.lock_rows(); //~ sync-guard-across-await
        send(rows[0]).await;
    }
    pub async fn copied(&self) {
        let rows = self.unlocked_rows();
        send(rows[0]).await;
    }
    pub async fn part(&self) {
        let left = MutexGuard::map(self.pair.lock(), |pair| &mut pair.0); //~ sync-guard-across-await
        send(*left).await;
    }
    // Dropped in a block of its own, on the way to the await.
    pub async fn dropped(&self) {
        let rows = self.rows.read();
        let byte = rows[0];
        {
            drop(rows);
        }
        send(byte).await;
    }
}
