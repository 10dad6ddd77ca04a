mod web;
fn main() {}
