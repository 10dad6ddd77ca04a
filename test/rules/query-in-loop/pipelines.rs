// deps: fred = "10"
use fred::clients::{Client, Pipeline};
use fred::prelude::*;

pub async fn stored(pipeline: &Pipeline<Client>, pairs: Vec<(String, String)>) -> Result<(), Error> {
    // Only queued: they are sent together.
    for (key, value) in pairs {
        let _: Result<(), _> = pipeline.set(key, value, None, None, false).await;
    }
    pipeline.all().await
}

pub async fn one_by_one(client: &Client, pairs: Vec<(String, String)>) -> Result<(), Error> {
    for (key, value) in pairs {
        let _: () = client.set(key, value, None, None, false).await?; //~ query-in-loop
    }
    Ok(())
}
