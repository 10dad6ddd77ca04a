// Written by a generator; the rest of the crate is linted.
#![allow(clippy::all)]
pub const SIZE: usize = 4;
