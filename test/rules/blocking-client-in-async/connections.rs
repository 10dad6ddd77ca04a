// edition: 2021
// deps: tokio, redis, diesel, r2d2, r2d2_sqlite, rusqlite, lettre, ureq, minreq
use redis::{AsyncCommands as _, Commands as _};
use r2d2_sqlite::SqliteConnectionManager;

pub async fn counted(client: &redis::Client) -> redis::RedisResult<i64> {
    let mut con = client.get_connection()?; //~ blocking-client-in-async
    let hits = con.incr("hits", 1)?; //~ blocking-client-in-async
    redis::cmd("EXPIRE").arg("hits").arg(60).query(&mut con)?; //~ blocking-client-in-async
    Ok(hits)
}

// The same names on a connection that is awaited, and on a map.
pub async fn awaited(client: redis::Client, map: std::collections::HashMap<u8, u8>) -> redis::RedisResult<i64> {
    let mut con = client.get_multiplexed_async_connection().await?;
    map.get(&1);
    con.incr("hits", 1).await
}

pub struct Repo {
    pool: r2d2::Pool<SqliteConnectionManager>,
}
impl Repo {
    pub async fn clear(&self) -> usize {
        let conn = self.pool.get().unwrap(); //~ blocking-client-in-async
        conn.execute("delete from t", []).unwrap() //~ blocking-client-in-async
    }
}

mod users {
    use super::schema::users::dsl::*;
    use diesel::prelude::*;

    pub async fn by_glob(mut conn: PgConnection, uid: i32) -> QueryResult<i32> {
        users.filter(id.eq(uid)).first::<i32>(&mut conn) //~ blocking-client-in-async
    }
    // Where the connection comes from is not seen; diesel is in scope.
    pub async fn unknown(conn: crate::elsewhere::Conn) -> QueryResult<Vec<i32>> {
        let mut conn = crate::elsewhere::open(conn);
        users.load::<i32>(&mut conn) //~ blocking-client-in-async
    }
    // Slices have a `first`, too.
    pub async fn slice(xs: &[u8]) -> Option<&u8> {
        xs.first()
    }
}

pub async fn mail(message: lettre::Message) {
    use lettre::{SmtpTransport, Transport};
    let mailer = SmtpTransport::relay("mail").unwrap().port(587).build();
    mailer.send(&message).unwrap(); //~ blocking-client-in-async
}

pub async fn agents(url: &str) -> String {
    let agent = ureq::AgentBuilder::new().timeout(std::time::Duration::from_secs(1)).build();
    agent.post(url).set("a", "b").send_string("x").unwrap(); //~ blocking-client-in-async
    let request = minreq::get(url).with_header("a", "b"); // Nothing is sent yet.
    request.send().unwrap().as_str().unwrap().to_owned() //~ blocking-client-in-async
}
