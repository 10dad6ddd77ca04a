// deps: tokio = "1", futures = "0.3"
use futures::StreamExt;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, Semaphore};
use tokio::task::JoinSet;

async fn work(_: String) {}
async fn serve<T>(_: T) {}
async fn accepting(listener: TcpListener) {
    loop {
        let (socket, _) = listener.accept().await.unwrap();
        tokio::spawn(async move { serve(socket).await }); //~ unbounded-spawn
    }
}
async fn items(urls: Vec<String>) {
    let mut set = JoinSet::new();
    for url in urls {
        set.spawn(work(url)); //~ unbounded-spawn
    }
    set.join_all().await;
}
async fn mapped(urls: Vec<String>) {
    let tasks: Vec<_> = urls.into_iter().map(|url| tokio::task::spawn(work(url))).collect(); //~ unbounded-spawn
    for task in tasks { task.await.unwrap(); }
}
fn threads(listener: std::net::TcpListener) {
    for stream in listener.incoming() {
        std::thread::spawn(move || drop(stream)); //~ unbounded-spawn
    }
}
async fn selected(mut rx: mpsc::Receiver<String>, mut tick: tokio::time::Interval) {
    loop {
        tokio::select! {
            Some(url) = rx.recv() => {
                tokio::spawn(work(url)); //~ unbounded-spawn
            }
            _ = tick.tick() => {}
        }
    }
}
// A permit for each task.
async fn permitted(mut rx: mpsc::Receiver<String>, slots: Arc<Semaphore>) {
    while let Some(url) = rx.recv().await {
        let slot = slots.clone().acquire_owned().await.unwrap();
        tokio::spawn(async move { work(url).await; drop(slot) });
    }
}
// Waits for one before it starts the next.
async fn gated(urls: Vec<String>) {
    let mut set = JoinSet::new();
    for url in urls {
        if set.len() >= 16 { set.join_next().await; }
        set.spawn(work(url));
    }
}
// A known number of workers, each a loop.
async fn workers(count: usize, names: Vec<String>) {
    for _ in 0..count { tokio::spawn(work(String::new())); }
    for name in ["a", "b"] { tokio::spawn(work(name.into())); }
    for name in names {
        tokio::spawn(async move { loop { work(name.clone()).await } });
    }
}
// One for each listener.
async fn listeners(listeners: Vec<TcpListener>) {
    for listener in listeners { tokio::spawn(accepting(listener)); }
}
// Not in a loop.
async fn one(url: String) { tokio::spawn(work(url)); }
// A function of the same name.
fn spawn(_: String) {}
fn own(urls: Vec<String>) { for url in urls { spawn(url); } }
// A stream with a limit.
async fn buffered(urls: Vec<String>) {
    futures::stream::iter(urls).map(|url| tokio::spawn(work(url))).buffer_unordered(8).count().await;
}
// Awaited in the same turn.
async fn each(urls: Vec<String>) {
    for url in urls {
        let task = tokio::spawn(work(url));
        task.await.unwrap();
    }
}
// Takes the place of the last one.
async fn latest(mut rx: mpsc::Receiver<String>) {
    let mut current = None;
    while let Some(url) = rx.recv().await {
        current = Some(tokio::spawn(work(url)));
    }
    drop(current);
}
// Starts only where none runs.
async fn single(mut rx: mpsc::Receiver<String>) {
    let mut current = None;
    while let Some(url) = rx.recv().await {
        if current.is_none() { let task = tokio::spawn(work(url)); current = Some(task); }
    }
}
// A stream that is asked for a limited number of tasks at a time.
async fn concurrent(urls: Vec<String>) {
    let tasks = futures::stream::iter(urls).map(|url| tokio::spawn(work(url)));
    tasks.for_each_concurrent(8, |task| async move { let _ = task.await; }).await;
}
async fn datagrams(socket: tokio::net::UdpSocket) {
    let mut buffer = [0; 1500];
    loop {
        let Ok((size, _)) = socket.recv_from(&mut buffer).await else { continue };
        let packet = buffer[..size].to_vec();
        tokio::spawn(async move { serve(packet).await }); //~ unbounded-spawn
    }
}
// `map` of an option and of an answer: at most one task.
fn maybe(limit: Option<std::time::Duration>) -> Option<tokio::task::JoinHandle<()>> {
    find_limit(limit).map(|limit| tokio::spawn(async move { tokio::time::sleep(limit).await }))
}
fn find_limit(limit: Option<std::time::Duration>) -> Option<std::time::Duration> { limit }
fn answered(answer: http::Response<String>) -> http::Response<tokio::task::JoinHandle<()>> {
    answer.map(|body| tokio::spawn(work(body)))
}
fn mapped(urls: Vec<String>) -> Vec<tokio::task::JoinHandle<()>> {
    let tasks = urls_of(urls).map(|url| tokio::spawn(work(url))); //~ unbounded-spawn
    tasks.collect()
}
fn urls_of(urls: Vec<String>) -> impl Iterator<Item = String> { urls.into_iter() }
