// deps: anyhow = "1", eyre = "0.6"
use anyhow::{anyhow, Context};
use eyre::WrapErr;
use std::collections::HashMap;

enum Fault {
    Missing(String),
    Named { name: String },
}

fn forms(map: &HashMap<String, u32>, key: &str) -> Result<u32, Fault> {
    let a = map.get(key).ok_or(Fault::Missing(key.to_string()))?; //~ eager-error-format
    let b = map
        .get(key)
        .ok_or(Fault::Named { name: format!("no {key}") })?; //~ eager-error-format
    Ok(a + b)
}

fn texts(map: &HashMap<String, u32>, key: &str) -> Result<u32, String> {
    map.get(key).copied().ok_or(format!("no {key}")) //~ eager-error-format
}

fn dynamic(map: &HashMap<String, u32>, key: &str) -> anyhow::Result<u32> {
    let n = map.get(key).ok_or(anyhow!("no {}", key))?; //~ eager-error-format
    let text = std::fs::read_to_string(key).context(format!("read {key}"))?; //~ eager-error-format
    let m: u32 = text.parse().context(String::from("not a number"))?; //~ eager-error-format
    Ok(n + m)
}

fn reported(path: &str) -> eyre::Result<String> {
    std::fs::read_to_string(path).wrap_err(format!("read {path}")) //~ eager-error-format
}

fn closures(keys: &[&str], map: &HashMap<String, u32>) -> Vec<Result<u32, String>> {
    keys.iter().map(|k| map.get(*k).copied().ok_or("no ".to_owned() + k)).collect() //~ eager-error-format
}

// Lazy, or free.
fn lazy(map: &HashMap<String, u32>, key: &str) -> anyhow::Result<u32> {
    let a = map.get(key).ok_or_else(|| anyhow!("no {key}"))?;
    let b = map.get(key).context("no key")?;
    let c = map.get(key).with_context(|| format!("no {key}"))?;
    Ok(a + b + c)
}

// A constant error.
fn constant(map: &HashMap<String, u32>, key: &str) -> Result<u32, &'static str> {
    map.get(key).copied().ok_or("none")
}

// Always a failure: the message is needed.
fn failing(path: &str) -> anyhow::Result<()> {
    match std::fs::read(path) {
        Ok(_) => Ok(()),
        Err(e) => Err(e).context(format!("read {path}")),
    }
}

// The receiver is the error itself.
fn wrapped(path: &str) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).map_err(|e| anyhow::Error::new(e).context(format!("read {path}")))
}

// Moves what it has.
fn moved(name: Option<u32>, message: String) -> Result<u32, String> {
    name.ok_or(message)
}

#[cfg(test)]
mod tests {
    fn check(x: Option<u32>) -> u32 {
        x.ok_or(format!("missing")).unwrap()
    }
}
