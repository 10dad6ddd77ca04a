// deps: tokio = "1", parking_lot = "0.12", lru = "0.12"
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, RwLock};

pub struct State {
    names: Arc<RwLock<HashMap<u32, String>>>,
    list: parking_lot::RwLock<Vec<u32>>,
    later: tokio::sync::RwLock<Vec<String>>,
    cache: RwLock<lru::LruCache<u32, String>>,
    cell: RwLock<RefCell<u32>>,
}
impl State {
    pub fn chained(&self, id: u32) -> Option<String> {
        self.names.write().unwrap().get(&id).cloned() //~ readonly-write-lock
    }
    pub fn parking(&self) -> u32 {
        let list = self.list.write(); //~ readonly-write-lock
        list.iter().sum()
    }
    pub async fn waiting(&self) -> usize {
        let later = self.later.write().await; //~ readonly-write-lock
        later.len()
    }
    pub fn tried(&self) -> usize {
        if let Ok(names) = self.names.write() { //~ readonly-write-lock
            return names.len();
        }
        0
    }
    pub fn dropped(&self) -> usize {
        let names = self.names.write().unwrap(); //~ readonly-write-lock
        let count = names.len();
        drop(names);
        count
    }

    // Writes.
    pub fn add(&self, id: u32) {
        let mut names = self.names.write().unwrap();
        names.insert(id, String::new());
    }
    pub fn add_chained(&self, id: u32) {
        self.list.write().push(id);
    }
    // Reads already.
    pub fn count(&self) -> usize {
        self.names.read().unwrap().len()
    }
    // `get` of this cache moves the entry to the front.
    pub fn cached(&self, id: u32) -> Option<String> {
        self.cache.write().unwrap().get(&id).cloned()
    }
    // A cell is for one thread at a time.
    pub fn cell(&self) -> u32 {
        let cell = self.cell.write().unwrap();
        *cell.borrow()
    }
    // Held to keep others out.
    pub fn alone(&self, run: impl Fn()) {
        let _guard = self.list.write();
        run();
    }
    // Goes on.
    pub fn lent(&self) -> parking_lot::RwLockWriteGuard<'_, Vec<u32>> {
        let list = self.list.write();
        list
    }
    pub fn given(&self) {
        let list = self.list.write();
        fill(list);
    }
}
fn fill(mut list: parking_lot::RwLockWriteGuard<'_, Vec<u32>>) {
    list.push(1);
}
// Writes to something else.
pub fn file(mut out: impl std::io::Write) -> usize {
    let count = out.write(b"x").unwrap();
    count
}

// The writer's lock keeps readers out while something else changes.
struct Berths {
    ships: RwLock<HashMap<u32, String>>,
    names: RwLock<HashMap<String, u32>>,
}
fn rename(berths: &Berths, id: u32, name: &str) {
    let ships = berths.ships.write().unwrap();
    let mut names = berths.names.write().unwrap();
    if ships.contains_key(&id) {
        names.insert(name.to_owned(), id);
    }
}
