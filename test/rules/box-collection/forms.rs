use std::collections::HashMap as Map;

struct Index {
    names: Box<Map<String, u32>>, //~ box-collection
    text: Option<Box<String>>, //~ box-collection
    rows: Box<[u32]>,
    title: Box<str>,
}
fn made() -> Box<Vec<u8>> { //~ box-collection
    Box::default()
}
fn taken(text: std::boxed::Box<String>) -> usize { //~ box-collection
    text.len()
}
// The box keeps the enum small.
enum Node {
    Leaf(u8),
    List(Box<Vec<Node>>),
    Named { all: Box<Map<String, Node>> },
}
// Something of unknown size.
fn dynamic() -> Box<dyn Iterator<Item = u8>> {
    Box::new(std::iter::empty())
}
// A large value.
struct Large([u8; 4096]);
fn large() -> Box<Large> {
    Box::new(Large([0; 4096]))
}
// What the trait says.
trait Make {
    type Out;
    fn make(&self) -> Box<u8>;
}
impl Make for Index {
    type Out = Box<Vec<u8>>;
    fn make(&self) -> Box<u8> {
        Box::new(1)
    }
}
// Another box.
mod own {
    pub struct Box<T>(pub T);
    pub fn f() -> Box<Vec<u8>> {
        Box(Vec::new())
    }
}
// A shared one.
struct Shared(std::sync::Arc<Vec<u8>>);
