// deps: tokio = "1", bcrypt = "0.15", argon2 = "0.5", image = "0.25", zstd = "0.13", rayon = "1"
use argon2::{Argon2, PasswordHasher};
use bcrypt::{hash, verify};

async fn passwords(p: &str, h: &str) {
    let _ = hash(p, 12); //~ cpu-heavy-in-async
    let _ = verify(p, h); //~ cpu-heavy-in-async
    let _ = Argon2::default().hash_password(p.as_bytes(), "salt"); //~ cpu-heavy-in-async
}
async fn images(bytes: &[u8]) {
    let img = image::load_from_memory(bytes).unwrap(); //~ cpu-heavy-in-async
    let _ = img.thumbnail(64, 64); //~ cpu-heavy-in-async
}
async fn compression(bytes: &[u8]) {
    let _ = zstd::encode_all(bytes, 3); //~ cpu-heavy-in-async
}
fn check(p: &str, h: &str) -> bool {
    verify(p, h).unwrap()
}
async fn login(p: &str, h: &str) -> bool {
    check(p, h) //~ cpu-heavy-in-async
}

// On the blocking pool.
async fn good(p: String, h: String) -> bool {
    tokio::task::spawn_blocking(move || verify(&p, &h).unwrap()).await.unwrap()
}
// On rayon, with a channel back.
async fn on_rayon(p: String) {
    let (tx, rx) = tokio::sync::oneshot::channel();
    rayon::spawn(move || {
        let _ = tx.send(hash(p, 12));
    });
    let _ = rx.await;
}
// Our own `hash` and `verify`.
mod own {
    pub fn hash(_: &str) {}
    pub fn verify(_: &str) {}
    pub async fn f() {
        hash("a");
        verify("b");
    }
}
// A hash map's hasher, a signature's method.
async fn others(key: &impl Key, v: &[u8]) {
    key.verify(v);
}
trait Key {
    fn verify(&self, v: &[u8]);
}
// Not async.
fn tool(p: &str) {
    let _ = hash(p, 12);
}
// A closure that runs who knows where.
async fn stored() -> Box<dyn Fn(&str) + Send> {
    Box::new(|p| drop(hash(p, 4)))
}
