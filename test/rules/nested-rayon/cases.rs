// deps: rayon = "1"
use rayon::prelude::*;

fn sorts(rows: &mut [Vec<u64>]) {
    rows.par_iter_mut().for_each(|row| row.par_sort_unstable()); //~ nested-rayon
}
fn chunks(rows: &[Vec<u64>]) {
    rows.par_chunks(16).for_each(|some| {
        for row in some {
            row.par_iter() //~ nested-rayon
                .for_each(|_| {});
        }
    });
}
fn deeper(rows: &[Vec<Vec<u64>>]) {
    rows.par_iter().for_each(|row| row.iter().for_each(|cell| cell.par_iter().for_each(|_| {}))); //~ nested-rayon
}
// One job, in which the parallel work starts.
fn spawned(rows: Vec<u64>, pool: &rayon::ThreadPool) {
    pool.install(|| rows.par_iter().for_each(|_| {}));
    rayon::spawn(move || { rows.into_par_iter().for_each(drop); });
}
fn both(rows: &[Vec<u64>]) {
    rows.par_iter().for_each(|_| { rayon::join(|| 1, || 2); }); //~ nested-rayon
}
// One after the other.
fn sequence(rows: &[u64]) { rows.par_iter().for_each(|_| {}); rows.par_iter().for_each(|_| {}); }
// A sequential loop around it.
fn outer(rows: &[Vec<u64>]) { rows.iter().for_each(|row| row.par_iter().for_each(|_| {})); }
// Sequential inside.
fn inner(rows: &[Vec<u64>]) { rows.par_iter().for_each(|row| row.iter().for_each(|_| {})); }
// Divide and conquer.
fn sum(v: &[u64]) -> u64 {
    let (a, b) = rayon::join(|| { let (x, y) = rayon::join(|| 1, || 2); x + y }, || v.len() as u64);
    a + b
}
// A thread of its own.
fn thread(rows: Vec<u64>) { std::thread::spawn(move || rows.par_iter().sum::<u64>()); }
// `join` of something else.
fn names(rows: &[Vec<String>]) -> Vec<String> { rows.par_iter().map(|row| row.join(",")).collect() }
