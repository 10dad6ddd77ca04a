// deps: anyhow = "1"
use anyhow::{anyhow, bail, ensure};

enum Fault {
    Bad(String),
    Much(u32),
}

fn wrapped(n: u32) -> Result<u32, Fault> {
    if n > 9 {
        return Err(Fault::Bad(format!("bad {}", n))); //~ format-in-err
    }
    Ok(n)
}
fn dynamic(n: u32) -> anyhow::Result<u32> {
    ensure!(n < 50, "{n} is too much"); //~ format-in-err
    if n > 9 {
        bail!("bad {}", n); //~ format-in-err
    }
    if n == 7 {
        return Err(anyhow!("seven is {n}")); //~ format-in-err
    }
    Ok(n)
}
pub fn all(list: &[u32]) -> u32 {
    list.iter().filter_map(|n| wrapped(*n).ok()).sum::<u32>() + list.iter().filter_map(|n| dynamic(*n).ok()).sum::<u32>()
}

// Nothing to format.
fn constant(n: u32) -> anyhow::Result<u32> {
    if n > 9 {
        bail!("bad");
    }
    ensure!(n != 3, "three");
    Ok(n)
}
// Facts.
fn facts(n: u32) -> Result<u32, Fault> {
    if n > 9 { Err(Fault::Much(n)) } else { Ok(n) }
}
// Later, if at all.
fn lazy(n: Option<u32>, name: &str) -> Result<u32, String> {
    n.ok_or_else(|| format!("no {name}"))
}
// Success.
fn fine(n: u32) -> Result<String, Fault> {
    Ok(format!("{n}"))
}
pub fn more(list: &[u32]) {
    for n in list {
        let _ = constant(*n).is_ok();
        let _ = facts(*n).is_ok();
        let _ = lazy(Some(*n), "x").is_ok();
        let _ = fine(*n).is_ok();
    }
}
// Not hot.
pub fn once(n: u32) -> Result<u32, String> {
    if n > 3 { Err(format!("bad {n}")) } else { Ok(n) }
}
#[cfg(test)]
mod tests {
    fn all(list: &[u32]) {
        for _ in list {
            for n in list {
                let _: Result<(), String> = Err(format!("{n}"));
            }
        }
    }
}
