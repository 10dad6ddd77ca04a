// deps: actix-web = "4", reqwest = "0.12", sqlx = "0.8", dashmap = "6"
use actix_web::web::{self, Data};
use actix_web::{App, HttpServer as Server};
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex};

struct State {
    name: String,
    hits: Mutex<u64>,
}
impl State {
    fn new() -> Self {
        State { name: String::new(), hits: Mutex::new(0) }
    }
}
struct Settings {
    name: String,
    limit: usize,
}
struct Nested {
    stats: Stats,
}
struct Stats {
    seen: AtomicUsize,
}

async fn visible() {
    Server::new(|| {
        let client = reqwest::Client::new();
        App::new()
            .app_data(Data::new(client)) //~ actix-state-in-factory
            .app_data(web::Data::new(State { name: "a".into(), hits: Mutex::new(0) })) //~ actix-state-in-factory
            .app_data(web::Data::new(Arc::new(dashmap::DashMap::<u8, u8>::new()))) //~ actix-state-in-factory
    });
}
async fn through_types() {
    actix_web::HttpServer::new(move || {
        let state = State::new();
        App::new().app_data(web::Data::new(state)) //~ actix-state-in-factory
    });
    Server::new(|| App::new().app_data(Data::new(nested()))); //~ actix-state-in-factory
}
fn nested() -> Nested {
    Nested { stats: Stats { seen: AtomicUsize::new(0) } }
}

// Made outside, cloned inside.
async fn outside(pool: sqlx::PgPool) {
    let state = web::Data::new(State::new());
    let client = reqwest::Client::new();
    Server::new(move || {
        App::new()
            .app_data(state.clone())
            .app_data(Data::new(pool.clone()))
            .app_data(Data::new(client.clone()))
            .app_data(Data::clone(&state))
    });
}
async fn moved() {
    let shared = Arc::new(State::new());
    Server::new(move || App::new().app_data(Data::from(shared.clone())).app_data(Data::new(Arc::clone(&shared))));
}
// Plain settings: a copy for each worker is nothing.
async fn settings() {
    Server::new(|| App::new().app_data(Data::new(Settings { name: "a".into(), limit: 3 })));
}
// Not a factory of actix.
mod own {
    pub struct Pool;
    impl Pool {
        pub fn new<F: Fn()>(_: F) -> Pool { Pool }
    }
}
fn other() {
    own::Pool::new(|| drop(Data::new(Mutex::new(1))));
}
