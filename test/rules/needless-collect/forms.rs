use std::collections::{BTreeSet, HashSet};

fn empty(list: &[u32]) -> bool {
    list.iter().filter(|n| **n > 3).collect::<Vec<&u32>>().is_empty() //~ needless-collect
}
fn contained(text: &str, word: &str) -> bool {
    text.split(',')
        .collect::<Vec<_>>() //~ needless-collect
        .contains(&word)
}
fn first(text: &str) -> Option<String> {
    text.lines().collect::<Vec<_>>().first().map(|line| line.to_string()) //~ needless-collect
}
fn summed(list: &[u32]) -> u32 {
    list.iter().map(|n| n * 2).collect::<Vec<_>>().iter().sum() //~ needless-collect
}
// A set drops what is twice.
fn distinct(list: &[u32]) -> usize {
    list.iter().collect::<HashSet<_>>().len() + list.iter().collect::<BTreeSet<_>>().len()
}
// Kept.
fn kept(text: &str) -> Vec<&str> {
    let all = text.split(' ').collect::<Vec<_>>();
    println!("{}", all.len());
    all
}
// The list ends the borrow.
fn changed(list: &mut Vec<u32>) {
    for n in list.iter().copied().collect::<Vec<_>>().into_iter() {
        list.push(n);
    }
}
// Another order.
fn backwards(text: &str) -> String {
    text.split(' ').collect::<Vec<_>>().into_iter().rev().collect::<String>()
}
// A method that only lists have.
fn joined(text: &str) -> String {
    text.split(' ').collect::<Vec<_>>().join("-")
}
// Text.
fn text(chars: &[char]) -> usize {
    chars.iter().collect::<String>().len()
}
