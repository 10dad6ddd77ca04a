// deps: tokio = "1"
struct Api;
impl Api {
    async fn fetch(&self, _: &str) -> Result<String, ()> { Ok(String::new()) }
    async fn step(&mut self, _: &str) {}
}
async fn fetch(_: &str) -> String { String::new() }
async fn ignored(names: &[String]) {
    for name in names {
        fetch(name).await; //~ sequential-await-in-loop
    }
}
async fn method(api: &Api, names: Vec<String>) -> Result<Vec<String>, ()> {
    let mut all = vec![];
    for name in &names {
        let one = api
            .fetch(name) //~ sequential-await-in-loop
            .await?;
        all.push(one);
    }
    Ok(all)
}
async fn numbered(names: Vec<String>) {
    for (i, name) in names.iter().enumerate() {
        println!("{i}: {}", fetch(name).await); //~ sequential-await-in-loop
    }
}
fn block(names: Vec<String>) -> impl std::future::Future<Output = ()> {
    async move { for name in names { drop(fetch(&name).await); } } //~ sequential-await-in-loop
}
// Carries state.
async fn chained(names: Vec<String>) -> String {
    let mut last = String::new();
    for name in names { last = fetch(&(last + &name)).await; }
    last
}
// Ends at the first.
async fn first(names: Vec<String>) -> Option<String> {
    for name in names { let one = fetch(&name).await; if !one.is_empty() { return Some(one); } }
    None
}
// One stream.
async fn sends(names: Vec<u8>, tx: tokio::sync::mpsc::Sender<u8>) { for name in names { tx.send(name).await.unwrap(); } }
// Needs it for itself.
async fn exclusive(mut api: Api, names: Vec<String>) { for name in &names { api.step(name).await; } }
// Pauses between.
async fn paced(names: Vec<String>) {
    for name in names { tokio::time::sleep(std::time::Duration::from_secs(1)).await; drop(name); }
}
// Already spawned.
async fn spawned(names: Vec<String>) { for name in names { tokio::spawn(async move { fetch(&name).await }); } }
// A range counts attempts.
async fn attempts() { for n in 0..5 { fetch(&n.to_string()).await; } }
