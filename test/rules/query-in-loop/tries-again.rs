// deps: diesel = { version = "2", features = ["postgres"] }, diesel-async = "0.5"
// unparsed: allowed
use diesel_async::RunQueryDsl;

pub async fn free_node(conn: &mut diesel_async::AsyncPgConnection, service: i32) -> QueryResult<Node> {
    // The same question, until it has an answer.
    for _ in 0..5 {
        let found = diesel::sql_query(BEST).bind(service).get_result::<Node>(conn).await.optional()?;
        if let Some(node) = found {
            return Ok(node);
        }
        if diesel::sql_query(RELEASE).bind(service).execute(conn).await? == 0 {
            break;
        }
    }
    Err(NotFound)
}

pub async fn fill(conn: &mut diesel_async::AsyncPgConnection, service: i32, count: usize) -> QueryResult<()> {
    for _ in 0..count {
        diesel::sql_query(INSERT).bind(service).execute(conn).await?; //~ query-in-loop
    }
    Ok(())
}
