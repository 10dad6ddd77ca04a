// deps: regex = "1", fancy_regex = "0.14", aho-corasick = "1", globset = "0.4", axum = "0.8"
use aho_corasick::AhoCorasick;
use axum::{routing::get, Router};
use globset::Glob;
use regex::{bytes, Regex as Re, RegexBuilder};
use std::sync::OnceLock;

const PATTERN: &str = "a|b";

fn each(lines: &[&str]) {
    for line in lines {
        Re::new("x+").unwrap().is_match(line); //~ regex-compiled-hot
        let _ = bytes::Regex::new(PATTERN); //~ regex-compiled-hot
        let _ = fancy_regex::Regex::new("(?=a)"); //~ regex-compiled-hot
    }
}
fn automatons(lines: &[&str]) {
    for _ in lines {
        let _ = AhoCorasick::new(["one", "two"]); //~ regex-compiled-hot
        let _ = AhoCorasick::new(&["one", "two"]); //~ regex-compiled-hot
        let _ = Glob::new("*.rs"); //~ regex-compiled-hot
    }
}
fn built(lines: &[&str]) {
    for _ in lines {
        let insensitive = RegexBuilder::new("y+")
            .case_insensitive(true)
            .build(); //~ regex-compiled-hot
        drop(insensitive);
    }
    lines.iter().filter(|l| Re::new(r"^\s").unwrap().is_match(l)).count(); //~ regex-compiled-hot
}

async fn index() -> String {
    clean("hello")
}

// Called by a handler.
fn clean(text: &str) -> String {
    let spaces = Re::new(r"\s+").unwrap(); //~ regex-compiled-hot
    spaces.replace_all(text, " ").into_owned()
}

pub fn app() -> Router {
    Router::new().route("/", get(index))
}

// The pattern differs each time.
fn computed(words: &[String]) {
    for word in words {
        let _ = Re::new(word);
        let _ = Re::new(&format!("^{word}$"));
    }
}

// Compiled once for the value that keeps it.
pub struct Matcher {
    re: Re,
}
impl Matcher {
    pub fn new() -> Self {
        Matcher { re: Re::new("m+").unwrap() }
    }
    pub fn is(&self, text: &str) -> bool {
        self.re.is_match(text)
    }
}

// Initialised once.
fn shared(lines: &[&str]) -> usize {
    static CELL: OnceLock<Re> = OnceLock::new();
    lines.iter().filter(|l| CELL.get_or_init(|| Re::new("z").unwrap()).is_match(l)).count()
}

// Nothing is known to call it often.
pub fn once(text: &str) -> bool {
    Re::new("q").unwrap().is_match(text)
}

// Another type of the same name.
struct Pattern;
impl Pattern {
    fn new(_: &str) -> Pattern {
        Pattern
    }
}
fn other() {
    for _ in 0..100 {
        let _ = Pattern::new("x");
    }
}

#[cfg(test)]
mod tests {
    fn many() {
        for _ in 0..100 {
            let _ = regex::Regex::new("t");
        }
    }
}

// The round that compiles it is the last.
fn everything(patterns: &[&str]) -> regex::RegexSet {
    for pattern in patterns {
        if *pattern == "*" {
            return regex::RegexSet::new([".*"]).unwrap();
        }
    }
    regex::RegexSet::new(patterns).unwrap()
}
