// deps: axum = "0.8", tower = "0.5", tower-http = "0.6"
use axum::routing::{get, post};
use axum::Router;
use std::time::Duration;
use tower::buffer::BufferLayer;
use tower::limit::{ConcurrencyLimitLayer as Limit, GlobalConcurrencyLimitLayer, RateLimitLayer};
use tower::load_shed::LoadShedLayer;
use tower::ServiceBuilder;
use tower_http::limit::RequestBodyLimitLayer;

fn renamed(router: Router) -> Router {
    router.layer(Limit::new(10)) //~ axum-backpressure-layer
}
fn stack() -> Router {
    Router::new()
        .route("/", get(handler))
        .layer( //~ axum-backpressure-layer
            ServiceBuilder::new()
                .buffer(100)
                .rate_limit(5, Duration::from_secs(1)),
        )
}
fn on_a_route() -> Router {
    let limit = GlobalConcurrencyLimitLayer::new(8);
    Router::new().route("/upload", post(handler).layer(limit)) //~ axum-backpressure-layer
}
fn routes() -> Router {
    let mut router = base();
    router = router.route_layer(BufferLayer::new(64)); //~ axum-backpressure-layer
    router
}
fn base() -> Router {
    Router::new()
}
fn nested_layer() -> Router {
    base().layer(ServiceBuilder::new().layer(RateLimitLayer::new(1, Duration::from_secs(1)))) //~ axum-backpressure-layer
}

// Turned away when full.
fn shed() -> Router {
    base().layer(
        ServiceBuilder::new()
            .layer(axum::error_handling::HandleErrorLayer::new(on_error))
            .layer(LoadShedLayer::new())
            .layer(Limit::new(10)),
    )
}
fn shed_by_method() -> Router {
    let stack = ServiceBuilder::new().load_shed().concurrency_limit(5);
    base().layer(stack)
}
// Limits the size of bodies.
fn body_limit() -> Router {
    base().layer(RequestBodyLimitLayer::new(1024))
}
// Around the whole application: the server feels it.
fn whole(app: Router) {
    let service = ServiceBuilder::new().concurrency_limit(64).service(app);
    drop(service);
}
// A stack of tower's that is no router.
fn client() {
    let client = ServiceBuilder::new().layer(Limit::new(10)).service_fn(call);
    drop(client);
}
// tonic feels it.
fn grpc() {
    tonic::transport::Server::builder().layer(Limit::new(10)).add_service(greeter());
}
async fn handler() {}
