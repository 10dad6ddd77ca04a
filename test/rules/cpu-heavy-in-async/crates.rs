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

// The import is the module; what is called is the function here.
mod accounts {
    use argon2::{
        password_hash::{self, SaltString},
        Argon2, PasswordHasher,
    };
    fn password_hash(raw: &str) -> password_hash::Result<String> {
        let salt = SaltString::from_b64("c2FsdHlzYWx0").unwrap();
        Ok(Argon2::default().hash_password(raw.as_bytes(), &salt)?.to_string())
    }
    pub async fn register(password: &str) -> String {
        password_hash(password).unwrap() //~ cpu-heavy-in-async
    }
}
