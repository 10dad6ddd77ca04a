mod clock;
mod worker;

use clock::pause as wait_here;
use std::time::Duration;

pub async fn poll(delay: Duration) {
    clock::pause(delay); //~ blocking-sleep-in-async
    clock::rest(delay).await;
    clock::calm(delay);
    clock::start(move || clock::pause(delay));
}

pub async fn back_off(delay: Duration) {
    wait_here(delay); //~ blocking-sleep-in-async
    worker::throttle(delay); //~ blocking-sleep-in-async
}
