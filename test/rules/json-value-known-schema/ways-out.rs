// deps: serde_json, anyhow
use serde_json::Value;

pub fn matched(text: &str) -> anyhow::Result<(String, i64)> {
    let body: Value = match serde_json::from_str(text) { //~ json-value-known-schema
        Ok(value) => value,
        Err(error) => return Err(error.into()),
    };
    let token = body.get("token").and_then(|v| v.as_str()).unwrap_or_default();
    let expires = body.pointer("/exp").and_then(Value::as_i64).unwrap_or(0);
    Ok((token.to_string(), expires))
}

pub fn listed(text: &str) -> Vec<u64> {
    let Ok(v) = serde_json::from_str::<Value>(text) else { return vec![] }; //~ json-value-known-schema
    v["items"].as_array().map(|a| a.iter().filter_map(|i| i["id"].as_u64()).collect()).unwrap_or_default()
}

// The items stay what they are.
pub fn items(text: &str) -> Vec<Value> {
    let Ok(v) = serde_json::from_str::<Value>(text) else { return vec![] };
    v["items"].as_array().cloned().unwrap_or_default()
}

// Handed on as a whole after a look.
pub fn handed(text: &str) -> anyhow::Result<Value> {
    let body: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return Err(error.into()),
    };
    println!("{} {}", body["id"], body["kind"]);
    Ok(body)
}
