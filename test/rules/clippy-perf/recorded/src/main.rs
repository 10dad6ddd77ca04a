use std::collections::HashMap;
fn load() -> String { String::from("é") }
pub enum Big { A(u8), B([u8; 512]) }
fn length(v: &Vec<u32>) -> usize { v.len() }
fn main() {
    let x: Option<String> = std::env::args().nth(1);
    let y = x.clone().unwrap_or(load());
    let n: u32 = y.parse().expect(&format!("öä no number {}", y));
    let mut m: HashMap<u32, u32> = HashMap::new();
    if !m.contains_key(&n) { m.insert(n, 1); }
    let v = vec![1, 2, 3];
    for i in &v { println!("{i}"); }
    println!("{}", length(&vec![n]));
    let _ = Big::A(1); let _ = Big::B([0; 512]);
    let c: Vec<u32> = v.iter().map(|x| *x as u32).collect();
    if c.is_empty() { println!("{:?}", x); }
    for i in 0..3 { let s = String::new(); drop(s.clone()); println!("{i}"); }
}
#[cfg(test)] mod t { #[test] fn a() { let x: Option<String> = None; x.unwrap_or("".to_string()); } }
