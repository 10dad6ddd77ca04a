// Every way copies one of the arguments: nothing is changed.
pub fn either(text: &str, default: &str) -> String {
    if text.is_empty() { default.to_string() } else { text.to_string() }
}

pub fn shortened(text: &str, default: &str) -> String { //~ cow-candidate
    if text.is_empty() { default.to_string() } else { text.replace("  ", " ") }
}
