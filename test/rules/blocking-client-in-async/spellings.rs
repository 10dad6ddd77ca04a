// deps: tokio = "1", reqwest = { version = "0.12", features = ["blocking"] }, rusqlite = "0.31", ureq = "2", r2d2 = "0.8", sqlx = "0.8"
use reqwest::blocking;

async fn http() {
    let _ = blocking::get("http://a"); //~ blocking-client-in-async
    let _ = ureq::get("http://a").call(); //~ blocking-client-in-async
}
async fn client(c: &reqwest::blocking::Client) {
    let _ = c.get("http://a").send(); //~ blocking-client-in-async
}
struct Db {
    conn: rusqlite::Connection,
}
impl Db {
    async fn add(&self) {
        self.conn.execute("insert", []).unwrap(); //~ blocking-client-in-async
    }
    fn count(&self) -> u32 {
        self.conn.query_row("select", [], |r| r.get(0)).unwrap()
    }
}
async fn through(db: std::sync::Arc<std::sync::Mutex<Db>>) -> u32 {
    db.lock().unwrap().count() //~ blocking-client-in-async
}
async fn opened() {
    let conn = rusqlite::Connection::open("x.db").unwrap(); //~ blocking-client-in-async
    let mut stmt = conn.prepare("select").unwrap(); //~ blocking-client-in-async
    let _ = stmt.query([]); //~ blocking-client-in-async
}
async fn pooled<M: r2d2::ManageConnection>(pool: r2d2::Pool<M>) {
    let _ = pool.get(); //~ blocking-client-in-async
}

// Async clients have the same method names.
async fn good(pool: &sqlx::PgPool, client: &reqwest::Client) {
    let _ = sqlx::query("select").execute(pool).await;
    let _ = client.get("http://a").send().await;
}
// `get` of a map, `execute` of something unknown.
async fn maps(m: std::collections::HashMap<u8, u8>, x: impl Exec) {
    m.get(&1);
    x.execute("q");
}
trait Exec {
    fn execute(&self, q: &str);
}
// On the blocking pool.
async fn offloaded(db: std::sync::Arc<std::sync::Mutex<Db>>) {
    tokio::task::spawn_blocking(move || db.lock().unwrap().count());
}
// Synchronous code may be synchronous.
fn tool(db: &Db) -> u32 {
    db.count()
}
// Building a request sends nothing.
async fn builds() {
    let _ = ureq::get("http://a");
}
// On a thread.
fn thread() {
    std::thread::spawn(|| blocking::get("http://a"));
}
