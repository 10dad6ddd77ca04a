use std::{thread, time::Duration};

const FIRST: Duration = Duration::from_millis(250);
const LONGEST: Duration = Duration::from_secs(30);

pub fn delay(attempt: u32) -> Duration {
    FIRST.saturating_mul(1 << attempt.min(10)).min(LONGEST)
}

/// Waits before the next try and says why.
pub fn pause(attempt: u32, what: &str) {
    let delay = delay(attempt);
    tracing::info!(attempt, ?delay, "{what} failed, trying again");
    thread::sleep(delay);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delay_is_capped() {
        assert_eq!(delay(0), FIRST);
        assert_eq!(delay(31), LONGEST);
    }
}
