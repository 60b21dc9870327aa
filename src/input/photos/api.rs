//! `…/pins/{pin}/photos/{photo}` and `/photos/{address}`: sending a photo and looking at one.

use std::collections::HashMap;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, put};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::service::{self, PutPhoto, SentPhoto, Target, pool};
use super::{Caption, MAX_CAPTION_CHARS, MAX_PHOTO_BYTES, PhotoError, PhotoSize, Seat, StoreError};
use crate::input::pins::{self, PinError};
use crate::platform::form::{FormError, Part, Parts};
use crate::platform::{App, Problem};

/// As much of a form is read and thrown away before a photo that is too large is refused: who still sends when
/// the answer comes would see a broken connection instead, and try again for ever.
const LARGEST_BODY: usize = 3 * MAX_PHOTO_BYTES;
/// How long reading one upload may take: what has come of it is held in memory.
const LONGEST_UPLOAD: Duration = Duration::from_mins(4);
/// The longest field of words, in bytes: at most four for each character of a caption.
const LONGEST_FIELD: usize = 4 * MAX_CAPTION_CHARS;

/// The routes of this room.
pub fn routes() -> Router<App> {
    let upload = put(place).layer(upload_limit());
    Router::new()
        .route("/api/v1/sessions/{code}/pins/{pin}/photos/{photo}", upload)
        .route("/photos/{address}", get(show))
}

async fn place(
    State(app): State<App>,
    Path((code, pin, photo)): Path<(String, String, String)>,
    headers: HeaderMap,
    form: Parts,
) -> Result<Response, Problem> {
    let participant = pins::participant(&headers)?.ok_or(PinError::NoParticipant)?;
    let id = Uuid::try_parse(&photo).map_err(|_| StoreError::Id)?;
    let target = Target { code, pin: pins::pin_id(&pin)?, id, participant };
    let status = match receive(&app, target, form).await? {
        PutPhoto::New => StatusCode::CREATED,
        PutPhoto::Again => StatusCode::OK,
    };
    Ok((status, Json(json!({ "id": id }))).into_response())
}

/// The limit on a body that holds a photo.
pub fn upload_limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(LARGEST_BODY)
}

/// Keeps the photo in a form: first whether it may be sent here, then its bytes, each in a seat of the pool before it is held.
///
/// # Errors
/// See [`StoreError`], or 408 where it takes too long: nothing is kept.
pub async fn receive(app: &App, target: Target, form: Parts) -> Result<PutPhoto, Problem> {
    app.limits.write(&target.code, &target.participant.to_string())?;
    let session = service::check(app, &target).await?;
    let mut seat = pool(app).seat(&session.code);
    let Form { photo, mut fields } = read_form(form, &mut seat).await?;
    let caption =
        Caption::try_from(fields.remove("caption").unwrap_or_default()).map_err(StoreError::from)?;
    let poster = fields.get("poster").is_some_and(|poster| matches!(poster.as_str(), "1" | "true" | "on"));
    Ok(service::put(app, target, session, seat, SentPhoto { photo, caption, poster }).await?)
}

/// What a form with a photo holds.
pub struct Form {
    /// The bytes of the field `photo`.
    pub photo: Vec<u8>,
    /// Every other field, by name.
    pub fields: HashMap<String, String>,
}

/// Reads a form with a photo; its bytes take their place in `seat`.
///
/// # Errors
/// No photo, more than one, one that is too large, no form, or one that takes too long.
pub async fn read_form(mut form: Parts, seat: &mut Seat) -> Result<Form, StoreError> {
    let read = tokio::time::timeout(LONGEST_UPLOAD, read_fields(&mut form, seat)).await;
    let read = read.map_err(|_| StoreError::TooSlow)?;
    if matches!(read, Err(StoreError::TooManyParts | StoreError::Photo(PhotoError::CaptionTooLong { .. }))) {
        // What still comes is read and forgotten, so that the answer is heard.
        tokio::time::timeout(LONGEST_UPLOAD, form.drain()).await.map_err(|_| StoreError::TooSlow)?;
    }
    read
}

async fn read_fields(form: &mut Parts, seat: &mut Seat) -> Result<Form, StoreError> {
    let (mut photo, mut fields) = (None, HashMap::new());
    while let Some(part) = form.next().await? {
        match part.name().to_owned() {
            name if name == "photo" && photo.is_none() => photo = Some(read_photo(part, seat).await?),
            name if name == "photo" => return Err(FormError::TooManyParts.into()),
            name if name.is_empty() => part.skip().await?,
            name => {
                let words = part.words(LONGEST_FIELD).await.map_err(|error| match error {
                    FormError::TooLong(bytes) => PhotoError::CaptionTooLong { chars: bytes / 4 }.into(),
                    other => StoreError::from(other),
                })?;
                fields.insert(name, words);
            }
        }
    }
    Ok(Form { photo: photo.ok_or(StoreError::NoPhoto)??, fields })
}

/// The bytes of a photo; of one that is too large the rest is read and forgotten.
async fn read_photo(mut part: Part<'_>, seat: &mut Seat) -> Result<Result<Vec<u8>, PhotoError>, StoreError> {
    let (mut photo, mut bytes) = (Vec::new(), 0);
    while let Some(chunk) = part.chunk().await? {
        bytes += chunk.len();
        if bytes <= MAX_PHOTO_BYTES {
            seat.take(chunk.len()).await?;
            photo.extend_from_slice(&chunk);
        } else {
            photo = Vec::new();
        }
    }
    if bytes <= MAX_PHOTO_BYTES {
        return Ok(Ok(photo));
    }
    Ok(Err(PhotoError::TooManyBytes { bytes: u64::try_from(bytes).unwrap_or(u64::MAX) }))
}

#[derive(Deserialize)]
struct Asked {
    size: Option<String>,
}

async fn show(
    State(app): State<App>,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let size = match asked.size.as_deref() {
        Some("thumb") => PhotoSize::Thumb,
        Some("large") | None => PhotoSize::Large,
        Some(_) => return Err(StoreError::None.into()),
    };
    let served = service::serve(&app, &address, size).await?;
    // An hour, and by nobody on the way: what is withdrawn does not go on in caches.
    let cache = if served.approved { "private, max-age=3600" } else { "no-store" };
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, cache)];
    Ok((headers, served.bytes).into_response())
}
