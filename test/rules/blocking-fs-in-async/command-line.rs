// deps: tokio = "1", clap = "4"
// edition: 2021
use clap::Parser;

#[derive(Parser)]
struct Cli {
    file: std::path::PathBuf,
}

impl Cli {
    // A tool's whole run is work: a warning, for it makes only its own user wait.
    async fn run(self) -> std::io::Result<()> {
        std::fs::write("state", "x")?; //~ blocking-fs-in-async
        show(&self.file).await
    }
}

// `main` awaits it, call by call.
async fn show(file: &std::path::Path) -> std::io::Result<()> {
    let text = std::fs::read_to_string(file)?; //~ blocking-fs-in-async
    println!("{text}");
    tokio::spawn(async move {
        work().await;
        // A task of its own, on a worker.
        std::fs::write("out", "x").unwrap(); //~ blocking-fs-in-async
    });
    Ok(())
}

async fn work() {
    let _ = std::fs::read("input"); //~ blocking-fs-in-async
}

// Nobody is seen to call it: it may run anywhere.
pub async fn other() {
    let _ = std::fs::read("input"); //~ blocking-fs-in-async
}

// Configuration is read when the program starts.
pub async fn load_config() -> String {
    std::fs::read_to_string("config.toml").unwrap() //~ blocking-fs-in-async
}

// A quick look at one file, on behalf of nobody who waits in a queue.
async fn present(path: &std::path::Path) -> bool {
    path.exists() //~ blocking-fs-in-async
}

pub async fn either(a: &std::path::Path, b: &std::path::Path) -> bool {
    present(a).await || present(b).await
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let stamp = std::fs::metadata("stamp").is_ok(); //~ blocking-fs-in-async
    println!("{stamp}");
    Cli::parse().run().await
}
