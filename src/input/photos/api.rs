//! `/photos/{address}`: looking at a photo; and what every form with a photo is read by.

use std::collections::HashMap;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use serde::Deserialize;

use super::service;
use super::{MAX_CAPTION_CHARS, MAX_PHOTO_BYTES, PhotoError, PhotoSize, Seat, StoreError};
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
    Router::new().route("/photos/{address}", get(show))
}

/// The limit on a body that holds a photo.
pub fn upload_limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(LARGEST_BODY)
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
struct Params {
    size: Option<String>,
}

async fn show(
    State(app): State<App>,
    Path(address): Path<String>,
    Query(asked): Query<Params>,
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
