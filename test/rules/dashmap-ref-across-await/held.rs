// deps: tokio = "1", dashmap = "6"
use dashmap::{DashMap, DashSet};
use std::sync::{Arc, LazyLock};

static ALL: LazyLock<DashMap<u8, String>> = LazyLock::new(DashMap::new);
struct App { names: Arc<DashMap<u8, String>>, ids: DashSet<u8> }
async fn tell<T>(_: T) {}
impl App {
    async fn let_else(&self) {
        let Some(mut name) = self.names.get_mut(&1) else { return }; //~ dashmap-ref-across-await
        tell(1).await;
        name.push('x');
    }
    async fn unwrapped(&self) {
        let name = self.names.get(&1).unwrap(); //~ dashmap-ref-across-await
        tell(name.as_str()).await;
    }
    async fn entry(&self) {
        let mut name = self.names.entry(1).or_default(); //~ dashmap-ref-across-await
        tell(2).await;
        name.clear();
    }
    async fn each(&self) {
        for pair in self.names.iter() { //~ dashmap-ref-across-await
            tell(pair.value().clone()).await;
        }
        for id in self.ids.iter() { //~ dashmap-ref-across-await
            tell(*id).await;
        }
    }
    async fn matched(&self) {
        match self.names.get(&1) { //~ dashmap-ref-across-await
            Some(name) => tell(name.len()).await,
            None => {}
        }
    }
    async fn argument(&self) {
        tell(self
            .names
            .get(&1) //~ dashmap-ref-across-await
            .unwrap()
            .len()).await;
    }
}
async fn global() {
    if let Some(name) = ALL.get(&1) { //~ dashmap-ref-across-await
        tell(name.len()).await;
    }
}
fn again(names: &DashMap<u8, String>) {
    if let Some(name) = names.get(&1) { //~ dashmap-ref-across-await
        names.insert(2, name.clone());
    }
    let mut first = names.entry(1).or_default(); //~ dashmap-ref-across-await
    first.push_str("x");
    names.remove(&2);
    drop(first);
}
