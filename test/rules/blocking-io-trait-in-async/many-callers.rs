// deps: tokio = { version = "1", features = ["full"] }
// One helper that blocks and many calls of it are one finding, where it can be mended.
use std::fs::File;
use std::io::Write;
use std::sync::Mutex;

pub struct Journal {
    file: Mutex<File>,
}

impl Journal {
    fn note(&self, line: &str) {
        let mut file = self.file.lock().unwrap();
        let _ = writeln!(file, "{line}"); //~ blocking-io-trait-in-async
    }

    fn seldom(&self, bytes: &[u8]) {
        let _ = self.file.lock().unwrap().write_all(bytes);
    }
}

pub async fn unload(journal: &Journal, crates: u32) {
    journal.note("unloading");
    tokio::task::yield_now().await;
    if crates > 10 {
        journal.note("a lot of it");
    }
    journal.note("unloaded");
}

pub async fn load(journal: &Journal) {
    journal.note("loading");
    tokio::task::yield_now().await;
    journal.note("loaded");
    journal.seldom(b"x"); //~ blocking-io-trait-in-async
}

pub async fn moor(journal: &Journal) {
    journal.note("mooring");
    tokio::task::yield_now().await;
    journal.note("moored");
}

pub async fn sail(journal: &Journal) {
    journal.note("casting off");
    tokio::task::yield_now().await;
    journal.note("under way");
}
