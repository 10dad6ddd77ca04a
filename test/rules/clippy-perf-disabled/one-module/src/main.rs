mod tables;
fn main() {}
