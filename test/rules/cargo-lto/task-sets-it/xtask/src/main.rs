// The project's own build program sets the profile through the environment.
fn main() {
    std::process::Command::new("cargo")
        .env("CARGO_PROFILE_RELEASE_LTO", "thin")
        .args(["build", "--release"])
        .status()
        .unwrap();
}
