//! `…/moderation`: the queue for machines, one decision, and what is done to a picture before it.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{Item, Mark, ModerationError, Verdict, service};
use crate::input::photos::Edit;
use crate::input::session;
use crate::people::accounts::{Right, Signed};
use crate::platform::web::{next_part, read_json};
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

/// An answer that is kept nowhere.
type Unkept<T> = ([(HeaderName, HeaderValue); 1], Json<T>);

fn unkept<T>(body: T) -> Unkept<T> {
    (NOT_KEPT, Json(body))
}

fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, ModerationError> {
    let read = read_json(body).and_then(serde_json::from_value);
    read.map_err(|error| ModerationError::NotADecision(error.to_string()))
}

/// Where a part of the queue begins.
#[derive(Deserialize)]
struct Params {
    cursor: Option<String>,
}

async fn waiting(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
    Query(asked): Query<Params>,
) -> Result<(HeaderMap, Unkept<Vec<Item>>), Problem> {
    let session = session::for_staff(&app, &signed, Right::Moderate, &code).await?;
    let after = asked.cursor.map(|text| Mark::read(&text).ok_or(ModerationError::NoCursor)).transpose()?;
    let part = service::waiting(&app, &signed.0, &session, after.as_ref(), service::LARGEST_PART).await?;
    let next = part.next.map(|next| format!("/api/v1/sessions/{}/moderation?cursor={next}", session.code));
    Ok((next_part(next.as_deref())?, unkept(part.items)))
}

async fn decide(
    State(app): State<App>,
    signed: Signed,
    Path((code, id)): Path<(String, String)>,
    body: Bytes,
) -> Result<Unkept<Item>, Problem> {
    let session = session::for_staff(&app, &signed, Right::Moderate, &code).await?;
    Ok(unkept(service::decide(&app, &signed.0, session, id, read::<Verdict>(&body)?).await?))
}

async fn faces(
    State(app): State<App>,
    signed: Signed,
    Path((code, id)): Path<(String, String)>,
) -> Result<Unkept<Value>, Problem> {
    let session = session::for_staff(&app, &signed, Right::Moderate, &code).await?;
    let (version, boxes) = service::faces(&app, &session, &id).await?;
    Ok(unkept(json!({"version": version, "boxes": boxes})))
}

async fn edit(
    State(app): State<App>,
    signed: Signed,
    Path((code, id)): Path<(String, String)>,
    body: Bytes,
) -> Result<Unkept<Item>, Problem> {
    let session = session::for_staff(&app, &signed, Right::Moderate, &code).await?;
    Ok(unkept(service::edit(&app, &signed.0, &session, &id, read::<Edit>(&body)?).await?))
}
