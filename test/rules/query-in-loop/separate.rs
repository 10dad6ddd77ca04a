// deps: sqlx = { version = "0.8", features = ["postgres"] }, sea-orm = { version = "1", features = ["sqlx-postgres"] }, tokio-postgres = "0.7"
// Queries that nothing could join: of another database each, of another table each.
use sea_orm::{DatabaseConnection, EntityTrait};
use sqlx::PgPool;

mod cranes {
    pub struct Entity;
}

struct Harbour {
    db: DatabaseConnection,
    client: tokio_postgres::Client,
}

impl Harbour {
    fn db(&self) -> &DatabaseConnection {
        &self.db
    }
}

async fn of_each(harbours: &[Harbour]) {
    for harbour in harbours {
        let db = harbour.db();
        let all = cranes::Entity::find().all(db).await.unwrap();
        let one = cranes::Entity::find_by_id(1).one(harbour.db()).await.unwrap();
        harbour.client.query_one("SELECT count(*) FROM cranes", &[]).await.unwrap();
        drop((all, one));
    }
}

const OWNED: &[&str] = &["loads", "permits", "logs", "shifts", "visits", "repairs", "photos", "notes", "tags"];

async fn clear(pool: &PgPool, id: i64) -> Result<(), sqlx::Error> {
    for table in OWNED {
        sqlx::query(&format!("DELETE FROM {table} WHERE crane = $1")).bind(id).execute(pool).await?;
    }
    Ok(())
}

// The pool is the same for all, whatever it is called in the loop.
async fn of_one(pool: &PgPool, ids: &[i64]) -> Result<(), sqlx::Error> {
    for id in ids {
        let mut connection = pool.acquire().await?;
        sqlx::query("DELETE FROM cranes WHERE id = $1").bind(id).execute(&mut *connection).await?; //~ query-in-loop
    }
    Ok(())
}

async fn of_one_orm(harbour: &Harbour, ids: &[i32]) {
    for id in ids {
        let db = harbour.db();
        drop(cranes::Entity::find_by_id(*id).one(db).await.unwrap()); //~ query-in-loop
    }
}

// Each element is a statement of its own.
struct Step {
    sql: &'static str,
}

async fn run_script(pool: &PgPool, script: &[&str], steps: &[Step], client: &tokio_postgres::Client) -> Result<(), sqlx::Error> {
    for statement in script {
        sqlx::query(statement).execute(pool).await?;
    }
    for step in steps {
        sqlx::query(&step.sql).execute(pool).await?;
    }
    for statement in script {
        client.batch_execute(statement).await.unwrap();
    }
    Ok(())
}
