use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

#[derive(Clone)]
struct Config {
    name: String,
    tags: Vec<String>,
}

fn show(_: &Config) {}
fn text(_: &str) {}
fn bytes(_: &[u8]) {}
fn path(_: &Path) {}

struct Server {
    config: Config,
    names: HashMap<String, u32>,
    count: u32,
    shared: Arc<Config>,
    locked: Mutex<String>,
}

impl Server {
    fn run(&self, data: &[u8], at: PathBuf) {
        show(&self.config.clone()); //~ clone-passed-as-ref
        text(&self.config.name.clone()); //~ clone-passed-as-ref
        bytes(&data.to_vec()); //~ clone-passed-as-ref
        path(&at);
    }
    fn look(&self, key: &str) -> usize {
        let n = self.names.get(&key.to_string()).copied(); //~ clone-passed-as-ref
        n.map_or(0, |n| n as usize) + self.config.tags.clone().len() //~ clone-passed-as-ref
    }
    fn chained(&self) {
        text(self.config.name.clone().as_str()); //~ clone-passed-as-ref
        self.check(&self.config.name.clone()); //~ clone-passed-as-ref
    }
    fn check(&self, _: &str) {}
    fn set(&mut self, _: &str) {
        self.count += 1;
    }

    // The callee changes `self`: the copy ends the borrow.
    fn changed(&mut self) {
        self.set(&self.config.name.clone());
    }

    // A counter goes up, nothing is copied.
    fn counted(&self) {
        show(&self.shared.clone());
    }

    // The copy lets go of the lock.
    fn released(&self) {
        text(&self.locked.lock().unwrap().clone());
    }
}

// A number formatted.
fn number(n: u32) {
    text(&n.to_string());
}

// The copy is changed, or kept.
fn kept(config: &Config, all: &mut Vec<Config>) {
    all.push(config.clone());
    let mut other = config.clone();
    change(&mut other);
    change(&mut config.clone());
}
fn change(config: &mut Config) {
    config.tags.clear();
}

// Copies of bits.
fn bits(n: &u64) -> bool {
    [1, 2].contains(&n.clone())
}

// Iterated over while the original changes.
fn iterated(list: &mut Vec<u32>) {
    for x in list.clone().iter() {
        list.push(*x);
    }
}

// The type is not known.
fn unknown<T: Clone>(x: &T, f: fn(&T)) {
    f(&x.clone());
}
