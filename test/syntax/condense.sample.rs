//! A file with everything that is left out for the parser. // "quoted
use std::{fmt /* why */, io};

/// Says `"}"`, and so does this: '{'.
const LONG: &str = "a string that is long enough to be cut, with \" and // and }";
const RAW: &str = r##"a raw "# string { "##;

macro_rules! twice {
    ($x:expr) => { $x; $x };
}

#[derive(Debug)] // "
struct Server<'a> {
    name: &'a str, // the name
    port: u16,
}

impl<'a> Server<'a> {
    fn url(&self, path: &str) -> String {
        let scheme = if self.port == 443 { "https" } else { "http" }; /* } */
        assert!(!path.is_empty(), "a path is needed for {}", self.name);
        let parts = vec![scheme.to_string(), format!("{}:{}", self.name, self.port), path.to_owned()];
        twice!(drop(parts.clone()));
        tracing::info!(target: "urls", name = %self.name, ?scheme, "made");
        parts.join("/")
    }

    async fn wait(&self, mut inbox: Inbox) -> io::Result<()> {
        tokio::select! {
            message = inbox.next() => { println!("{message:?} {}", '"'); }
            _ = shutdown() => return Err(io::Error::other(format!("stopped {}", self.name))),
        }
        if matches!(inbox.state(), State::Open | State::Draining if self.port > 0) {
            log(&[0u8; 4], b'\'', &vec![0; 16]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn works() {
        assert_eq!(super::LONG.len(), "}".len());
    }
}

impl fmt::Display for Server<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.name, /* port */ self.port)
    }
}
