mod brew;
mod orders;

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

fn main() {
    let cups = brew::menu(2_000);
    let mut total = 0;
    let rounds = std::env::args().nth(1).and_then(|given| given.parse().ok()).unwrap_or(40);
    for round in 0..rounds {
        total += orders::summary(&cups, round).len();
    }
    println!("{total} {}", run(brew::pour(3)));
    orders::serve(&cups);
}

fn run<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}
