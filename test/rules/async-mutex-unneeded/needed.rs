// deps: tokio = "1"
use std::sync::Arc;
use tokio::sync::{Mutex, MutexGuard, OwnedMutexGuard, RwLock};

struct Conn;
impl Conn { async fn send(&mut self, _: u8) {} }
struct App {
    // Held across an await in one of two places.
    conn: Mutex<Conn>,
    // In the awaited expression itself.
    direct: Mutex<Conn>,
    // The guard is returned.
    lent: Mutex<u8>,
    // An owned guard, which std cannot give.
    owned: Arc<Mutex<u16>>,
    // Handed on, and held across an await there.
    shared: Arc<RwLock<u32>>,
    // A blocking lock already.
    plain: std::sync::Mutex<u64>,
    // Never taken here.
    unused: Mutex<i8>,
    // Returned, or kept for the rest of the function, as the value of a block.
    tail: Mutex<i32>,
    timed: Mutex<i64>,
    // Tried, and then held.
    tried: Mutex<i128>,
    // Taken in a branch of `select!`.
    chosen: Mutex<i16>,
}
async fn tick() {}
impl App {
    async fn peek(&self) { let conn = self.conn.lock().await; drop(conn); }
    async fn send(&self) { let mut conn = self.conn.lock().await; conn.send(1).await; }
    async fn direct(&self) { self.direct.lock().await.send(2).await; }
    async fn lend(&self) -> MutexGuard<'_, u8> { let guard = self.lent.lock().await; guard }
    async fn own(&self) -> OwnedMutexGuard<u16> { self.owned.clone().lock_owned().await }
    async fn share(&self) { keep(self.shared.clone()).await; *self.shared.write().await += 1; }
    async fn plain(&self) { *self.plain.lock().unwrap() += 1; }
    async fn tail(&self) -> MutexGuard<'_, i32> { self.tail.lock().await }
    async fn timed(&self) {
        let _guard = { println!("waiting"); self.timed.lock().await };
        tick().await;
    }
    async fn tried(&self) {
        *self.tried.lock().await += 1;
        if let Ok(mut n) = self.tried.try_lock() { tick().await; *n += 1; }
    }
    async fn choose(&self) { tokio::select! { g = self.chosen.lock() => { tick().await; drop(g) } _ = tick() => {} } }
}
async fn keep(value: Arc<RwLock<u32>>) {
    let value = value.read().await;
    tick().await;
    drop(value);
}
#[cfg(test)]
mod tests {
    // Test code.
    struct Fake { calls: tokio::sync::Mutex<u128> }
    impl Fake { async fn call(&self) { *self.calls.lock().await += 1; } }
}

mod locals {
    use std::sync::Arc;
    async fn step() {}
    fn keep(_: Arc<tokio::sync::Mutex<u8>>) {}
    // Held while something is awaited.
    async fn held() {
        let turn = Arc::new(tokio::sync::Mutex::new(()));
        let theirs = turn.clone();
        tokio::spawn(async move { let _turn = theirs.lock().await; step().await; });
        drop(turn);
    }
    // Handed to code that may hold it.
    async fn handed() {
        let value = Arc::new(tokio::sync::Mutex::new(0u8));
        keep(value.clone());
        *value.lock().await += 1;
    }
}

// The guard leaves the loop that waits for it, and is held while awaiting.
mod profiler {
    use std::sync::LazyLock;
    use std::time::Duration;
    use tokio::sync::{Mutex, RwLock};

    static BUSY: LazyLock<Mutex<()>> = LazyLock::new(|| Mutex::new(()));

    pub struct Slot {
        handle: RwLock<u32>,
    }

    impl Slot {
        pub async fn profile(&self) {
            let _only = loop {
                match BUSY.try_lock() {
                    Ok(guard) => break guard,
                    Err(_) => tokio::time::sleep(Duration::from_millis(1)).await,
                }
            };
            let mut handle = loop {
                let guard = self.handle.write().await;
                if *guard > 0 {
                    break guard;
                }
            };
            tokio::time::sleep(Duration::from_secs(5)).await;
            *handle += 1;
        }
    }
}
