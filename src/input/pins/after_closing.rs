//! Pins that were said in time and come after closing: made as any other, and put in by a begeleider's decision.

use uuid::{Uuid, Version};

use super::front_door::kept_place;
use super::service::{check, content_hash, whole_hour};
use super::store::{self, PinRow, Under};
use super::{Pin, PinError};
use crate::input::session::Wijksessie;
use crate::platform::{App, Tx};

/// A pin that waits until it is taken in.
#[derive(Debug, Clone)]
pub struct LatePin {
    /// UUID, made by the tablet.
    pub id: String,
    /// Whose it is, as a key within its wijksessie.
    pub participant: String,
    /// The keyed hash of what was sent.
    pub put_hash: String,
    /// What it says.
    pub pin: Pin,
}

/// Holds a pin to the rules of a PUT, and makes of it what would be kept. Nothing is stored.
///
/// # Errors
/// A rule that is broken.
pub async fn late_pin(
    app: &App,
    session: &Wijksessie,
    id: Uuid,
    mut pin: Pin,
    participant: Uuid,
) -> Result<LatePin, PinError> {
    if id.get_version() != Some(Version::Random) {
        return Err(PinError::Id);
    }
    let area = check(app, session, pin.theme.as_deref(), pin.place).await?;
    let recognised = Pin { place: pin.place.map(|place| area.front_door(place)), ..pin.clone() };
    let put_hash = content_hash(app, &recognised, participant);
    pin.place = kept_place(session, &area, pin.theme.as_deref(), pin.place);
    if !session.tables {
        pin.people = 1;
    }
    pin.created_at = pin.created_at.as_deref().and_then(whole_hour);
    let participant = app.keys.participant(&session.code, participant);
    Ok(LatePin { id: id.to_string(), participant, put_hash, pin })
}

/// Whether the very same pin is in the wijksessie already.
///
/// # Errors
/// Another pin has this id, or it was taken back.
pub async fn is_same(tx: &mut Tx, code: &str, late: &LatePin) -> Result<bool, PinError> {
    match store::find(tx, code, &late.id).await? {
        None => Ok(false),
        Some(Under::Pin(kept)) if kept.put_hash == late.put_hash => Ok(true),
        Some(Under::Pin(_)) => Err(PinError::Conflict),
        Some(Under::Removed) => Err(PinError::Gone),
    }
}

/// Puts a late pin in, unapproved, whatever the status of its wijksessie.
///
/// # Errors
/// Another pin has this id.
pub async fn take_in(tx: &mut Tx, code: &str, late: LatePin) -> Result<(), PinError> {
    let LatePin { id, participant, put_hash, pin } = late;
    let new = PinRow { id, participant, put_hash, pin, approved: false };
    if store::insert(tx, code, &new).await? { Ok(()) } else { Err(PinError::Conflict) }
}
