use std::collections::HashMap;
use std::sync::Arc;

struct State {
    last: Vec<u8>,
    name: String,
    shared: Arc<String>,
}

impl State {
    fn run(&mut self, rows: &[Vec<u8>], name: &String) {
        for row in rows {
            self.last = row.clone(); //~ clone-from-candidate
            self.name = name.clone(); //~ clone-from-candidate
        }
    }
    // A counter goes up.
    fn share(&mut self, all: &[Arc<String>]) {
        for one in all {
            self.shared = one.clone();
        }
    }
}

fn map(rounds: u32, base: HashMap<u32, u32>) -> usize {
    let mut now = HashMap::new();
    for _ in 0..rounds {
        now = base.clone(); //~ clone-from-candidate
        now.insert(1, 2);
    }
    now.len()
}

fn deref(list: &[String], out: &mut String) {
    for one in list {
        *out = one.clone(); //~ clone-from-candidate
    }
}

// A variable of the iteration.
fn fresh(list: &[String]) -> usize {
    let mut n = 0;
    for one in list {
        let mut mine = String::new();
        if one.len() > 3 {
            mine = one.clone();
        }
        n += mine.len();
    }
    n
}

// No loop.
fn once(a: &mut String, b: &String) {
    *a = b.clone();
}

// A number.
fn numbers(list: &[u64]) -> u64 {
    let mut last = 0;
    for n in list {
        last = n.clone();
    }
    last
}

// Moved, not copied.
fn moved(list: Vec<String>) -> String {
    let mut last = String::new();
    for one in list {
        last = one;
    }
    last
}

// Derived: nothing is reused.
#[derive(Clone)]
struct Pair(String, String);
fn derived(list: &[Pair], mut last: Pair) -> Pair {
    for one in list {
        last = one.clone();
    }
    last
}

// Already in place.
fn in_place(list: &[String]) -> String {
    let mut last = String::new();
    for one in list {
        last.clone_from(one);
    }
    last
}
