// edition: 2024
// deps: tokio = "1", parking_lot = "0.12"
use std::collections::HashMap;
use std::io::Read;
use std::sync::{Arc, Mutex};

struct App { open: Arc<Mutex<HashMap<u8, u8>>>, names: parking_lot::RwLock<Vec<String>>, slow: tokio::sync::Mutex<u8> }
async fn tick() {}
async fn tell<T>(_: T) {}
impl App {
    // Dropped before.
    async fn dropped(&self) {
        let open = self.open.lock().unwrap();
        let n = open.len();
        drop(open);
        tell(n).await;
    }
    // The block ends it.
    async fn scoped(&self) {
        let n = { let open = self.open.lock().unwrap(); open.len() };
        tell(n).await;
    }
    // Copied out: the guard is gone with its statement.
    async fn copied(&self) {
        let n = self.open.lock().unwrap().len();
        let names = self.names.read().clone();
        tell((n, names)).await;
    }
    // A condition without `let` ends its temporaries.
    async fn condition(&self) {
        if self.open.lock().unwrap().is_empty() { tick().await; }
        while self.names.read().is_empty() { tick().await; }
    }
    // `else` is free of the guard since edition 2024.
    async fn else_branch(&self) {
        if let Some(_) = self.open.lock().unwrap().get(&1) {
        } else {
            tick().await;
        }
    }
    // A block's last expression keeps its guard to itself since edition 2024.
    async fn tail_of_block(&self) {
        if let Some(one) = { self.open.lock().unwrap().get(&1).copied() } { tell(one).await; }
    }
    // An async lock may be held.
    async fn awaited(&self) {
        let slow = self.slow.lock().await;
        tick().await;
        drop(slow);
    }
    // Dropped in the branch that awaits.
    async fn dropped_in_branch(&self) {
        let names = self.names.write();
        if names.is_empty() {
            drop(names);
            tick().await;
        } else {
            println!("{}", names.len());
        }
    }
    // `if let` owns the guard and drops it.
    async fn owned_by_pattern(&self) {
        if let Ok(open) = self.open.lock() {
            println!("{}", open.len());
            drop(open);
            tick().await;
        }
    }
    // The awaits are those of another task.
    async fn spawned(&self) {
        let open = self.open.lock().unwrap();
        tokio::spawn(async { tick().await });
        drop(open);
    }
    // No `.await` in a plain function: the future runs later.
    fn returned(&self) -> impl std::future::Future<Output = ()> + use<> {
        let _open = self.open.lock().unwrap();
        async { tick().await }
    }
    // `read` and `write` of something that is no lock.
    async fn reader(&self, mut file: std::fs::File) {
        let mut text = String::new();
        let size = file.by_ref().read_to_string(&mut text).unwrap();
        tell(size).await;
    }
    // A closure's guard ends with the closure.
    async fn closure(&self) {
        let count = || self.open.lock().unwrap().len();
        tell(count()).await;
    }
    // Each operand of `||` drops what it made.
    async fn lazy(&self) -> bool { self.names.read().is_empty() || *self.slow.lock().await == 0 }
    // `let _` drops at once.
    async fn nothing(&self) {
        let _ = self.open.lock();
        tick().await;
    }
}
#[cfg(test)]
mod tests {
    // Test code.
    async fn held(app: &super::App) { let open = app.open.lock().unwrap(); super::tick().await; drop(open); }
}
