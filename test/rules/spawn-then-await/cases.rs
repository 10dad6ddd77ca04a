// deps: tokio = "1"
use tokio::task;

async fn work(n: u8) -> u8 { n }
async fn other() {}
async fn direct() -> u8 {
    let _ = tokio::spawn(async { work(1).await }).await; //~ spawn-then-await
    task::spawn(work(2)).await.unwrap() //~ spawn-then-await
}
async fn next_statement() -> u8 {
    let handle = tokio::spawn(work(3)); //~ spawn-then-await
    let result = handle.await;
    result.unwrap()
}
async fn matched() {
    match tokio::spawn(work(4)).await { //~ spawn-then-await
        Ok(_) => {}
        Err(_) => println!("failed"),
    }
}
// Something happens meanwhile.
async fn concurrent() {
    let handle = tokio::spawn(work(1));
    other().await;
    handle.await.unwrap();
}
// Two tasks side by side.
async fn both() {
    let a = tokio::spawn(work(1));
    let b = tokio::spawn(work(2));
    b.await.unwrap();
    a.await.unwrap();
}
// Meant to survive a panic.
async fn guarded() {
    if let Err(error) = tokio::spawn(work(1)).await {
        if error.is_panic() { println!("it panicked"); }
    }
}
async fn shielded() {
    // A dropped request must not cancel this half-way.
    tokio::spawn(work(1)).await.unwrap();
}
// The blocking pool is another thread.
async fn blocking() { task::spawn_blocking(|| 1).await.unwrap(); }
// With a deadline around it, the task goes on.
async fn late() {
    let _ = tokio::time::timeout(std::time::Duration::from_secs(1), tokio::spawn(work(1))).await;
}
// A function of the same name.
async fn spawn(n: u8) -> u8 { n }
async fn own() -> u8 { spawn(1).await }
// A method of something else.
struct Pool;
impl Pool { async fn spawn(&self, n: u8) -> u8 { n } }
async fn pool(pool: Pool) -> u8 { pool.spawn(1).await }
// The caller sees the panic as a `JoinError`.
async fn guarded() -> Result<(), task::JoinError> { tokio::spawn(work(1)).await.map(|_| ()) }
// In `main` the work moves to the workers.
#[tokio::main]
async fn main() { tokio::spawn(work(1)).await.unwrap(); }

// What is said in one branch is so in the others.
async fn planned(limit: Option<u32>, plan: impl std::future::Future<Output = u32> + Send + 'static) -> u32 {
    let task = async move { plan.await + 1 };
    if let Some(limit) = limit {
        if limit > 10 {
            tokio::spawn(task).await.unwrap_or(limit)
        } else {
            // Who asked may cancel meanwhile: the plan is finished for the next one.
            tokio::spawn(task).await.unwrap_or(0)
        }
    } else {
        0
    }
}
async fn unplanned(limit: Option<u32>, plan: impl std::future::Future<Output = u32> + Send + 'static) -> u32 {
    let task = async move { plan.await + 1 };
    if limit.is_some() {
        tokio::spawn(task).await.unwrap_or(1) //~ spawn-then-await
    } else {
        tokio::spawn(task).await.unwrap_or(0) //~ spawn-then-await
    }
}
