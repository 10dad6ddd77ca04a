fn main() {
    println!("{}", hourglass::pour(10));
}
