//! Public for the tests of other crates alone.
#[doc(hidden)]
pub mod test;
#[doc(hidden)]
pub mod parts;
