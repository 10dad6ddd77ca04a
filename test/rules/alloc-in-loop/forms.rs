use std::io::Read;

fn sized(items: &[u32], mut from: std::fs::File) -> u32 {
    let mut sum = 0;
    for item in items {
        let mut buf = vec![0u8; 4096]; //~ alloc-in-loop
        from.read(&mut buf).unwrap();
        sum += item + buf[0] as u32;
    }
    sum
}

fn copied(lines: &[&str]) -> usize {
    let mut n = 0;
    while n < lines.len() {
        let line = lines[n].to_string(); //~ alloc-in-loop
        n += 1 + line.len();
    }
    n
}

fn collected(lines: &[&str]) -> usize {
    lines.iter().map(|line| {
        let words = line.split(' ').collect::<Vec<_>>(); //~ alloc-in-loop
        words.len()
    }).sum()
}

fn filled(lines: &[Vec<u32>]) -> usize {
    let mut n = 0;
    for line in lines {
        let mut even = Vec::new(); //~ alloc-in-loop
        for x in line {
            if x % 2 == 0 {
                even.push(*x);
            }
        }
        n += even.len();
    }
    n
}

// The value leaves the iteration.
fn kept(lines: &[&str]) -> Vec<String> {
    let mut all = Vec::new();
    for line in lines {
        let mut owned = line.to_string();
        owned.push('!');
        all.push(owned);
    }
    all
}
fn returned(lines: &[&str]) -> Option<String> {
    for line in lines {
        let owned = line.to_string();
        if owned.len() > 3 {
            return Some(owned);
        }
    }
    None
}

// Never filled: no allocation.
fn empty(lines: &[&str]) -> usize {
    let mut n = 0;
    for _ in lines {
        let nothing: Vec<u32> = Vec::new();
        n += nothing.len();
    }
    n
}

// Once.
fn once(line: &str) -> usize {
    let words = line.split(' ').collect::<Vec<_>>();
    words.len()
}

// Used again.
fn reused(lines: &[&str]) -> usize {
    let mut buf = String::new();
    for line in lines {
        buf.clear();
        buf.push_str(line);
    }
    buf.len()
}

// A number formatted is no copy.
fn numbers(items: &[u32]) -> usize {
    let mut n = 0;
    for item in items {
        let text = item.to_string();
        n += text.len();
    }
    n
}
