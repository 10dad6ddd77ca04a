// deps: anyhow = "1"
use std::error::Error;

fn boxed(text: &str) -> Result<u32, Box<dyn Error + Send + Sync>> {
    Ok(text.parse()?)
}
fn any(text: &str) -> anyhow::Result<u32> {
    Ok(text.parse()?)
}
#[derive(Debug)]
enum Fault {
    Empty,
}
fn plain(text: &str) -> Result<u32, Fault> {
    text.parse().map_err(|_| Fault::Empty)
}

pub fn filtered(lines: &[&str]) -> Vec<u32> {
    lines.iter().filter_map(|line| any(line).ok()).collect() //~ boxed-error-hot
}
pub fn counted(lines: &[&str]) -> usize {
    lines.iter().filter(|line| boxed(line).is_err()).count() //~ boxed-error-hot
}
pub fn skipped(lines: &[&str]) -> u32 {
    let mut sum = 0;
    for line in lines {
        let Ok(n) = any(line) else { continue }; //~ boxed-error-hot
        sum += n;
    }
    sum
}
pub fn matched(lines: &[&str]) -> u32 {
    let mut bad = 0;
    for line in lines {
        match boxed(line) { //~ boxed-error-hot
            Ok(_) => {}
            Err(_) => bad += 1,
        }
    }
    bad
}

// The error goes out.
pub fn out(lines: &[&str]) -> anyhow::Result<u32> {
    let mut sum = 0;
    for line in lines {
        sum += any(line)?;
        match any(line) {
            Ok(n) => sum += n,
            Err(e) => return Err(e),
        }
    }
    Ok(sum)
}
// The error is told.
pub fn told(lines: &[&str]) {
    for line in lines {
        match any(line) {
            Ok(_) => {}
            Err(e) => eprintln!("{e}"),
        }
    }
}
// No allocation.
pub fn small(lines: &[&str]) -> usize {
    lines.iter().filter(|line| plain(line).is_ok()).count()
}
// Not hot.
pub fn once(text: &str) -> Option<u32> {
    any(text).ok()
}
// The standard library's errors are small.
pub fn numbers(lines: &[&str]) -> u32 {
    lines.iter().filter_map(|line| line.parse::<u32>().ok()).sum()
}
#[cfg(test)]
mod tests {
    fn all(lines: &[&str]) {
        for line in lines {
            super::any(line).ok();
        }
    }
}
