fn matched(text: &str) -> String { //~ cow-candidate
    match text.find('x') {
        None => text.to_owned(),
        Some(at) => text[..at].to_string(),
    }
}

fn branched(text: &str, upper: bool) -> String { //~ cow-candidate
    if upper { text.to_uppercase() } else { text.into() }
}

fn built(prefix: &str, text: &str) -> String { //~ cow-candidate
    if prefix.is_empty() {
        String::from(text)
    } else {
        format!("{prefix}{text}")
    }
}

struct Names;
impl Names {
    fn short(&self, name: &str) -> String { //~ cow-candidate
        if name.len() < 10 {
            return name.to_string();
        }
        name.chars().take(10).collect()
    }
}

// Always changed.
fn changed(text: &str) -> String {
    if text.is_empty() { "none".to_string() } else { text.to_uppercase() }
}
// Always copied.
fn copied(text: &str) -> String {
    text.to_string()
}
// Owned already.
fn owned(text: String, upper: bool) -> String {
    if upper { text.to_uppercase() } else { text }
}
// Part of a trait's contract.
trait Clean {
    fn clean(&self, text: &str) -> String;
}
impl Clean for Names {
    fn clean(&self, text: &str) -> String {
        if text.is_empty() { text.to_string() } else { text.trim().to_string() }
    }
}
// Another type.
fn list(text: &str) -> Vec<String> {
    if text.is_empty() { vec![] } else { vec![text.to_string()] }
}
// Futures cannot lend that easily.
async fn later(text: &str) -> String {
    if text.is_empty() { text.to_string() } else { text.trim().to_string() }
}
