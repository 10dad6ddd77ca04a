use axum::{Json, extract::Query};
use serde::Deserialize;
use url::Url;

use crate::{
    error::{ApiError, ApiResult},
    protocol::Body,
    unfurl,
};

#[derive(Deserialize)]
pub struct PreviewQuery {
    link: Url,
}

/// What a link will look like, for the message editor.
pub async fn preview(Query(query): Query<PreviewQuery>) -> ApiResult<Json<Body>> {
    unfurl::card_of(&query.link)
        .await
        .map(Json)
        .ok_or(ApiError::Refused("there is no preview for this link"))
}
