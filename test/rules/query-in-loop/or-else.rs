// deps: sqlx = { version = "0.8", features = ["postgres"] }
use sqlx::{Error, PgPool};
use std::collections::HashMap;

// The name speaks of two ways, and both begin with a query.
async fn open_or_fetch(pool: &PgPool, berth: i64) -> Result<i64, Error> {
    let opened: Option<i64> = sqlx::query_scalar("INSERT INTO stays (berth) VALUES ($1) RETURNING id")
        .bind(berth)
        .fetch_optional(pool)
        .await?;
    match opened {
        Some(id) => Ok(id),
        None => sqlx::query_scalar("SELECT id FROM stays WHERE berth = $1").bind(berth).fetch_one(pool).await,
    }
}

pub async fn open_all(pool: &PgPool, berths: &[i64]) -> Result<Vec<i64>, Error> {
    let mut ids = Vec::with_capacity(berths.len());
    for berth in berths {
        let id: i64 = open_or_fetch(pool, *berth).await?; //~ query-in-loop
        ids.push(id);
    }
    Ok(ids)
}

// Asks where it does not know.
async fn name_or_fetch(pool: &PgPool, known: &mut HashMap<i64, String>, ship: i64) -> Result<String, Error> {
    if let Some(name) = known.get(&ship) {
        return Ok(name.clone());
    }
    let name: String = sqlx::query_scalar("SELECT name FROM ships WHERE id = $1").bind(ship).fetch_one(pool).await?;
    known.insert(ship, name.clone());
    Ok(name)
}

pub async fn names(pool: &PgPool, ships: &[i64]) -> Result<Vec<String>, Error> {
    let mut known = HashMap::new();
    let mut names = Vec::with_capacity(ships.len());
    for ship in ships {
        let name = name_or_fetch(pool, &mut known, *ship).await?;
        names.push(name);
    }
    Ok(names)
}
