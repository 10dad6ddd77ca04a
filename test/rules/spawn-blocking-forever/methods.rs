// deps: tokio
use std::sync::mpsc::Receiver;
use tokio::runtime::Handle;

pub struct Writer {
    rx: Receiver<u8>,
}
impl Writer {
    fn run(self) {
        for byte in self.rx {
            println!("{byte}");
        }
    }
    pub fn start(self) {
        Handle::current().spawn_blocking(move || self.run()); //~ spawn-blocking-forever
    }
}

// An iterator's `next` ends with what it goes over.
pub fn finite(rows: Vec<Vec<u8>>) {
    tokio::task::spawn_blocking(move || {
        let mut rest = rows.iter();
        while let Some(row) = rest.next() {
            println!("{}", row.len());
        }
    });
}
