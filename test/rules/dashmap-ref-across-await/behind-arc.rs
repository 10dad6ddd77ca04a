// edition: 2021
// deps: tokio, dashmap
use std::sync::Arc;

use dashmap::DashMap;

async fn send(_: u8) {}

pub async fn held(map: Arc<DashMap<u8, u8>>) {
    if let Some(mut entry) = map.get_mut(&1) { //~ dashmap-ref-across-await
        *entry += 1;
        send(*entry).await;
    }
}
// Copied out.
pub async fn copied(map: Arc<DashMap<u8, u8>>) {
    let value = map.get(&1).map(|v| *v);
    if let Some(value) = value {
        send(value).await;
    }
}
// A map of the standard library behind the same pointer.
pub async fn plain(map: Arc<std::collections::HashMap<u8, u8>>) {
    if let Some(value) = map.get(&1) {
        send(*value).await;
    }
}
