// deps: tonic = "0.14", axum = "0.8", tokio = "1"
use axum::{extract::State, routing::get, Json, Router};
use hello::greeter_client::GreeterClient as Greeter;
use std::time::Duration;
use tonic::transport::{Channel, Endpoint};

pub mod hello {
    tonic::include_proto!("hello");
}

async fn handler(Json(name): Json<String>) -> String {
    let mut client = Greeter::connect("http://x").await.unwrap(); //~ tonic-connect-per-request
    client.say(name).await.unwrap()
}
// Through a helper that hands out the client.
async fn client() -> Result<Greeter<Channel>, tonic::transport::Error> {
    hello::greeter_client::GreeterClient::connect("http://x").await //~ tonic-connect-per-request
}
async fn uses_helper(Json(name): Json<String>) -> String {
    let mut client = client().await.unwrap();
    client.say(name).await.unwrap()
}
fn router() -> Router {
    Router::new().route("/", get(by_endpoint))
}
async fn by_endpoint() -> String {
    let channel = Endpoint::from_static("http://x")
        .timeout(Duration::from_secs(1))
        .connect() //~ tonic-connect-per-request
        .await
        .unwrap();
    Greeter::new(channel).say("x".into()).await.unwrap()
}
async fn in_loop(names: Vec<String>) {
    for name in names {
        let channel = Channel::from_static("http://x").connect_lazy(); //~ tonic-connect-per-request
        Greeter::new(channel).say(name).await.unwrap();
    }
}
async fn known_endpoint(endpoint: Endpoint, names: &[String]) {
    for name in names {
        let channel = endpoint.connect().await.unwrap(); //~ tonic-connect-per-request
        Greeter::new(channel).say(name.clone()).await.unwrap();
    }
}

// Connected once, then cloned.
#[derive(Clone)]
struct App {
    greeter: Greeter<Channel>,
}
impl App {
    async fn connect() -> Self {
        App { greeter: Greeter::connect("http://x").await.unwrap() }
    }
}
async fn shared(State(app): State<App>) -> String {
    app.greeter.clone().say("x".into()).await.unwrap()
}
// One for each peer, kept.
async fn peers(addresses: Vec<&'static str>) -> Vec<Greeter<Channel>> {
    let mut clients = Vec::new();
    for address in addresses {
        clients.push(Greeter::connect(address).await.unwrap());
    }
    clients
}
// Tries again until the other side is up.
async fn wait_for() -> Greeter<Channel> {
    loop {
        if let Ok(client) = Greeter::connect("http://x").await {
            return client;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
// A tool's single call.
async fn once() -> String {
    Greeter::connect("http://x").await.unwrap().say("x".into()).await.unwrap()
}
// A client of one's own.
struct ApiClient;
impl ApiClient {
    async fn connect(_: &str) -> ApiClient { ApiClient }
}
async fn own(Json(name): Json<String>) {
    ApiClient::connect(&name).await;
}
// Another library's.
async fn nats(Json(name): Json<String>) {
    nats::Client::connect(&name).await;
}
