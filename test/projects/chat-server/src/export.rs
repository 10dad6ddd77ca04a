//! Transcripts for the legal department.

use std::path::{Path, PathBuf};

use tokio::{
    fs::File,
    io::{AsyncWriteExt, BufWriter},
    task,
};

use crate::{
    error::{ApiError, ApiResult},
    protocol::{Body, Message},
    state::Shared,
};

/// Writes a room's transcript as tab-separated values and answers with the file's path.
pub async fn to_tsv(state: &Shared, room: &str) -> ApiResult<PathBuf> {
    let messages = load(state, room).await?;
    let path = target(&state.config.data_dir, room, "tsv");
    let mut file = BufWriter::new(File::create(&path).await?);
    file.write_all(b"time\tauthor\ttext\n").await?;
    for message in &messages {
        let row = format!(
            "{}\t{}\t{}\n",
            message.sent_at,
            message.author,
            summary(message)
        );
        file.write_all(row.as_bytes()).await?;
    }
    Ok(path)
}

/// The same as one HTML table, for people who open it in a browser.
pub async fn to_html(state: &Shared, room: &str) -> ApiResult<PathBuf> {
    let messages = load(state, room).await?;
    let path = target(&state.config.data_dir, room, "html");
    let page = task::spawn_blocking(move || render_html(&messages))
        .await
        .map_err(anyhow::Error::from)?;
    tokio::fs::write(&path, page).await?;
    Ok(path)
}

async fn load(state: &Shared, room: &str) -> ApiResult<Vec<Message>> {
    let state = state.clone();
    let name = room.to_owned();
    task::spawn_blocking(move || state.transcripts.read(&name))
        .await
        .map_err(anyhow::Error::from)?
        .map_err(|_| ApiError::NoSuchRoom(room.to_owned()))
}

fn target(dir: &Path, room: &str, extension: &str) -> PathBuf {
    dir.join(room).with_extension(extension)
}

fn summary(message: &Message) -> String {
    match &message.body {
        Body::Text { text } => text.replace(['\t', '\n'], " "),
        Body::File { name, size, .. } => format!("[{name}, {size} bytes]"),
        Body::Card { title, link, .. } => format!("[{title}]({link})"),
        Body::Reaction { emoji, .. } => emoji.clone(),
    }
}

pub fn render_html(messages: &Vec<Message>) -> String {
    let mut rows = String::new();
    for message in messages {
        rows += &format!(
            "<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            message.sent_at,
            escape(&message.author.clone()),
            escape(&summary(message)),
        );
    }
    format!("<table>\n{rows}</table>\n")
}

pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped() {
        let page = render_html(&vec![Message::text("lobby", "ada", "<b>hi</b>")]);
        assert!(page.contains("&lt;b&gt;hi"));
    }
}
