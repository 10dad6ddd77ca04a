// deps: serde_json = "1", anyhow = "1"
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub struct Conf {
    name: String,
    tags: Vec<String>,
    map: HashMap<String, Vec<u8>>,
    path: PathBuf,
}
pub struct W {
    inner: Conf,
}
fn show(_: &str) {}
fn all(_: &[String]) {}
fn at(_: &Path) -> bool {
    true
}
fn of(_: &String) {}
fn m(_: &HashMap<String, Vec<u8>>) {}
fn sum(d: &[u8]) -> usize {
    d.len()
}

pub fn a(c: &Conf) { show(&c.name.clone()); } //~ clone-passed-as-ref
pub fn b(c: &Conf) { all(&c.tags.clone()); } //~ clone-passed-as-ref
pub fn b2(c: &Conf) { all(c.tags.clone().as_slice()); } //~ clone-passed-as-ref
pub fn c(c: &Conf) { m(&c.map.clone()); } //~ clone-passed-as-ref
pub fn d(c: &Conf) -> bool { at(&c.path.clone()) } //~ clone-passed-as-ref
pub fn d2(c: &Conf) -> bool { at(c.path.clone().as_path()) } //~ clone-passed-as-ref
pub fn e(c: &Conf) -> usize { c.tags.clone().len() } //~ clone-passed-as-ref
pub fn f(c: &Conf) -> bool { c.name.clone().starts_with("x") } //~ clone-passed-as-ref
pub fn g(c: &Conf) -> bool { c.tags.clone().iter().any(|t| t == "x") } //~ clone-passed-as-ref
pub fn g2(c: &Conf) -> usize { c.tags.clone().iter().filter(|t| t.len() > 3).count() } //~ clone-passed-as-ref
pub fn h(x: u32, set: &mut HashSet<String>) -> bool { let key = format!("k{x}"); set.remove(&key.clone()) } //~ clone-passed-as-ref
pub fn i(x: u32, map: &HashMap<String, u32>) -> Option<u32> { let key = x.to_string(); map.get(&key.clone()).copied() } //~ clone-passed-as-ref
pub fn j(name: String) { of(&name.clone()); show(&name); } //~ clone-passed-as-ref
pub fn k(v: Vec<String>) { for t in &v { show(&t.to_owned()); } } //~ clone-passed-as-ref
pub fn l(data: &[u8]) -> usize { sum(&data.to_vec()) } //~ clone-passed-as-ref
pub fn n(c: &Conf) -> String { c.tags.clone().join(",") } //~ clone-passed-as-ref
pub fn o(c: Arc<Conf>) { show(&c.name.to_string()); } //~ clone-passed-as-ref
pub fn p(s: &str) { show(&s.to_string()); } //~ clone-passed-as-ref
pub fn q(s: &str) -> bool { s.to_string().contains("x") } //~ clone-passed-as-ref
pub fn r(c: &Conf) -> bool { c.tags.clone().contains(&"x".to_string()) } //~ clone-passed-as-ref
pub fn s(q: &VecDeque<String>) -> Option<String> { q.clone().front().cloned() } //~ clone-passed-as-ref
pub fn t(q: &BTreeMap<String, String>) -> bool { q.clone().contains_key("a") } //~ clone-passed-as-ref
pub fn u(c: &Conf) -> anyhow::Result<()> { std::fs::write(&c.path.clone(), b"x")?; Ok(()) } //~ clone-passed-as-ref
pub fn v(c: &Conf) { let parts: Vec<&str> = vec![]; println!("{:?} {}", parts, &c.name.clone()); } //~ clone-passed-as-ref
pub fn w(c: &Conf) -> u64 { serde_json::from_str(&c.name.clone()).unwrap() } //~ clone-passed-as-ref
pub fn y(c: &Conf) -> bool { c.name.clone() == "x" } //~ clone-passed-as-ref

impl W {
    fn look(&self, _: &str) {}
    pub fn name(&self) -> &str {
        &self.inner.name
    }
    pub fn z(&self) { self.look(&self.inner.name.clone()); } //~ clone-passed-as-ref
    pub fn z2(&self) { show(&self.name().to_string()); } //~ clone-passed-as-ref
    pub fn z3(&self) { show(self.inner.name.clone().as_ref()); } //~ clone-passed-as-ref
    pub fn z5(&self, o: &Option<String>) { if let Some(x) = o { show(&x.clone()); } } //~ clone-passed-as-ref
}

// The chain gives something away that the copy owns.
pub fn owned(c: &Conf) -> Vec<String> {
    c.tags.clone().into_iter().filter(|t| t.len() > 3).collect()
}

// What is logged is only copied when somebody listens, and a log line may outlive the value.
pub fn kept(c: &Conf) -> (String, String) {
    (c.name.clone(), format!("{}", c.name))
}

// A number, copied for nothing.
pub fn number(n: &u64) -> String {
    format!("{}", n.clone())
}

// `Arc` counts.
pub fn shared(c: &Arc<Conf>) -> bool {
    Arc::ptr_eq(&c.clone(), c)
}

// The text of a number: no copy but a conversion.
pub fn text(n: u64) -> bool {
    n.to_string().contains('7')
}
