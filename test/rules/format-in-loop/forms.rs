use std::collections::HashMap;
use std::io::{self, Write};

struct Page {
    body: String,
}

impl Page {
    fn rows(&mut self, rows: &[u32]) {
        rows.iter().for_each(|row| self.body.push_str(&format!("<td>{row}</td>"))); //~ format-in-loop
        for row in rows {
            self.body += &format!("{}", row); //~ format-in-loop
            self.body += format!("{row}").as_str(); //~ format-in-loop
        }
    }
}

fn written<W: Write>(out: &mut W, rows: &[u32]) -> io::Result<()> {
    for row in rows {
        out.write_all(format!("{row}\n").as_bytes())?; //~ format-in-loop
    }
    Ok(())
}

fn bytes(rows: &[u32]) -> Vec<u8> {
    let mut out = Vec::new();
    for row in rows {
        out.extend_from_slice(format!("{row}").as_bytes()); //~ format-in-loop
    }
    out
}

fn collected(rows: &[u32]) -> String {
    rows.iter().map(|row| format!("{row:02x}")).collect::<String>() //~ format-in-loop
}

fn looked_up(map: &HashMap<String, u32>, ids: &[u32]) -> u32 {
    ids.iter().filter_map(|id| map.get(&format!("user:{id}"))).sum() //~ format-in-loop
}

// Kept.
fn kept(rows: &[u32]) -> Vec<String> {
    let mut out = Vec::new();
    for row in rows {
        out.push(format!("{row}"));
    }
    out
}

// Collected into many strings.
fn names(rows: &[u32]) -> Vec<String> {
    rows.iter().map(|row| format!("{row}")).collect()
}

// No loop.
fn once(out: &mut String, n: u32) {
    out.push_str(&format!("{n}"));
}

// Formatted in place.
fn in_place(rows: &[u32]) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    for row in rows {
        let _ = write!(out, "{row}");
    }
    out
}

// Only on failure.
fn failing(rows: &[&str], log: &mut String) {
    for row in rows {
        match row.parse::<u32>() {
            Ok(_) => {}
            Err(e) => log.push_str(&format!("{e}")),
        }
    }
}

// At most once.
fn last(rows: &[u32], out: &mut String) {
    for row in rows {
        if *row > 10 {
            out.push_str(&format!("first: {row}"));
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    fn dump(rows: &[u32]) -> String {
        let mut out = String::new();
        for row in rows {
            out.push_str(&format!("{row}"));
        }
        out
    }
}
