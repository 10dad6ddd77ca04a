// edition: 2021
// deps: tokio, flume
use std::sync::{mpsc, Arc, Barrier};

pub async fn drain(rx: mpsc::Receiver<u8>) {
    for item in rx { //~ blocking-wait-in-async
        drop(item);
    }
}
pub struct Queue {
    rx: flume::Receiver<u8>,
}
impl Queue {
    pub async fn run(&self) {
        for item in &self.rx { //~ blocking-wait-in-async
            drop(item);
        }
    }
}
pub async fn in_full(barrier: Arc<Barrier>) {
    Barrier::wait(&barrier); //~ blocking-wait-in-async
}

// What is there already.
pub async fn ready(rx: mpsc::Receiver<u8>) {
    for item in rx.try_iter() {
        drop(item);
    }
}
// A vector of that name.
pub async fn listed(rx: Vec<u8>) {
    for item in rx {
        drop(item);
    }
}
// A thread of its own.
pub async fn thread(rx: mpsc::Receiver<u8>) {
    std::thread::spawn(move || {
        for item in rx {
            drop(item);
        }
    });
}
