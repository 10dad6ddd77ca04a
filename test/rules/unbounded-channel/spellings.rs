// deps: tokio = "1", crossbeam-channel = "0.5", crossbeam = "0.8", flume = "0.11", futures = "0.3", async-channel = "2", kanal = "0.1"
use crossbeam::channel as cb;
use futures::channel::mpsc as fmpsc;
use std::sync::mpsc::{self as std_mpsc, channel as make, Sender};
use tokio::sync::mpsc::unbounded_channel;
use tokio::sync::mpsc::unbounded_channel as unlimited;

struct Job(u32);
struct Bus {
    tx: tokio::sync::mpsc::UnboundedSender<Job>,
    jobs: cb::Sender<Job>,
}
fn bus() -> Bus {
    let (tx, mut rx) = unlimited::<Job>(); //~ unbounded-channel
    tokio::spawn(async move { while let Some(job) = rx.recv().await { drop(job) } });
    let (jobs, _worker) = cb::unbounded(); //~ unbounded-channel
    Bus { tx, jobs }
}
fn threads(lines: Vec<String>) {
    let (tx, rx) = std_mpsc::channel(); //~ unbounded-channel
    std::thread::spawn(move || for line in rx { println!("{line}") });
    for line in lines { tx.send(line).unwrap(); }
}
fn renamed() -> Sender<Job> {
    let (tx, rx) = make(); //~ unbounded-channel
    std::thread::spawn(move || rx.iter().count());
    tx
}
async fn others() {
    let (a, _) = flume::unbounded::<u8>(); //~ unbounded-channel
    let (b, _) = fmpsc::unbounded::<u8>(); //~ unbounded-channel
    let (c, _) = async_channel::unbounded::<u8>(); //~ unbounded-channel
    for i in 0..100 {
        a.send(i).unwrap();
        b.unbounded_send(i).unwrap();
        c.send(i).await.unwrap();
    }
}
async fn last() {
    let (d, _) = kanal::unbounded_async::<u8>(); //~ unbounded-channel
    for i in 0..100 {
        d.send(i).await.unwrap();
    }
}
struct Lazy { ends: (tokio::sync::mpsc::UnboundedSender<u8>, tokio::sync::mpsc::UnboundedReceiver<u8>) }
impl Default for Lazy {
    fn default() -> Self {
        Lazy {
            ends: unbounded_channel(), //~ unbounded-channel
        }
    }
}
fn callback(watch: impl Fn(Box<dyn FnMut(u8)>)) {
    let (tx, rx) = std::sync::mpsc::channel(); //~ unbounded-channel
    watch(Box::new(move |event| tx.send(event).unwrap()));
    for event in rx { println!("{event}") }
}
fn collected(jobs: Vec<u8>) {
    let (tx, rx) = tokio::sync::mpsc:: //~ unbounded-channel
        unbounded_channel();
    for job in jobs {
        let tx = tx.clone();
        tokio::spawn(async move { tx.send(job) });
    }
    drop(rx);
}
