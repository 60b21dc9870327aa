//! Listing what one may see, in parts: a wijksessie may have a hundred thousand pins.

use std::collections::HashMap;

use uuid::Uuid;

use super::picture::{self, InRoom};
use super::store::{self, PinRow};
use super::{Pin, PinError};
use crate::input::photos::{self, Photo};
use crate::input::session::{Status, Wijksessie};
use crate::place::buurt::Place;
use crate::platform::App;

/// A pin as somebody may see it.
pub struct Listed {
    /// UUID: its own where it is theirs, otherwise one that means nothing.
    pub id: String,
    /// It is theirs.
    pub mine: bool,
    /// Its place and kind; its text only where `words`.
    pub pin: Pin,
    /// They may read its text and see its photos.
    pub words: bool,
    /// What "dat zie ik ook" names it by: beside the words of somebody else.
    pub handle: Option<String>,
    /// It is somebody else's, and they see it too.
    pub seen_too: bool,
    /// Its photos that they may see.
    pub photos: Vec<Photo>,
}

/// Where a part of the list ends; the next one begins behind it. One's own pins stand before those of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// A pin of one's own, by its UUID.
    Own(String),
    /// A pin of somebody else, in this version of what the room sees; empty: none yet.
    Other(i64, String),
}

impl Mark {
    /// Reads what [`std::fmt::Display`] writes.
    pub fn read(text: &str) -> Option<Self> {
        let uuid = |text: &str| Uuid::try_parse(text).ok().map(|id| id.to_string());
        match text.split_once('.')? {
            ("mine", id) => Some(Self::Own(uuid(id)?)),
            ("others", rest) => {
                let (version, id) = rest.split_once('.')?;
                let id = if id.is_empty() { String::new() } else { uuid(id)? };
                Some(Self::Other(version.parse().ok().filter(|version| *version >= 0)?, id))
            }
            _ => None,
        }
    }
}

impl std::fmt::Display for Mark {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Own(id) => write!(out, "mine.{id}"),
            Self::Other(version, id) => write!(out, "others.{version}.{id}"),
        }
    }
}

/// A part of the map: west, south, east, north in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds([f64; 4]);

impl Bounds {
    /// Reads `west,south,east,north`.
    pub fn read(text: &str) -> Option<Self> {
        let numbers: Option<Vec<f64>> = text.split(',').map(|number| number.trim().parse().ok()).collect();
        let [west, south, east, north] = numbers?[..] else { return None };
        let sound = [west, south, east, north].iter().all(|number| number.is_finite());
        (sound && west <= east && south <= north).then_some(Self([west, south, east, north]))
    }

    /// What is about the whole buurt lies nowhere.
    fn holds(self, place: Option<Place>) -> bool {
        let Self([west, south, east, north]) = self;
        place.is_some_and(|place| (west..=east).contains(&place.lon) && (south..=north).contains(&place.lat))
    }
}

impl std::fmt::Display for Bounds {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self([west, south, east, north]) = self;
        write!(out, "{west},{south},{east},{north}")
    }
}

/// A part of a list: the pins, and where it ends if more comes behind it.
pub struct Part {
    /// The pins, in their order.
    pub pins: Vec<Listed>,
    /// Where it ends.
    pub next: Option<Mark>,
}

/// The pins of a wijksessie that this participant may see: one's own as they are; others' while it is
/// open, as the room sees them. At most `most`, behind `after`, inside a box.
///
/// # Errors
/// A version that is over, or the database's.
pub(super) async fn list(
    app: &App,
    session: &Wijksessie,
    participant: Option<Uuid>,
    (after, inside): (Option<Mark>, Option<Bounds>),
    most: usize,
) -> Result<Part, PinError> {
    let after_own = match &after {
        None => Some(""),
        Some(Mark::Own(id)) => Some(id.as_str()),
        Some(Mark::Other(..)) => None,
    };
    let mut part = Part { pins: Vec::new(), next: None };
    if let Some((who, id)) = participant.zip(after_own) {
        part = own(app, session, who, id, most).await?;
        part.pins.retain(|one| inside.is_none_or(|inside| inside.holds(one.pin.place)));
        if part.next.is_some() {
            return Ok(part);
        }
    }
    let after = match &after {
        Some(Mark::Other(version, id)) => Some((*version, id.as_str())),
        _ => None,
    };
    let others = others(app, session, participant, (after, inside), most - part.pins.len()).await?;
    part.pins.extend(others.pins);
    part.next = others.next;
    Ok(part)
}

