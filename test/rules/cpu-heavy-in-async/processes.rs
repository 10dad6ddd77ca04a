// deps: sysinfo = "0.33", axum = "0.8", tokio = "1"
use sysinfo::System;

pub async fn health(axum::extract::Path(_): axum::extract::Path<String>) -> String {
    let mut system = System::new_all(); //~ cpu-heavy-in-async
    system.refresh_all(); //~ cpu-heavy-in-async
    format!("{}", system.processes().len())
}

pub async fn memory(axum::extract::Path(_): axum::extract::Path<String>) -> String {
    let mut system = System::new();
    system.refresh_memory();
    format!("{}", system.used_memory())
}

pub async fn offloaded(axum::extract::Path(_): axum::extract::Path<String>) -> usize {
    tokio::task::spawn_blocking(|| System::new_all().processes().len()).await.unwrap_or(0)
}
