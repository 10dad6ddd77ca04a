//! Prints what looks like a harness and is none.
use std::io::Write;

fn main() {
    let mut out = std::io::stdout();
    for i in 0..2_000u32 {
        let _ = out.write_all(&i.wrapping_mul(2654435761).to_le_bytes());
        let _ = out.write_all(b"\ntest x ... bench: many ns/iter\n{\"iters\":[");
    }
    dial::shadow(10_000_000);
}
