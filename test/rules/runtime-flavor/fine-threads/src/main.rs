// A runtime for each core.
fn main() {
    let threads: Vec<_> = (0..8).map(|_| std::thread::spawn(|| run())).collect();
    threads.into_iter().for_each(|one| one.join().unwrap());
}

fn run() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(serve());
}

async fn serve() {
    let listener = tokio::net::TcpListener::bind("0.0.0.0:80").await.unwrap();
    axum::serve(listener, axum::Router::new()).await.unwrap();
}
