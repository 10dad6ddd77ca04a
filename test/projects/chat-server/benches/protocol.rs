use std::hint::black_box;

use chat_server::{
    export::{escape, render_html},
    moderation::mentions,
    protocol::{Message, decode_line, encode_lines},
};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn messages(count: usize) -> Vec<Message> {
    (0..count)
        .map(|n| {
            Message::text(
                "lobby",
                "ada",
                format!("message {n} for @grace & <everybody>"),
            )
        })
        .collect()
}

fn federation(c: &mut Criterion) {
    let mut group = c.benchmark_group("federation");
    for count in [1, 100, 1000] {
        let batch = messages(count);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_with_input(BenchmarkId::new("encode", count), &batch, |b, batch| {
            b.iter(|| encode_lines(black_box(batch)))
        });
    }
    group.bench_function("decode", |b| {
        b.iter(|| decode_line(black_box("lobby\tada\thello there\n")))
    });
    group.finish();
}

fn history(c: &mut Criterion) {
    let batch = messages(200);
    c.bench_function("html/200", |b| b.iter(|| render_html(black_box(&batch))));
    c.bench_function("escape", |b| {
        b.iter(|| escape(black_box("a < b && c > \"d\"")))
    });
    c.bench_function("mentions", |b| {
        b.iter(|| mentions(black_box("ask @ada or @grace about it")))
    });
    let json = serde_json::to_string(&batch).expect("messages serialise");
    c.bench_function("json/200", |b| {
        b.iter(|| serde_json::from_str::<Vec<Message>>(black_box(&json)))
    });
}

criterion_group!(benches, federation, history);
criterion_main!(benches);
