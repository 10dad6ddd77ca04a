/// Adds the grains of `n` layers.
pub fn pour(n: u64) -> u64 {
    (0..n).fold(0, |sum, layer| std::hint::black_box(sum) + layer)
}
