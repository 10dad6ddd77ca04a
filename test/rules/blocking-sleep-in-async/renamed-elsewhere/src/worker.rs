use crate::clock::*;
use std::time::Duration;

pub fn throttle(delay: Duration) {
    pause(delay);
}
