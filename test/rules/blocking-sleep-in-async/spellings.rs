// deps: tokio = "1"
use std::thread::{self, sleep as nap};
use std::time::Duration;

async fn direct() {
    std::thread::sleep(Duration::from_secs(1)); //~ blocking-sleep-in-async
    thread::sleep(Duration::from_millis(5)); //~ blocking-sleep-in-async
    nap(Duration::from_millis(5)); //~ blocking-sleep-in-async
}
struct Worker;
impl Worker {
    async fn run(&self) {
        loop {
            self.backoff(); //~ blocking-sleep-in-async
        }
    }
    fn backoff(&self) {
        thread::park_timeout(Duration::from_secs(1));
    }
}
fn spawned() {
    tokio::spawn(async move {
        let pause = Duration::from_secs(3);
        thread::sleep(pause); //~ blocking-sleep-in-async
    });
}
async fn in_select(mut rx: tokio::sync::mpsc::Receiver<u8>) {
    tokio::select! {
        Some(_) = rx.recv() => {
            thread::sleep(Duration::from_secs(1)); //~ blocking-sleep-in-async
        }
        else => {}
    }
}
async fn in_adapter(items: Vec<u64>) {
    items.iter().for_each(|ms| thread::sleep(Duration::from_millis(*ms))); //~ blocking-sleep-in-async
}
trait Step {
    async fn step(&self);
}
impl Step for Worker {
    async fn step(&self) {
        match std::env::var("X") {
            Ok(_) => thread::sleep(Duration::from_secs(1)), //~ blocking-sleep-in-async
            Err(_) => {}
        }
    }
}

// The runtime's own timer.
async fn good(d: Duration) {
    tokio::time::sleep(d).await;
}
// A spin shorter than a trip through the timer.
async fn tiny() {
    thread::sleep(Duration::from_micros(20));
}
// Threads of their own.
async fn offloaded() {
    tokio::task::spawn_blocking(move || thread::sleep(Duration::from_secs(1)));
    thread::spawn(|| nap(Duration::from_secs(1)));
    tokio::task::block_in_place(|| thread::sleep(Duration::from_secs(1)));
}
// A plain function that async code only hands over.
fn job() {
    thread::sleep(Duration::from_secs(1));
}
async fn hands_over() {
    let _ = tokio::task::spawn_blocking(job).await;
    std::thread::Builder::new().name("job".into()).spawn(job).unwrap();
}
// A nested function is its own callable, and nobody calls it.
async fn nested() {
    fn inner() {
        std::thread::sleep(Duration::from_secs(1));
    }
}
// A name of our own.
mod timer {
    pub fn sleep(_: u64) {}
}
async fn own() {
    use timer::sleep;
    sleep(3);
}
// A closure that is stored away.
async fn stored() -> Box<dyn Fn() + Send> {
    Box::new(|| thread::sleep(Duration::from_secs(1)))
}
#[cfg(test)]
mod tests {
    use super::*;
    #[tokio::test]
    async fn waits() {
        thread::sleep(Duration::from_secs(1));
    }
}
