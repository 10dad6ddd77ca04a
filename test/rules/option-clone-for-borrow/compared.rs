use std::path::PathBuf;

pub struct Page {
    title: Option<String>,
    tags: Option<Vec<String>>,
    dir: Option<PathBuf>,
}

fn show(_: &str) {}

impl Page {
    pub fn on_disk(&self) -> bool {
        self.dir.clone().map_or(false, |dir| dir.exists()) //~ option-clone-for-borrow
    }
    pub fn is_home(&self) -> bool {
        self.title.clone().unwrap_or_default() == "home" //~ option-clone-for-borrow
    }
    pub fn is_named(&self, name: &str) -> Option<bool> {
        self.title.clone().map(|title| title == name) //~ option-clone-for-borrow
    }
    pub fn list(&self) {
        for tag in self.tags.clone().unwrap_or_default().iter() { //~ option-clone-for-borrow
            show(tag);
        }
    }
    // The loop changes what it goes over.
    pub fn double(&mut self) {
        for tag in self.tags.clone().unwrap_or_default().iter() {
            self.tags.get_or_insert_with(Vec::new).push(tag.clone());
        }
    }
    // What the closure returns holds the value.
    pub fn joined(&self) -> Option<PathBuf> {
        self.dir.clone().map(|dir| dir.join("index.html"))
    }
}
