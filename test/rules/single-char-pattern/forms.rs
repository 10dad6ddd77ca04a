use std::collections::HashSet;

pub struct Line {
    text: String,
}
pub fn found(line: &Line, s: &str) {
    drop(line.text.contains("x")); //~ single-char-pattern
    drop(s.find("\n")); //~ single-char-pattern
    drop(s.splitn(2, ":")); //~ single-char-pattern
}
pub fn escaped(s: &str) {
    drop(s.replace("'", "")); //~ single-char-pattern
    drop(s.trim().strip_prefix("é")); //~ single-char-pattern
    drop(s.to_string().ends_with("\"")); //~ single-char-pattern
}
pub fn unicode(s: &str) {
    drop(s.split_once("\u{2014}")); //~ single-char-pattern
}
// Longer, empty, computed, or a character already.
pub fn others(s: &str, sep: &str) {
    drop(s.split("::"));
    drop(s.split(""));
    drop(s.split(sep));
    drop(s.split('x'));
    drop(s.replace('x', "y"));
}
// The new text is no pattern.
pub fn text(s: &str) -> String {
    s.replace("ab", "c")
}
// A list of strings.
pub fn list(list: &[&str], set: &HashSet<String>) -> bool {
    list.contains(&"x") || set.contains("x")
}
// A method of somebody else.
pub struct Finder;
impl Finder {
    pub fn find(&self, _: &str) {}
}
pub fn other(finder: &Finder) {
    finder.find("x");
}
