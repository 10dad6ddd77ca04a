// deps: tokio, redis, reqwest
use std::sync::Arc;
use tokio::sync::Mutex;

type Shared<T> = Arc<Mutex<T>>;
type Kept<T> = Arc<T>;

pub struct State {
    cache: Shared<redis::aio::MultiplexedConnection>, //~ http-client-in-mutex
    http: Kept<reqwest::Client>,
    names: Shared<Vec<String>>,
}
