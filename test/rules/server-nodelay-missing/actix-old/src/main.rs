use actix_web::{App, HttpServer};

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    // The setting came with 4.13.
    HttpServer::new(|| App::new()).bind(("0.0.0.0", 80))?.run().await
}
