use std::io::Write;

pub fn summary(cups: &[String], round: usize) -> String {
    let mut page = String::new();
    for cup in cups {
        page.push_str(&format!("{round}: {cup}\n"));
    }
    page
}

/// Writes each cup by itself, straight to the file.
pub fn serve(cups: &[String]) {
    let mut file = std::fs::File::create("/dev/null").expect("there is a null device");
    for cup in cups {
        file.write_all(cup.as_bytes()).expect("the null device takes all");
    }
}
