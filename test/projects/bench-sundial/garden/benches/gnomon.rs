fn main() {
    if !std::env::args().any(|arg| arg.starts_with("--height=")) {
        eprintln!("usage: gnomon --height=METRES");
        std::process::exit(2);
    }
}
