// edition: 2021
// deps: tokio
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::thread::sleep;
use std::time::Duration;

const PAUSE: Duration = Duration::from_millis(20);

pub struct Delay;
impl Future for Delay {
    type Output = ();
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        sleep(PAUSE); //~ blocking-sleep-in-async
        Poll::Ready(())
    }
}

// A method of that name that no executor calls.
impl Delay {
    pub fn poll_device(&self) {
        sleep(PAUSE);
    }
}

pub async fn here() {
    let pause = || sleep(PAUSE); //~ blocking-sleep-in-async
    pause();
    tokio::task::yield_now().await;
    pause();
}

// Handed on: it runs on another thread.
pub async fn elsewhere() {
    let pause = || sleep(PAUSE);
    tokio::task::spawn_blocking(pause).await.unwrap();
}

// Called from a closure that another thread runs.
pub async fn wrapped() {
    let pause = || sleep(PAUSE);
    std::thread::spawn(move || pause());
}

pub async fn each(items: Vec<u64>) {
    items.into_iter().map(Duration::from_millis).for_each(sleep); //~ blocking-sleep-in-async
}

pub async fn through(items: Vec<u64>) -> Vec<u64> {
    items.into_iter().map(slowly).collect() //~ blocking-sleep-in-async
}

fn slowly(item: u64) -> u64 {
    sleep(PAUSE);
    item
}

// A thread of its own waits for the future: nothing else is on it, but the finding stays.
pub fn outside() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async { sleep(PAUSE) }); //~ blocking-sleep-in-async
}
