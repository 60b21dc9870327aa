//! A photo at a pin: whether it may be sent here, and keeping it there.

use uuid::{Uuid, Version};

use super::PinError;
use super::service::{check_own, is_own_pin};
use crate::input::photos::{self, Caption, Draft, Form, PutPhoto, Seat, StoreError};
use crate::input::session::{self, SessionError, Wijksessie};
use crate::platform::form::Parts;
use crate::platform::{App, Problem};

/// Most photos at one pin.
const MOST_AT_A_PIN: i64 = 6;

/// Where a photo belongs and whose turn it is.
#[derive(Debug, Clone)]
pub struct PhotoTarget {
    /// Join code.
    pub code: String,
    /// The pin.
    pub pin: Uuid,
    /// The photo.
    pub id: Uuid,
    /// Whose turn it is.
    pub participant: Uuid,
}

/// What somebody sends.
pub struct SentPhoto {
    /// The file.
    pub photo: Vec<u8>,
    /// Their words beside it.
    pub caption: Caption,
    /// It may be on the poster.
    pub poster: bool,
}

/// Whether this participant may add a photo here, before the body is read: the wijksessie it is for.
///
/// # Errors
/// No such wijksessie or pin, closed, or somebody else's pin.
async fn check(app: &App, target: &PhotoTarget) -> Result<Wijksessie, PinError> {
    let session = session::find(app, &target.code).await?;
    check_photo(app, target, session).await
}

/// The same, where the wijksessie is at hand.
///
/// # Errors
/// No such pin, or somebody else's; no id of a photo.
pub async fn check_photo(
    app: &App,
    target: &PhotoTarget,
    session: Wijksessie,
) -> Result<Wijksessie, PinError> {
    if target.id.get_version() != Some(Version::Random) {
        return Err(StoreError::Id.into());
    }
    is_own_pin(app, &session, target.pin, target.participant).await?;
    Ok(session)
}

/// Keeps a photo at one's own pin. Sent twice, it does its work once.
///
/// # Errors
/// See [`PinError`]: nothing is kept.
pub async fn put_photo(
    app: &App,
    target: PhotoTarget,
    session: Wijksessie,
    seat: Seat,
    upload: SentPhoto,
) -> Result<PutPhoto, PinError> {
    let SentPhoto { photo, caption, poster } = upload;
    let (pin, participant) = (target.pin.as_bytes(), target.participant.as_bytes());
    let mut parts: Vec<&[u8]> = vec![&photo, caption.as_str().as_bytes(), pin, participant];
    if poster {
        parts.push(b"poster");
    }
    let put_hash = app.keys.content(&parts);
    if photos::known(app, &target.id.to_string(), &put_hash).await? {
        return Ok(PutPhoto::Again);
    }
    if !session.takes() {
        return Err(SessionError::NotOpen.into());
    }
    let pin = target.pin.to_string();
    let owner = app.keys.participant(&session.code, target.participant);
    let draft = Draft { id: target.id, pin: Some(target.pin), on_walk: None, put_hash, caption, poster };
    photos::keep(app, seat, photo, draft, move |tx, new| {
        Box::pin(async move {
            let code = session::held_open(tx, session).await?.code;
            // The pin may have been taken back while the photo was made safe.
            check_own(tx, &code, &pin, &owner).await?;
            if photos::count_at_pin(tx, &code, &pin).await? >= MOST_AT_A_PIN {
                return Err(PinError::TooManyPhotos);
            }
            Ok(new.insert(tx, &code).await?)
        })
    })
    .await
}

/// Keeps the photo in a form: first whether it may be sent here, then its bytes, each in a seat of the pool before it is held.
///
/// # Errors
/// See [`PinError`], or 408 where it takes too long: nothing is kept.
pub(super) async fn receive_photo(app: &App, target: PhotoTarget, form: Parts) -> Result<PutPhoto, Problem> {
    app.limits.write(&target.code, &target.participant.to_string())?;
    let session = check(app, &target).await?;
    let mut seat = photos::pool(app).seat(&session.code);
    let Form { photo, mut fields } = photos::read_form(form, &mut seat).await?;
    let caption =
        Caption::try_from(fields.remove("caption").unwrap_or_default()).map_err(StoreError::from)?;
    let poster = fields.get("poster").is_some_and(|poster| matches!(poster.as_str(), "1" | "true" | "on"));
    Ok(put_photo(app, target, session, seat, SentPhoto { photo, caption, poster }).await?)
}
