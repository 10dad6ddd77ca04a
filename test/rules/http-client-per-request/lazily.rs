// deps: hyper = "1", hyper-util = { version = "0.1", features = ["client-legacy"] }, reqwest = "0.12", tower = "0.5", http = "1"
// Made where there is none yet, or by what lives as long as it does.
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

type Answer = Pin<Box<dyn Future<Output = reqwest::Result<String>> + Send>>;

pub struct Lazy {
    client: Option<reqwest::Client>,
    spare: Option<reqwest::Client>,
}

impl tower::Service<http::Request<String>> for Lazy {
    type Response = String;
    type Error = reqwest::Error;
    type Future = Answer;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<String>) -> Self::Future {
        self.ask(request)
    }
}

impl Lazy {
    fn ask(&mut self, request: http::Request<String>) -> Answer {
        if self.client.is_none() {
            self.client = Some(reqwest::Client::new());
        }
        let spare = self.spare.get_or_insert_with(|| reqwest::Client::new()).clone();
        let client = self.client.clone().unwrap_or(spare);
        Box::pin(async move { client.get(request.uri().to_string()).send().await?.text().await })
    }
}

pub struct Anew;

impl tower::Service<http::Request<String>> for Anew {
    type Response = String;
    type Error = reqwest::Error;
    type Future = Answer;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<String>) -> Self::Future {
        let client = reqwest::Client::new(); //~ http-client-per-request
        Box::pin(async move { client.get(request.uri().to_string()).send().await?.text().await })
    }
}

// One for each of the services that are configured.
pub struct Upstream {
    send: Box<dyn Fn(String) + Send>,
}

impl Upstream {
    pub fn new(name: &str, idle: usize) -> Result<Self, String> {
        let mut builder = hyper_util::client::legacy::Client::builder(hyper_util::rt::TokioExecutor::new());
        builder.pool_max_idle_per_host(idle);
        let client = builder.build_http::<String>();
        let name = name.to_owned();
        let send = Box::new(move |path: String| drop(client.get(format!("{name}{path}").parse().unwrap())));
        Ok(Self { send })
    }
}

pub fn upstreams(names: &[String]) -> Result<Vec<Upstream>, String> {
    let mut all = Vec::with_capacity(names.len());
    for name in names {
        all.push(Upstream::new(name, 4)?);
    }
    Ok(all)
}
