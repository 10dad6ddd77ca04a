//! Needs the package's directory, Cargo's environment and the project's own compiler flag.
fn main() {
    let latitudes = std::fs::read_to_string("latitudes.txt").expect("the package's directory");
    let own = std::env::var("SUNDIAL_LATITUDE").expect("the configured environment");
    assert!(latitudes.lines().any(|line| line == own));
    assert!(std::path::Path::new(env!("CARGO_BIN_EXE_garden")).exists());
    dial::shadow(30_000_000);
}
