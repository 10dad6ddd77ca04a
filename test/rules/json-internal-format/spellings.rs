// deps: serde_json = "1", redis = "0.32", sled = "0.34", rocksdb = "0.22"
use redis::AsyncCommands;
use serde_json::{from_slice, to_string};
use std::collections::HashMap;

struct Cache {
    redis: redis::aio::MultiplexedConnection,
    tree: sled::Tree,
    db: std::sync::Arc<rocksdb::DB>,
}
impl Cache {
    async fn load(&mut self, key: &str) -> Option<Vec<u32>> {
        let bytes: Vec<u8> = self.redis.get(key).await.ok()?;
        from_slice(&bytes).ok() //~ json-internal-format
    }
    fn keep(&self, key: &str, value: &[u32]) {
        let text = to_string(value).unwrap(); //~ json-internal-format
        self.tree.insert(key, text.as_bytes()).unwrap();
    }
    fn put(&self, key: &str, value: &[u32]) {
        self.db.put(key, serde_json::to_vec(value).unwrap()).unwrap(); //~ json-internal-format
    }
}
async fn queue(channel: &lapin::Channel, job: &[u32]) {
    let body = serde_json::to_vec(job).unwrap(); //~ json-internal-format
    channel.basic_publish("", "jobs", Default::default(), &body, Default::default()).await.unwrap();
}

// A map in memory.
fn memory(map: &mut HashMap<String, String>, value: &[u32]) {
    map.insert("a".into(), serde_json::to_string(value).unwrap());
}
// An answer to a client.
fn answer(value: &[u32]) -> String {
    serde_json::to_string(value).unwrap()
}
// Text from outside.
fn outside(text: &str) -> Vec<u32> {
    serde_json::from_str(text).unwrap()
}
// Stored, and no JSON.
fn plain(tree: &sled::Tree) {
    tree.insert("a", "b").unwrap();
}
// Another crate's codec of that name.
fn packed(tree: &sled::Tree, value: &[u32]) {
    tree.insert("a", rmp_serde::to_vec(value).unwrap()).unwrap();
}
// Not known what it is put into.
fn generic<S: Store>(store: &S, value: &[u32]) {
    store.set(serde_json::to_vec(value).unwrap());
}
trait Store {
    fn set(&self, bytes: Vec<u8>);
}
