// edition: 2024
// deps: axum = "0.8", tokio = "1", anyhow = "1"
use anyhow::Context as _;
use axum::{Router, serve::{self, ListenerExt}};
use std::net::SocketAddr;
use tokio::net::{TcpListener, UnixListener};

async fn plain(app: Router) {
    let listener = TcpListener::bind("0.0.0.0:80").await.unwrap();
    axum::serve(listener, app).await.unwrap(); //~ server-nodelay-missing
}
async fn context(app: Router) -> anyhow::Result<()> {
    let listener = TcpListener::bind("0.0.0.0:80").await.context("cannot bind")?;
    axum::serve( //~ server-nodelay-missing
        listener,
        app.into_make_service_with_connect_info::<SocketAddr>(),
    )
    .with_graceful_shutdown(async { std::future::pending().await })
    .await?;
    Ok(())
}
async fn inline(app: Router) -> std::io::Result<()> {
    serve::serve(TcpListener::bind("[::]:80").await?, app).await //~ server-nodelay-missing
}
async fn parameter(listener: TcpListener, app: Router) -> std::io::Result<()> {
    tokio::spawn(async move {
        let _ = axum::serve(listener, app).await; //~ server-nodelay-missing
    });
    Ok(())
}
async fn from_std(std: std::net::TcpListener, app: Router) -> std::io::Result<()> {
    std.set_nonblocking(true)?;
    let listener = match TcpListener::from_std(std) {
        Ok(listener) => listener,
        Err(error) => return Err(error),
    };
    tokio::select! {
        result = axum::serve(listener, app) => result, //~ server-nodelay-missing
        _ = tokio::signal::ctrl_c() => Ok(()),
    }
}
async fn only_traced(listener: TcpListener, app: Router) -> std::io::Result<()> {
    let listener = listener.tap_io(|stream| println!("{:?}", stream.peer_addr()));
    axum::serve(listener, app).await //~ server-nodelay-missing
}

// Set on each accepted stream.
async fn tapped(app: Router) -> std::io::Result<()> {
    let listener = TcpListener::bind("0.0.0.0:80").await?.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            eprintln!("{error}");
        }
    });
    axum::serve(listener, app).await
}
async fn tapped_inline(listener: TcpListener, app: Router) -> std::io::Result<()> {
    axum::serve(listener.tap_io(|s| { _ = s.set_nodelay(true) }), app).await
}
// What the function does is not known here.
async fn tapped_by(listener: TcpListener, app: Router) -> std::io::Result<()> {
    axum::serve(listener.tap_io(prepare), app).await
}
fn prepare(stream: &mut tokio::net::TcpStream) {
    socket2::SockRef::from(&*stream).set_tcp_nodelay(true).unwrap();
}
// Unix sockets have no Nagle.
async fn unix(app: Router) -> std::io::Result<()> {
    let listener = UnixListener::bind("/tmp/x")?;
    axum::serve(listener, app).await
}
// A listener of one's own.
struct Listener(TcpListener);
async fn own(listener: Listener, app: Router) -> std::io::Result<()> {
    axum::serve(listener, app).await
}
// Accepted sockets inherit the option of the one that listens.
async fn inherited(addr: SocketAddr, app: Router) -> std::io::Result<()> {
    let listener = listen(addr)?;
    axum::serve(listener, app).await
}
fn listen(addr: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = tokio::net::TcpSocket::new_v4()?;
    socket.set_nodelay(true)?;
    socket.bind(addr)?;
    socket.listen(1024)
}
// Some other function of that name.
mod own_serve {
    pub async fn serve(_: tokio::net::TcpListener, _: axum::Router) {}
}
async fn other(listener: TcpListener, app: Router) {
    own_serve::serve(listener, app).await;
}
