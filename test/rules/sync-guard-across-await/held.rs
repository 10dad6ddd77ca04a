// edition: 2021
// deps: tokio = "1", parking_lot = "0.12"
use parking_lot::RwLock as PlRwLock;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, RwLock};

struct App { open: Arc<Mutex<HashMap<u8, u8>>>, names: PlRwLock<Vec<String>>, cell: RefCell<u8> }
async fn tick() {}
async fn tell<T>(_: T) {}
impl App {
    async fn binding(&self) {
        let open = self.open.lock().unwrap(); //~ sync-guard-across-await
        tick().await;
        drop(open);
    }
    async fn underscore(&self) {
        let _open = self.open.lock().expect("poisoned"); //~ sync-guard-across-await
        tick().await;
    }
    async fn scrutinee(&self) {
        if let Some(one) = self.open.lock().unwrap().get(&1) { //~ sync-guard-across-await
            tell(*one).await;
        }
        match self
            .names
            .read() //~ sync-guard-across-await
            .first()
        {
            Some(_) => tick().await,
            None => {}
        }
    }
    async fn else_branch(&self) {
        if let Some(_) = self.open.lock().unwrap().get(&1) { //~ sync-guard-across-await
        } else {
            tick().await;
        }
    }
    async fn iterated(&self) {
        for name in self.names.read().iter() { //~ sync-guard-across-await
            tell(name.as_str()).await;
        }
    }
    async fn argument(&self) {
        tell(self.open.lock().unwrap().len()).await; //~ sync-guard-across-await
    }
    async fn branch_only(&self, early: bool) {
        let names = self.names.write(); //~ sync-guard-across-await
        if early {
            drop(names);
            return;
        }
        tick().await;
    }
    async fn borrowed(&self) {
        let first = &self.names.read()[0]; //~ sync-guard-across-await
        tell(first.as_str()).await;
    }
    async fn cell(&self) {
        let cell = self.cell.borrow_mut(); //~ sync-guard-across-await
        tick().await;
        drop(cell);
    }
    async fn selected(&self) {
        let names = self.names.read(); //~ sync-guard-across-await
        tokio::select! {
            _ = tick() => drop(names),
            _ = tell(1) => {}
        }
    }
    async fn tail_of_block(&self) {
        // Until edition 2021 the block leaves its guard to the `if let`.
        if let Some(one) = { self.open.lock().unwrap().get(&1).copied() } { //~ sync-guard-across-await
            tell(one).await;
        }
    }
    async fn matched(&self) {
        let open = match self.open.lock() { //~ sync-guard-across-await
            Ok(open) => open,
            Err(poisoned) => poisoned.into_inner(),
        };
        tick().await;
        drop(open);
    }
}
fn block(shared: Arc<RwLock<u8>>) -> impl std::future::Future<Output = ()> {
    async move {
        let value = shared.read().unwrap(); //~ sync-guard-across-await
        tell(*value).await;
    }
}
async fn from_block(app: &App) {
    let open = { //~ sync-guard-across-await
        println!("waiting");
        app.open.lock().unwrap()
    };
    tick().await;
    drop(open);
}
static QUEUE: std::sync::LazyLock<Mutex<Vec<u8>>> = std::sync::LazyLock::new(Default::default);
async fn lazy() {
    let queue = QUEUE.lock().unwrap(); //~ sync-guard-across-await
    tick().await;
    drop(queue);
}
async fn cloned(app: Arc<Mutex<u8>>) {
    let app = Arc::clone(&app);
    let guard = app.try_lock(); //~ sync-guard-across-await
    tick().await;
    drop(guard);
}
