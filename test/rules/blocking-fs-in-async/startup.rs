// deps: tokio = "1", axum = "0.8"
// edition: 2021
mod config {
    pub fn load() -> String {
        std::fs::read_to_string("config.toml").unwrap()
    }
}
#[tokio::main]
async fn main() {
    // Before the program serves.
    let text = config::load();
    std::fs::create_dir_all("data").unwrap();
    let listener = tokio::net::TcpListener::bind("0.0.0.0:80").await.unwrap();
    // Its own task, even though it starts before serving.
    tokio::spawn(async { std::fs::write("a", "b").unwrap() }); //~ blocking-fs-in-async
    axum::serve(listener, app(text)).await.unwrap();
}
fn app(_: String) -> axum::Router {
    axum::Router::new().route("/", axum::routing::get(page))
}
async fn page() -> String {
    std::fs::read_to_string("page.html").unwrap() //~ blocking-fs-in-async
}
