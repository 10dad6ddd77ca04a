// deps: tokio = "1", crossbeam-channel = "0.5", crossbeam-utils = "0.8"
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{mpsc, Mutex};
use std::time::Duration;

async fn yielding(mut rx: tokio::sync::mpsc::Receiver<u8>) {
    loop { //~ busy-poll
        match rx.try_recv() {
            Ok(byte) => println!("{byte}"),
            Err(_) => tokio::task::yield_now().await,
        }
    }
}
fn napping(rx: mpsc::Receiver<u8>) {
    loop { //~ busy-poll
        if let Ok(byte) = rx.try_recv() { println!("{byte}"); }
        std::thread::sleep(Duration::from_micros(100));
    }
}
fn flag(done: &AtomicBool) {
    while !done.load(Ordering::Acquire) { std::thread::yield_now(); } //~ busy-poll
    while !done.load(Ordering::Acquire) {} //~ busy-poll
}
fn two(a: crossbeam_channel::Receiver<u8>, b: crossbeam_channel::Receiver<u8>) {
    loop { //~ busy-poll
        if let Ok(byte) = a.try_recv() { println!("{byte}"); }
        if let Ok(byte) = b.try_recv() { println!("{byte}"); }
    }
}
// Drains what is there, then goes on.
fn drain(rx: &mpsc::Receiver<u8>) {
    while let Ok(byte) = rx.try_recv() { println!("{byte}"); }
    loop {
        match rx.try_recv() { Ok(byte) => println!("{byte}"), Err(_) => break }
    }
}
// Spins on purpose.
fn spin(done: &AtomicBool) {
    while !done.load(Ordering::Acquire) { std::hint::spin_loop(); }
    let backoff = crossbeam_utils::Backoff::new();
    while !done.load(Ordering::Acquire) { backoff.snooze(); }
}
// Sleeps.
fn sleeps(rx: mpsc::Receiver<u8>) {
    loop {
        if let Ok(byte) = rx.try_recv() { println!("{byte}"); }
        std::thread::sleep(Duration::from_millis(50));
    }
}
// Waits in between.
fn waits(rx: mpsc::Receiver<u8>, other: mpsc::Receiver<u8>) {
    loop {
        let Ok(n) = other.recv() else { return };
        if let Ok(byte) = rx.try_recv() { println!("{byte}{n}"); }
    }
}
// Works all the time.
fn work() {}
fn works(stop: &AtomicBool, m: &Mutex<u8>) {
    while !stop.load(Ordering::Relaxed) { work(); }
    loop {
        work();
        if let Ok(mut n) = m.try_lock() { *n += 1; }
    }
}
// Awaits something real.
async fn awaits(mut rx: tokio::sync::mpsc::Receiver<u8>, mut tick: tokio::time::Interval) {
    loop {
        tick.tick().await;
        while let Ok(byte) = rx.try_recv() { println!("{byte}"); }
    }
}
// Takes what is there, up to a limit.
fn some(rx: &mpsc::Receiver<u8>, mut left: usize) {
    while left > 0 {
        let Ok(byte) = rx.try_recv() else { break };
        println!("{byte}");
        left -= 1;
    }
    while rx.try_recv().is_ok() {}
}
// Works, and yields only when there is nothing.
struct Worker;
impl Worker { fn iterate(&mut self) -> bool { true } }
fn steps(worker: &mut Worker, stop: &AtomicBool) {
    while !stop.load(Ordering::Relaxed) { if !worker.iterate() { std::thread::yield_now(); } }
}
// The last stretch before a deadline.
fn deadline(until: std::time::Instant, stop: &AtomicBool) {
    while std::time::Instant::now() < until && !stop.load(Ordering::Relaxed) { std::thread::yield_now(); }
}
async fn handle(_: u8) {}
// The turns that find something wait; those that find nothing do not.
async fn only_when_found(mut rx: tokio::sync::mpsc::Receiver<u8>, jobs: crossbeam_channel::Receiver<u8>) {
    loop { //~ busy-poll
        let Ok(byte) = rx.try_recv() else { continue };
        handle(byte).await;
    }
    loop { //~ busy-poll
        if let Ok(byte) = jobs.try_recv() { handle(byte).await; }
    }
    loop { //~ busy-poll
        match jobs.try_recv() {
            Ok(byte) => handle(byte).await,
            Err(crossbeam_channel::TryRecvError::Empty) => continue,
            Err(_) => {}
        }
    }
}
// A turn that finds nothing waits for the next tick, or ends.
async fn ticks(mut rx: tokio::sync::mpsc::Receiver<u8>, mut tick: tokio::time::Interval) {
    loop {
        let Ok(byte) = rx.try_recv() else {
            tick.tick().await;
            continue;
        };
        handle(byte).await;
    }
    loop {
        let Ok(byte) = rx.try_recv() else { break };
        handle(byte).await;
    }
    loop {
        if let Ok(byte) = rx.try_recv() { handle(byte).await; } else { handle(0).await; }
    }
}
// Something else in each turn waits.
async fn each_turn(mut rx: tokio::sync::mpsc::Receiver<u8>, mut tick: tokio::time::Interval) {
    loop {
        tick.tick().await;
        if let Ok(byte) = rx.try_recv() { handle(byte).await; }
    }
}
// The empty branch goes on; the closed one leaves.
fn closed_leaves(rx: crossbeam_channel::Receiver<u8>, flag: &AtomicBool) {
    loop { //~ busy-poll
        match rx.try_recv() {
            Ok(byte) => println!("{byte}"),
            Err(crossbeam_channel::TryRecvError::Empty) => std::thread::yield_now(),
            Err(_) => break,
        }
    }
    loop { //~ busy-poll
        match rx.try_recv() {
            Ok(byte) => println!("{byte}"),
            Err(crossbeam_channel::TryRecvError::Disconnected) => break,
            Err(crossbeam_channel::TryRecvError::Empty) => {}
        }
    }
    loop { //~ busy-poll
        if flag.load(Ordering::Acquire) { break; }
    }
}
fn spins_on_lock(m: &Mutex<u8>) -> u8 {
    loop { //~ busy-poll
        if let Ok(guard) = m.try_lock() { return *guard; }
    }
}
// Looks at a flag while it works.
fn looks(flag: &AtomicBool) {
    loop {
        if flag.load(Ordering::Acquire) { break; }
        work();
    }
}
