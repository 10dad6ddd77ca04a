// deps: axum = "0.8", tokio = "1"
use std::fs::File;
use std::io::Write;
use std::sync::LazyLock;

pub struct Answers {
    all: Vec<(String, String)>,
}
static ANSWERS: LazyLock<Answers> = LazyLock::new(|| {
    let answers = Answers { all: Vec::new() };
    keep(&answers);
    answers
});

// The value of a static is made once, whatever it takes.
pub fn keep(answers: &Answers) {
    save(answers).unwrap();
}
fn save(answers: &Answers) -> std::io::Result<()> {
    let mut file = File::create("answers.env")?;
    for (key, value) in &answers.all {
        writeln!(file, "export {key}='{value}'")?;
    }
    Ok(())
}

async fn export() {
    dump(&ANSWERS).unwrap();
}
fn dump(answers: &Answers) -> std::io::Result<()> {
    let mut file = File::create("dump.env")?;
    for (key, value) in &answers.all {
        writeln!(file, "{key}={value}")?; //~ unbuffered-file-io
    }
    Ok(())
}

#[tokio::main]
async fn main() {
    let app = axum::Router::new().route("/", axum::routing::get(export));
    let listener = tokio::net::TcpListener::bind("0.0.0.0:80").await.unwrap();
    axum::serve(listener, app).await.unwrap();
}
