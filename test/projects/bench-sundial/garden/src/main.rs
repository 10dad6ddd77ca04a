fn main() {
    println!("{}", dial::shadow(10));
}
