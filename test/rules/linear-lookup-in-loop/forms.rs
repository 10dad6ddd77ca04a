use std::collections::{BTreeSet, HashSet, VecDeque};

pub struct Index {
    known: Vec<String>,
    queue: VecDeque<u32>,
}
impl Index {
    pub fn fields(&self, names: &[String]) -> usize {
        names.iter().filter(|name| self.known.contains(name)).count() //~ linear-lookup-in-loop
    }
    pub fn queued(&self, ids: &[u32]) {
        for id in ids {
            if self.queue.iter().any(|q| q == id) { //~ linear-lookup-in-loop
                println!("{id}");
            }
        }
    }
}
pub fn placed(order: &[u32], ids: &[u32]) -> Vec<Option<usize>> {
    ids.iter().map(|id| order.iter().position(|&o| o == *id)).collect() //~ linear-lookup-in-loop
}
pub fn missing(all: Vec<u64>, some: Vec<u64>) -> Vec<u64> {
    let mut out = Vec::new();
    for one in all {
        if !some.contains(&one) { //~ linear-lookup-in-loop
            out.push(one);
        }
    }
    out
}

// Sets look up.
pub fn sets(ids: &[u32], a: &HashSet<u32>, b: &BTreeSet<u32>) -> usize {
    ids.iter().filter(|id| a.contains(id) && b.contains(id)).count()
}
// A text.
pub fn text(words: &[String], text: &str) -> usize {
    words.iter().filter(|word| text.contains(word.as_str())).count()
}
// Grows in the loop: a set would have to grow with it.
pub fn unique(ids: &[u32]) -> Vec<u32> {
    let mut seen = Vec::new();
    for id in ids {
        if !seen.contains(id) {
            seen.push(*id);
        }
    }
    seen
}
// A few.
pub fn few(words: &[String]) -> usize {
    const KEYWORDS: [&str; 3] = ["a", "b", "c"];
    words.iter().filter(|word| KEYWORDS.contains(&word.as_str())).count()
}
// Another list in each round.
pub fn own(groups: &[Vec<u32>], id: u32) -> usize {
    groups.iter().filter(|group| group.contains(&id)).count()
}
// By a part of the element.
pub struct User {
    id: u32,
}
pub fn by_part(users: &[User], ids: &[u32]) -> usize {
    ids.iter().filter(|id| users.iter().any(|user| user.id == **id)).count()
}
// Numbers that nobody hashes.
pub fn floats(all: &[f64], some: &[f64]) -> usize {
    all.iter().filter(|x| some.contains(x)).count()
}
// A range.
pub fn range(ids: &[u32]) -> usize {
    ids.iter().filter(|id| (3..9).contains(*id)).count()
}
// Once.
pub fn once(ids: &[u32]) -> bool {
    ids.contains(&7)
}
