// deps: serde = "1", serde_json = "1", axum = "0.8"
use serde::{de::DeserializeOwned, Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;

#[derive(Debug, Clone, Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", untagged)] //~ serde-untagged
pub enum Event {
    Created { id: u64, name: String },
    Deleted { id: u64 },
    Moved { id: u64, to: String },
}

#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(untagged))] //~ serde-untagged
pub enum Conditional {
    List(Vec<String>),
    Map(HashMap<String, String>),
    One(String),
}

#[derive(Deserialize)]
#[serde( //~ serde-untagged
    bound = "T: DeserializeOwned",
    untagged
)]
enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

mod nested {
    #[derive(serde_derive::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[serde(untagged)] //~ serde-untagged
    pub(crate) enum Scalar<'a> {
        Flag(bool),
        Number(f64),
        Text(&'a str),
    }
}

fn local(text: &str) -> usize {
    #[derive(Deserialize)]
    #[serde(untagged)] //~ serde-untagged
    enum Reply {
        Ok { result: String },
        Failed { error: String, code: i32 },
    }
    match serde_json::from_str::<Reply>(text) {
        Ok(Reply::Ok { result }) => result.len(),
        Ok(Reply::Failed { error, code }) => error.len() + code as usize,
        Err(_) => 0,
    }
}

// Written only: serialising an untagged enum tries nothing.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Written {
    A { a: u8 },
    B { b: u8 },
    C { c: u8 },
}

// A string or a number: one value is buffered.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum StringOrNumber {
    String(String),
    Number(u64),
}
#[derive(Deserialize)]
#[serde(untagged)]
pub enum CowOrFlag<'a> {
    Text(Cow<'a, str>),
    Flag(bool),
}

// The word stands in a string.
#[derive(Deserialize)]
#[serde(tag = "untagged", rename = "untagged")]
pub enum Tagged {
    A { a: u8 },
    B { b: u8 },
    C { c: u8 },
}

// Decoded as another type, then converted.
#[derive(Deserialize)]
#[serde(untagged, try_from = "String")]
pub enum Converted {
    A { a: u8 },
    B { b: u8 },
    C { c: u8 },
}
impl TryFrom<String> for Converted {
    type Error = String;
    fn try_from(_: String) -> Result<Self, String> {
        Ok(Converted::A { a: 1 })
    }
}

// Another crate's trait of the same name.
#[derive(Serialize, rkyv::Deserialize)]
#[serde(untagged)]
pub enum Archived {
    A { a: u8 },
    B { b: u8 },
    C { c: u8 },
}

// One alternative is all there is to try.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Single {
    Only { a: String, b: String },
    #[serde(skip)]
    Never,
}

// An untagged last variant of a tagged enum.
#[derive(Deserialize)]
pub enum Fallback {
    Known { a: String },
    #[serde(untagged)]
    Other { b: String },
}

#[cfg(test)]
mod tests {
    // Test code.
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum InTest {
        A { a: u8 },
        B { b: u8 },
        C { c: u8 },
    }
}
