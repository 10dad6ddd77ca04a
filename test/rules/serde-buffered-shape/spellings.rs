// deps: serde = "1", serde_json = "1", axum = "0.8"
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

#[derive(Deserialize)]
struct Rest {
    id: u64,
    #[serde(flatten, default)] //~ serde-buffered-shape
    extra: HashMap<String, serde_json::Value>,
}
#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")] //~ serde-buffered-shape
enum Command {
    Move { x: f64, y: f64 },
    Say { text: String },
    Stop,
}
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
struct Conditional {
    #[cfg_attr(feature = "serde", serde(flatten))] //~ serde-buffered-shape
    inner: Rest,
}
#[derive(Deserialize)]
struct Held {
    #[serde(flatten)] //~ serde-buffered-shape
    rest: Rest,
}
fn decode(lines: &[String]) -> Vec<Held> {
    lines.iter().filter_map(|line| serde_json::from_str::<Held>(line).ok()).collect()
}
fn commands(lines: &[String]) -> Vec<Command> {
    lines.iter().map(|line| serde_json::from_str::<Command>(line).unwrap()).collect()
}
async fn all(axum::Json(one): axum::Json<Conditional>) {
    drop(one);
}

// Only written.
#[derive(Serialize)]
struct Written {
    #[serde(flatten)]
    inner: HashMap<String, String>,
}
// Tag and content: decoded directly.
#[derive(Deserialize)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Move { x: f64, y: f64 },
    Say { text: String },
}
// Nothing but the tag.
#[derive(Deserialize)]
#[serde(tag = "kind")]
enum Plain {
    On,
    Off,
}
// A struct that writes its own name.
#[derive(Deserialize)]
#[serde(tag = "type")]
struct Named {
    id: u64,
}
// The default representation.
#[derive(Deserialize)]
enum External {
    Move { x: f64, y: f64 },
}
// Skipped on the way in.
#[derive(Serialize, Deserialize)]
struct Skipped {
    #[serde(flatten, skip_deserializing)]
    inner: HashMap<String, String>,
}
