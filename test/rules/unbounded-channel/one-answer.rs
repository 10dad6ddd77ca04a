// deps: tokio = "1"
use std::sync::mpsc;
pub enum Event {
    Revoked(Vec<u32>, mpsc::Sender<()>),
}
pub struct Context {
    events: mpsc::SyncSender<Event>,
}
impl Context {
    // Waits for one answer, and the channel is gone.
    pub fn revoke(&self, parts: Vec<u32>) {
        let (done, answer) = mpsc::channel();
        self.events.send(Event::Revoked(parts, done)).unwrap();
        answer.recv().unwrap();
    }
    pub fn follow(&self, parts: Vec<u32>) {
        let (all, answers) = mpsc::channel(); //~ unbounded-channel
        self.events.send(Event::Revoked(parts, all)).unwrap();
        loop {
            answers.recv().unwrap();
        }
    }
}
