// deps: tokio
use tokio::io::AsyncWriteExt;

pub async fn feed(mut child: tokio::process::Child, text: &[u8]) -> std::io::Result<()> {
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(text).await?; //~ sequential-writes
    stdin.write_all(b"\n").await?;
    Ok(())
}
