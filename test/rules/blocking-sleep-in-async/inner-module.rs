// deps: tokio
use std::time::Duration;

mod clock {
    pub use std::thread::sleep as pause;
    pub fn nap() {}
}

pub async fn paused() {
    clock::pause(Duration::from_secs(1)); //~ blocking-sleep-in-async
    clock::nap();
}
