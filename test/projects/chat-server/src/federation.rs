//! Links to the chat servers of other offices: one line per message, both ways.

use std::{io, net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    time,
};
use uuid::Uuid;

use crate::{backoff, protocol, state::Shared};

const ROOM: &str = "lobby";

pub async fn listen(addr: SocketAddr, state: Shared) -> io::Result<()> {
    for peer in state.config.federation.peers.clone() {
        tokio::spawn(dial(peer, state.clone()));
    }

    let listener = TcpListener::bind(addr).await?;
    loop {
        let (stream, peer) = listener.accept().await?;
        let state = state.clone();
        tokio::spawn(async move {
            if let Err(err) = link(stream, &state).await {
                tracing::warn!(%err, %peer, "federation link lost");
            }
        });
    }
}

/// Keeps a link to a peer up for as long as the server runs.
async fn dial(peer: String, state: Shared) {
    let mut attempt = 0;
    loop {
        match TcpStream::connect(&peer).await {
            Ok(stream) => {
                attempt = 0;
                stream.set_nodelay(true).ok();
                if let Err(err) = link(stream, &state).await {
                    tracing::warn!(%err, %peer, "federation link lost");
                }
            }
            Err(err) => tracing::debug!(%err, %peer, "peer is not reachable"),
        }
        time::sleep(backoff::delay(attempt)).await;
        attempt += 1;
    }
}

async fn link(stream: TcpStream, state: &Shared) -> io::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut reader = BufReader::new(reader);
    let id = Uuid::new_v4();
    let mut inbox = state.hub.join(ROOM, id);
    let mut ping = time::interval(Duration::from_secs(20));
    let mut line = String::new();

    writer.write_all(b"HELLO ").await?;
    writer.write_all(id.as_bytes()).await?;
    writer.write_all(b"\n").await?;

    let result = loop {
        tokio::select! {
            read = reader.read_line(&mut line) => {
                match read {
                    Ok(0) => break Ok(()),
                    Ok(_) => {
                        if let Some(message) = protocol::decode_line(&line) {
                            state.hub.publish(message);
                        }
                        line.clear();
                    }
                    Err(err) => break Err(err),
                }
            }
            Some(message) = inbox.recv() => {
                let lines = protocol::encode_lines(std::slice::from_ref(&*message));
                if let Err(err) = writer.write_all(lines.as_bytes()).await {
                    break Err(err);
                }
            }
            _ = ping.tick() => {
                line.clear();
                writer.write_all(b"PING\n").await?;
            }
        }
    };
    state.hub.leave(ROOM, id);
    result
}
