// More than one worker, and a test on one thread.
#[tokio::main(worker_threads = 4)]
async fn main() {
    serve().await;
}

async fn serve() {
    let listener = tokio::net::TcpListener::bind("0.0.0.0:80").await.unwrap();
    axum::serve(listener, axum::Router::new()).await.unwrap();
}

#[cfg(test)]
mod tests {
    #[tokio::test(flavor = "current_thread")]
    async fn answers() {
        super::serve().await;
    }
}
