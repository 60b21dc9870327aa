//! Placing a pin, changing it, taking it back, and listing what one may see.

use uuid::{Uuid, Version};

use super::store::{self, Kept, Under};
use super::{OUTSIDE_M, Pin, PinError, Place, Wrong, feature, merge, read_feature};
use crate::platform::{App, DbError, Tx};
use crate::session::{self, SessionError, Status, Wijksessie};
use crate::{buurt, photos};

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

/// A pin as somebody may see it.
pub struct Listed {
    /// UUID.
    pub id: String,
    /// It is theirs.
    pub mine: bool,
    /// Its place and kind; its text only where `words`.
    pub pin: Pin,
    /// They may read its text and see its photos.
    pub words: bool,
}

/// A released pin, as the heat layers need it: whose it is only as a key within its wijksessie.
pub struct Released {
    /// Which person or table, the same for all their pins in one wijksessie.
    pub participant: String,
    /// What it says.
    pub pin: Pin,
}

/// Places a pin. Sent twice, it does its work once.
///
/// # Errors
/// See [`PinError`]: nothing is stored.
pub async fn put(app: &App, code: &str, id: Uuid, mut pin: Pin, participant: Uuid) -> Result<Put, PinError> {
    if id.get_version() != Some(Version::Random) {
        return Err(PinError::Id);
    }
    let session = session::find(app, code).await?;
    check(app, &session, &pin).await?;
    let put_hash = content_hash(app, &pin, participant);
    if !session.tables {
        pin.people = 1;
    }
    pin.created_at = pin.created_at.as_deref().and_then(whole_hour);
    let participant = app.keys.participant(&session.code, participant);
    let new = Kept { id: id.to_string(), participant, put_hash, pin, approved: false };
    app.db.write(move |tx| Box::pin(async move { insert(tx, &session.code, &new).await })).await
}

async fn insert(tx: &mut Tx, code: &str, new: &Kept) -> Result<Put, PinError> {
    let status = session::status_held(tx, code).await?;
    if status == Status::Open && store::insert(tx, code, new).await? {
        return Ok(Put::New);
    }
    match store::find(tx, code, &new.id).await? {
        Some(Under::Pin(old)) if old.put_hash == new.put_hash => Ok(Put::Again),
        Some(Under::Removed) => Err(PinError::Gone),
        _ if status != Status::Open => Err(SessionError::NotOpen.into()),
        _ => Err(PinError::Conflict),
    }
}

/// What was sent, with whose it is: kept as a keyed hash to recognise the same again.
fn content_hash(app: &App, pin: &Pin, participant: Uuid) -> String {
    app.keys.content(&[feature(pin).to_string().as_bytes(), participant.as_bytes()])
}

/// The hour a pin was made in, in UTC: minutes would tell who put which pin.
fn whole_hour(time: &str) -> Option<String> {
    let time: jiff::Timestamp = time.parse().ok()?;
    Some(time.strftime("%Y-%m-%dT%H:00:00Z").to_string())
}

/// The rules that need the wijksessie: its themes, its area.
async fn check(app: &App, session: &Wijksessie, pin: &Pin) -> Result<(), PinError> {
    if pin.theme.as_ref().is_some_and(|theme| !session.themes.contains(theme)) {
        return Err(PinError::Theme(session.themes.clone()));
    }
    let Some(Place { lon, lat }) = pin.place else { return Ok(()) };
    let area = buurt::area(app, &session.buurten).await?;
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
    let (app, id) = (app.clone(), id.to_string());
    let writing = app.db.clone();
    writing
        .write(move |tx| {
            Box::pin(async move {
                session::check_open(tx, &session.code).await?;
                let old = own(tx, &session.code, &id, &owner).await?;
                let pin = changed(&old, &patch, participant, session.tables)?;
                check(&app, &session, &pin).await?;
                store::update(tx, &session.code, &id, &pin).await?;
                Ok(Stored { id, pin })
            })
        })
        .await
}

/// The pin after a merge patch. Whose it is and when it was made do not change.
fn changed(old: &Pin, patch: &serde_json::Value, whose: Uuid, tables: bool) -> Result<Pin, PinError> {
    let mut body = feature(old);
    merge(&mut body, patch);
    if !patch.is_object() || !body["properties"].is_object() {
        return Err(PinError::Wrong(vec![Wrong { pointer: "/properties", rule: "pins-wrong-feature" }]));
    }
    body["type"] = "Feature".into();
    body["properties"]["participant"] = whose.to_string().into();
    let (mut pin, _) = read_feature(&body).map_err(PinError::Wrong)?;
    pin.created_at.clone_from(&old.created_at);
    if !tables {
        pin.people = 1;
    }
    Ok(pin)
}

async fn own(tx: &mut Tx, code: &str, id: &str, owner: &str) -> Result<Pin, PinError> {
    match store::find(tx, code, id).await? {
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
    let files = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                session::check_open(tx, &session.code).await?;
                match own(tx, &session.code, &id, &owner).await {
                    Ok(_) => {
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
pub async fn is_own_pin(
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

/// Whether this is still a pin of this owner, within a transaction.
///
/// # Errors
/// Not there, taken back, or somebody else's.
pub async fn check_own(tx: &mut Tx, code: &str, id: &str, owner: &str) -> Result<(), PinError> {
    own(tx, code, id, owner).await.map(|_| ())
}

/// The pins of a wijksessie that this participant may see: one's own as they are; others' while it is
/// open, in shuffled order and on a 25 m grid.
///
/// # Errors
/// No such wijksessie, or the database's.
pub async fn list(app: &App, code: &str, participant: Option<Uuid>) -> Result<Vec<Listed>, PinError> {
    let session = session::find(app, code).await?;
    let me = participant.map(|id| app.keys.participant(&session.code, id));
    let area = buurt::area(app, &session.buurten).await?;
    let (mut mine, mut others) = (Vec::new(), Vec::new());
    for kept in store::all(&app.db, &session.code).await? {
        let Kept { id, participant, mut pin, approved, .. } = kept;
        if me.as_ref() == Some(&participant) {
            mine.push(Listed { id, mine: true, pin, words: true });
        } else if session.status == Status::Open {
            pin.place = pin.place.map(|place| area.on_grid(place));
            others.push(Listed { id, mine: false, pin, words: approved });
        }
    }
    // The order of random ids is the same each time but tells nothing of when or by whom.
    others.sort_by(|a, b| a.id.cmp(&b.id));
    mine.append(&mut others);
    Ok(mine)
}

/// One participant's own pins.
///
/// # Errors
/// As [`list`].
pub async fn of_participant(app: &App, code: &str, participant: Uuid) -> Result<Vec<Listed>, PinError> {
    let all = list(app, code, Some(participant)).await?;
    Ok(all.into_iter().filter(|listed| listed.mine).collect())
}

/// How many people the pins of one wijksessie speak for.
///
/// # Errors
/// The database's.
pub async fn people_in(tx: &mut Tx, code: &str) -> Result<u32, DbError> {
    store::people_in(tx, code).await
}

/// Every released pin of a traject.
///
/// # Errors
/// The database's.
pub async fn released(app: &App, traject: &str) -> Result<Vec<Released>, PinError> {
    let rows = store::released(&app.db, traject).await?;
    let released = rows.into_iter().map(|(code, kept)| Released {
        // Nobody can be followed from one wijksessie to another: there they count as somebody else.
        participant: format!("{code}/{}", kept.participant),
        pin: kept.pin,
    });
    Ok(released.collect())
}
