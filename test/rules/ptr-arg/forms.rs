use std::path::PathBuf;

struct Page;
type Rows = Vec<String>;

impl Page {
    pub fn draw(&self, title: &String, width: usize) -> usize { //~ ptr-arg
        title.len() + width
    }
    async fn load(&self, from: &PathBuf) -> bool { //~ ptr-arg
        from.exists()
    }
}

fn rendered(
    rows: &Vec<Vec<u8>>, //~ ptr-arg
    n: usize,
) -> usize {
    for row in rows {
        drop(row);
    }
    rows[n].len()
}

fn aliased(rows: &Rows) -> bool {
    rows.is_empty()
}

fn borrowed<'a>(text: &'a std::string::String) -> &'a str { //~ ptr-arg
    text.trim()
}

// The container's own business.
fn spare(rows: &Vec<u32>) -> usize {
    rows.capacity() - rows.len()
}
// Handed to something that may want the container.
fn handed(rows: &Vec<u32>) -> bool {
    compare(rows)
}
fn compare(rows: &[u32]) -> bool {
    rows.is_empty()
}
// A copy of the container.
fn copied(rows: &Vec<u32>) -> Vec<u32> {
    rows.clone()
}
// To be changed.
fn changed(rows: &mut Vec<u32>) {
    rows.push(1);
}
// What the trait says.
trait Show {
    fn show(&self, rows: &Vec<u32>) -> usize;
}
impl Show for Page {
    fn show(&self, rows: &Vec<u32>) -> usize {
        rows.len()
    }
}
// Already views.
fn views(rows: &[u32], text: &str) -> usize {
    rows.len() + text.len()
}
// In an option.
fn optional(rows: Option<&Vec<u32>>) -> bool {
    rows.is_some_and(|rows| rows.is_empty())
}
// A function pointer dictates it.
fn key(row: &String) -> usize {
    row.len()
}
fn sort(rows: &mut Vec<String>) {
    rows.sort_by_key(key);
}
#[cfg(test)]
mod tests {
    fn check(rows: &Vec<u32>) -> bool {
        rows.is_empty()
    }
}
