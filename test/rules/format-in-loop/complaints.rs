// deps: anyhow = "1", tracing = "0.1"
use std::fmt::Display;

pub struct Report {
    warnings: Vec<String>,
}

// Becomes an error: nobody waits for it.
pub fn missing(names: &[String]) -> anyhow::Result<()> {
    let mut text = String::from("not found:");
    for name in names {
        text.push_str(&format!("\n  {name}"));
    }
    anyhow::bail!("{text}");
}

// The same through `Err`.
pub fn invalid<T: Display>(values: &[T]) -> Result<(), String> {
    let mut text = String::new();
    for value in values {
        text += &format!("{value}, ");
    }
    Err(text)
}

// Collected for the user's eyes.
pub fn warned(report: &mut Report, names: &[String]) {
    let mut list = String::new();
    for name in names {
        list.push_str(&format!("* {name}\n"));
    }
    report.warnings.push(format!("unused:\n{list}"));
}

// By its name.
pub fn described(names: &[String]) -> String {
    let mut error_msg = String::new();
    for name in names {
        error_msg.push_str(&format!("- {name}\n"));
    }
    error_msg
}

// What is only logged when something went wrong.
pub fn logged(names: &[String]) {
    let mut lines = String::new();
    for name in names {
        lines.push_str(&format!("{name}\n"));
    }
    tracing::warn!("left over: {lines}");
}

pub fn kept(names: &[String]) -> String {
    let mut page = String::new();
    for name in names {
        page.push_str(&format!("<li>{name}</li>")); //~ format-in-loop
    }
    page
}

pub fn of_an_option(name: Option<&str>, out: &mut String) {
    // At most once: no loop.
    name.map(|name| out.push_str(&format!("<b>{name}</b>")));
}

// Lent to a helper that fills it, and then an error.
pub fn ambiguous(names: &[String]) -> anyhow::Result<()> {
    let mut text = String::from("ambiguous:");
    list(&mut text, names);
    return Err(anyhow::anyhow!("{}", text));

    fn list(msg: &mut String, names: &[String]) {
        for name in names {
            msg.push_str(&format!("\n  {name}"));
        }
    }
}

// Lent twice, by its name the first time.
pub fn unclear(names: &[String]) -> anyhow::Result<()> {
    let mut text = String::new();
    let mut first = |more: &mut String| each(more, names);
    first(&mut text);
    each(&mut text, names);
    anyhow::bail!("unclear: {}", text);

    fn each(msg: &mut String, names: &[String]) {
        for name in names {
            *msg += &format!("{name}, ");
        }
    }
}
