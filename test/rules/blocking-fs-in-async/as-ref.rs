// deps: tokio
use std::path::Path;

pub async fn size(path: impl AsRef<Path>) -> std::io::Result<u64> {
    Ok(path.as_ref().metadata()?.len()) //~ blocking-fs-in-async
}
pub async fn there<P: AsRef<Path>>(path: P) -> bool {
    let path = path.as_ref();
    path.exists() //~ blocking-fs-in-async
}
// Some other `exists`.
pub struct Keys;
impl Keys {
    fn exists(&self) -> bool { true }
}
pub async fn keys(keys: impl AsRef<Keys>) -> bool {
    keys.as_ref().exists()
}
