//! `…/pins`: placing, changing, taking back and listing pins.

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, put};
use axum::{Json, Router};
use geojson::Feature;
use geojson::feature::Id;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::listing::{self, Bounds, Listed, Mark};
use super::photo::{PhotoTarget, receive_photo};
use super::{PinError, Put, feature, me_too, point, service};
use crate::input::photos::{self, PutPhoto, StoreError};
use crate::input::session;
use crate::platform::form::Parts;
use crate::platform::web::{Body, next_part, read_json};
use crate::platform::{App, Problem, geojson as files};

/// A pin's JSON with 1,000 characters of text, each escaped, and room around it.
const LARGEST_BODY: usize = 64 * 1024;
/// Most pins in one answer.
const LARGEST_PART: usize = 1000;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/sessions/{code}/pins", get(list))
        .route("/api/v1/sessions/{code}/pins/{id}", put(place).patch(change).delete(take_back))
        .route("/api/v1/sessions/{code}/pins/{id}/me-too", put(see_too).delete(see_no_more))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .route(
            "/api/v1/sessions/{code}/pins/{pin}/photos/{photo}",
            put(place_photo).layer(photos::upload_limit()),
        )
}

/// Whose turn it is, from the header `Participant`.
///
/// # Errors
/// When it is there and no UUID.
pub fn participant(headers: &HeaderMap) -> Result<Option<Uuid>, PinError> {
    let Some(value) = headers.get("participant") else { return Ok(None) };
    let text = value.to_str().map_err(|_| PinError::NoParticipant)?;
    Uuid::try_parse(text).map(Some).map_err(|_| PinError::NoParticipant)
}

/// As [`participant`], where nothing can be done for nobody.
///
/// # Errors
/// When it is not there, or no UUID.
pub fn required_participant(headers: &HeaderMap) -> Result<Uuid, PinError> {
    participant(headers)?.ok_or(PinError::NoParticipant)
}

/// The id of a pin in an address.
///
/// # Errors
/// When it is no UUID.
pub fn pin_id(text: &str) -> Result<Uuid, PinError> {
    Uuid::try_parse(text).map_err(|_| PinError::Id)
}

fn json_body(body: &Bytes) -> Result<Value, PinError> {
    read_json(body).map_err(|_| PinError::NotJson)
}

async fn place(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    Body(body): Body,
) -> Result<Response, Problem> {
    let (pin, participant) = super::read_feature(&json_body(&body)?).map_err(PinError::Wrong)?;
    app.limits.write(&code, &participant.to_string())?;
    let (put, kept) = service::put(&app, &code, pin_id(&id)?, pin, participant).await?;
    let status = match put {
        Put::New => StatusCode::CREATED,
        Put::Again => StatusCode::OK,
    };
    let answer = Feature { id: Some(Id::String(id)), ..feature(&kept) };
    Ok((status, no_store(), Json(answer)).into_response())
}

async fn change(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    headers: HeaderMap,
    Body(body): Body,
) -> Result<Response, Problem> {
    let participant = required_participant(&headers)?;
    app.limits.write(&code, &participant.to_string())?;
    let stored = service::change(&app, &code, pin_id(&id)?, json_body(&body)?, participant).await?;
    let answer = Feature { id: Some(Id::String(stored.id)), ..feature(&stored.pin) };
    Ok((no_store(), Json(answer)).into_response())
}

async fn take_back(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    let participant = required_participant(&headers)?;
    app.limits.write(&code, &participant.to_string())?;
    service::take_back(&app, &code, pin_id(&id)?, participant).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn see_too(
    State(app): State<App>,
    Path((code, handle)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    sees(&app, &code, &handle, &headers, true).await
}

async fn see_no_more(
    State(app): State<App>,
    Path((code, handle)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    sees(&app, &code, &handle, &headers, false).await
}

async fn sees(
    app: &App,
    code: &str,
    handle: &str,
    headers: &HeaderMap,
    sees: bool,
) -> Result<StatusCode, Problem> {
    let participant = required_participant(headers)?;
    app.limits.write(code, &participant.to_string())?;
    me_too::me_too(app, code, pin_id(handle)?, participant, sees).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Where a part of the list begins, and a part of the map that it is about.
#[derive(Deserialize)]
struct Params {
    cursor: Option<String>,
    bbox: Option<String>,
}

/// The pins in parts: where there are more, the next part stands in the header `Link` and, for who reads only the
/// body, in the member `next`.
async fn list(
    State(app): State<App>,
    Path(code): Path<String>,
    Query(asked): Query<Params>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let whose = participant(&headers)?;
    let after = asked.cursor.map(|text| Mark::read(&text).ok_or(PinError::NoCursor)).transpose()?;
    let inside = asked.bbox.as_deref().map(|text| Bounds::read(text).ok_or(PinError::NoBox)).transpose()?;
    let session = session::find(&app, &code).await?;
    let part = listing::list(&app, &session, whose, (after, inside), LARGEST_PART).await?;
    let features = part.pins.iter().map(listed_feature).collect();
    let and = inside.map(|inside| format!("&bbox={inside}")).unwrap_or_default();
    let next = part.next.map(|next| format!("/api/v1/sessions/{}/pins?cursor={next}{and}", session.code));
    let beside = next.as_ref().map_or(Value::Null, |next| json!({ "next": next }));
    let answer = files::collection(features, beside);
    Ok((next_part(next.as_deref())?, no_store(), Json(answer)).into_response())
}

fn listed_feature(listed: &Listed) -> Feature {
    let pin = &listed.pin;
    let mut properties = json!({
        "theme": pin.theme, "kind": pin.kind, "mine": listed.mine,
    });
    if listed.words {
        properties["text"] = pin.text.clone().into();
        properties["photos"] = listed.photos.iter().map(photos::Photo::json).collect();
    }
    if let Some(handle) = &listed.handle {
        properties["handle"] = handle.clone().into();
        properties["me_too"] = listed.seen_too.into();
    }
    if listed.mine {
        properties["moment"] = serde_json::json!(pin.moment);
        properties["people"] = pin.people.into();
    }
    let feature = files::feature(pin.place.map(point), properties);
    Feature { id: Some(Id::String(listed.id.clone())), ..feature }
}

fn no_store() -> [(header::HeaderName, &'static str); 1] {
    [(header::CACHE_CONTROL, "no-store")]
}

async fn place_photo(
    State(app): State<App>,
    Path((code, pin, photo)): Path<(String, String, String)>,
    headers: HeaderMap,
    form: Parts,
) -> Result<Response, Problem> {
    let participant = required_participant(&headers)?;
    let id = Uuid::try_parse(&photo).map_err(|_| StoreError::Id)?;
    let target = PhotoTarget { code, pin: pin_id(&pin)?, id, participant };
    let status = match receive_photo(&app, target, form).await? {
        PutPhoto::New => StatusCode::CREATED,
        PutPhoto::Again => StatusCode::OK,
    };
    Ok((status, Json(json!({ "id": id }))).into_response())
}
