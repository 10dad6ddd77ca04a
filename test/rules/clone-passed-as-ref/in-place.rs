pub struct User {
    name: String,
    tags: Vec<u64>,
}

pub fn is_root(user: &User) -> bool {
    user.name.clone().as_str() == "root" //~ clone-passed-as-ref
}

pub fn list(user: &std::sync::Arc<User>) {
    for tag in user.tags.clone().iter() { //~ clone-passed-as-ref
        println!("{tag}");
    }
}

// The loop changes what it goes over.
pub fn double(user: &mut User) {
    for tag in user.tags.clone().iter() {
        user.tags.push(*tag);
    }
}

// The copy is made so that the lock need not be held.
pub fn sum(tags: &std::sync::Mutex<Vec<u64>>) {
    for tag in tags.lock().unwrap().clone().iter() {
        println!("{tag}");
    }
}
