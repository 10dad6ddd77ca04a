// deps: tokio
async fn fetch(_url: String) -> u8 { 1 }

pub async fn both() -> std::io::Result<(String, String)> {
    let left = tokio::fs::read_to_string("a").await?; //~ sequential-await
    let right = tokio::fs::read_to_string("b").await?;
    Ok((left, right))
}
pub async fn formatted(a: u8, b: u8) -> u8 {
    let x = fetch(format!("/a/{a}")).await; //~ sequential-await
    let y = fetch(format!("/b/{b}")).await;
    x + y
}
// The second path comes from the first file.
pub async fn one_by_one() -> std::io::Result<String> {
    let path = tokio::fs::read_to_string("a").await?;
    let text = tokio::fs::read_to_string(path).await?;
    Ok(text)
}
