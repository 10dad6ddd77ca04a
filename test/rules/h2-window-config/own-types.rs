// deps: tonic
// A builder of our own that happens to have the same method.
pub struct Tcp;

impl Tcp {
    pub fn initial_stream_window_size(self, _: u32) -> Self {
        self
    }
}

pub fn tcp() -> Tcp {
    Tcp.initial_stream_window_size(1024)
}

pub fn endpoint() -> tonic::transport::Endpoint {
    tonic::transport::Endpoint::from_static("http://x").initial_stream_window_size(1024) //~ h2-window-config
}
