// deps: tokio = "1", parking_lot = "0.12", once_cell = "1", lazy_static = "1", axum = "0.8"
use once_cell::sync::Lazy;
use parking_lot as pl;
use std::collections::{BTreeMap, HashMap as Map, HashSet};
use std::sync::{Arc, LazyLock, Mutex, RwLock};

struct App {
    users: Arc<Mutex<Map<u64, String>>>, //~ locked-map
    seen: pl::RwLock<HashSet<u64>>, //~ locked-map
    ranks: tokio::sync::RwLock<BTreeMap<u64, u64>>, //~ locked-map
}
type Shared = Arc<App>;
type Db = Arc<Mutex<Map<String, Vec<u8>>>>; //~ locked-map
static CACHE: Lazy<Mutex<Map<u64, u64>>> = Lazy::new(Default::default); //~ locked-map
static NAMES: LazyLock<
    RwLock<Map<u64, &'static str>>> = LazyLock::new(Default::default);
//~^^ locked-map
lazy_static::lazy_static! {
    static ref OPEN: Mutex<HashSet<String>> = Mutex::new(HashSet::new()); //~ locked-map
}
async fn users(app: Shared) -> usize {
    let users = app.users.lock().unwrap();
    users.len() + app.ranks.read().await.len()
}
impl App {
    fn mark(&self, id: u64) { self.seen.write().insert(id); }
}
async fn mark(app: Shared) { app.mark(1); }
async fn get(db: Db, key: String) -> Option<Vec<u8>> { db.lock().unwrap().get(&key).cloned() }
async fn cached() -> usize { CACHE.lock().unwrap().len() + NAMES.read().unwrap().len() }
async fn opened() -> bool { OPEN.lock().unwrap().contains("x") }
fn threads() {
    let counts = Arc::new(Mutex::new(Map::new())); //~ locked-map
    for i in 0..8u8 {
        let counts = Arc::clone(&counts);
        std::thread::spawn(move || { counts.lock().unwrap().insert(i, 1u32); });
    }
}
