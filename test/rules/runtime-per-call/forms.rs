// deps: tokio = { version = "1", features = ["full"] }, axum = "0.8"
use axum::{routing::get, Router};
use std::sync::OnceLock;
use tokio::runtime::{self, Builder, Runtime as Rt};

async fn work() -> u32 {
    1
}

// Two places call it.
fn fetch() -> u32 {
    let rt = Rt::new().unwrap(); //~ runtime-per-call
    rt.block_on(work())
}
pub fn one() -> u32 {
    fetch()
}
pub fn two() -> u32 {
    fetch() + 1
}

pub fn looped(ids: &[u32]) -> u32 {
    ids.iter()
        .map(|_| {
            let rt = Builder::new_multi_thread().enable_all().build().unwrap(); //~ runtime-per-call
            rt.block_on(work())
        })
        .sum()
}

pub fn single(ids: &[u32]) {
    for _ in ids {
        let rt = runtime::Builder::new_current_thread().build().unwrap(); //~ runtime-per-call
        rt.block_on(work());
    }
}

async fn handler() -> String {
    tokio::task::spawn_blocking(|| {
        let rt = runtime::Runtime::new().unwrap(); //~ runtime-per-call
        rt.block_on(work())
    })
    .await
    .unwrap()
    .to_string()
}
pub fn app() -> Router {
    Router::new().route("/", get(handler))
}

// Kept by a value.
pub struct Client {
    rt: Rt,
}
impl Client {
    pub fn new() -> Self {
        Client { rt: Rt::new().unwrap() }
    }
    pub fn call(&self) -> u32 {
        self.rt.block_on(work())
    }
}

// Built once.
fn shared() -> &'static Rt {
    static RT: OnceLock<Rt> = OnceLock::new();
    RT.get_or_init(|| Rt::new().unwrap())
}
pub fn uses() -> u32 {
    shared().block_on(work()) + shared().block_on(work())
}

// A runtime for each core.
pub fn cores(n: usize) {
    for _ in 0..n {
        std::thread::spawn(|| {
            let rt = runtime::Builder::new_current_thread().build().unwrap();
            rt.block_on(work());
        });
    }
}

pub fn own(n: usize) {
    for _ in 0..n {
        let rt = runtime::Builder::new_current_thread().build().unwrap();
        std::thread::spawn(move || rt.block_on(work()));
    }
}

// Called from one place.
fn alone() -> u32 {
    Rt::new().unwrap().block_on(work())
}
pub fn caller() -> u32 {
    alone()
}

#[cfg(test)]
mod tests {
    fn many() {
        for _ in 0..9 {
            super::Rt::new().unwrap();
        }
    }
}

pub struct Session {
    runtime: Option<Rt>,
}

// The session keeps it, under a name in between.
pub fn connect(threads: usize) -> Result<Session, std::io::Error> {
    let runtime = Builder::new_multi_thread().worker_threads(threads).build()?;
    runtime.spawn(work());
    Ok(Session { runtime: Some(runtime) })
}
pub fn reconnect() -> Result<Session, std::io::Error> {
    connect(2)
}
pub fn connect_twice() -> Result<(Session, Session), std::io::Error> {
    Ok((connect(1)?, connect(1)?))
}
