fn main() {
    panic!("the ground shook");
}
