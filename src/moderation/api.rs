//! `…/moderation`: the queue for machines, one decision, and what is done to a picture before it.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::routing::{get, post};
use axum::{Json, Router};

use serde_json::{Value, json};

use super::{Item, ModerationError, Verdict, service};
use crate::accounts::Signed;
use crate::photos::Edit;
use crate::platform::{App, Problem};

/// What only one person may see is never kept on the way.
const NOT_KEPT: [(HeaderName, HeaderValue); 1] =
    [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];

/// The routes of this room.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/sessions/{code}/moderation", get(waiting))
        .route("/api/v1/sessions/{code}/moderation/{id}", post(decide))
        .route("/api/v1/sessions/{code}/moderation/{id}/faces", get(faces))
        .route("/api/v1/sessions/{code}/moderation/{id}/edit", post(edit))
}

async fn waiting(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
) -> Result<([(HeaderName, HeaderValue); 1], Json<Vec<Item>>), Problem> {
    let session = service::session_for(&app, &signed, &code).await?;
    let items = service::waiting(&app, &signed.0, &session).await?;
    Ok((NOT_KEPT, Json(items)))
}

async fn decide(
    State(app): State<App>,
    signed: Signed,
    Path((code, id)): Path<(String, String)>,
    body: Bytes,
) -> Result<([(HeaderName, HeaderValue); 1], Json<Item>), Problem> {
    let session = service::session_for(&app, &signed, &code).await?;
    let verdict: Verdict =
        serde_json::from_slice(&body).map_err(|error| ModerationError::NotADecision(error.to_string()))?;
    let item = service::decide(&app, &signed.0, session, id, verdict).await?;
    Ok((NOT_KEPT, Json(item)))
}

async fn faces(
    State(app): State<App>,
    signed: Signed,
    Path((code, id)): Path<(String, String)>,
) -> Result<([(HeaderName, HeaderValue); 1], Json<Value>), Problem> {
    let session = service::session_for(&app, &signed, &code).await?;
    let (version, boxes) = service::faces(&app, &session, &id).await?;
    Ok((NOT_KEPT, Json(json!({"version": version, "boxes": boxes}))))
}

async fn edit(
    State(app): State<App>,
    signed: Signed,
    Path((code, id)): Path<(String, String)>,
    body: Bytes,
) -> Result<([(HeaderName, HeaderValue); 1], Json<Item>), Problem> {
    let session = service::session_for(&app, &signed, &code).await?;
    let edit: Edit =
        serde_json::from_slice(&body).map_err(|error| ModerationError::NotADecision(error.to_string()))?;
    let item = service::edit(&app, &signed.0, &session, &id, edit).await?;
    Ok((NOT_KEPT, Json(item)))
}
