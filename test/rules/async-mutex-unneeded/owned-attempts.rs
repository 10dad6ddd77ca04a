// deps: tokio = "1"
// Who tries for an owned guard takes it along.
use std::sync::Arc;
use tokio::sync::{OwnedRwLockWriteGuard, RwLock};

struct Dock {
    repairs: Arc<RwLock<()>>,
    visits: Arc<RwLock<u32>>, //~ async-mutex-unneeded
}

impl Dock {
    fn begin(&self) -> Option<OwnedRwLockWriteGuard<()>> {
        self.repairs.clone().try_write_owned().ok()
    }
    fn is_busy(&self) -> bool {
        self.repairs.try_read().is_err()
    }
    async fn visited(&self) -> u32 {
        *self.visits.read().await
    }
}
