/// The shadow's length after `n` steps; without the project's own flag there is no sun.
pub fn shadow(n: u64) -> u64 {
    if cfg!(sundial) {
        (0..n).fold(1, |x, i| std::hint::black_box(x) ^ (i * i))
    } else {
        panic!("the flag `--cfg sundial` was lost")
    }
}
