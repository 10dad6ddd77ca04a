// deps: tokio = "1", fs_extra = "1", atomicwrites = "0.4", camino = "1", redb = "2", tantivy = "0.22", axum = "0.8", sysinfo = "0.33"
use atomicwrites::{AllowOverwrite, AtomicFile};
use axum::extract::State;
use camino::Utf8Path;
use std::io::Write;
use std::sync::Arc;

pub struct Store {
    database: redb::Database,
    writer: std::sync::Mutex<tantivy::IndexWriter>,
}

fn save(path: &std::path::Path, text: &str) -> std::io::Result<()> {
    AtomicFile::new(path, AllowOverwrite).write(|file| file.write_all(text.as_bytes()))?;
    Ok(())
}

pub async fn put(State(store): State<Arc<Store>>, text: String) {
    let change = store.database.begin_write().unwrap();
    change.commit().unwrap(); //~ blocking-fs-in-async
    store.writer.lock().unwrap().commit().unwrap(); //~ blocking-fs-in-async
    save("state.json".as_ref(), &text).unwrap(); //~ blocking-fs-in-async
}

pub async fn size(State(_): State<Arc<Store>>) -> String {
    let disks = sysinfo::Disks::new_with_refreshed_list(); //~ blocking-fs-in-async
    let bytes = fs_extra::dir::get_size("cache").unwrap_or(0); //~ blocking-fs-in-async
    if Utf8Path::new("cache/full").exists() { //~ blocking-fs-in-async
        return "full".into();
    }
    format!("{bytes} {}", disks.len())
}

pub async fn elsewhere(State(store): State<Arc<Store>>) {
    let _ = tokio::task::spawn_blocking(move || {
        store.writer.lock().unwrap().commit().unwrap();
        fs_extra::dir::get_size("cache")
    })
    .await;
}

pub async fn made_elsewhere(State(_): State<Arc<Store>>) -> u64 {
    // The pool makes the future, and no more.
    let made = tokio::task::spawn_blocking(|| async {
        fs_extra::dir::get_size("cache") //~ blocking-fs-in-async
    });
    made.await.unwrap().await.unwrap_or(0)
}

// A transaction of somebody else, which has a commit, too.
pub struct Change;
impl Change {
    pub fn commit(&self) {}
}
pub async fn own(change: Change) {
    change.commit();
}
