pub async fn sample() -> Vec<u8> {
    std::fs::read("sample.bin").unwrap()
}
