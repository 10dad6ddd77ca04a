use std::fmt;
use std::num::ParseIntError;

pub enum Error {
    Text(String),
    Boxed(Box<dyn std::error::Error>),
    Number(ParseIntError),
    Code(u8),
}
pub struct DbError;
pub struct NetError(u8);
pub struct Name(String);

impl From<std::io::Error> for Error {
    fn from(e: std::io::Error) -> Self {
        Error::Text(format!("io: {e}")) //~ from-impl-allocates
    }
}
impl From<fmt::Error> for Error {
    fn from(e: fmt::Error) -> Error {
        Self::Boxed(Box::new(e)) //~ from-impl-allocates
    }
}
impl From<DbError> for Error {
    fn from(e: DbError) -> Self {
        drop(e);
        Error::Text(
            "database".to_string(), //~ from-impl-allocates
        )
    }
}
pub enum TextError {
    Text(String),
    Code(u8),
}
impl core::convert::From<std::str::Utf8Error> for TextError {
    fn from(e: std::str::Utf8Error) -> Self {
        match e.error_len() {
            Some(_) => TextError::Text(e.to_string()), //~ from-impl-allocates
            None => TextError::Code(0),
        }
    }
}

// Kept as it is.
impl From<ParseIntError> for Error {
    fn from(e: ParseIntError) -> Self {
        Error::Number(e)
    }
}
// A number.
impl From<NetError> for Error {
    fn from(e: NetError) -> Self {
        Error::Code(e.0)
    }
}
// No error.
impl From<u32> for Name {
    fn from(n: u32) -> Self {
        Name(n.to_string())
    }
}
impl From<&str> for Error {
    fn from(text: &str) -> Self {
        Error::Text(text.to_string())
    }
}
// Another trait.
impl fmt::Display for DbError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format!("db"))
    }
}
// A function of its own.
fn from(e: NetError) -> Error {
    Error::Text(e.0.to_string())
}
