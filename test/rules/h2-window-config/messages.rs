// deps: tonic = "0.14"
use pb::store_server::StoreServer;

async fn run(addr: std::net::SocketAddr) {
    let store = StoreServer::new(Store).max_decoding_message_size(64 * 1024 * 1024); //~ h2-window-config
    // The bound that tonic has by itself.
    let store = store.max_encoding_message_size(4 * 1024 * 1024);
    tonic::transport::Server::builder().add_service(store).serve(addr).await.unwrap();
}
struct Store;
