//! Only benches: see `benches/tock.rs`.
