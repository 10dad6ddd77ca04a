// deps: reqwest = "0.12", tokio = "1", parking_lot = "0.12", sqlx = "0.8", redis = "0.32", tonic = "0.14"
use parking_lot::RwLock;
use reqwest::Client as Http;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, OnceLock};
use tonic::transport::Channel;

mod pb {
    pub mod greeter_client {
        pub struct GreeterClient<T>(T);
    }
}
use pb::greeter_client::GreeterClient;

type Shared<T> = Arc<Mutex<T>>;

struct App {
    http: Arc<tokio::sync::Mutex<Http>>, //~ http-client-in-mutex
    read: RwLock<reqwest::blocking::Client>, //~ http-client-in-mutex
    greeter: Arc<Mutex<GreeterClient<Channel>>>, //~ http-client-in-mutex
}
struct Stores {
    pool: Mutex<sqlx::PgPool>, //~ http-client-in-mutex
    cache: Option<Arc<tokio::sync::Mutex<redis::aio::ConnectionManager>>>, //~ http-client-in-mutex
}
static CHANNEL: OnceLock<Mutex<Channel>> = OnceLock::new(); //~ http-client-in-mutex
static LAZY: LazyLock<tokio::sync::Mutex<sqlx::Pool<sqlx::Sqlite>>> = LazyLock::new(make); //~ http-client-in-mutex

// A local whose type is not written.
fn local() {
    let client = Arc::new(Mutex::new(octocrab::Octocrab::default())); //~ http-client-in-mutex
    std::thread::spawn(move || drop(client));
}
// Replaced when the credentials change: a suggestion.
struct Rotating {
    s3: RwLock<aws_sdk_s3::Client>, //~ http-client-in-mutex
}
impl Rotating {
    fn rotate(&self, fresh: aws_sdk_s3::Client) {
        *self.s3.write() = fresh;
    }
}

// The lock guards a map of clients.
struct ByTenant {
    clients: Mutex<HashMap<String, Http>>,
}
// A single connection needs its lock.
struct Single {
    conn: Mutex<rusqlite::Connection>,
    redis: tokio::sync::Mutex<redis::Connection>,
}
// One's own client with state of its own.
struct Client {
    session: Option<String>,
}
struct Session {
    client: Mutex<Client>,
}
// A request that is being built.
struct Builder {
    request: Mutex<Option<reqwest::RequestBuilder>>,
}
// No lock.
struct Free {
    http: Arc<Http>,
    pool: sqlx::PgPool,
}
// Opened on first use, and never replaced by what we see.
struct Later {
    grpc: tokio::sync::Mutex<Option<Channel>>,
}
#[cfg(test)]
mod tests {
    struct Fake {
        http: std::sync::Mutex<reqwest::Client>,
    }
}
// Another crate's client, which is not generated and not known to be shareable.
struct Onion { tor: Arc<tokio::sync::Mutex<Option<arti_client::TorClient<u8>>>> }
// A local beside all those fields, and a name for the type.
async fn shared() {
    let client = Arc::new(tokio::sync::Mutex::new(Http::new())); //~ http-client-in-mutex
    let theirs = client.clone();
    tokio::spawn(async move { theirs.lock().await.get("x").send().await });
}
type Locked = Arc<tokio::sync::Mutex<Http>>; //~ http-client-in-mutex
