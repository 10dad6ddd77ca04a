// deps: tokio
async fn work() -> u8 { 1 }

// Its name says what the task is for: the caller may be cancelled, the work goes on.
pub async fn shielded() -> u8 {
    tokio::spawn(work()).await.unwrap()
}
pub async fn plain() -> u8 {
    let Ok(n) = tokio::spawn(work()).await else { return 0 }; //~ spawn-then-await
    n
}

pub async fn run_and_cancel_on_drop() -> u8 {
    tokio::spawn(work()).await.unwrap()
}

// The waiting thread has nothing else to do; the workers have the task.
pub fn on_a_thread(runtime: tokio::runtime::Runtime) -> u8 {
    runtime.block_on(async move {
        let endless = tokio::spawn(work());
        endless.await.unwrap()
    })
}
