use std::path::{Path, PathBuf};
use std::sync::Mutex;

struct Settings {
    name: Option<String>,
    tags: Option<Vec<String>>,
    root: Option<PathBuf>,
    port: Option<u16>,
    locked: Mutex<Option<String>>,
}

fn text(_: &str) {}
fn open(_: &Path) {}

impl Settings {
    fn a(&self) -> bool {
        text(&self.name.clone().unwrap_or_default()); //~ option-clone-for-borrow
        open(self.root.clone().unwrap().as_path()); //~ option-clone-for-borrow
        self.tags.clone().is_some_and(|tags| tags.len() > 3) //~ option-clone-for-borrow
    }
    fn b(&self) -> usize {
        println!("{}", self.name.clone().unwrap_or_default()); //~ option-clone-for-borrow
        self.tags.clone().unwrap_or_default().len() //~ option-clone-for-borrow
    }
    fn c(settings: &Settings) -> Option<bool> {
        let name = &settings.name;
        name.clone().map(|n| n.is_empty()) //~ option-clone-for-borrow
    }

    // The value is kept.
    fn owned(&self) -> String {
        self.name.clone().unwrap_or_default()
    }
    fn bound(&self) -> String {
        let name = self.name.clone().unwrap_or_else(|| "none".into());
        name + "!"
    }
    // The option is kept.
    fn option(&self) -> Option<String> {
        self.name.clone()
    }
    // A number costs nothing to copy.
    fn number(&self) -> u16 {
        text(&self.port.clone().unwrap_or_default().to_string());
        0
    }
    // Borrowed already.
    fn borrowed(&self) {
        text(self.name.as_deref().unwrap_or_default());
    }
    // The copy lets go of the lock.
    fn released(&self) -> bool {
        self.locked.lock().unwrap().clone().is_some_and(|n| n.len() > 1)
    }
    // The closure gives the value back.
    fn mapped(&self) -> Option<String> {
        self.name.clone().map(|n| n + "!")
    }
}
