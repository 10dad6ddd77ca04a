// deps: tokio = { version = "1", features = ["full"] }
// Six calls are followed, not seven.
use std::io;

pub struct Ledger;

impl Ledger {
    fn page(&self, number: u32) -> io::Result<String> {
        std::fs::read_to_string(format!("pages/{number}"))
    }
    fn entry(&self, number: u32) -> io::Result<String> {
        self.page(number / 10)
    }
    fn sum(&self) -> io::Result<usize> {
        Ok(self.entry(1)?.len() + self.entry(2)?.len())
    }
    fn balance(&self) -> io::Result<usize> {
        self.sum()
    }
}

fn audit(ledger: &Ledger) -> io::Result<usize> {
    ledger.balance()
}

fn review(ledger: &Ledger) -> io::Result<usize> {
    audit(ledger)
}

fn look_over(ledger: &Ledger) -> io::Result<usize> {
    review(ledger)
}

pub async fn reply(ledger: &Ledger) -> io::Result<usize> {
    tokio::task::yield_now().await;
    review(ledger) //~ blocking-fs-in-async
}

pub async fn too_far(ledger: &Ledger) -> io::Result<usize> {
    tokio::task::yield_now().await;
    look_over(ledger)
}
