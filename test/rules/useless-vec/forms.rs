const FIRST: &str = "a";

fn looped() -> u32 {
    let mut sum = 0;
    for n in vec![1, 2, 3] { //~ useless-vec
        sum += n;
    }
    for n in &vec![4, -5] { //~ useless-vec
        sum += (n + 6) as u32;
    }
    sum
}
fn chained(name: &str) -> bool {
    vec![FIRST, "b"].iter().any(|one| *one == name) //~ useless-vec
}
fn joined() -> String {
    vec!["a", "b"].join("-") //~ useless-vec
}
// Kept.
fn kept() -> Vec<u32> {
    vec![1, 2, 3]
}
fn grown() -> Vec<u32> {
    let mut all = vec![1, 2];
    all.push(3);
    all
}
// Computed.
fn computed(a: u32, b: u32) -> bool {
    vec![a, b].contains(&3)
}
// Large.
fn large() -> usize {
    vec![0u8; 1 << 20].iter().count()
}
// The callee may want a vector.
fn wants(_: &Vec<u32>) {}
fn handed() {
    wants(&vec![1, 2]);
}
// Moved.
fn moved() -> Vec<u32> {
    vec![1, 2].into_iter().map(|n| n + 1).collect()
}
#[cfg(test)]
mod tests {
    fn check() {
        for _ in vec![1, 2] {}
    }
}
