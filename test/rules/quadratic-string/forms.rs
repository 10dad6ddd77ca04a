struct Sql {
    text: String,
}

impl Sql {
    fn all(&mut self, parts: &[&str]) {
        for part in parts {
            self.text = format!("{} {}", self.text, part); //~ quadratic-string
        }
    }
}

fn cloned(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts {
        out = out.clone() + part; //~ quadratic-string
    }
    let mut again = String::new();
    parts.iter().for_each(|part| {
        again = format!("{}{part}", &again); //~ quadratic-string
    });
    out
}

fn listed(parts: &[String], into: &mut String) {
    let mut out = String::new();
    for part in parts {
        out = [out.as_str(), part].concat(); //~ quadratic-string
        *into = format!("{into}{part}"); //~ quadratic-string
    }
}

// Appends in place.
fn in_place(parts: &[String]) -> String {
    let mut out = String::new();
    for part in parts {
        out = out + part;
        out += part;
    }
    out
}

// A string of the iteration.
fn fresh(parts: &[String]) -> Vec<String> {
    let mut all = Vec::new();
    for part in parts {
        let mut name = part.clone();
        name = format!("{name}!");
        all.push(name);
    }
    all
}

// Ends as soon as the name is free.
fn free(taken: &[String], mut name: String) -> String {
    while taken.contains(&name) {
        name = format!("{name}_");
    }
    name
}

// Replaced, not grown.
fn replaced(parts: &[String]) -> String {
    let mut last = String::new();
    for part in parts {
        last = format!("{part}!");
    }
    last
}

// No loop.
fn once(mut name: String) -> String {
    name = format!("{name}!");
    name
}

// The braces are text.
fn escaped(parts: &[String]) -> String {
    let mut out = String::new();
    for part in parts {
        out = format!("{{out}} {part}");
    }
    out
}

// Put in front: appending is no way out.
fn in_front(parts: &[&str]) -> String {
    let mut path = String::new();
    for part in parts {
        path = format!("{part}/{path}");
    }
    path
}
