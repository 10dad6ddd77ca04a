// deps: diesel = { version = "2", features = ["postgres"] }, diesel-async = "0.5", deadpool-postgres = "0.14"
// unparsed: allowed
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
mod schema {
    diesel::table! { users (id) { id -> Integer, } }
}
use schema::users::dsl::*;

pub async fn firsts(conn: &mut diesel_async::AsyncPgConnection, keys: &[i32]) -> QueryResult<Vec<i32>> {
    let mut out = Vec::with_capacity(keys.len());
    for key in keys {
        out.push(users.filter(id.eq(key)).select(id).first::<i32>(conn).await?); //~ query-in-loop
    }
    Ok(out)
}

pub async fn pooled(pool: &deadpool_postgres::Pool, keys: &[i64]) -> anyhow::Result<()> {
    let client = pool.get().await?;
    let statement = client.prepare("SELECT 1 WHERE 1 = $1").await?;
    for key in keys {
        client.execute(&statement, &[key]).await?; //~ query-in-loop
    }
    Ok(())
}

// An iterator's `first`, a list's `find`.
pub fn in_memory(lists: &[Vec<i32>], conn: &[i32]) -> usize {
    lists.iter().filter(|list| list.iter().find(|one| conn.first() == Some(*one)).is_some()).count()
}

// Put together step by step.
pub async fn by_name(conn: &mut diesel_async::AsyncPgConnection, key: i32, all: bool) -> QueryResult<i32> {
    let mut query = users.filter(id.eq(key)).select(id).into_boxed();
    if !all {
        query = query.filter(id.gt(0));
    }
    query.first(conn).await
}

pub async fn named(conn: &mut diesel_async::AsyncPgConnection, keys: &[i32]) -> Vec<i32> {
    let mut out = Vec::with_capacity(keys.len());
    for key in keys {
        let Ok(one) = by_name(conn, *key, false).await else { //~ query-in-loop
            continue;
        };
        out.push(one);
    }
    out
}
