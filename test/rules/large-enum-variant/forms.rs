use std::time::Duration;

const PAGE: usize = 4096;

pub struct Header {
    name: [u8; 256],
    at: u64,
}
pub enum Packet {
    Empty,
    Pair(u32, u32),
    Page { number: u64, data: [u8; PAGE] }, //~ large-enum-variant
}
pub enum Event {
    Start(Header), //~ large-enum-variant
    Stop(Duration),
}
pub enum Matrix {
    Dense([[f64; 8]; 8]), //~ large-enum-variant
    Scaled(f64),
}

// Alike.
pub enum Alike {
    A([u8; 512]),
    B([u8; 400]),
}
// On the heap.
pub enum Boxed {
    A(Box<[u8; 512]>),
    B(Vec<u8>),
}
// Of unknown size.
pub enum Foreign {
    A([u8; 512]),
    B(elsewhere::Thing),
}
// Whatever `T` is.
pub enum Generic<T> {
    A([u8; 512]),
    B(T),
}
// One variant only.
pub enum Only {
    A([u8; 512]),
}
// Small.
pub enum Small {
    A([u8; 64]),
    B,
}
