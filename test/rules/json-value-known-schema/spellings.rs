// deps: serde_json = "1", reqwest = "0.12", axum = "0.8", anyhow = "1"
use anyhow::Context;
use axum::Json;
use serde_json::{from_slice, Value};

fn turbofish(text: &str) -> anyhow::Result<u64> {
    let v = serde_json::from_str::<Value>(text)?; //~ json-value-known-schema
    Ok(v["id"].as_u64().context("id")?)
}
fn nested(bytes: &[u8]) -> Option<String> {
    let root: Value = from_slice(bytes).ok()?; //~ json-value-known-schema
    let user = root.get("user")?.get("name").and_then(Value::as_str)?;
    Some(user.to_owned())
}
async fn response(client: &reqwest::Client) -> anyhow::Result<String> {
    let body = client
        .get("http://x")
        .send()
        .await?
        .json::<serde_json::Value>() //~ json-value-known-schema
        .await?;
    let token = body["access_token"].as_str().unwrap_or_default();
    let kind = body["token_type"].as_str().unwrap_or_default();
    Ok(format!("{kind} {token}"))
}
async fn handler(Json(body): Json<Value>) -> String { //~ json-value-known-schema
    let name = body.get("name").and_then(|v| v.as_str()).unwrap_or("nobody");
    format!("hello {name}, {}", body["age"])
}
fn matched(text: &str) -> i64 {
    match serde_json::from_str::<Value>(text) { //~ json-value-known-schema
        Ok(v) => v["a"].as_i64().unwrap_or(0) + v["b"].as_i64().unwrap_or(0),
        Err(_) => 0,
    }
}
fn inline(text: &str) -> Option<bool> {
    serde_json::from_str::<Value>(text).ok()?.pointer("/a/b")?.as_bool() //~ json-value-known-schema
}

// Names that are not known here.
fn by_name(text: &str, name: &str) -> Option<String> {
    let v: Value = serde_json::from_str(text).ok()?;
    Some(v["prefix"].as_str()?.to_owned() + v.get(name)?.as_str()?)
}
// Passed on whole.
fn forwarded(text: &str) -> anyhow::Result<Value> {
    let v: Value = serde_json::from_str(text)?;
    if v["kind"].as_str() == Some("ping") {
        anyhow::bail!("ping");
    }
    Ok(v)
}
fn logged(text: &str) -> Option<i64> {
    let v: Value = serde_json::from_str(text).ok()?;
    println!("{v}");
    v["id"].as_i64()
}
// Changed.
fn patched(text: &str) -> anyhow::Result<String> {
    let mut v: Value = serde_json::from_str(text)?;
    v["seen"] = Value::Bool(true);
    v["count"] = Value::from(v["count"].as_u64().unwrap_or(0) + 1);
    Ok(v.to_string())
}
// All of its fields.
fn keys(text: &str) -> usize {
    let v: Value = serde_json::from_str(text).unwrap_or_default();
    v.as_object().map_or(0, |fields| fields.len())
}
// A map of values by name.
fn map(text: &str) -> anyhow::Result<usize> {
    let v: std::collections::HashMap<String, Value> = serde_json::from_str(text)?;
    Ok(v["a"].as_u64().unwrap_or(0) as usize + v["b"].as_u64().unwrap_or(0) as usize)
}
// A format that is no JSON.
fn toml(text: &str) -> Option<bool> {
    let v: toml::Value = toml::from_str(text).ok()?;
    v["a"].as_bool().or(v["b"].as_bool())
}
#[cfg(test)]
mod tests {
    #[test]
    fn ids() {
        let v: serde_json::Value = serde_json::from_str("{}").unwrap();
        assert_eq!(v["id"].as_u64(), v["other"].as_u64());
    }
}
