// deps: tokio = "1"
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

struct Job {
    name: String,
    root: PathBuf,
}
fn text(_: &str) {}

impl Job {
    fn run(&self, program: &str) -> std::io::Result<()> {
        Command::new(program.to_owned()) //~ unnecessary-to-owned
            .arg(self.name.clone()) //~ unnecessary-to-owned
            .status()?;
        File::open(self.root.clone())?; //~ unnecessary-to-owned
        Ok(())
    }
    async fn load(&self, path: &Path) -> std::io::Result<Vec<u8>> {
        tokio::fs::read(path.to_path_buf()).await //~ unnecessary-to-owned
    }
}
fn viewed(name: &str) {
    text(name.to_string().as_str()); //~ unnecessary-to-owned
}
fn listed(rows: &[u32]) -> u32 {
    rows.to_vec().iter().sum() //~ unnecessary-to-owned
}
// The original.
fn original(job: &Job) -> std::io::Result<String> {
    fs::read_to_string(&job.root)
}
// A number as text.
fn number(dir: &Path, n: u32) -> PathBuf {
    dir.join(n.to_string())
}
// Kept.
fn kept(names: &mut Vec<String>, name: &str) {
    names.push(name.to_string());
}
fn owned(_: String) {}
fn taken(name: &str) {
    owned(name.to_string());
}
// The loop changes the list.
fn changed(rows: &mut Vec<u32>) {
    for row in rows.to_vec().iter() {
        rows.push(*row);
    }
}
// Another type's method.
struct Names(Vec<String>);
impl Names {
    fn join(&self, _: String) {}
}
fn other(names: &Names, name: &str) {
    names.join(name.to_string());
}
// The type is not known.
fn unknown<T: ToString>(dir: &Path, name: T) -> PathBuf {
    dir.join(name.to_string())
}
