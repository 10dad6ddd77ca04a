// A program that asks, and serves nobody.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let _ = tokio::net::TcpStream::connect("example.com:80").await;
}
