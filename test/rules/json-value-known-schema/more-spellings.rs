// deps: serde_json = "1", axum = "0.8", reqwest = "0.12"
use serde_json::Value;

pub fn a(s: &str) -> (u64, String) { let v: Value = serde_json::from_str(s).unwrap(); (v["id"].as_u64().unwrap(), v["name"].as_str().unwrap().to_string()) } //~ json-value-known-schema
pub fn b(s: &[u8]) -> Option<u64> { let v = serde_json::from_slice::<Value>(s).ok()?; v.get("a")?.get("b")?.as_u64() } //~ json-value-known-schema
pub async fn c(r: reqwest::Response) -> Option<String> { let v: Value = r.json().await.ok()?; Some(v["token"].as_str()?.to_owned()) } //~ json-value-known-schema
pub async fn c2(r: reqwest::Response) -> Option<String> { let v = r.json::<Value>().await.ok()?; v["a"]["b"].as_str().map(str::to_owned) } //~ json-value-known-schema
pub async fn d(axum::Json(v): axum::Json<Value>) -> String { format!("{}{}", v["a"], v["b"]) } //~ json-value-known-schema
pub fn e(s: &str) -> u64 { let v: serde_json::Value = s.parse().unwrap(); v["a"].as_u64().unwrap() + v["b"].as_u64().unwrap() } //~ json-value-known-schema
pub fn f(s: &str) -> Option<i64> { match serde_json::from_str::<Value>(s) { Ok(v) => v["id"].as_i64(), Err(_) => None } } //~ json-value-known-schema
pub fn g(s: &str) -> Option<i64> { if let Ok(v) = serde_json::from_str::<Value>(s) { return v["x"]["y"].as_i64(); } None } //~ json-value-known-schema
pub fn h(s: &str) -> Option<f64> { let v: Value = serde_json::from_str(s).ok()?; let a = v.pointer("/a/b")?.as_f64()?; let b = v.pointer("/c")?.as_f64()?; Some(a + b) } //~ json-value-known-schema
pub fn i(s: &str) -> Option<String> { let v: Value = serde_json::from_str(s).ok()?; let o = v.as_object()?; Some(o["a"].as_str()?.to_string() + o["b"].as_str()?) } //~ json-value-known-schema

// A number, parsed.
pub fn number(s: &str) -> u64 {
    let n: u64 = s.parse().unwrap();
    n
}
// Asked for whatever the caller names.
pub fn named(s: &str, key: &str) -> Option<String> {
    let v: Value = serde_json::from_str(s).ok()?;
    let o = v.as_object()?;
    Some(o.get(key)?.to_string())
}
