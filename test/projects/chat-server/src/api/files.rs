use std::{fs, io, path::PathBuf, process::Command};

use axum::{
    Json,
    body::Bytes,
    extract::{Path, Query, State},
    http::header,
    response::IntoResponse,
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    auth,
    error::{ApiError, ApiResult},
    protocol::{Body, Message},
    state::Shared,
};

#[derive(Debug, Deserialize)]
pub struct UploadQuery {
    token: String,
    room: String,
    name: String,
}

pub async fn upload(
    Query(query): Query<UploadQuery>,
    State(state): State<Shared>,
    content: Bytes,
) -> ApiResult<Json<Message>> {
    let author = auth::user_of(&state, &query.token).await?;
    if !state.rates.allow(&author) {
        state.rates.report(&state, &author).await?;
        return Err(ApiError::TooFast);
    }
    if content.is_empty() {
        return Err(ApiError::Refused("the file is empty"));
    }

    let id = Uuid::new_v4();
    let path = state.config.data_dir.join("uploads").join(id.to_string());
    fs::write(&path, &content)?;
    state.metrics.uploaded(content.len());
    if is_image(&query.name) {
        thumbnail(&path)?;
    }

    let body = Body::File {
        name: query.name,
        size: content.len() as u64,
        url: format!("/files/{id}"),
    };
    let message = Message::new(&query.room, &author, body);
    state.hub.publish(message.clone());
    Ok(Json(message))
}

pub async fn download(
    Path(id): Path<Uuid>,
    State(state): State<Shared>,
) -> ApiResult<impl IntoResponse> {
    let path = state.config.data_dir.join("uploads").join(id.to_string());
    let content = tokio::fs::read(path).await?;
    Ok((
        [(header::CONTENT_TYPE, "application/octet-stream")],
        content,
    ))
}

fn is_image(name: &str) -> bool {
    [".png", ".jpg", ".jpeg", ".webp"]
        .iter()
        .any(|extension| name.ends_with(extension))
}

fn thumbnail(original: &PathBuf) -> io::Result<()> {
    let status = Command::new("convert")
        .arg(original)
        .args(["-resize", "320x320>"])
        .arg(original.with_extension("thumb.png"))
        .status()?;
    if !status.success() {
        tracing::warn!(path = %original.display(), "no thumbnail was made");
    }
    Ok(())
}
