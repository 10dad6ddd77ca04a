// deps: tokio = "1", axum = "0.8", fs-err = "2"
use std::path::PathBuf;
use std::sync::{LazyLock, OnceLock};
use tokio::fs;

// tokio's module under the same name.
async fn tokios(path: PathBuf) -> std::io::Result<()> {
    let _ = fs::read(&path).await?;
    let _ = fs::File::open(&path).await?;
    fs::OpenOptions::new().append(true).open(&path).await?;
    Ok(())
}
// Runs once.
static CONFIG: LazyLock<String> = LazyLock::new(|| std::fs::read_to_string("c.toml").unwrap());
static CELL: OnceLock<String> = OnceLock::new();
async fn once() -> &'static str {
    CELL.get_or_init(|| std::fs::read_to_string("c.toml").unwrap())
}
// Taken in by the compiler.
async fn embedded() -> &'static str {
    include_str!("lib.rs")
}
// A helper that passes its closure on to the blocking pool.
async fn asyncify<T: Send + 'static>(f: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(f).await.unwrap()
}
async fn through_helper() -> Vec<u8> {
    asyncify(|| std::fs::read("x").unwrap()).await
}
// The receiver's type is not known.
async fn unknown(thing: impl Thing) -> bool {
    thing.exists() && thing.metadata()
}
trait Thing {
    fn exists(&self) -> bool;
    fn metadata(&self) -> bool;
}
// A function that makes a future runs nothing yet: its block is async, and clean.
fn future() -> impl std::future::Future<Output = ()> {
    let guard = std::fs::read("x");
    async move { drop(guard) }
}
