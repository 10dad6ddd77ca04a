// edition: 2021
// deps: tokio, rusqlite, ureq, diesel, diesel-async, r2d2, r2d2_sqlite
use std::sync::{Arc, Mutex};

use diesel::prelude::*;
use rusqlite::{params, Connection};

pub async fn shared(db: Arc<Mutex<Connection>>) {
    db.lock().unwrap().execute("x", []).unwrap(); //~ blocking-client-in-async
}
pub struct Db {
    conn: Mutex<Connection>,
    queue: tokio::sync::Mutex<Connection>,
}
impl Db {
    pub async fn field(&self) -> i64 {
        let conn = self.conn.lock().unwrap();
        conn.query_row("x", params![1], |row| row.get(0)).unwrap() //~ blocking-client-in-async
    }
    pub async fn async_lock(&self) {
        self.queue.lock().await.execute("x", []).unwrap(); //~ blocking-client-in-async
    }
    fn load(&self) {
        self.conn.lock().unwrap().execute_batch("x").unwrap();
    }
    pub async fn through(self: Arc<Self>) {
        self.load() //~ blocking-client-in-async
    }
}
pub async fn agent(agent: ureq::Agent) {
    agent.post("x").send_json(1).unwrap(); //~ blocking-client-in-async
}
pub async fn query(conn: &mut diesel::PgConnection) {
    diesel::sql_query("x").execute(conn).unwrap(); //~ blocking-client-in-async
}
type Manager = diesel::r2d2::ConnectionManager<diesel::PgConnection>;
pub async fn pooled(pool: diesel::r2d2::Pool<Manager>) {
    let mut conn = pool.get().unwrap(); //~ blocking-client-in-async
    diesel::sql_query("x").execute(&mut conn).unwrap(); //~ blocking-client-in-async
}

// The whole lock moves to the blocking pool.
pub async fn off(db: Arc<Mutex<Connection>>) {
    tokio::task::spawn_blocking(move || db.lock().unwrap().execute("x", []).unwrap()).await.unwrap();
}
// A statement of one's own, and another's map behind a lock.
pub struct Plan;
impl Plan {
    pub fn execute(&self, _: &str, _: [u8; 0]) {}
    pub fn load(&self, _: &Plan) {}
}
pub async fn plan(plan: Arc<Mutex<Plan>>) {
    plan.lock().unwrap().execute("x", []);
    Plan.load(&Plan);
}
// diesel_async's connection.
pub async fn async_query(conn: &mut diesel_async::AsyncPgConnection) {
    diesel_async::RunQueryDsl::execute(diesel::sql_query("x"), conn).await.unwrap();
}
// A pool of async connections.
pub async fn async_pool(pool: deadpool_postgres::Pool) {
    pool.get().await.unwrap();
}
// No async code calls it.
pub fn plain(db: &Mutex<Connection>) {
    db.lock().unwrap().execute("x", []).unwrap();
}
