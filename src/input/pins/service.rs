//! Placing a pin, changing it, taking it back, and listing what one may see.

use std::sync::Arc;

use uuid::{Uuid, Version};

use super::front_door::kept_place;
use super::store::{self, PinRow, Under};
use super::{OUTSIDE_M, Pin, PinError, Wrong, aside, check_text, feature, merge, read_feature};
use crate::input::arrivals::{self, Arrival};
use crate::input::photos;
use crate::input::session::{self, SessionError, Status, Wijksessie};
use crate::place::buurt::{self, Place, TrajectArea};
use crate::platform::geojson::json;
use crate::platform::{App, Erased, Tx};

/// What a PUT came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// A new pin.
    New,
    /// The same again: its work was done before.
    Again,
}

/// A pin with its id.
#[derive(Debug, Clone)]
pub struct Stored {
    /// UUID, made by the tablet.
    pub id: String,
    /// What it says.
    pub pin: Pin,
}

/// A pin as a table of groups needs it: whose it is only as a key within its wijksessie.
pub struct Released {
    /// Which person or table, the same for all their pins in one wijksessie.
    pub participant: String,
    /// What it says. Of somebody who sees a pin too: what that says.
    pub pin: Pin,
    /// It is a photo of their walk.
    pub walked: bool,
}

/// Places a pin. Sent twice, it does its work once.
///
/// # Errors
/// See [`PinError`]: nothing is stored.
pub async fn put(
    app: &App,
    code: &str,
    id: Uuid,
    pin: Pin,
    participant: Uuid,
) -> Result<(Put, Pin), PinError> {
    put_in(app, session::find(app, code).await?, id, pin, participant).await
}

/// The same, where the wijksessie is at hand.
///
/// # Errors
/// As [`put`].
pub async fn put_in(
    app: &App,
    session: Wijksessie,
    id: Uuid,
    mut pin: Pin,
    participant: Uuid,
) -> Result<(Put, Pin), PinError> {
    if id.get_version() != Some(Version::Random) {
        return Err(PinError::Id);
    }
    let area = check(app, &session, pin.theme.as_deref(), pin.place).await?;
    // What is kept to recognise the same again holds nobody's door either, whatever the theme becomes.
    let recognised = Pin { place: pin.place.map(|place| area.front_door(place)), ..pin.clone() };
    let put_hash = content_hash(app, &recognised, participant);
    if !session.tables {
        pin.people = 1;
    }
    pin.created_at = pin.created_at.as_deref().and_then(whole_hour);
    let participant = app.keys.participant(&session.code, participant);
    let arrival = arrived(app, &session, &participant).await?;
    let mut new = PinRow { id: id.to_string(), participant, put_hash, pin, approved: false };
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let session = session::held(tx, session).await?;
                new.pin.place = kept_place(&session, &area, new.pin.theme.as_deref(), new.pin.place);
                let put = insert(tx, &session, &new, arrival).await?;
                Ok((put, new.pin))
            })
        })
        .await
}

/// Lets somebody put something, where that is possible at all: at the pace of a room.
pub(super) async fn arrived(app: &App, session: &Wijksessie, who: &str) -> Result<Option<Arrival>, PinError> {
    if session.status != Status::Open || session.handed {
        return Ok(None);
    }
    Ok(Some(arrivals::admit(app, &session.code, who).await?))
}

async fn insert(
    tx: &mut Tx,
    session: &Wijksessie,
    new: &PinRow,
    arrival: Option<Arrival>,
) -> Result<Put, PinError> {
    let (code, open) = (session.code.as_str(), session.takes());
    if open && (session.handed || arrival.is_some()) && store::insert(tx, code, new).await? {
        if arrivals::settle(tx, code, &new.participant, arrival).await? {
            aside::set_one_aside(tx, code, &new.id).await?;
        }
        return Ok(Put::New);
    }
    match store::find(tx, code, &new.id).await? {
        Some(Under::Pin(old)) if old.put_hash == new.put_hash => Ok(Put::Again),
        Some(Under::Removed) => Err(PinError::Gone),
        _ if !open => Err(SessionError::NotOpen.into()),
        _ => Err(PinError::Conflict),
    }
}

/// What was sent, with whose it is: kept as a keyed hash to recognise the same again.
pub(super) fn content_hash(app: &App, pin: &Pin, participant: Uuid) -> String {
    app.keys.content(&[json(&feature(pin)).to_string().as_bytes(), participant.as_bytes()])
}

/// The hour a pin was made in, in UTC: minutes would tell who put which pin.
pub(super) fn whole_hour(time: &str) -> Option<String> {
    let time: jiff::Timestamp = time.parse().ok()?;
    Some(time.strftime("%Y-%m-%dT%H:00:00Z").to_string())
}

/// The rules that need the wijksessie: its themes, its area.
pub(super) async fn check(
    app: &App,
    session: &Wijksessie,
    theme: Option<&str>,
    place: Option<Place>,
) -> Result<Arc<TrajectArea>, PinError> {
    let area = buurt::area(app, &session.buurten).await?;
    check_in(session, &area, theme, place)?;
    Ok(area)
}

