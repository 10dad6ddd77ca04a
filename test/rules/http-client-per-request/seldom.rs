// deps: axum = "0.8", reqwest = "0.12", tokio = { version = "1", features = ["full"] }
// What polls at leisure, and what a task beside the server makes once, is not done for each request.
use std::time::Duration;

async fn newest() -> reqwest::Result<String> {
    // Called once a day.
    let client = reqwest::Client::builder().build()?;
    client.get("https://quay.example/version").send().await?.text().await
}

async fn look_for_updates() {
    let mut interval = tokio::time::interval(Duration::from_secs(86_400));
    loop {
        interval.tick().await;
        if let Ok(version) = newest().await {
            println!("{version}");
        }
    }
}

async fn price_of(kind: &str) -> reqwest::Result<String> {
    let client = reqwest::Client::new(); //~ http-client-per-request
    client.get(format!("https://quay.example/{kind}")).send().await?.text().await
}

// Orders come in, the clock only adds to them.
async fn take_orders(mut orders: tokio::sync::mpsc::Receiver<String>) {
    let mut interval = tokio::time::interval(Duration::from_secs(60));
    loop {
        tokio::select! {
            Some(kind) = orders.recv() => drop(price_of(&kind).await),
            _ = interval.tick() => println!("still here"),
        }
    }
}

struct Reporter {
    client: reqwest::Client,
}

impl Reporter {
    fn new() -> Self {
        // One reporter in the program's life.
        Self { client: reqwest::Client::new() }
    }

    async fn run(self) {
        let _ = self.client.get("https://quay.example/alive").send().await;
    }
}

#[tokio::main]
async fn main() {
    let listener = tokio::net::TcpListener::bind("0.0.0.0:80").await.unwrap();
    let app = axum::Router::<()>::new();
    let (_sender, orders) = tokio::sync::mpsc::channel(8);
    let server = tokio::spawn(async move { axum::serve(listener, app).await });
    tokio::spawn(async move { Reporter::new().run().await });
    tokio::spawn(look_for_updates());
    tokio::spawn(take_orders(orders));
    server.await.unwrap().unwrap();
}
