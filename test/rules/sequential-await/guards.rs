// deps: tokio = { version = "1", features = ["full"] }
// What is waited for first is what the next may need: a lock, a connection of a pool, what is made the first time.
use tokio::sync::{Mutex, MutexGuard, OnceCell};

static WRITES: Mutex<()> = Mutex::const_new(());
static CLIENT: OnceCell<u32> = OnceCell::const_new();

async fn get_lock() -> MutexGuard<'static, ()> {
    WRITES.lock().await
}

async fn open() -> u32 {
    tokio::task::yield_now().await;
    1
}

pub async fn removed(id: u32) -> u32 {
    let _lock = get_lock().await;
    let client = CLIENT.get_or_init(open).await;
    client + id
}

pub struct Pool;

impl Pool {
    async fn get(&self) -> u32 {
        open().await
    }
}

pub struct Context {
    pool: Pool,
}

impl Context {
    pub async fn two(&self) -> u32 {
        let list = self.pool.get().await;
        let change = self.pool.get().await;
        list + change
    }
}

async fn get_prices(id: u32) -> u32 {
    tokio::task::yield_now().await;
    id
}

async fn get_stock(id: u32) -> u32 {
    tokio::task::yield_now().await;
    id
}

pub async fn offer(id: u32) -> u32 {
    let prices = get_prices(id).await; //~ sequential-await
    let stock = get_stock(id).await;
    prices + stock
}

// Getters that wait for a lock at most.
struct Fleet {
    ships: tokio::sync::RwLock<Vec<u8>>,
    ports: tokio::sync::Mutex<Vec<u8>>,
}
impl Fleet {
    async fn get_ships(&self) -> Vec<u8> {
        self.ships.read().await.clone()
    }
    async fn get_ports(&self) -> Vec<u8> {
        let ports = self.ports.lock().await;
        ports.clone()
    }
    async fn get_crews(&self) -> usize {
        let ships = self.get_ships().await;
        let guard = self.ships.read().await;
        ships.len() + guard.len()
    }
    async fn get_weather(&self) -> usize {
        let ships = self.ships.read().await.len();
        reqwest::get("http://localhost").await.unwrap();
        ships
    }
}
async fn survey(fleet: &Fleet) -> usize {
    let ships = fleet.get_ships().await;
    let ports = fleet.get_ports().await;
    let crews = fleet.get_crews().await;
    ships.len() + ports.len() + crews
}
async fn survey_with_weather(fleet: &Fleet) -> usize {
    let today = fleet.get_weather().await; //~ sequential-await
    let tomorrow = fleet.get_weather().await;
    today + tomorrow
}
