#![feature(test)]

extern crate test;

use test::Bencher;

macro_rules! benches {
    ($($name:ident),*) => {$(
        #[bench]
        fn $name(b: &mut Bencher) {
            b.iter(metronome::$name);
        }
    )*};
}

benches!(multiply, shift, divide, branch, root, hash, allocate, write);

#[bench]
fn walk(b: &mut Bencher) {
    let table = metronome::table();
    b.iter(|| metronome::walk(&table));
}

#[bench]
fn look_up(b: &mut Bencher) {
    let map = metronome::map();
    b.iter(|| metronome::look_up(&map));
}