/// One's own pins, at most `most`, behind the one with the id `after`.
///
/// # Errors
/// The database's.
pub(super) async fn own(
    app: &App,
    session: &Wijksessie,
    participant: Uuid,
    after: &str,
    most: usize,
) -> Result<Part, PinError> {
    let me = app.keys.participant(&session.code, participant);
    let one_more = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let mut kept = store::own(&app.db, &session.code, &me, after, one_more).await?;
    let more = kept.len() > most;
    kept.truncate(most);
    let next = kept.last().filter(|_| more).map(|last| Mark::Own(last.id.clone()));
    let ids: Vec<&str> = kept.iter().map(|kept| kept.id.as_str()).collect();
    let mut photos = photos::of_pins(app, &session.code, &ids).await?;
    let pins = kept.into_iter().map(|kept| mine(kept, &mut photos)).collect();
    Ok(Part { pins, next })
}

fn mine(kept: PinRow, photos: &mut HashMap<String, Vec<Photo>>) -> Listed {
    let photos = photos.remove(&kept.id).unwrap_or_default();
    Listed { id: kept.id, mine: true, pin: kept.pin, words: true, handle: None, seen_too: false, photos }
}

/// Pins of others, at most `most`, in a version of what the room sees behind the one with this id; none after closing.
///
/// # Errors
/// A version that is over, or the database's.
pub(super) async fn others(
    app: &App,
    session: &Wijksessie,
    participant: Option<Uuid>,
    (after, inside): (Option<(i64, &str)>, Option<Bounds>),
    most: usize,
) -> Result<Part, PinError> {
    if session.status != Status::Open {
        return if after.is_some() {
            Err(PinError::Turned)
        } else {
            Ok(Part { pins: Vec::new(), next: None })
        };
    }
    let shown = picture::shown(app, session).await?;
    let (version, after) = after.unwrap_or((shown.version, ""));
    if version != shown.version {
        return Err(PinError::Turned);
    }
    let me = participant.map(|id| app.keys.participant(&session.code, id)).unwrap_or_default();
    let behind = shown.pins.partition_point(|one| one.id.as_str() <= after);
    let mut rest = shown.pins[behind..]
        .iter()
        .filter(|one| one.participant != me && inside.is_none_or(|inside| inside.holds(one.place)));
    let some: Vec<&InRoom> = rest.by_ref().take(most).collect();
    // A part without room ends where it began.
    let last = some.last().map_or(after, |one| one.id.as_str()).to_owned();
    let next = rest.next().is_some().then_some(Mark::Other(version, last));
    let seen = if me.is_empty() { Vec::new() } else { store::seen_by(&app.db, &session.code, &me).await? };
    let told: Vec<&str> = some.iter().filter(|one| one.words.is_some()).map(|one| one.pin.as_str()).collect();
    let mut photos = photos::of_pins(app, &session.code, &told).await?;
    let pins = some.into_iter().map(|one| {
        let mut listed = theirs(one);
        if let Some(words) = &one.words {
            let all = photos.remove(&one.pin).unwrap_or_default().into_iter();
            let all = all.filter(|photo| photo.approved && words.photos.contains(&photo.id));
            // Of a walk a photo has the id of its pin.
            let unnamed = |photo: Photo| Photo {
                id: app.keys.uuid(&[b"photo in the room", photo.id.as_bytes()]).to_string(),
                ..photo
            };
            listed.photos = all.map(unnamed).collect();
            listed.seen_too = seen.contains(&one.pin);
        }
        listed
    });
    Ok(Part { pins: pins.collect(), next })
}

