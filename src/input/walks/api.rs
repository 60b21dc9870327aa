//! `…/walks`: putting a walk, its track and its photos, taking them back, and listing.

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, put};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::service::{self, Put, Sent, Target};
use super::{
    GpxError, LARGEST_GPX, PhotoFields, PhotoFieldsError, Walk, WalkError, leaving, listing, read_walk,
};
use crate::input::photos::{self, Form, PutPhoto, Seat};
use crate::input::pins;
use crate::platform::form::{Parts, Whole};
use crate::platform::web::Body;
use crate::platform::{App, Problem, geojson as files};

/// A title of 200 characters, each escaped, and room around it.
const LARGEST_WALK: usize = 16 * 1024;
/// What GPX is sent as. XML's own names are taken too: not every system knows the other.
const GPX_TYPES: [&str; 3] = ["application/gpx+xml", "application/xml", "text/xml"];
const NO_STORE: [(HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-store")];

/// The routes of this room.
pub fn routes() -> Router<App> {
    let walk = get(show).put(place).delete(take_back).layer(DefaultBodyLimit::max(LARGEST_WALK));
    let track = put(place_track).layer(DefaultBodyLimit::max(LARGEST_GPX));
    let photo = put(place_photo).delete(take_photo_back).layer(photos::upload_limit());
    Router::new()
        .route("/api/v1/sessions/{code}/walks", get(list))
        .route("/api/v1/sessions/{code}/walks/{id}", walk)
        .route("/api/v1/sessions/{code}/walks/{id}/track", track)
        .route("/api/v1/sessions/{code}/walks/{id}/photos/{photo}", photo)
}

fn id(text: &str) -> Result<Uuid, WalkError> {
    Uuid::try_parse(text).map_err(|_| WalkError::Id)
}

/// What was put, by its id: a device knows it for the server's answer.
fn done(put: Put, id: Uuid) -> Response {
    let status = match put {
        Put::New => StatusCode::CREATED,
        Put::Again => StatusCode::OK,
    };
    (status, NO_STORE, Json(json!({ "id": id }))).into_response()
}

async fn place(
    State(app): State<App>,
    Path((code, walk)): Path<(String, String)>,
    Body(body): Body,
) -> Result<Response, Problem> {
    let body: Value = crate::platform::web::read_json(&body).map_err(|_| WalkError::NotJson)?;
    let (title, participant) = read_walk(&body).map_err(WalkError::Wrong)?;
    app.limits.write(&code, &participant.to_string())?;
    let id = id(&walk)?;
    Ok(done(service::put(&app, &code, id, title, participant).await?, id))
}

#[derive(Deserialize)]
struct Params {
    /// What may not be kept was cut away before, by whoever has the whole recording at hand; photos say so in their own field.
    #[serde(default)]
    settled: Option<String>,
}

async fn place_track(
    State(app): State<App>,
    Path((code, walk)): Path<(String, String)>,
    Query(asked): Query<Params>,
    request: Request,
) -> Result<Response, Problem> {
    let participant = pins::required_participant(request.headers())?;
    app.limits.write(&code, &participant.to_string())?;
    let id = id(&walk)?;
    let to = Target::find(&app, &code, id, participant).await?;
    let sent_as = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let sent_as = sent_as.and_then(|text| text.split(';').next()).unwrap_or_default().trim();
    if !GPX_TYPES.iter().any(|known| known.eq_ignore_ascii_case(sent_as)) {
        return Err(WalkError::NotGpx.into());
    }
    // A track is as large as a photo: it takes a seat while its body is in memory.
    let mut seat = photos::pool(&app).seat(&to.session.code);
    let file = read_track(Whole::of(request), &mut seat).await?;
    let how = if asked.settled.as_deref() == Some("1") { Sent::Settled } else { Sent::Whole };
    Ok(done(service::put_track(&app, to, file, how).await?, id))
}

async fn read_track(mut body: Whole, seat: &mut Seat) -> Result<Vec<u8>, WalkError> {
    let mut file = Vec::new();
    while let Some(chunk) = body.chunk().await? {
        if file.len() + chunk.len() > LARGEST_GPX {
            return Err(GpxError::TooLarge.into());
        }
        seat.take(chunk.len()).await?;
        file.extend_from_slice(&chunk);
    }
    Ok(file)
}

async fn place_photo(
    State(app): State<App>,
    Path((code, walk, photo)): Path<(String, String, String)>,
    headers: HeaderMap,
    form: Parts,
) -> Result<Response, Problem> {
    let participant = pins::required_participant(&headers)?;
    app.limits.write(&code, &participant.to_string())?;
    let (walk, photo_id) = (id(&walk)?, id(&photo)?);
    let to = Target::find(&app, &code, walk, participant).await?;
    let mut seat = photos::pool(&app).seat(&to.session.code);
    let Form { photo, fields } = photos::read_form(form, &mut seat).await?;
    let told = PhotoFields::read(&fields).map_err(|error| match error {
        PhotoFieldsError::Caption(error) => error.into(),
        PhotoFieldsError::Fields(wrong) => WalkError::Wrong(wrong),
    })?;
    let put = match service::put_photo(&app, to, photo_id, seat, photo, told).await? {
        PutPhoto::New => Put::New,
        PutPhoto::Again => Put::Again,
    };
    Ok(done(put, photo_id))
}

async fn list(
    State(app): State<App>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let walks = listing::list(&app, &code, pins::participant(&headers)?).await?;
    let walks = files::collection(walks.iter().map(Walk::feature).collect(), Value::Null);
    Ok((NO_STORE, Json(walks)).into_response())
}

async fn show(
    State(app): State<App>,
    Path((code, walk)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let walk = id(&walk)?.to_string();
    let walks = listing::list(&app, &code, pins::participant(&headers)?).await?;
    let found = walks.iter().find(|one| one.id == walk).ok_or(WalkError::None)?;
    let body = Bytes::from(found.collection().to_string());
    Ok((NO_STORE, [(header::CONTENT_TYPE, "application/geo+json")], body).into_response())
}

async fn take_back(
    State(app): State<App>,
    Path((code, walk)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    let participant = pins::required_participant(&headers)?;
    app.limits.write(&code, &participant.to_string())?;
    leaving::take_back(&app, &code, id(&walk)?, participant).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn take_photo_back(
    State(app): State<App>,
    Path((code, walk, photo)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    let participant = pins::required_participant(&headers)?;
    app.limits.write(&code, &participant.to_string())?;
    leaving::take_photo_back(&app, &code, id(&walk)?, id(&photo)?, participant).await?;
    Ok(StatusCode::NO_CONTENT)
}
