//! Link previews: the first public link of a message becomes a card.

use std::{
    net::{IpAddr, ToSocketAddrs},
    sync::LazyLock,
    time::Duration,
};

use regex::Regex;
use url::Url;

use crate::protocol::{Body, Message};

static LINK: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"https?://\S+").unwrap());
static TITLE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?is)<title[^>]*>(.*?)</title>").unwrap());
static IMAGE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"(?i)property="og:image"\s+content="([^"]+)""#).unwrap());

/// The card for the first link of a message.
pub async fn preview(message: &Message) -> Option<Message> {
    let text = message.words()?;
    let link = Url::parse(LINK.find(text)?.as_str()).ok()?;
    let card = card_of(&link).await?;
    Some(Message::new(&message.room, "preview", card))
}

pub async fn card_of(link: &Url) -> Option<Body> {
    if !is_public(link) {
        tracing::debug!(%link, "not unfurling a private address");
        return None;
    }
    match fetch(link).await {
        Ok(page) => card(link, &page),
        Err(err) => {
            tracing::debug!(%err, %link, "no preview");
            None
        }
    }
}

async fn fetch(link: &Url) -> reqwest::Result<String> {
    let client = reqwest::Client::builder()
        .timeout(Duration::from_secs(3))
        .redirect(reqwest::redirect::Policy::limited(2))
        .build()?;
    client
        .get(link.clone())
        .send()
        .await?
        .error_for_status()?
        .text()
        .await
}

/// Refuses names that resolve into our own network.
fn is_public(link: &Url) -> bool {
    let Some(host) = link.host_str() else {
        return false;
    };
    let port = link.port_or_known_default().unwrap_or(443);
    match (host, port).to_socket_addrs() {
        Ok(mut addrs) => addrs.all(|addr| !is_internal(addr.ip())),
        Err(_) => false,
    }
}

fn is_internal(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_private() || ip.is_loopback() || ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
    }
}

fn card(link: &Url, page: &str) -> Option<Body> {
    let title = TITLE.captures(page)?.get(1)?.as_str().trim();
    let image = IMAGE
        .captures(page)
        .and_then(|found| found.get(1))
        .map(|url| url.as_str().to_owned());
    Some(Body::Card {
        title: title.to_owned(),
        image,
        link: link.to_string(),
    })
}
