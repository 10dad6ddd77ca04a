// deps: tracing = "0.1"
use std::collections::HashMap;
use tracing::instrument;

#[derive(Debug)]
pub struct Message {
    id: u64,
    parts: Vec<String>,
}
#[derive(Debug, Clone, Copy)]
pub struct Point {
    x: u32,
    y: u32,
}
pub struct Store {
    all: HashMap<u64, Message>,
}
impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}
#[derive(Debug)]
pub struct Cache {
    all: Vec<Message>,
}

#[instrument] //~ instrument-large-args
fn whole(message: &Message) {}

#[instrument(level = "debug", skip(extra))] //~ instrument-large-args
fn quiet(rows: &[u32], extra: &Message) {}

#[tracing::instrument(err, fields(id))] //~ instrument-large-args
fn text(id: u64, body: String) -> Result<(), String> {
    Ok(())
}

impl Cache {
    #[instrument(skip(id))] //~ instrument-large-args
    fn get(&self, id: u64) {}

    // Skipped.
    #[instrument(skip(self, message))]
    fn put(&self, id: u64, message: &Message) {}
}

// Nothing recorded.
#[instrument(skip_all, fields(id = message.id))]
fn skipped(message: &Message) {}

// Small.
#[instrument]
fn small(at: Point, id: u64, name: &str) {}

impl Store {
    // Its `Debug` is short.
    #[instrument]
    fn len(&self) {}
}

// No span.
fn plain(message: &Message) {}

// Not hot.
#[instrument]
fn once(message: &Message) {}

pub fn all(messages: &[Message], cache: &Cache, store: &Store) {
    for message in messages {
        whole(message);
        quiet(&[1], message);
        text(1, String::new()).ok();
        cache.get(1);
        cache.put(1, message);
        skipped(message);
        small(Point { x: 1, y: 2 }, 1, "x");
        store.len();
        plain(message);
    }
}
pub fn main_once(message: &Message) {
    once(message);
}
