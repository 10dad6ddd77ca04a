// deps: dashmap = "6", tokio = { version = "1", features = ["full"] }
// Where nothing was found nothing is held, and what is dropped is no longer.
use dashmap::DashMap;
use std::sync::LazyLock;

static TARIFFS: LazyLock<DashMap<String, u32>> = LazyLock::new(DashMap::new);

async fn ask(port: &str) -> u32 {
    tokio::task::yield_now().await;
    port.len() as u32
}

fn tariff(port: &str) -> u32 {
    let known = TARIFFS.get(port);
    match known {
        Some(found) => *found.value(),
        None => {
            TARIFFS.insert(port.to_owned(), 7);
            7
        }
    }
}

async fn asked(port: &str) -> u32 {
    let known = TARIFFS.get(port);
    if let Some(found) = known {
        *found
    } else {
        ask(port).await
    }
}

async fn renewed(port: &str) -> u32 {
    if let Some(found) = TARIFFS.get(port) {
        let old = *found;
        drop(found);
        if old > 5 {
            TARIFFS.remove(port);
        }
    }
    ask(port).await
}

async fn doubled(port: &str) -> u32 {
    let known = TARIFFS.get(port); //~ dashmap-ref-across-await
    match known {
        Some(found) => *found * ask(port).await,
        None => ask(port).await,
    }
}

fn raised(port: &str) {
    if let Some(found) = TARIFFS.get(port) { //~ dashmap-ref-across-await
        TARIFFS.insert(port.to_owned(), *found + 1);
    }
}

fn filled(port: &str) -> u32 {
    let mut known = TARIFFS.get(port);
    if known.is_none() {
        TARIFFS.insert(port.to_owned(), 7);
        known = TARIFFS.get(port);
    }
    known.map_or(0, |found| *found)
}

async fn filled_from_afar(port: &str) {
    let known = TARIFFS.get(port);
    if !known.is_some() {
        let fresh = ask(port).await;
        TARIFFS.insert(port.to_owned(), fresh);
    }
}

fn replaced(port: &str) {
    let known = TARIFFS.get(port); //~ dashmap-ref-across-await
    if known.is_some() {
        TARIFFS.insert(port.to_owned(), 9);
    }
}
