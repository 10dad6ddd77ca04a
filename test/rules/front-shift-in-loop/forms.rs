use std::collections::{HashMap, VecDeque};

struct Queue {
    jobs: Vec<u32>,
}

impl Queue {
    fn work(&mut self) -> u32 {
        let mut sum = 0;
        while !self.jobs.is_empty() {
            sum += self.jobs.remove(0); //~ front-shift-in-loop
        }
        sum
    }
}

fn reversed(words: &[String]) -> Vec<&str> {
    let mut out: Vec<&str> = Vec::new();
    for word in words {
        out.insert(0, word); //~ front-shift-in-loop
    }
    out
}

fn text(letters: &str) -> String {
    let mut out = String::new();
    letters.chars().for_each(|c| out.insert(0, c)); //~ front-shift-in-loop
    out
}

fn drained(mut left: Vec<u8>) {
    loop {
        if left.len() < 2 {
            return;
        }
        left.drain(..1); //~ front-shift-in-loop
    }
}

// Constant time at both ends.
fn deque(mut jobs: VecDeque<u32>) {
    while jobs.len() > 3 {
        jobs.remove(0);
        jobs.pop_front();
    }
}

// A key, not a position.
fn map(map: &mut HashMap<u32, u32>, n: u32) {
    for i in 0..n {
        map.insert(0, i);
    }
}

// Once.
fn once(args: &mut Vec<String>) -> String {
    args.remove(0)
}

// The loop ends with it.
fn found(list: &mut Vec<u32>, wanted: &[u32]) {
    for w in wanted {
        if list.first() == Some(w) {
            list.remove(0);
            break;
        }
    }
}

// A vector of the iteration.
fn inner(lines: &[&str]) -> Vec<String> {
    let mut heads = Vec::new();
    for line in lines {
        let mut parts: Vec<String> = line.split(' ').map(str::to_owned).collect();
        heads.push(parts.remove(0));
    }
    heads
}

// From the end.
fn last(list: &mut Vec<u32>) {
    while list.len() > 2 {
        list.remove(1);
    }
}

const LIMIT: usize = 20;
// A short history that forgets its oldest entry.
fn remember(history: &mut Vec<String>, entry: String) {
    history.push(entry);
    while history.len() > LIMIT {
        history.remove(0);
    }
}
fn shrink(list: &mut Vec<u32>, limit: usize) {
    while list.len() > limit {
        list.remove(0); //~ front-shift-in-loop
    }
}
