// deps: tokio = "1", tokio-retry = "0.3", axum = "0.8"
// A retry makes no task, whatever its name: what the closure does, whoever awaits the retry does.
use tokio_retry::strategy::FixedInterval;
use tokio_retry::Retry;

#[tokio::main]
async fn main() {
    fetch_charts().await;
    let listener = tokio::net::TcpListener::bind("0.0.0.0:80").await.unwrap();
    axum::serve(listener, axum::Router::new().route("/", axum::routing::get(page))).await.unwrap();
}

async fn fetch_charts() {
    Retry::spawn(FixedInterval::from_millis(5).take(2), move || {
        let name = String::from("charts");
        fetch_chart(name)
    })
    .await
    .unwrap();
}

async fn fetch_chart(name: String) -> std::io::Result<()> {
    std::fs::rename("charts.tmp", name)
}

async fn page() -> Vec<u8> {
    Retry::spawn(FixedInterval::from_millis(5).take(2), || async {
        std::fs::read("page.html") //~ blocking-fs-in-async
    })
    .await
    .unwrap()
}
