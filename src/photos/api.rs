//! `…/pins/{pin}/photos/{photo}` and `/photos/{address}`: sending a photo and looking at one.

use std::collections::HashMap;
use std::time::Duration;

use axum::Router;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Multipart, Path, Query, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, put};
use serde::Deserialize;
use uuid::Uuid;

use super::service::{self, PutPhoto, SentPhoto, Target};
use super::{Caption, MAX_CAPTION_CHARS, MAX_PHOTO_BYTES, PhotoError, PhotoSize, StoreError};
use crate::pins::{self, PinError};
use crate::platform::text::tidy;
use crate::platform::web::is_timeout;
use crate::platform::{App, Problem};

/// As much of a form is read and thrown away before a photo that is too large is refused: who still sends when
/// the answer comes would see a broken connection instead, and try again for ever.
const LARGEST_BODY: usize = 3 * MAX_PHOTO_BYTES;
/// How long reading one upload may take: a seat in the pool is held for it.
const LONGEST_UPLOAD: Duration = Duration::from_mins(4);
/// Fields beside the photo that are looked at.
const MOST_FIELDS: usize = 32;

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
    request: Request,
) -> Result<StatusCode, Problem> {
    let participant = pins::participant(request.headers())?.ok_or(PinError::NoParticipant)?;
    let id = Uuid::try_parse(&photo).map_err(|_| StoreError::Id)?;
    let target = Target { code, pin: pins::pin_id(&pin)?, id, participant };
    let form = Multipart::from_request(request, &app).await;
    let form = form.map_err(|error| StoreError::Form(error.to_string()))?;
    Ok(match receive(&app, target, form).await? {
        PutPhoto::New => StatusCode::CREATED,
        PutPhoto::Again => StatusCode::OK,
    })
}

/// The limit on a body that holds a photo.
pub fn upload_limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(LARGEST_BODY)
}

/// Keeps the photo in a form: first whether it may be sent here, then a seat in the pool, then its bytes.
///
/// # Errors
/// See [`StoreError`], or 408 where it takes too long: nothing is kept.
pub async fn receive(app: &App, target: Target, form: Multipart) -> Result<PutPhoto, Problem> {
    app.limits.write(&target.code, &target.participant.to_string())?;
    let session = service::check(app, &target).await?;
    let seat = app.photo_pool.seat().await.map_err(StoreError::from)?;
    let Form { photo, mut fields } = read_form(form).await?;
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

/// Reads a form with a photo; ask for a seat before.
///
/// # Errors
/// No photo, one that is too large, no form, or one that takes too long.
pub async fn read_form(form: Multipart) -> Result<Form, StoreError> {
    let read = tokio::time::timeout(LONGEST_UPLOAD, read_fields(form)).await;
    read.map_err(|_| StoreError::TooSlow)?
}

async fn read_fields(mut form: Multipart) -> Result<Form, StoreError> {
    let (mut photo, mut fields) = (None, HashMap::new());
    while let Some(field) = form.next_field().await.map_err(|error| broken(&error))? {
        match field.name().map(str::to_owned) {
            Some(name) if name == "photo" => photo = Some(read_photo(field).await?),
            Some(name) if fields.len() < MOST_FIELDS => {
                let bytes = field.bytes().await.map_err(|error| broken(&error))?;
                // At most four bytes a character: more is over the limit of the longest field whatever it says.
                if bytes.len() > 4 * MAX_CAPTION_CHARS {
                    return Err(PhotoError::CaptionTooLong { chars: bytes.len() / 4 }.into());
                }
                let text = String::from_utf8(bytes.into());
                let text = text.map_err(|_| StoreError::Form("a field is not UTF-8".into()))?;
                fields.insert(name, tidy(&text).into_owned());
            }
            _ => {}
        }
    }
    Ok(Form { photo: photo.ok_or(StoreError::NoPhoto)??, fields })
}

/// The bytes of a photo; of one that is too large the rest is read and forgotten.
async fn read_photo(mut field: Field<'_>) -> Result<Result<Vec<u8>, PhotoError>, StoreError> {
    let (mut photo, mut bytes) = (Vec::new(), 0);
    while let Some(chunk) = field.chunk().await.map_err(|error| broken(&error))? {
        bytes += chunk.len();
        if bytes <= MAX_PHOTO_BYTES {
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

fn broken(error: &MultipartError) -> StoreError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        let bytes = u64::try_from(LARGEST_BODY).unwrap_or(u64::MAX);
        return PhotoError::TooManyBytes { bytes }.into();
    }
    if is_timeout(error) { StoreError::TooSlow } else { StoreError::Form(error.to_string()) }
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
