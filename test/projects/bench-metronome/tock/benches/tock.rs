fn main() {
    divan::main();
}

macro_rules! benches {
    ($($name:ident: $returned:ty),*) => {$(
        #[divan::bench]
        fn $name() -> $returned {
            metronome::$name()
        }
    )*};
}

benches!(multiply: u64, shift: u64, divide: u64, branch: u64, root: f64, hash: u64, allocate: usize, write: usize);

#[divan::bench]
fn walk(bencher: divan::Bencher) {
    let table = metronome::table();
    bencher.bench_local(|| metronome::walk(&table));
}

#[divan::bench]
fn look_up(bencher: divan::Bencher) {
    let map = metronome::map();
    bencher.bench_local(|| metronome::look_up(&map));
}
