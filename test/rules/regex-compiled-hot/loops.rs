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

// What is built holds it, however often that is.
struct Filter {
    deny: Option<regex::Regex>,
}
struct FilterBuilder {
    deny: Option<regex::Regex>,
}
impl FilterBuilder {
    fn deny(mut self, deny: regex::Regex) -> Self {
        self.deny = Some(deny);
        self
    }
    fn build(self) -> Filter {
        Filter { deny: self.deny }
    }
}
impl Filter {
    fn builder() -> FilterBuilder {
        FilterBuilder { deny: None }
    }
    fn public() -> Self {
        Filter::builder().deny(regex::Regex::new("^private").unwrap()).build()
    }
    fn passes(&self, name: &str) -> bool {
        self.deny.as_ref().is_none_or(|deny| !deny.is_match(name))
    }
}
fn three(name: &str) -> bool {
    Filter::public().passes(name) && Filter::public().passes("a") && Filter::public().passes("b")
}

// Where something failed, its message may take a while.
fn explained(message: &str) -> String {
    let pattern = regex::Regex::new("cannot find `([^`]+)`").unwrap();
    pattern.replace(message, "is there a `$1`?").into_owned()
}
fn all(parts: &[&str]) -> Result<Vec<u32>, Vec<String>> {
    let mut out = Vec::with_capacity(parts.len());
    for part in parts {
        out.push(part.parse::<u32>().map_err(|error| vec![explained(&error.to_string())])?);
    }
    Ok(out)
}
