// deps: tonic = "0.14", reqwest = "0.12", hyper = "1", hyper-util = "0.1"
use tonic::transport::{Endpoint, Server};

const WINDOW: u32 = 64 * 1024;

fn small() -> Server {
    Server::builder().initial_stream_window_size(Some(WINDOW)) //~ h2-window-config
}
fn small_client() -> Endpoint {
    Endpoint::from_static("http://x")
        .initial_connection_window_size(1 << 20) //~ h2-window-config
}
fn both() -> reqwest::Client {
    let builder = reqwest::Client::builder().http2_adaptive_window(true); //~ h2-window-config
    builder.http2_initial_stream_window_size(8 * 1024 * 1024).build().unwrap()
}
fn both_by_statements() {
    let mut http = hyper::server::conn::http2::Builder::new(hyper_util::rt::TokioExecutor::new());
    http.initial_connection_window_size(4 << 20);
    http.adaptive_window(true); //~ h2-window-config
}

// Large enough.
fn large() -> Server {
    Server::builder().initial_stream_window_size(2 << 20).initial_connection_window_size(Some(16 << 20))
}
// One of the two.
fn adaptive() -> Server {
    Server::builder().http2_adaptive_window(Some(true))
}
fn turned_off() -> Server {
    Server::builder().http2_adaptive_window(Some(false)).initial_stream_window_size(4 << 20)
}
// Not known here.
fn computed(size: u32) -> Server {
    Server::builder().initial_stream_window_size(size)
}
// On two builders.
fn two() -> (Server, Server) {
    (Server::builder().http2_adaptive_window(Some(true)), Server::builder().initial_stream_window_size(4 << 20))
}
// Somebody else's setting.
struct Config;
impl Config {
    fn new() -> Self { Config }
    fn initial_stream_window_size(self, _: u32) -> Self { self }
}
fn own() -> Config {
    Config::new().initial_stream_window_size(1024)
}
