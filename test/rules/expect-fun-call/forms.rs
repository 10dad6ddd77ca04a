use std::collections::HashMap;

fn looked_up(map: &HashMap<String, u32>, key: &str) -> u32 {
    *map.get(key).expect(&format!("no {key}")) //~ expect-fun-call
}
fn viewed(map: &HashMap<String, u32>, key: &str) -> u32 {
    *map.get(key).expect(format!("no {}", key).as_str()) //~ expect-fun-call
}
fn read(path: &str) -> String {
    std::fs::read_to_string(path)
        .expect(&format!("reading {path}")) //~ expect-fun-call
}
fn owned(n: Option<u32>, why: &std::fmt::Arguments<'_>) -> u32 {
    n.expect(&why.to_string()) //~ expect-fun-call
}
// A literal.
fn literal(n: Option<u32>) -> u32 {
    n.expect("a number")
}
// Lazy.
fn lazy(n: Option<u32>, key: &str) -> u32 {
    n.unwrap_or_else(|| panic!("no {key}"))
}
// There already.
fn given(n: Option<u32>, message: &str) -> u32 {
    n.expect(message)
}
// A constant.
const WHY: &str = "because";
fn constant(n: Option<u32>) -> u32 {
    n.expect(WHY)
}
// Another type's method.
struct Parser;
impl Parser {
    fn expect(&self, _: &str) {}
}
fn parsed(p: &Parser, n: u32) {
    p.expect(&format!("{n}"));
}
#[cfg(test)]
mod tests {
    fn check(n: Option<u32>, key: &str) {
        n.expect(&format!("{key}"));
    }
}
