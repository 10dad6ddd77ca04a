// deps: tokio
use tokio::io::AsyncWriteExt;

pub async fn feed(mut child: tokio::process::Child, text: &[u8]) -> std::io::Result<()> {
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(text).await?; //~ sequential-writes
    stdin.write_all(b"\n").await?;
    Ok(())
}

pub async fn halves(stream: &mut tokio::net::UnixStream, head: &[u8], body: &[u8]) -> std::io::Result<()> {
    let (_, mut out) = stream.split();
    out.write_all(head).await?; //~ sequential-writes
    out.write_all(body).await
}
