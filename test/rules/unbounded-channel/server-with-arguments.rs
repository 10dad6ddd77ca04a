// deps: tokio, clap
// A server reads arguments, too: what it queues is still other people's work.
use tokio::net::TcpListener;
use tokio::sync::mpsc;

pub struct Audit {
    tx: mpsc::UnboundedSender<String>,
}
impl Audit {
    pub fn start() -> Audit {
        let (tx, mut rx) = mpsc::unbounded_channel::<String>(); //~ unbounded-channel
        tokio::spawn(async move {
            while let Some(line) = rx.recv().await {
                println!("{line}");
            }
        });
        Audit { tx }
    }
    pub fn note(&self, line: &str) {
        let _ = self.tx.send(line.to_owned());
    }
}
pub async fn serve(listener: TcpListener) {
    while let Ok((socket, _)) = listener.accept().await {
        drop(socket);
    }
}
