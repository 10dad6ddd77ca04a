// Declared by `#[cfg(test)] mod checks;`.
pub fn check(name: &String) {
    crate::text(&name.clone());
}
