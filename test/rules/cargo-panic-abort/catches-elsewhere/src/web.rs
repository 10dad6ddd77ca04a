// A panic in one request must not end the others.
use tower_http::catch_panic::CatchPanicLayer;

pub fn layer() -> CatchPanicLayer<()> {
    CatchPanicLayer::custom(())
}
