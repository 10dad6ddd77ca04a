// deps: tokio
use std::cell::RefCell;
use std::rc::Rc;

pub struct Context {
    items: Rc<RefCell<Vec<u8>>>,
}
async fn save(_items: &[u8]) {}
impl Context {
    pub async fn flush(&self) {
        let items = self.items.borrow(); //~ sync-guard-across-await
        save(&items).await;
    }
    // The borrow ends with its statement.
    pub async fn copied(&self) {
        let items = self.items.borrow().clone();
        save(&items).await;
    }
}
