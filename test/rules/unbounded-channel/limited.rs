// deps: tokio = { version = "1", features = ["full"] }, crossbeam-queue = "0.3"
// Something else limits what is in the queue: a permit in each message, the person who types, the number of things.
use crossbeam_queue::SegQueue;
use std::sync::Arc;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, OwnedSemaphorePermit, Semaphore};

struct Datagram(Vec<u8>);

struct Endpoint {
    packets: mpsc::UnboundedSender<(Datagram, OwnedSemaphorePermit)>,
    room: Arc<Semaphore>,
}

impl Endpoint {
    fn open() -> (Self, mpsc::UnboundedReceiver<(Datagram, OwnedSemaphorePermit)>) {
        let (packets, inbox) = mpsc::unbounded_channel();
        (Self { packets, room: Arc::new(Semaphore::new(64)) }, inbox)
    }

    async fn pump(&self, stream: TcpStream) {
        let mut bytes = vec![0; 1500];
        loop {
            stream.readable().await.unwrap();
            let permit = self.room.clone().acquire_owned().await.unwrap();
            let _ = stream.try_read(&mut bytes);
            let _ = self.packets.send((Datagram(bytes.clone()), permit));
        }
    }
}

struct BufferPool {
    queue: SegQueue<Vec<u8>>,
}

impl BufferPool {
    fn new() -> Self {
        Self { queue: SegQueue::new() }
    }
}

struct ThreadPool {
    jobs: SegQueue<Box<dyn FnOnce() + Send>>,
}

impl ThreadPool {
    fn new() -> Self {
        Self { jobs: SegQueue::new() } //~ unbounded-channel
    }
}

#[tokio::main]
async fn main() {
    let (typed, mut lines) = mpsc::unbounded_channel();
    std::thread::spawn(move || loop {
        let mut line = String::with_capacity(32);
        if std::io::stdin().read_line(&mut line).is_err() {
            return;
        }
        typed.send(line).unwrap();
    });
    tokio::spawn(async move {
        while let Some(line) = lines.recv().await {
            println!("{line}");
        }
    });
    let listener = TcpListener::bind("0.0.0.0:7000").await.unwrap();
    let (endpoint, _inbox) = Endpoint::open();
    let endpoint = Arc::new(endpoint);
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        let endpoint = endpoint.clone();
        tokio::spawn(async move { endpoint.pump(stream).await });
    }
}
