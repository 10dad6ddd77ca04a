fn main() {
    assert_eq!(hourglass::pour(20_000_000), 199_999_990_000_000);
}
