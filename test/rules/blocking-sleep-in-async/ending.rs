// edition: 2021
// deps: tokio, axum
use std::{thread::sleep, time::Duration};
use tokio::{signal, sync::broadcast};

const PAUSE: Duration = Duration::from_secs(1);

#[tokio::main]
async fn main() {
    let (stop, shutdown) = broadcast::channel::<()>(1);
    tokio::spawn(worker(shutdown));
    tokio::spawn(poll());
    signal::ctrl_c().await.unwrap();
    stop.send(()).unwrap();
    // The program is on its way out.
    sleep(PAUSE);
}

// Behind the loop that the word to end leaves.
async fn worker(mut shutdown: broadcast::Receiver<()>) {
    loop {
        tokio::select! {
            _ = shutdown.recv() => break,
            _ = tokio::time::sleep(PAUSE) => {
                sleep(PAUSE); //~ blocking-sleep-in-async
            }
        }
    }
    sleep(PAUSE);
}

// In the branch that is taken at the end, and in what is decided on the signal.
pub async fn served(mut shutdown_signal: broadcast::Receiver<()>) {
    tokio::select! {
        _ = signal::ctrl_c() => sleep(PAUSE),
        _ = poll() => {}
    }
    match shutdown_signal.recv().await {
        Ok(()) => sleep(PAUSE),
        Err(_) => {}
    }
}

async fn poll() {
    loop {
        sleep(PAUSE); //~ blocking-sleep-in-async
        tokio::task::yield_now().await;
    }
}

// Ending one connection is no end of the program.
pub async fn close(mut stream: tokio::net::TcpStream) {
    use tokio::io::AsyncWriteExt;
    stream.shutdown().await.unwrap();
    sleep(PAUSE); //~ blocking-sleep-in-async
}

// The branch that ends leaves the loop: what is behind the `select!` is done for each message.
pub async fn drain(mut jobs: tokio::sync::mpsc::Receiver<u8>, mut shutdown: broadcast::Receiver<()>) {
    loop {
        let job = tokio::select! {
            job = jobs.recv() => job,
            _ = shutdown.recv() => {
                eprintln!("bye");
                break;
            }
        };
        sleep(PAUSE); //~ blocking-sleep-in-async
        handle(job); //~ blocking-sleep-in-async
    }
}
fn handle(_: Option<u8>) {
    sleep(PAUSE);
}

// Both ways go on behind it.
pub async fn wait(mut jobs: tokio::sync::mpsc::Receiver<u8>, mut shutdown: broadcast::Receiver<()>) {
    tokio::select! {
        _ = jobs.recv() => {}
        _ = shutdown.recv() => eprintln!("bye"),
    }
    sleep(PAUSE);
}
