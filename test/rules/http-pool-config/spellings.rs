// deps: reqwest = "0.12", hyper-util = "0.1", hyper = "0.14"
use hyper_util::client::legacy::{self, connect::HttpConnector};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use std::time::Duration;

const NO_IDLE: usize = 0;

fn off() -> reqwest::Client {
    reqwest::Client::builder()
        .timeout(Duration::from_secs(5))
        .pool_max_idle_per_host(0) //~ http-pool-config
        .build()
        .unwrap()
}
fn off_by_constant(mut builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    builder = builder.pool_max_idle_per_host(NO_IDLE); //~ http-pool-config
    builder
}
fn never() -> reqwest::blocking::Client {
    let builder = reqwest::blocking::ClientBuilder::new();
    builder.pool_idle_timeout(None).build().unwrap() //~ http-pool-config
}
fn untimed() {
    let mut builder = legacy::Client::builder(TokioExecutor::new()); //~ http-pool-config
    builder.pool_idle_timeout(Duration::from_secs(30)).http2_only(true);
    let client: legacy::Client<HttpConnector, String> = builder.build_http();
    drop(client);
}

// reqwest's defaults are good.
fn defaults() -> reqwest::Client {
    reqwest::Client::builder().pool_max_idle_per_host(8).pool_idle_timeout(Duration::from_secs(20)).build().unwrap()
}
// The timer is set in another statement.
fn timed() {
    let mut builder = legacy::Client::builder(TokioExecutor::new());
    builder.pool_timer(TokioTimer::new());
    let client: legacy::Client<HttpConnector, String> = builder.build_http();
    drop(client);
}
// No pool, no timer. That there is none is said once.
fn no_pool() {
    let client: legacy::Client<HttpConnector, String> = legacy::Client::builder(TokioExecutor::new())
        .pool_max_idle_per_host(0) //~ http-pool-config
        .build_http();
    drop(client);
}
// A helper sets it.
fn helped() {
    configure(legacy::Client::builder(TokioExecutor::new()));
}
fn configure(mut builder: legacy::Builder) {
    builder.pool_timer(TokioTimer::new());
}
// hyper 0.14 has a timer by itself.
fn old() {
    let client: hyper::Client<_, hyper::Body> = hyper::Client::builder().build_http();
    drop(client);
}
// A setting of that name elsewhere.
struct Settings;
impl Settings {
    fn pool_max_idle_per_host(self, _: usize) -> Self { self }
}
fn own() {
    let _ = Settings.pool_max_idle_per_host(0);
}
