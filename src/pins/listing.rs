//! Listing what one may see, in parts: a wijksessie may have a hundred thousand pins.

use std::collections::HashMap;

use uuid::Uuid;

use super::store::{self, Kept};
use super::{Pin, PinError};
use crate::buurt;
use crate::photos::{self, Photo};
use crate::platform::App;
use crate::session::{Status, Wijksessie};

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
    /// A pin of somebody else; empty: none yet.
    Other(String),
}

impl Mark {
    /// Reads what [`std::fmt::Display`] writes.
    pub fn read(text: &str) -> Option<Self> {
        let (whose, id) = text.split_once('.')?;
        let id = if id.is_empty() { String::new() } else { Uuid::try_parse(id).ok()?.to_string() };
        match whose {
            "mine" => Some(Self::Own(id)),
            "others" => Some(Self::Other(id)),
            _ => None,
        }
    }
}

impl std::fmt::Display for Mark {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Own(id) => write!(out, "mine.{id}"),
            Self::Other(id) => write!(out, "others.{id}"),
        }
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
/// open, in shuffled order and on a 25 m grid. At most `most`, behind `after`.
///
/// # Errors
/// The database's.
pub(super) async fn list(
    app: &App,
    session: &Wijksessie,
    participant: Option<Uuid>,
    after: Option<Mark>,
    most: usize,
) -> Result<Part, PinError> {
    let after_own = match &after {
        None => Some(""),
        Some(Mark::Own(id)) => Some(id.as_str()),
        Some(Mark::Other(_)) => None,
    };
    let mut part = Part { pins: Vec::new(), next: None };
    if let Some((who, id)) = participant.zip(after_own) {
        part = own(app, session, who, id, most).await?;
        if part.next.is_some() {
            return Ok(part);
        }
    }
    let after_other = match &after {
        Some(Mark::Other(id)) => id.as_str(),
        _ => "",
    };
    let room = most - part.pins.len();
    let others = others(app, session, participant, after_other, room).await?;
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
    let mut kept = store::part(&app.db, &session.code, (&me, true), after, one_more(most)).await?;
    let next = cut(&mut kept, most).map(Mark::Own);
    let mut photos = photos_of(app, session, kept.iter()).await?;
    let listed = kept.into_iter().map(|kept| {
        let photos = photos.remove(&kept.id).unwrap_or_default();
        Listed { id: kept.id, mine: true, pin: kept.pin, words: true, seen_too: false, photos }
    });
    Ok(Part { pins: listed.collect(), next })
}

/// Pins of others, at most `most`, behind the one with the id `after`; none after closing.
///
/// # Errors
/// The database's.
pub(super) async fn others(
    app: &App,
    session: &Wijksessie,
    participant: Option<Uuid>,
    after: &str,
    most: usize,
) -> Result<Part, PinError> {
    if session.status != Status::Open {
        return Ok(Part { pins: Vec::new(), next: None });
    }
    let me = participant.map(|id| app.keys.participant(&session.code, id)).unwrap_or_default();
    let area = buurt::area(app, &session.buurten).await?;
    // The order of random ids is the same each time but tells nothing of when or by whom.
    let mut kept = store::part(&app.db, &session.code, (&me, false), after, one_more(most)).await?;
    let next = cut(&mut kept, most).map(Mark::Other);
    let seen = if me.is_empty() { Vec::new() } else { store::seen_by(&app.db, &session.code, &me).await? };
    let mut photos = photos_of(app, session, kept.iter().filter(|kept| kept.approved)).await?;
    let listed = kept.into_iter().map(|Kept { id, mut pin, approved, .. }| {
        pin.place = pin.place.map(|place| area.on_grid(place));
        let mut photos = photos.remove(&id).unwrap_or_default();
        photos.retain(|photo| photo.approved);
        Listed { mine: false, pin, words: approved, seen_too: seen.contains(&id), photos, id }
    });
    Ok(Part { pins: listed.collect(), next })
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

/// A page of the list: one's own and those of others, or what comes behind a mark of either.
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
    let (own_after, others_after) = match &behind {
        None => (Some(""), Some("")),
        Some(Mark::Own(id)) => (Some(id.as_str()), None),
        Some(Mark::Other(id)) => (None, Some(id.as_str())),
    };
    let own = match own_after {
        Some(after) => Some(own(app, session, turn, after, PAGE).await?),
        None => None,
    };
    let others = match others_after {
        Some(after) => Some(others(app, session, Some(turn), after, PAGE).await?),
        None => None,
    };
    Ok(Pages { own, others })
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
    let photos = photos_of(app, session, std::iter::once(&kept)).await?.remove(&kept.id);
    let photos = photos.unwrap_or_default();
    Ok(Some(Listed { id: kept.id, mine: true, pin: kept.pin, words: true, seen_too: false, photos }))
}

fn one_more(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1)
}

/// Takes away what is more than `most`; the id of the last one, where something was.
fn cut(kept: &mut Vec<Kept>, most: usize) -> Option<String> {
    let more = kept.len() > most;
    kept.truncate(most);
    // A part without room ends where it began.
    more.then(|| kept.last().map(|last| last.id.clone()).unwrap_or_default())
}

async fn photos_of<'a>(
    app: &App,
    session: &Wijksessie,
    kept: impl Iterator<Item = &'a Kept>,
) -> Result<HashMap<String, Vec<Photo>>, PinError> {
    let ids: Vec<&str> = kept.map(|kept| kept.id.as_str()).collect();
    Ok(photos::of_pins(app, &session.code, &ids).await?)
}

#[cfg(test)]
mod tests {
    use super::Mark;

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        let id = "1d000000-0000-4000-8000-00000000000a";
        for mark in [Mark::Own(id.into()), Mark::Other(id.into()), Mark::Other(String::new())] {
            assert_eq!(Mark::read(&mark.to_string()), Some(mark));
        }
        for text in ["", "mine", "theirs.1d000000-0000-4000-8000-00000000000a", "others.%", "mine.1"] {
            assert_eq!(Mark::read(text), None, "{text}");
        }
    }
}
