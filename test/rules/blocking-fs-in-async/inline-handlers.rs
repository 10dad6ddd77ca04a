// deps: axum = "0.8", warp = "0.3", tokio, bytes
use warp::Filter;

#[tokio::main]
async fn main() {
    // Read before anything is served.
    let settings = std::fs::read_to_string("settings").unwrap();
    let app = axum::Router::new()
        .route("/a", axum::routing::get(|| async { std::fs::read_to_string("a").unwrap() })) //~ blocking-fs-in-async
        .route(
            "/b",
            axum::routing::get(move || {
                let settings = settings.clone();
                async move { std::fs::write("b", settings).unwrap() } //~ blocking-fs-in-async
            }),
        );
    let listener = tokio::net::TcpListener::bind("0.0.0.0:80").await.unwrap();
    axum::serve(listener, app).await.unwrap();
}

pub async fn files() {
    let index = warp::path::end().map(|| std::fs::read_to_string("index.html").unwrap()); //~ blocking-fs-in-async
    let upload = warp::post().and(warp::body::bytes()).and_then(|body: bytes::Bytes| async move {
        tokio::fs::write("upload", &body).await.unwrap();
        Ok::<_, warp::Rejection>("ok")
    });
    warp::serve(index.or(upload)).run(([0, 0, 0, 0], 80)).await;
}