fn theirs(one: &InRoom) -> Listed {
    let words = one.words.as_ref();
    let pin = Pin {
        place: one.place,
        kind: one.kind,
        text: words.map(|words| words.text.clone()).unwrap_or_default(),
        theme: one.theme.clone(),
        moment: None,
        people: 1,
        created_at: None,
    };
    let handle = words.map(|words| words.handle.clone());
    let id = one.id.clone();
    Listed { id, mine: false, pin, words: words.is_some(), handle, seen_too: false, photos: Vec::new() }
}

/// Pins that a page of the list shows, of one's own and of others.
const PAGE: usize = 50;

/// A page of the list.
pub(super) struct Pages {
    /// One's own; nothing on the further pages of others.
    pub own: Option<Part>,
    /// Those of others; nothing on the further pages of one's own.
    pub others: Option<Part>,
}

/// A page of the list: one's own and those of others, or what comes behind a mark of either. Where what the room sees
/// changed meanwhile, those of others begin anew.
///
/// # Errors
/// A mark that says nothing, or the database's.
pub(super) async fn pages(
    app: &App,
    session: &Wijksessie,
    turn: Uuid,
    behind: Option<&str>,
) -> Result<Pages, PinError> {
    let behind = behind.map(|text| Mark::read(text).ok_or(PinError::NoCursor)).transpose()?;
    let own_after = match &behind {
        None => Some(""),
        Some(Mark::Own(id)) => Some(id.as_str()),
        Some(Mark::Other(..)) => None,
    };
    let own = match own_after {
        Some(after) => Some(own(app, session, turn, after, PAGE).await?),
        None => None,
    };
    let others_after = match &behind {
        None => None,
        Some(Mark::Own(_)) => return Ok(Pages { own, others: None }),
        Some(Mark::Other(version, id)) => Some((*version, id.as_str())),
    };
    let part = match others(app, session, Some(turn), (others_after, None), PAGE).await {
        Err(PinError::Turned) => others(app, session, Some(turn), (None, None), PAGE).await?,
        part => part?,
    };
    Ok(Pages { own, others: Some(part) })
}

/// One that is one's own; nothing where there is none with this id.
///
/// # Errors
/// The database's.
pub(super) async fn own_one(
    app: &App,
    session: &Wijksessie,
    participant: Uuid,
    id: &str,
) -> Result<Option<Listed>, PinError> {
    let me = app.keys.participant(&session.code, participant);
    let Some(kept) = store::own_one(&app.db, &session.code, &me, id).await? else { return Ok(None) };
    let mut photos = photos::of_pins(app, &session.code, &[&kept.id]).await?;
    Ok(Some(mine(kept, &mut photos)))
}

#[cfg(test)]
mod tests {
    use super::{Bounds, Mark};
    use crate::place::buurt::Place;

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        let id = "1d000000-0000-4000-8000-00000000000a";
        for mark in [Mark::Own(id.into()), Mark::Other(7, id.into()), Mark::Other(0, String::new())] {
            assert_eq!(Mark::read(&mark.to_string()), Some(mark));
        }
        for text in [
            "",
            "mine",
            "mine.",
            "theirs.1.1d000000-0000-4000-8000-00000000000a",
            "others.1d000000-0000-4000-8000-00000000000a",
            "others.-1.",
            "others.1.%",
            "mine.1",
        ] {
            assert_eq!(Mark::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_box_has_four_numbers_and_holds_what_lies_in_it() {
        let inside = Bounds::read("4.92, 52.34,4.94,52.36").unwrap();
        assert!(inside.holds(Some(Place { lon: 4.93, lat: 52.35 })));
        assert!(!inside.holds(Some(Place { lon: 4.95, lat: 52.35 })) && !inside.holds(None));
        for text in ["", "1,2,3", "1,2,3,4,5", "4,52,3,53", "3,53,4,52", "a,1,2,3", "NaN,1,2,3", "1,2,inf,4"]
        {
            assert_eq!(Bounds::read(text), None, "{text}");
        }
    }
}
