// deps: tokio, serde, serde_json, bytes
use tokio::sync::mpsc::Sender;

#[derive(serde::Serialize)]
pub struct Event {
    id: u64,
}

pub async fn bytes(out: Sender<Vec<u8>>, event: &Event) -> anyhow::Result<()> {
    out.send(serde_json::to_vec(event)?).await?; //~ json-internal-format
    Ok(())
}

// Texts are for somebody to read.
pub async fn lines(out: Sender<String>, event: &Event) -> anyhow::Result<()> {
    out.send(serde_json::to_string(event)?).await?;
    Ok(())
}
