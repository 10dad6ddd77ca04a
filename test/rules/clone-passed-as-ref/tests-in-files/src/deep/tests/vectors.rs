// Two files below the attribute.
fn check(name: &String) {
    crate::text(&name.clone());
}
