// deps: tokio, argon2, scrypt, flate2
use argon2::password_hash::{PasswordHash, PasswordVerifier};

pub async fn by_scrypt(password: &str, stored: &str) -> bool {
    let hash = PasswordHash::new(stored).unwrap(); // Parsing is cheap.
    scrypt::Scrypt.verify_password(password.as_bytes(), &hash).is_ok() //~ cpu-heavy-in-async
}

pub async fn by_any(password: &str, stored: &str) -> bool {
    let hash = PasswordHash::new(stored).unwrap();
    hash.verify_password(&[&argon2::Argon2::default()], password).is_ok() //~ cpu-heavy-in-async
}
