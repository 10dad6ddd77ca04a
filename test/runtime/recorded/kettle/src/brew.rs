/// The names of all teas.
pub fn menu(count: usize) -> Vec<String> {
    let mut names = Vec::new();
    for index in 0..count {
        names.push(format!("tea number {index}"));
    }
    names
}

async fn heat(degrees: u64) -> u64 {
    std::future::ready(degrees).await
}

pub async fn pour(cups: u64) -> u64 {
    let mut pot = [0u8; 20_000];
    let heated = heat(cups).await;
    pot[0] = heated as u8;
    heat(pot[0].into()).await
}
