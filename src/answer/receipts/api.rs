//! `…/receipts`: asking for a receipt, and using it.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{delete, get, patch, post};
use axum::{Json, Router};
use geojson::Feature;
use geojson::feature::Id;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{ReceiptError, page, service};
use crate::answer::teruglegging::Own;
use crate::input::pins::{self, Found, PinError};
use crate::input::walks::Walk;
use crate::input::{photos, session};
use crate::platform::web::Body;
use crate::platform::{App, Problem, geojson as files};

/// The routes for machines.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/sessions/{code}/receipts", post(give))
        .route("/api/v1/sessions/{code}/receipts/pins", get(found))
        .route("/api/v1/sessions/{code}/receipts/pins/{id}", patch(change).delete(withdraw))
        .route("/api/v1/sessions/{code}/receipts/walks/{id}", delete(withdraw_walk))
}

const NO_STORE: [(header::HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-store")];

async fn give(
    State(app): State<App>,
    Path(code): Path<String>,
    headers: HeaderMap,
    Body(body): Body,
) -> Result<Response, Problem> {
    let participant = pins::participant(&headers)?.ok_or(PinError::NoParticipant)?;
    app.limits.write(&code, &participant.to_string())?;
    let brought = brought(&body)?;
    let (session, words) = service::give(&app, &code, participant, brought.as_deref()).await?;
    let given = json!({ "words": words, "qr": page::code(&app, &session, &words) });
    Ok((StatusCode::CREATED, NO_STORE, Json(given)).into_response())
}

/// The words that a device made itself, where it brings some.
fn brought(body: &[u8]) -> Result<Option<String>, ReceiptError> {
    #[derive(Deserialize)]
    struct Brought {
        words: Option<Vec<String>>,
    }
    if body.is_empty() {
        return Ok(None);
    }
    let brought: Brought = serde_json::from_slice(body).map_err(|_| ReceiptError::Brought)?;
    Ok(brought.words.map(|words| words.join(" ")))
}

/// The words in the header `Receipt`.
fn words(headers: &HeaderMap) -> Result<&str, ReceiptError> {
    headers.get("receipt").and_then(|value| value.to_str().ok()).ok_or(ReceiptError::Words)
}

async fn found(
    State(app): State<App>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (session, found) = service::find(&app, &code, words(&headers)?).await?;
    let ids: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
    let mut pictures = photos::of_pins(&app, &session.code, &ids).await?;
    let traject = session::find_traject(&app, &session.traject).await?;
    let became = service::became(&app, &session, &found, &pictures).await?;
    let features = found
        .iter()
        .map(|one| {
            let mut feature = feature(one, &pictures.remove(&one.id).unwrap_or_default());
            feature.set_property("points", json!(became.points.get(&one.id).map_or(&[][..], Vec::as_slice)));
            feature
        })
        .collect();
    let walks = service::walks(&app, &code, words(&headers)?).await?;
    let walks: Vec<Feature> = walks.iter().map(Walk::feature).collect();
    let answers = service::answers(&app, &code, words(&headers)?).await?;
    let answers: Vec<Value> = answers.iter().map(Own::json).collect();
    let beside = json!({
        "status": session.status, "erase_on": session.erase_on, "feedback": traject.feedback,
        "page": became.page, "walks": walks, "answers": answers,
    });
    Ok((NO_STORE, Json(files::collection(features, beside))).into_response())
}

fn feature(found: &Found, pictures: &[photos::Photo]) -> Feature {
    let mut feature = Feature { id: Some(Id::String(found.id.clone())), ..pins::feature(&found.pin) };
    feature.set_property("mine", true);
    feature.set_property("state", json!(found.state));
    feature.set_property("reason", json!(found.reason));
    feature.set_property("photos", pictures.iter().map(photos::Photo::json).collect::<Value>());
    feature
}

async fn change(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    headers: HeaderMap,
    Body(body): Body,
) -> Result<Response, Problem> {
    let patch = crate::platform::web::read_json(&body).map_err(|_| PinError::NotJson)?;
    let stored = service::change(&app, &code, words(&headers)?, pins::pin_id(&id)?, patch).await?;
    let answer = Feature { id: Some(Id::String(stored.id)), ..pins::feature(&stored.pin) };
    Ok((NO_STORE, Json(answer)).into_response())
}

async fn withdraw(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    service::withdraw(&app, &code, words(&headers)?, pins::pin_id(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn withdraw_walk(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    service::withdraw_walk(&app, &code, words(&headers)?, pins::pin_id(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}
