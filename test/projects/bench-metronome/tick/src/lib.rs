//! Ten loops whose length can be raised by a known share at build time: `--cfg slow10` makes each of them
//! take one tenth more steps, and nothing else changes.

use std::collections::hash_map::DefaultHasher;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::hint::black_box;

const fn slowdown_percent() -> u64 {
    if cfg!(slow2) {
        2
    } else if cfg!(slow5) {
        5
    } else if cfg!(slow10) {
        10
    } else if cfg!(slow20) {
        20
    } else {
        0
    }
}

/// A thousand steps, and the injected share on top.
pub const STEPS: u64 = 10 * (100 + slowdown_percent());

pub fn multiply() -> u64 {
    (0..STEPS).fold(1, |x, i| black_box(x).wrapping_mul(6364136223846793005).wrapping_add(i))
}

pub fn shift() -> u64 {
    (0..STEPS).fold(88172645463325252, |mut x: u64, _| {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        black_box(x)
    })
}

pub fn divide() -> u64 {
    (1..=STEPS).fold(u64::MAX, |x, i| black_box(x) / black_box(i % 3 + 1) + (u64::MAX >> 1))
}

pub fn branch() -> u64 {
    (0..STEPS).fold(27, |x, _| if black_box(x) % 2 == 0 { x / 2 } else { 3 * x % 1_000_003 + 1 })
}

pub fn root() -> f64 {
    (0..STEPS).fold(2.0, |x: f64, _| black_box(x).sqrt() + 1.5)
}

pub fn hash() -> u64 {
    (0..STEPS).fold(0, |seed, i| {
        let mut hasher = DefaultHasher::new();
        (seed, i).hash(&mut hasher);
        hasher.finish()
    })
}

pub fn walk(table: &[u32]) -> u32 {
    (0..STEPS).fold(0, |at, _| table[black_box(at) as usize])
}

pub fn allocate() -> usize {
    (0..STEPS).map(|i| black_box(vec![i as u8; 48]).len()).sum()
}

pub fn look_up(map: &BTreeMap<u64, u64>) -> u64 {
    (0..STEPS).fold(0, |x, i| x ^ map.get(&black_box(i * 7 % 512)).copied().unwrap_or(1))
}

pub fn write() -> usize {
    (0..STEPS).map(|i| black_box(i.to_string()).len()).sum()
}

/// A single cycle through 16 KiB, so that every step waits for the one before it; more than the first cache
/// holds would make ten percent more steps cost more than ten percent.
pub fn table() -> Vec<u32> {
    let len = 4096u32;
    (0..len).map(|i| (i + 1027) % len).collect()
}

pub fn map() -> BTreeMap<u64, u64> {
    (0..400).map(|i| (i, i * i)).collect()
}
