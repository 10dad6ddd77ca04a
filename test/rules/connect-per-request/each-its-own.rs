// deps: tokio = { version = "1", features = ["full"] }, tokio-postgres = "0.7"
// Each round asks another server or database: nothing is connected to anew.
use tokio_postgres::{Config, NoTls};

async fn sizes(mut config: Config, names: &[String]) -> Result<Vec<i64>, tokio_postgres::Error> {
    let mut sizes = Vec::new();
    for name in names {
        config.dbname(name);
        let (client, connection) = config.connect(NoTls).await?;
        tokio::spawn(connection);
        sizes.push(client.query_one("SELECT 1::bigint", &[]).await?.get(0));
    }
    Ok(sizes)
}

async fn ping(config: Config) -> Result<(), tokio_postgres::Error> {
    let (client, connection) = config.connect(NoTls).await?;
    tokio::spawn(connection);
    client.simple_query("SELECT 1").await?;
    Ok(())
}

async fn all(keepers: Vec<Config>) {
    for keeper in keepers {
        let _ = ping(keeper).await;
    }
}

async fn again(ids: &[i64]) -> Result<(), tokio_postgres::Error> {
    for id in ids {
        let (client, connection) = tokio_postgres::connect("host=db", NoTls).await?; //~ connect-per-request
        tokio::spawn(connection);
        client.execute("DELETE FROM berths WHERE id = $1", &[id]).await?;
    }
    Ok(())
}
