// One runtime for all commands of a tool, of which one answers on a socket of its own user.
fn main() {
    run(std::env::args().nth(1).unwrap_or_default());
}

fn run(command: String) {
    match command.as_str() {
        "version" => println!("1.0"),
        other => client(other),
    }
}

fn client(command: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        match command {
            "daemon" => daemon().await,
            _ => {}
        }
    });
}

async fn daemon() {
    let listener = tokio::net::UnixListener::bind("/run/tool.sock").unwrap();
    loop {
        let _ = listener.accept().await;
    }
}
