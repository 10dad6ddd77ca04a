use criterion::{criterion_group, criterion_main, Criterion};

fn beat(c: &mut Criterion) {
    let table = metronome::table();
    let map = metronome::map();
    c.bench_function("multiply", |b| b.iter(metronome::multiply));
    c.bench_function("shift", |b| b.iter(metronome::shift));
    c.bench_function("divide", |b| b.iter(metronome::divide));
    c.bench_function("branch", |b| b.iter(metronome::branch));
    c.bench_function("root", |b| b.iter(metronome::root));
    c.bench_function("hash", |b| b.iter(metronome::hash));
    c.bench_function("walk", |b| b.iter(|| metronome::walk(&table)));
    c.bench_function("allocate", |b| b.iter(metronome::allocate));
    c.bench_function("look up", |b| b.iter(|| metronome::look_up(&map)));
    c.bench_function("write", |b| b.iter(metronome::write));
}

criterion_group!(benches, beat);
criterion_main!(benches);
