use std::collections::{BTreeMap, HashMap, HashSet};

struct Cache {
    all: HashMap<String, u32>,
}
impl Cache {
    fn add(&mut self, key: &str) {
        if !self.all.contains_key(key) { //~ map-entry
            let value = key.len() as u32;
            self.all.insert(key.to_string(), value);
        }
    }
    fn twice(&mut self, key: String) {
        if self.all.contains_key(&key) { //~ map-entry
            println!("there");
        } else {
            self.all.insert(key, 1);
        }
    }
}
fn tree(map: &mut BTreeMap<u32, u32>, k: &u32) {
    if !map.contains_key(k) { //~ map-entry
        map.insert(*k, 0);
    }
}
fn cloned(map: &mut HashMap<String, u32>, names: &[String]) {
    for name in names {
        if !map.contains_key(name) { //~ map-entry
            map.insert(name.clone(), 0);
        }
    }
}
// Another key.
fn other_key(map: &mut HashMap<u32, u32>, a: u32, b: u32) {
    if !map.contains_key(&a) {
        map.insert(b, 0);
    }
}
// Another map.
fn other_map(map: &mut HashMap<u32, u32>, seen: &HashMap<u32, u32>, a: u32) {
    if !seen.contains_key(&a) {
        map.insert(a, 0);
    }
}
// Not in any case.
fn sometimes(map: &mut HashMap<u32, u32>, a: u32, full: bool) {
    if !map.contains_key(&a) {
        if !full {
            map.insert(a, 0);
        }
    }
}
// Asked only.
fn asked(map: &HashMap<u32, u32>, a: u32) -> bool {
    if !map.contains_key(&a) {
        return false;
    }
    true
}
// Once.
fn entry(map: &mut HashMap<u32, u32>, a: u32) {
    *map.entry(a).or_insert(0) += 1;
}
// A set.
fn set(set: &mut HashSet<u32>, a: u32) {
    if !set.contains(&a) {
        set.insert(a);
    }
}

struct Owner {
    map: std::collections::HashMap<u32, u32>,
}
impl Owner {
    fn made(&self, key: u32) -> u32 {
        key
    }
    // What holds the map makes the value: an entry would hold it borrowed.
    fn add(&mut self, key: u32) {
        if !self.map.contains_key(&key) {
            self.map.insert(key, self.made(key));
        }
    }
}
