use std::fmt::Write as _;
use std::io::Write as _;

pub fn a(v: &[u32]) -> String { let mut o = String::new(); for x in v { o.push_str(&format!("{x};")); } o } //~ format-in-loop
pub fn b(v: &[u32]) -> String { let mut o = String::new(); for x in v { o += &format!("{x};"); } o } //~ format-in-loop
pub fn c(v: &[u32]) -> String { let mut o = String::new(); for x in v { o += format!("{x};").as_str(); } o } //~ format-in-loop
pub fn d(v: &[u32]) -> String { v.iter().map(|x| format!("{x};")).collect::<String>() } //~ format-in-loop
pub fn e(v: &[u32]) -> String { let s: String = v.iter().map(|x| format!("{x};")).collect(); s } //~ format-in-loop
pub fn f(v: &[u32]) -> String { v.iter().map(|x| format!("{x};")).collect() } //~ format-in-loop
pub fn g(v: &[u32], f: &mut impl std::io::Write) { for x in v { f.write_all(format!("{x}\n").as_bytes()).unwrap(); } } //~ format-in-loop
pub fn h(v: &[u32]) -> Vec<u8> { let mut o = Vec::new(); for x in v { o.extend_from_slice(format!("{x}\n").as_bytes()); } o } //~ format-in-loop
pub fn i(v: &[u32]) -> String { let mut o = String::new(); for x in v { let s = format!("{x};"); o.push_str(&s); } o } //~ format-in-loop
pub fn j(v: &[u32]) -> String { v.iter().fold(String::new(), |mut acc, x| { acc.push_str(&format!("{x};")); acc }) } //~ format-in-loop
pub fn k(v: &[u32]) -> String { let mut o = String::new(); v.iter().for_each(|x| o.push_str(&format!("{x};"))); o } //~ format-in-loop
pub fn l(v: &[u32]) -> String { v.iter().fold(String::new(), |acc, x| acc + &format!("{x};")) } //~ format-in-loop
pub fn m(v: &[u32]) -> String { let mut o = String::new(); let mut i = 0; while i < v.len() { write!(o, "{}", format!("{};", v[i])).unwrap(); i += 1; } o } //~ format-in-loop
pub fn r(v: &[u32], out: &mut String) { for x in v { out.push_str(&std::format!("{x};")); } } //~ format-in-loop
pub fn s(v: &[u32], out: &mut String) { for x in v { *out += &format!("{x};"); } } //~ format-in-loop
pub fn u(v: &[u32], out: &mut String) { out.extend(v.iter().map(|x| format!("{x};"))); } //~ format-in-loop
pub fn w(v: &[u32]) { for x in v { std::io::stdout().write_all(format!("{x}\n").as_bytes()).unwrap(); } } //~ format-in-loop

// Kept: a list of its own.
pub fn list(v: &[u32]) -> Vec<String> {
    v.iter().map(|x| format!("{x};")).collect()
}
// Used twice.
pub fn twice(v: &[u32], out: &mut String, last: &mut String) {
    for x in v {
        let line = format!("{x};");
        out.push_str(&line);
        *last = line;
    }
}
// A list of strings may be extended by strings.
pub fn extended(v: &[u32], out: &mut Vec<String>) {
    out.extend(v.iter().map(|x| format!("{x};")));
}
// Numbers.
pub fn sums(v: &[u32]) -> u32 {
    v.iter().fold(0, |acc, x| acc + x)
}
