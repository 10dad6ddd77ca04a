// deps: tokio = "1", dashmap = "6"
use dashmap::DashMap;
use std::collections::HashMap;

struct App { names: DashMap<u8, String>, plain: HashMap<u8, String>, slow: tokio::sync::RwLock<HashMap<u8, String>> }
async fn tell<T>(_: T) {}
impl App {
    // Cloned out.
    async fn cloned(&self) {
        let name = self.names.get(&1).map(|name| name.value().clone());
        tell(name).await;
        match self.names.get(&1).map(|name| name.clone()) { Some(name) => tell(name).await, None => {} }
        let name = self.names.get(&1).unwrap().clone();
        tell(name).await;
    }
    // Without a reference in `else` and `None`.
    async fn absent(&self) {
        if let Some(name) = self.names.get(&1) { println!("{}", name.len()); } else { tell(1).await; }
        match self.names.get(&1) { Some(name) => println!("{}", name.len()), None => tell(1).await }
    }
    // Collected first.
    async fn collected(&self) {
        for key in self.names.iter().map(|pair| *pair.key()).collect::<Vec<_>>() { tell(key).await; }
    }
    // Dropped first.
    async fn dropped(&self) {
        let name = self.names.get(&1).unwrap();
        let n = name.len();
        drop(name);
        tell(n).await;
    }
    // A plain map has no lock; an async lock may be held.
    async fn plain(&self) {
        if let Some(name) = self.plain.get(&1) { tell(name.as_str()).await; }
        if let Some(name) = self.slow.read().await.get(&1) { tell(name.as_str()).await; }
    }
    // No await, and another map.
    fn quiet(&self, other: &DashMap<u8, String>) {
        if let Some(name) = self.names.get(&1) { other.insert(1, name.clone()); }
        let mut name = self.names.entry(1).or_default();
        name.push('x');
    }
    // `insert` gives back the old value, not a reference.
    async fn inserted(&self) {
        let old = self.names.insert(1, String::new());
        tell(old).await;
    }
    // Dropped before the map is called again.
    fn after(&self) {
        let name = self.names.get(&1).unwrap();
        let n = name.clone();
        drop(name);
        self.names.insert(2, n);
    }
}
