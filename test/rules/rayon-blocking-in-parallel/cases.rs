// deps: rayon = "1", crossbeam-channel = "0.5", pollster = "0.3"
use rayon::prelude::*;
use std::sync::{mpsc, Arc, Barrier, Mutex, RwLock};

fn again(items: &Arc<Mutex<Vec<u64>>>, other: &[u64]) {
    let guard = items.lock().unwrap(); //~ rayon-blocking-in-parallel
    other.par_iter().for_each(|n| items.lock().unwrap().push(*n));
    drop(guard);
}
fn chained(rows: &[Mutex<Vec<u64>>]) -> Vec<u64> {
    rows.par_iter()
        .map(|row| row.lock().unwrap().par_iter().sum()) //~ rayon-blocking-in-parallel
        .collect()
}
fn joined(state: &RwLock<u64>) {
    rayon::scope(|scope| {
        scope.spawn(|_| {
            let state = state.write().unwrap(); //~ rayon-blocking-in-parallel
            rayon::join(|| 1, || 2);
            drop(state);
        });
    });
}
fn waits(rx: crossbeam_channel::Receiver<u64>, barrier: Barrier) {
    (0..8).into_par_iter().for_each(|_| {
        barrier.wait(); //~ rayon-blocking-in-parallel
        let _ = rx.recv(); //~ rayon-blocking-in-parallel
    });
}
fn bridged(rows: Vec<Vec<u64>>) {
    rows.into_par_iter().for_each(|row| row.into_iter().par_bridge().for_each(drop)); //~ rayon-blocking-in-parallel
}
fn futures(urls: Vec<String>) {
    urls.par_iter().for_each(|_| pollster::block_on(async {})); //~ rayon-blocking-in-parallel
}
// The guard is gone before parallel work starts.
fn released(items: &Mutex<Vec<u64>>) {
    let items = items.lock().unwrap().clone();
    items.par_iter().for_each(|_| {});
}
// A lock inside, without parallel work under it.
fn plain(items: &Mutex<Vec<u64>>, other: &[u64]) {
    other.par_iter().for_each(|n| items.lock().unwrap().push(*n));
}
// The parallel closures do not touch the lock, and nothing waits for this thread.
fn untouched(items: &Mutex<Vec<u64>>) -> u64 {
    let items = items.lock().unwrap();
    items.par_iter().sum()
}
// Waits outside of the pool.
fn outside(rx: mpsc::Receiver<u64>) {
    (0..8).into_par_iter().for_each(|_| {});
    let _ = rx.recv();
}
// `iter` and `wait` of something else.
fn other(rows: Vec<Vec<u64>>) -> u64 { rows.par_iter().map(|row| row.iter().sum::<u64>()).sum() }
// Nested parallel iterators alone are fine.
fn nested(rows: Vec<Vec<u64>>) -> u64 { rows.par_iter().map(|row| row.par_iter().sum::<u64>()).sum() }
// `par_bridge` at the top.
fn top(lines: std::str::Lines<'_>) -> usize { lines.par_bridge().count() }
// One job on the pool, in which the parallel work starts.
fn installed(pool: &rayon::ThreadPool, lines: Vec<String>) { pool.install(|| lines.into_iter().par_bridge().for_each(drop)); }
// Through functions of the workspace: the finding stands at the call in the parallel closure.
struct Gate { open: mpsc::Receiver<u64> }
impl Gate {
    fn pass(&self) -> u64 { self.open.recv().unwrap() }
    fn enter(&self) -> u64 { self.pass() + 1 }
}
fn fetch(n: &u64) -> u64 { pollster::block_on(async { *n }) }
fn through(gate: &Mutex<Gate>, items: &[u64]) -> u64 {
    items.par_iter().map(|n| {
        let gate: &Gate = &gate.lock().unwrap();
        n + gate.enter() //~ rayon-blocking-in-parallel
    }).sum::<u64>()
        + items.par_iter().map(fetch).sum::<u64>()
        + items.par_iter().map(|n| fetch(n)).sum::<u64>() //~ rayon-blocking-in-parallel
}
// The same functions, outside of the pool or on a thread of their own.
fn elsewhere(gate: Gate, items: &[u64]) {
    gate.enter();
    items.iter().for_each(|n| { fetch(n); });
    std::thread::spawn(move || gate.pass());
}
