// deps: axum = "0.8", regex = "1", tokio = { version = "1", features = ["full"] }
// A server comes to it in its tasks: one compilation for each command.
use regex::Regex;
use tokio::net::TcpStream;

struct Desk {
    stream: TcpStream,
}

impl Desk {
    async fn take(&mut self, command: &str) -> usize {
        self.stream.readable().await.unwrap();
        parse_command(command)
    }
}

fn parse_command(command: &str) -> usize {
    let berth = Regex::new(r"BERTH (\d+)").unwrap(); //~ regex-compiled-hot
    berth.captures(command).map_or(0, |found| found.len())
}

// When the program starts.
async fn load_config(text: &str) -> bool {
    tokio::task::yield_now().await;
    Regex::new("^berths=").unwrap().is_match(text)
}

#[tokio::main]
async fn main() {
    load_config("berths=3").await;
    let listener = tokio::net::TcpListener::bind("0.0.0.0:80").await.unwrap();
    let app = axum::Router::<()>::new();
    axum::serve(listener, app).await.unwrap();
}

// A validator is named in an attribute, and called for each value that comes in.
pub struct ValidationError;
pub fn validate_berth(text: &str) -> Result<(), ValidationError> {
    let re = regex::Regex::new("^[A-Z][0-9]+$").unwrap(); //~ regex-compiled-hot
    re.is_match(text).then_some(()).ok_or(ValidationError)
}
