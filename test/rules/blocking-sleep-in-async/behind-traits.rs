// deps: tokio
use std::sync::Arc;
use std::time::Duration;

pub trait Limiter {
    fn throttle(&self);
}
pub struct Fixed(Duration);
impl Limiter for Fixed {
    fn throttle(&self) {
        std::thread::sleep(self.0);
    }
}
pub struct Api {
    limiter: Arc<dyn Limiter + Send + Sync + 'static>,
}
impl Api {
    pub async fn call(&self) {
        self.limiter.throttle(); //~ blocking-sleep-in-async
    }
}
pub async fn boxed(limiter: Box<dyn Limiter + Send>) {
    limiter.throttle(); //~ blocking-sleep-in-async
}
pub async fn either(limiter: impl Limiter + Send) {
    limiter.throttle(); //~ blocking-sleep-in-async
}
// A closure that is a value, not a limiter.
pub async fn called(limiter: Box<dyn Fn() + Send>) {
    limiter();
}
