// deps: tonic = "0.14", tokio = "1", tokio-stream = "0.1"
use pb::chat_client::ChatClient as Chat;
use tokio_stream::wrappers::ReceiverStream;
use tonic::transport::Channel;

struct Hub {
    chat: Chat<Channel>,
    channel: Channel,
}
impl Hub {
    async fn rooms(&self, names: &[String]) {
        for name in names {
            let mut chat = self.chat.clone(); //~ tonic-single-channel
            let name = name.clone();
            tokio::spawn(async move {
                let (_tx, rx) = tokio::sync::mpsc::channel::<String>(8);
                let _ = chat.talk(name, ReceiverStream::new(rx)).await;
            });
        }
    }
    async fn by_channel(&self, n: usize) {
        let mut set = tokio::task::JoinSet::new();
        for _ in 0..n {
            let mut chat = Chat::new(self.channel.clone()); //~ tonic-single-channel
            set.spawn(async move {
                let mut events = chat.listen(()).await.unwrap().into_inner();
                while let Ok(Some(_)) = events.message().await {}
            });
        }
    }
}
async fn by_while(client: Chat<Channel>, mut names: Vec<String>) {
    while let Some(name) = names.pop() {
        let mut client = client.clone(); //~ tonic-single-channel
        tokio::spawn(async move {
            let mut stream = client.listen(name).await.unwrap().into_inner();
            while stream.message().await.unwrap().is_some() {}
        });
    }
}
async fn by_iterator(client: Chat<Channel>, names: Vec<String>) {
    names.into_iter().for_each(|name| {
        let mut client = client.clone(); //~ tonic-single-channel
        tokio::spawn(async move {
            let mut stream = client.listen(name).await.unwrap().into_inner();
            while stream.message().await.unwrap().is_some() {}
        });
    });
}

// Single replies.
async fn unary(client: Chat<Channel>, names: Vec<String>) {
    for name in names {
        let mut client = client.clone();
        tokio::spawn(async move { client.say(name).await });
    }
}
// One stream.
async fn one(client: Chat<Channel>) {
    let mut client = client.clone();
    let mut stream = client.listen("a").await.unwrap().into_inner();
    while stream.message().await.unwrap().is_some() {}
}
// One after the other.
async fn in_turn(client: Chat<Channel>, names: Vec<String>) {
    for name in names {
        let mut client = client.clone();
        let mut stream = client.listen(name).await.unwrap().into_inner();
        while stream.message().await.unwrap().is_some() {}
    }
}
// A connection each.
async fn connections(addresses: Vec<&'static str>) {
    for address in addresses {
        let client = Chat::new(Channel::from_static(address).connect_lazy());
        let mut other = client.clone();
        tokio::spawn(async move {
            let mut stream = other.listen("a").await.unwrap().into_inner();
            while stream.message().await.unwrap().is_some() {}
        });
    }
}
// Other things that are cloned for tasks.
async fn other(name: String, client: Chat<Channel>) {
    for _ in 0..9 {
        let name = name.clone();
        tokio::spawn(async move {
            let mut stream = source(name).await.into_inner();
            while stream.message().await.unwrap().is_some() {}
        });
    }
    drop(client);
}
// Not a client of tonic.
async fn own(bus: Bus) {
    for _ in 0..9 {
        let mut bus = bus.clone();
        tokio::spawn(async move { while bus.message().await.is_some() {} });
    }
}
#[derive(Clone)]
struct Bus;
impl Bus {
    async fn message(&mut self) -> Option<u8> { None }
}
