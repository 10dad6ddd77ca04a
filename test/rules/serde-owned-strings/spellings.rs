// deps: serde = "1", serde_json = "1", axum = "0.8"
use serde::Deserialize;


#[derive(Debug, Deserialize)]
pub struct Entry { //~ serde-owned-strings
    user: String,
    body: Vec<u8>,
    agent: Option<String>,
    size: u64,
}
fn entries(files: &[Vec<Vec<u8>>]) -> u64 {
    let mut total = 0;
    for lines in files {
        for bytes in lines {
            if let Ok(entry) = serde_json::from_slice::<Entry>(bytes) {
                total += entry.size + entry.user.len() as u64;
            }
        }
    }
    total
}

// Kept.
#[derive(Deserialize)]
struct Kept {
    a: String,
    b: String,
    c: String,
}
fn kept(files: &[Vec<String>]) -> Vec<Kept> {
    let mut all = Vec::new();
    for lines in files {
        for text in lines {
            all.push(serde_json::from_str::<Kept>(text).unwrap());
        }
    }
    all
}
// Decoded once.
#[derive(Deserialize)]
struct Config {
    a: String,
    b: String,
    c: String,
}
fn config(text: &str) -> usize {
    let config: Config = serde_json::from_str(text).unwrap();
    config.a.len() + config.b.len() + config.c.len()
}
// A request's body cannot borrow.
#[derive(Deserialize)]
struct Body {
    a: String,
    b: String,
    c: String,
}
async fn post(axum::Json(body): axum::Json<Body>) -> String {
    body.a + &body.b + &body.c
}
// Few strings.
#[derive(Deserialize)]
struct Few {
    a: String,
    b: u8,
    c: u8,
}
fn few(files: &[Vec<String>]) -> usize {
    let mut total = 0;
    for lines in files {
        for text in lines {
            let few: Few = serde_json::from_str(text).unwrap();
            total += few.a.len();
        }
    }
    total
}
// Read from a stream: there is no buffer to borrow from.
#[derive(Deserialize)]
struct Streamed {
    a: String,
    b: String,
    c: String,
}
fn streamed(files: &[Vec<u8>]) -> usize {
    files.iter().map(|file| serde_json::from_reader::<_, Streamed>(file.as_slice()).unwrap().a.len()).sum()
}
