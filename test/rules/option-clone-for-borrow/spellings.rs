fn show(_: &str) {}

pub fn z6(o: &Option<String>) -> usize { o.clone().unwrap_or_default().len() } //~ option-clone-for-borrow
pub fn z7(o: &Option<String>) -> bool { o.clone().is_some_and(|x| x.is_empty()) } //~ option-clone-for-borrow
pub fn z8(o: Option<&String>) -> bool { o.cloned().unwrap_or_default().is_empty() } //~ option-clone-for-borrow
pub fn z9(o: &Option<String>) { show(&o.clone().unwrap()); } //~ option-clone-for-borrow
pub fn z10(o: &Option<String>) { show(o.clone().unwrap_or_default().as_str()); } //~ option-clone-for-borrow
pub fn z11(o: &Option<String>) { if let Some(x) = o.clone() { show(&x); } } //~ option-clone-for-borrow
pub fn z12(o: &Option<Vec<u8>>) -> usize { o.clone().map(|v| v.len()).unwrap_or(0) } //~ option-clone-for-borrow
pub fn z13(o: &Option<Vec<u8>>) -> usize { o.clone().map_or(0, |v| v.len()) } //~ option-clone-for-borrow
pub fn z14(o: &Option<String>) -> bool { match o.clone() { Some(s) => s.len() > 3, None => false } } //~ option-clone-for-borrow

pub struct Account {
    name: Option<String>,
    count: usize,
}
impl Account {
    // The owner changes while the copy is looked at.
    pub fn rename(&mut self) {
        if let Some(name) = self.name.clone() {
            self.note(&name);
        }
    }
    fn note(&mut self, name: &str) {
        self.count += name.len();
    }
    // The copy goes on.
    pub fn copy(&self) -> String {
        if let Some(name) = self.name.clone() {
            return name;
        }
        match self.name.clone() {
            Some(name) => name,
            None => String::new(),
        }
    }
    // Numbers are copied for nothing.
    pub fn number(&self, n: &Option<u32>) -> bool {
        n.clone().is_some_and(|n| n > 3)
    }
    // One arm keeps it.
    pub fn either(&self) -> Option<String> {
        match self.name.clone() {
            Some(name) if name.len() > 3 => Some(name),
            _ => None,
        }
    }
    // Looked at, and then handed on.
    pub fn both(&self, out: &mut Vec<String>) {
        if let Some(name) = self.name.clone() {
            show(&name);
            out.push(name);
        }
    }
}
