// deps: tokio = "1"
struct Db;
impl Db {
    async fn find_user(&self, _: u64) -> Result<String, ()> { Ok(String::new()) }
    async fn list_posts(&self, _: u64) -> Result<Vec<u8>, ()> { Ok(vec![]) }
    async fn next_id(&mut self) -> u64 { 1 }
    async fn insert_user(&self, _: u64) -> u64 { 1 }
}
async fn load(_: &str) -> Result<String, std::io::Error> { Ok(String::new()) }
async fn plan(_: &str) -> u8 { 0 }
async fn methods(db: &Db, id: u64) -> Result<(), ()> {
    let user = db.find_user(id).await?; //~ sequential-await
    let posts = db.list_posts(id).await?;
    drop((user, posts));
    Ok(())
}
async fn functions() {
    let a = load("a").await.unwrap(); //~ sequential-await
    let b = load("b").await.unwrap();
    println!("{a}{b}");
}
async fn three() {
    let a = plan("a").await; //~ sequential-await
    let b = plan("b").await;
    let c = plan("c").await;
    println!("{a}{b}{c}");
}
fn block() -> impl std::future::Future<Output = u8> {
    async {
        let (b, _) = (plan("b").await, 1);
        let c = plan("c").await; //~ sequential-await
        let d = plan("d").await;
        b + c + d
    }
}
// The second needs the first.
async fn dependent(db: &Db) -> Result<(), ()> {
    let user = db.find_user(1).await?;
    let posts = db.list_posts(user.len() as u64).await?;
    drop(posts);
    Ok(())
}
// Something happens between.
async fn between() {
    let a = plan("a").await;
    println!("{a}");
    let b = plan("b").await;
    println!("{b}");
}
// One at a time.
async fn exclusive(mut db: Db) -> (u64, u64) {
    let a = db.next_id().await;
    let b = db.next_id().await;
    (a, b)
}
// Writes keep their order.
async fn writes(db: &Db) -> (u64, u64) {
    let a = db.insert_user(1).await;
    let b = db.insert_user(2).await;
    (a, b)
}
// Tasks that run already.
async fn handles(a: tokio::task::JoinHandle<u8>, b: tokio::task::JoinHandle<u8>) {
    let a = a.await;
    let b = b.await;
    drop((a, b));
}
// One connection.
async fn shared(conn: &Db) -> Result<(), ()> {
    let user = conn.find_user(1).await?;
    let posts = conn.list_posts(1).await?;
    drop((user, posts));
    Ok(())
}
// Together.
async fn joined() { let (a, b) = tokio::join!(plan("a"), plan("b")); println!("{a}{b}"); }

// The fields of one value, none of which needs another.
struct Usage { events: u64, models: u64, total: u64 }
async fn folder_size(_: &str) -> u64 { 0 }
async fn usage() -> Usage {
    Usage {
        events: folder_size("events").await, //~ sequential-await
        models: folder_size("models").await,
        total: 3,
    }
}
async fn one_field() -> Usage {
    Usage { events: folder_size("events").await, models: 1, total: 3 }
}
