pub mod deep;

#[cfg(test)]
mod checks;

fn text(_: &str) {}
pub fn all(name: &String) {
    text(&name.clone()); //~ clone-passed-as-ref
}