/// The same, where the area is at hand.
fn check_in(
    session: &Wijksessie,
    area: &TrajectArea,
    theme: Option<&str>,
    place: Option<Place>,
) -> Result<(), PinError> {
    if theme.is_some_and(|theme| !session.themes.iter().any(|known| known == theme)) {
        return Err(PinError::Theme(session.themes.clone()));
    }
    let Some(Place { lon, lat }) = place else { return Ok(()) };
    let metres = area.metres_outside(lon, lat);
    if metres <= OUTSIDE_M {
        return Ok(());
    }
    if area.metres_outside(lat, lon) <= OUTSIDE_M {
        return Err(PinError::Swapped);
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
    let metres = metres.clamp(0.0, 20_000_000.0).round() as u32;
    Err(PinError::Outside { metres, buurt: area.name.clone() })
}

/// Changes one's own pin while the wijksessie is open: a merge patch on its Feature.
///
/// # Errors
/// See [`PinError`]: nothing is changed.
pub async fn change(
    app: &App,
    code: &str,
    id: Uuid,
    patch: serde_json::Value,
    participant: Uuid,
) -> Result<Stored, PinError> {
    let session = session::find(app, code).await?;
    let owner = app.keys.participant(&session.code, participant);
    change_by_holder(app, session, id, patch, owner).await
}

/// Changes a pin of whom this is the key: of the participant, or of who holds their receipt.
///
/// # Errors
/// As [`change`].
pub async fn change_by_holder(
    app: &App,
    session: Wijksessie,
    id: Uuid,
    patch: serde_json::Value,
    owner: String,
) -> Result<Stored, PinError> {
    let (area, id) = (buurt::area(app, &session.buurten).await?, id.to_string());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let session = session::held_open(tx, session).await?;
                let old = own(tx, &session.code, &id, &owner).await?;
                let pin = changed(&session, &area, &old, &patch)?;
                // What says the same stays approved.
                if pin != old && !store::update(tx, &session.code, &id, &pin).await? {
                    return Err(PinError::Gone);
                }
                Ok(Stored { id, pin })
            })
        })
        .await
}

/// The pin after a merge patch, held to the rules of its wijksessie (as [`session::held`] gives it). Whose it is and when
/// it was made do not change.
///
/// # Errors
/// A rule that is broken.
pub fn changed(
    session: &Wijksessie,
    area: &TrajectArea,
    old: &Pin,
    patch: &serde_json::Value,
) -> Result<Pin, PinError> {
    let mut body = json(&feature(old));
    let kind = body["type"].clone();
    merge(&mut body, patch);
    if !patch.is_object() || !body["properties"].is_object() {
        return Err(PinError::Wrong(vec![Wrong { pointer: "/properties", rule: "pins-wrong-feature" }]));
    }
    body["type"] = kind;
    body["properties"]["participant"] = Uuid::nil().to_string().into();
    let (mut pin, _) = read_feature(&body).map_err(PinError::Wrong)?;
    pin.created_at.clone_from(&old.created_at);
    if !session.tables {
        pin.people = 1;
    }
    check_in(session, area, pin.theme.as_deref(), pin.place)?;
    if (pin.place, &pin.theme) != (old.place, &old.theme) {
        pin.place = kept_place(session, area, pin.theme.as_deref(), pin.place);
    }
    Ok(pin)
}

/// One's own pin; nobody else changes it, or counts what hangs on it, until `tx` ends.
async fn own(tx: &mut Tx, code: &str, id: &str, owner: &str) -> Result<Pin, PinError> {
    match store::find_locked(tx, code, id).await? {
        Some(Under::Pin(kept)) if kept.participant == owner => Ok(kept.pin),
        Some(Under::Pin(_)) => Err(PinError::NotOwn),
        Some(Under::Removed) => Err(PinError::Gone),
        None => Err(PinError::NoPin),
    }
}

/// Takes back one's own pin, with its photos, while the wijksessie is open. Taken back before: fine.
///
/// # Errors
/// See [`PinError`].
pub async fn take_back(app: &App, code: &str, id: Uuid, participant: Uuid) -> Result<(), PinError> {
    let session = session::find(app, code).await?;
    let owner = app.keys.participant(&session.code, participant);
    let id = id.to_string();
    let gone = app.gone.clone();
    let files = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                session::check_open(tx, &session.code).await?;
                match own(tx, &session.code, &id, &owner).await {
                    Ok(_) => {
                        gone.write(&Erased::Pin(session.code.clone(), id.clone())).await?;
                        let files = photos::remove_of_pin(tx, &session.code, &id).await?;
                        store::remove(tx, &session.code, &id).await?;
                        Ok(files)
                    }
                    Err(PinError::Gone) => Ok(Vec::new()),
                    Err(error) => Err(error),
                }
            })
        })
        .await?;
    photos::forget_files(app, files).await?;
    Ok(())
}

/// Whether this is a pin of this participant.
///
/// # Errors
/// As for a change.
pub(super) async fn is_own_pin(
    app: &App,
    session: &Wijksessie,
    id: Uuid,
    participant: Uuid,
) -> Result<(), PinError> {
    let owner = app.keys.participant(&session.code, participant);
    match store::owner(&app.db, &session.code, &id.to_string()).await? {
        Some(found) if found == owner => Ok(()),
        Some(_) => Err(PinError::NotOwn),
        None => Err(PinError::NoPin),
    }
}

/// Whether this is still a pin of this owner; nobody else changes it, or counts what hangs on it, until `tx` ends.
///
/// # Errors
/// Not there, taken back, or somebody else's.
pub(super) async fn check_own(tx: &mut Tx, code: &str, id: &str, owner: &str) -> Result<(), PinError> {
    own(tx, code, id, owner).await.map(|_| ())
}

/// Checks words, theme and place that a begeleider gives a pin.
///
/// # Errors
/// A rule that is broken.
pub fn check_words(
    session: &Wijksessie,
    area: &TrajectArea,
    text: &str,
    theme: Option<&str>,
    place: Option<Place>,
) -> Result<(), PinError> {
    check_text(text).map_err(|rule| PinError::Wrong(vec![Wrong { pointer: "/text", rule }]))?;
    check_in(session, area, theme, place)
}
