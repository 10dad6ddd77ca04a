use std::fs::File;
use std::io::{Read, Write};

pub struct L {
    out: File,
}

pub fn a(xs: &[u32]) { let mut f = File::create("x").unwrap(); for x in xs { writeln!(f, "{x}").unwrap(); } } //~ unbuffered-file-io
pub fn b(xs: &[u32]) { let mut f = File::create("x").unwrap(); for x in xs { f.write_all(&x.to_le_bytes()).unwrap(); } } //~ unbuffered-file-io
pub fn c(xs: &[u32], mut f: File) { xs.iter().for_each(|x| write!(f, "{x}").unwrap()); } //~ unbuffered-file-io
pub fn d(f: File) -> usize { f.bytes().count() } //~ unbuffered-file-io
pub fn e(mut f: File) { let mut b = [0u8; 8]; while f.read(&mut b).unwrap() > 0 {} } //~ unbuffered-file-io
impl L { pub fn f(&mut self, xs: &[String]) { for x in xs { self.out.write_all(x.as_bytes()).unwrap(); } } } //~ unbuffered-file-io
pub fn g(xs: &[u32]) { let mut f = std::fs::OpenOptions::new().append(true).open("x").unwrap(); for x in xs { Write::write_all(&mut f, &x.to_le_bytes()).unwrap(); } } //~ unbuffered-file-io
pub fn j(xs: &[u32]) { let mut f = File::create("x").unwrap(); for x in xs { f.write_all(format!("{x}\n").as_bytes()).unwrap(); f.sync_all().unwrap(); } } //~ unbuffered-file-io
