// deps: serde_json = "1", toml = "0.9", rmp-serde = "1"
use serde::{de::DeserializeOwned, Serialize};
use serde_json::{from_slice, to_vec, Value};

fn by_value<A: Serialize, B: DeserializeOwned>(a: A) -> serde_json::Result<B> {
    serde_json::from_value(serde_json::to_value(a)?) //~ serde-roundtrip
}
fn by_bytes<A: Serialize, B: DeserializeOwned>(a: &A) -> B {
    from_slice(&to_vec(a).unwrap()).expect("same shape") //~ serde-roundtrip
}
fn through_local<A: Serialize, B: DeserializeOwned>(a: &A) -> anyhow::Result<B> {
    let text = serde_json::to_string(a)?;
    let b = serde_json::from_str(&text)?; //~ serde-roundtrip
    Ok(b)
}
fn to_tree<A: Serialize>(a: &A) -> Value {
    serde_json::from_str::<Value>(serde_json::to_string(a).unwrap().as_str()).unwrap() //~ serde-roundtrip
}
fn packed<A: Serialize + DeserializeOwned>(a: &A) -> A {
    rmp_serde::from_slice(&rmp_serde::to_vec(a).unwrap()).unwrap() //~ serde-roundtrip
}

// The text is also stored.
fn stored<A: Serialize, B: DeserializeOwned>(a: &A, log: &mut Vec<String>) -> serde_json::Result<B> {
    let text = serde_json::to_string(a)?;
    let b = serde_json::from_str(&text)?;
    log.push(text);
    Ok(b)
}
// The tree is changed in between.
fn merged<A: Serialize, B: DeserializeOwned>(a: &A) -> serde_json::Result<B> {
    let mut tree = serde_json::to_value(a)?;
    tree["extra"] = Value::Bool(true);
    serde_json::from_value(tree)
}
// From one format to another.
fn transcode<B: DeserializeOwned>(a: &toml::Table) -> anyhow::Result<B> {
    Ok(serde_json::from_str(&toml::to_string(a)?)?)
}
// Written by somebody else.
fn received<B: DeserializeOwned>(text: String) -> serde_json::Result<B> {
    serde_json::from_str(&text.to_string())
}
// Only one half.
fn half<A: Serialize>(a: &A) -> String {
    serde_json::to_string(a).unwrap()
}
#[cfg(test)]
mod tests {
    #[test]
    fn round_trip() {
        let x: u8 = serde_json::from_str(&serde_json::to_string(&1).unwrap()).unwrap();
        assert_eq!(x, 1);
    }
}

// A text is quoted, to be read as one of the names that a type knows.
fn quoted(raw: &str, owned: String) -> (Option<Item>, Option<Item>) {
    let text = serde_json::to_string(raw).unwrap();
    let other = serde_json::to_string(&owned).unwrap();
    (serde_json::from_str(&text).ok(), serde_json::from_str(&other).ok())
}
