use std::collections::HashMap;

struct User {
    nick: Option<String>,
}
impl User {
    fn name(&self, id: u32) -> String {
        self.nick.clone().unwrap_or(format!("user {id}")) //~ or-fun-call
    }
    fn tags(&self, all: Option<Vec<u32>>) -> Vec<u32> {
        all.unwrap_or(vec![1, 2, 3]) //~ or-fun-call
    }
}
fn counted(map: &mut HashMap<u32, String>, id: u32) -> &mut String {
    map.entry(id).or_insert(id.to_string()) //~ or-fun-call
}
fn mapped(n: Option<u32>) -> String {
    n.map_or("none".to_string(), |n| n.to_string()) //~ or-fun-call
}
fn parsed(text: &str) -> String {
    text.parse::<u32>()
        .map(|n| n.to_string())
        .unwrap_or(text.to_owned()) //~ or-fun-call
}
// Lazy.
fn lazy(n: Option<String>) -> String {
    n.unwrap_or_else(|| "none".to_string())
}
// Nothing is allocated.
fn empty(n: Option<Vec<u32>>, s: Option<String>) -> usize {
    n.unwrap_or(Vec::new()).len() + s.unwrap_or(String::new()).len()
}
fn number(n: Option<u32>) -> u32 {
    n.unwrap_or(3)
}
// There already.
fn given(n: Option<String>, other: String) -> String {
    n.unwrap_or(other)
}
// It may be cheap.
fn called(n: Option<u32>) -> u32 {
    n.unwrap_or(default_port())
}
fn default_port() -> u32 {
    80
}
// Another type's method.
struct Set;
impl Set {
    fn or(&self, _: String) {}
}
fn other(set: &Set) {
    set.or("x".to_string());
}
