use std::collections::{HashMap, HashSet, VecDeque};

struct Table {
    rows: Vec<String>,
}

impl Table {
    fn index(&self) -> HashMap<&str, usize> {
        let mut index = HashMap::new(); //~ collection-no-capacity
        for (i, row) in self.rows.iter().enumerate() {
            index.insert(row.as_str(), i);
        }
        index
    }
    fn lengths(&self) -> Vec<usize> {
        let mut all: Vec<usize> = vec![]; //~ collection-no-capacity
        for i in 0..self.rows.len() {
            all.push(self.rows[i].len());
        }
        all
    }
}

fn queue(jobs: &[u32]) -> VecDeque<u32> {
    let mut queue = VecDeque::new(); //~ collection-no-capacity
    let extra = 1;
    for job in jobs.iter().rev() {
        let next = job + extra;
        queue.push_back(next);
    }
    queue
}

fn parsed(texts: Vec<String>) -> Result<HashSet<u32>, std::num::ParseIntError> {
    let mut set = HashSet::new(); //~ collection-no-capacity
    for text in &texts {
        set.insert(text.parse()?);
    }
    Ok(set)
}

// Not every element.
fn some(list: &[u32]) -> Vec<u32> {
    let mut out = Vec::new();
    for n in list {
        if n % 2 == 0 {
            out.push(*n);
        }
    }
    let mut rest = Vec::new();
    for n in list {
        if *n == 3 {
            continue;
        }
        rest.push(*n);
    }
    out.extend(rest);
    out
}

// Nobody knows how many.
fn filtered(list: &[u32]) -> Vec<u32> {
    let mut out = Vec::new();
    for n in list.iter().filter(|n| **n > 3) {
        out.push(*n);
    }
    out
}
fn lines(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for line in text.lines() {
        out.push(line);
    }
    out
}

// Reserved already.
fn reserved(list: &[u32]) -> Vec<u32> {
    let mut out = Vec::with_capacity(list.len());
    for n in list {
        out.push(*n);
    }
    let mut more = Vec::new();
    more.reserve(list.len());
    for n in list {
        more.push(*n);
    }
    out.append(&mut more);
    out
}

// A handful.
fn few() -> Vec<u32> {
    let mut out = Vec::new();
    for i in 0..4 {
        out.push(i);
    }
    let sizes = [1, 2, 3];
    let mut all = Vec::new();
    for s in sizes {
        all.push(s);
    }
    all
}

struct Header {
    count: usize,
}
// A length from outside must not be trusted.
fn outside(header: &Header) -> Vec<u8> {
    let mut out = Vec::new();
    for _ in 0..header.count {
        out.push(0);
    }
    out
}

// A count that the caller chose.
fn counted(n: usize) -> Vec<usize> {
    let mut out = Vec::new(); //~ collection-no-capacity
    for i in 0..n {
        out.push(i * i);
    }
    out
}

// What `insert` answers is looked at.
fn indexed(names: &[String]) -> std::collections::HashMap<&str, usize> {
    let mut index = std::collections::HashMap::new(); //~ collection-no-capacity
    for (i, name) in names.iter().enumerate() {
        let before = index.insert(name.as_str(), i);
        assert!(before.is_none());
    }
    index
}

// At least one byte for each.
fn initials(names: &[String]) -> String {
    let mut all = String::new(); //~ collection-no-capacity
    for name in names {
        all.push(name.chars().next().unwrap_or('?'));
    }
    all
}

// Waiting for each answer takes far longer.
async fn asked(ids: &[u32]) -> Vec<u32> {
    let mut out = Vec::new();
    for id in ids {
        out.push(ask(*id).await);
    }
    out
}
async fn ask(id: u32) -> u32 {
    id
}

// Sometimes two for one.
fn doubled(list: &[u32]) -> Vec<u32> {
    let mut out = Vec::new();
    for x in list {
        out.push(*x);
        if x % 2 == 0 {
            out.push(x + 1);
        }
    }
    out
}
