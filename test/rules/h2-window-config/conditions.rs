// deps: hyper-util = { version = "0.1", features = ["client-legacy", "http2"] }
use hyper_util::client::legacy::{Builder, Client};
use hyper_util::rt::TokioExecutor;

pub struct Wanted {
    adaptive: bool,
    window: Option<u32>,
}

// Each is set when its user asked for it.
pub fn passed_on(wanted: &Wanted) -> Builder {
    let mut builder = Client::builder(TokioExecutor::new());
    if let Some(window) = wanted.window {
        builder.http2_initial_stream_window_size(window);
    }
    if wanted.adaptive {
        builder.http2_adaptive_window(true);
    }
    builder
}

pub fn both(wanted: &Wanted) -> Builder {
    let mut builder = Client::builder(TokioExecutor::new());
    builder.http2_initial_stream_window_size(1 << 24);
    if wanted.adaptive {
        builder.http2_adaptive_window(true); //~ h2-window-config
    }
    builder
}

pub enum Flow {
    Adaptive,
    Fixed(u32),
}

// One arm of the two is taken.
pub fn either(flow: &Flow) -> Builder {
    let mut builder = Client::builder(TokioExecutor::new());
    match flow {
        Flow::Adaptive => {
            builder.http2_adaptive_window(true);
        }
        Flow::Fixed(window) => {
            builder.http2_initial_stream_window_size(*window);
        }
    }
    builder
}

pub fn one_half(wanted: &Wanted) -> Builder {
    let mut builder = Client::builder(TokioExecutor::new());
    if wanted.adaptive {
        builder.http2_adaptive_window(true);
    } else {
        builder.http2_initial_stream_window_size(1 << 24);
    }
    builder
}
