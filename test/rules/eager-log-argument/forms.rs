// deps: tracing = "0.1", log = "0.4", serde_json = "1"
use tracing::{debug, info, trace};

pub fn captured(ids: &[u64]) {
    let shown = format!("{ids:?}"); //~ eager-log-argument
    debug!("taking {shown}");
}
pub fn twice(name: &str) {
    let owned = name.to_string(); //~ eager-log-argument
    trace!("before {owned}");
    trace!("after {}", owned);
}
pub fn encoded(order: &serde_json::Value) {
    let body = serde_json::to_string(order).unwrap(); //~ eager-log-argument
    log::debug!("sending {}", body);
}
pub fn joined(names: &[String]) {
    let list = names.join(", "); //~ eager-log-argument
    tracing::debug!("names: {}", &list);
}

// Shown in production.
pub fn shown(ids: &[u64]) {
    let text = format!("{ids:?}");
    info!("taking {text}");
}
// Used for something else too.
pub fn returned(ids: &[u64]) -> String {
    let text = format!("{ids:?}");
    debug!("{text}");
    text
}
// Inside the macro: evaluated only when somebody listens.
pub fn lazy(ids: &[u64]) {
    debug!("{}", format!("{ids:?}"));
}
// Asked first.
pub fn asked(ids: &[u64]) {
    if log::log_enabled!(log::Level::Debug) {
        let text = format!("{ids:?}");
        debug!("{text}");
    }
}
// May fail: the failure counts.
pub fn fallible(order: &serde_json::Value) -> serde_json::Result<()> {
    let body = serde_json::to_string(order)?;
    debug!("{body}");
    Ok(())
}
// A number costs nothing.
pub fn number(ids: &[u64]) {
    let count = ids.len();
    debug!("{count}");
}
// Another thread logs it.
pub fn moved(name: &str) {
    let name = name.to_owned();
    std::thread::spawn(move || debug!("started for {name}"));
}
