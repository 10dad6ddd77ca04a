//! Only benches: see `benches/beat.rs`.
