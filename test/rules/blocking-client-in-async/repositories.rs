// deps: tokio = "1", git2 = "0.19"
// A repository on the disk.
pub async fn head(root: &std::path::Path) -> Option<String> {
    let repository = git2::Repository::open(root).ok()?; //~ blocking-client-in-async
    let name = repository.head().ok()?.name()?.to_owned();
    Some(name)
}
pub async fn aside(root: std::path::PathBuf) -> bool {
    tokio::task::spawn_blocking(move || git2::Repository::open(root).is_ok()).await.unwrap()
}
