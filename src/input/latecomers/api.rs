//! `…/late/{id}`: what was said in time and comes after closing; `…/devices/{id}`: how much is still on a device.

use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::put;
use axum::{Json, Router};
use geojson::Feature;
use geojson::feature::Id;
use serde_json::Value;
use uuid::Uuid;

use super::{LateError, holds, own, service, stamp};
use crate::input::pins::{self, PinError};
use crate::platform::web::{Body, read_json};
use crate::platform::{App, Problem};

/// As for a pin.
const LARGEST_BODY: usize = 64 * 1024;
const LARGEST_COUNT: usize = 1024;
const NO_STORE: [(HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-store")];

/// The routes of this room.
pub fn routes() -> Router<App> {
    let count = put(hold).layer(DefaultBodyLimit::max(LARGEST_COUNT));
    let late = put(place).patch(change).delete(take_back).layer(DefaultBodyLimit::max(LARGEST_BODY));
    Router::new()
        .route("/api/v1/sessions/{code}/late/{id}", late)
        .route("/api/v1/sessions/{code}/devices/{id}", count)
}

async fn place(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    Body(body): Body,
) -> Result<Response, Problem> {
    let body: Value = read_json(&body).map_err(|_| PinError::NotJson)?;
    let sent = pins::read_feature(&body).map_err(PinError::Wrong)?;
    app.limits.write(&code, &sent.1.to_string())?;
    let pin = service::put(&app, &code, pins::pin_id(&id)?, sent, stamp(&body)).await?;
    let answer = Feature { id: Some(Id::String(id)), ..pins::feature(&pin) };
    Ok((StatusCode::ACCEPTED, NO_STORE, Json(answer)).into_response())
}

async fn change(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    headers: HeaderMap,
    Body(body): Body,
) -> Result<Response, Problem> {
    let participant = pins::required_participant(&headers)?;
    let patch: Value = read_json(&body).map_err(|_| PinError::NotJson)?;
    app.limits.write(&code, &participant.to_string())?;
    let pin = own::change_own(&app, &code, pins::pin_id(&id)?, patch, participant).await?;
    let answer = Feature { id: Some(Id::String(id)), ..pins::feature(&pin) };
    Ok((NO_STORE, Json(answer)).into_response())
}

async fn take_back(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    let participant = pins::required_participant(&headers)?;
    app.limits.write(&code, &participant.to_string())?;
    own::take_back(&app, &code, pins::pin_id(&id)?, participant).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn hold(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    Body(body): Body,
) -> Result<StatusCode, Problem> {
    let device = Uuid::try_parse(&id).map_err(|_| PinError::Id)?;
    let body: Value = read_json(&body).map_err(|_| PinError::NotJson)?;
    let items = holds(&body).ok_or(LateError::Count)?;
    app.limits.write(&code, &id)?;
    service::hold(&app, &code, device, items).await?;
    Ok(StatusCode::NO_CONTENT)
}
