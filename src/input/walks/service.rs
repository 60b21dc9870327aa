//! Putting a walk, its track and its photos, and listing what one may see.

use std::sync::Arc;

use uuid::{Uuid, Version};

use super::course::{self, Course};
use super::kept::{Kept, track_of};
use super::store::{self, Under, WalkRow};
use super::track::{self, Reach};
use super::{MOST_MATTER, MOST_PHOTOS, PhotoFields, WalkError, aside, check_title, gpx};
use crate::input::arrivals::{self, Arrival};
use crate::input::photos::{self, About, Draft, OnWalk, PutPhoto, Seat, StoreError};
use crate::input::pins::{self, Pin, Wrong};
use crate::input::session::{self, SessionError, Status, Wijksessie};
use crate::place::buurt::{self, Place, TrajectArea};
use crate::platform::{App, Tx, text};

/// What a PUT came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// New.
    New,
    /// The same again: its work was done before.
    Again,
}

/// Puts a walk. Sent twice, it does its work once.
///
/// # Errors
/// See [`WalkError`]: nothing is stored.
pub async fn put(
    app: &App,
    code: &str,
    id: Uuid,
    title: String,
    participant: Uuid,
) -> Result<Put, WalkError> {
    put_in(app, session::find(app, code).await?, id, title, participant).await
}

/// The same, where the wijksessie is at hand.
///
/// # Errors
/// As [`put`].
pub async fn put_in(
    app: &App,
    session: Wijksessie,
    id: Uuid,
    title: String,
    participant: Uuid,
) -> Result<Put, WalkError> {
    check_id(id)?;
    let title = text::line(&title).trim().to_owned();
    check_title(&title).map_err(|rule| WalkError::Wrong(vec![Wrong { pointer: "/title", rule }]))?;
    let put_hash = app.keys.content(&[b"walk", title.as_bytes(), participant.as_bytes()]);
    let participant = app.keys.participant(&session.code, participant);
    let id = id.to_string();
    let arrival = match session.status {
        Status::Open if !session.handed => Some(arrivals::admit(app, &session.code, &participant).await?),
        _ => None,
    };
    let new =
        WalkRow { id, participant, put_hash, title, track_hash: None, track: None, reach: Reach::OnTheLine };
    app.db.write(move |tx| Box::pin(async move { insert(tx, session, &new, arrival).await })).await
}

fn check_id(id: Uuid) -> Result<(), WalkError> {
    if id.get_version() == Some(Version::Random) { Ok(()) } else { Err(WalkError::Id) }
}

async fn insert(
    tx: &mut Tx,
    session: Wijksessie,
    new: &WalkRow,
    arrival: Option<Arrival>,
) -> Result<Put, WalkError> {
    let session = session::held(tx, session).await?;
    let (code, open) = (session.code.as_str(), session.takes());
    if open && (session.handed || arrival.is_some()) && store::insert(tx, code, new).await? {
        if arrivals::settle(tx, code, &new.participant, arrival).await? {
            aside::set_one_aside(tx, code, &new.id).await?;
        }
        return Ok(Put::New);
    }
    match store::find(tx, code, &new.id).await? {
        Some(Under::Walk(old)) if old.put_hash == new.put_hash => Ok(Put::Again),
        Some(Under::Removed) => Err(WalkError::Gone),
        _ if !open => Err(SessionError::NotOpen.into()),
        _ => Err(WalkError::Conflict),
    }
}

/// One's own walk, within a transaction; its track stays as it is until that ends.
pub(super) async fn own(tx: &mut Tx, code: &str, id: &str, owner: &str) -> Result<WalkRow, WalkError> {
    owned(store::find(tx, code, id).await?, owner)
}

fn owned(under: Option<Under>, owner: &str) -> Result<WalkRow, WalkError> {
    match under {
        Some(Under::Walk(kept)) if kept.participant == owner => Ok(*kept),
        Some(Under::Walk(_)) => Err(WalkError::NotOwn),
        Some(Under::Removed) => Err(WalkError::Gone),
        None => Err(WalkError::None),
    }
}

/// The walk that something is for, and whose turn it is.
#[derive(Debug, Clone)]
pub struct Target {
    /// The wijksessie.
    pub session: Wijksessie,
    /// The walk.
    pub walk: Uuid,
    /// Whose turn it is.
    pub participant: Uuid,
}

impl Target {
    /// Checks that this participant may add to this walk, before a body is read.
    ///
    /// # Errors
    /// No such wijksessie or walk, or somebody else's.
    pub async fn find(app: &App, code: &str, walk: Uuid, participant: Uuid) -> Result<Self, WalkError> {
        Self::find_in(app, session::find(app, code).await?, walk, participant).await
    }

    /// The same, where the wijksessie is at hand.
    ///
    /// # Errors
    /// As [`Target::find`].
    pub async fn find_in(
        app: &App,
        session: Wijksessie,
        walk: Uuid,
        participant: Uuid,
    ) -> Result<Self, WalkError> {
        let owner = app.keys.participant(&session.code, participant);
        owned(store::find_now(&app.db, &session.code, &walk.to_string()).await?, &owner)?;
        Ok(Self { session, walk, participant })
    }
}

/// How a track is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// As it was recorded: its ends are cut away here.
    Whole,
    /// What may be kept of it, by whoever has the whole recording at hand; its photos say so too.
    Settled,
}

/// What is kept of a track, and how near to it its photos keep their place.
struct Shortened {
    line: Vec<Vec<Place>>,
    reach: Reach,
}

fn shortened(area: &TrajectArea, file: &[u8], sent: Sent) -> Result<Shortened, WalkError> {
    let recording = gpx::read(file)?;
    let (pieces, cut) = match sent {
        Sent::Whole => {
            let cut = Course::of(area, &recording)?.cut;
            (cut.simplified(), Some(cut))
        }
        Sent::Settled => (track::simplified(&course::segments(area, &recording)), None),
    };
    let line = course::in_area(area, &pieces);
    // Of a walk in the area of which nothing may be kept no line is left, and its photos have to leave all the same.
    if line.is_empty() && !course::comes_by(area, &recording) {
        return Err(WalkError::Elsewhere);
    }
    let kept = course::metres(area, &line);
    let reach = cut.map_or(Reach::OnTheLine, |cut| cut.reach(&kept));
    Ok(Shortened { line, reach })
}

/// Whether a whole track can be kept, before anything is: what [`put_track`] would refuse in it.
///
/// # Errors
/// As [`put_track`].
pub fn check_track(area: &TrajectArea, file: &[u8]) -> Result<(), WalkError> {
    shortened(area, file, Sent::Whole).map(drop)
}

/// Keeps the line of a GPX file, without the places where somebody may live and without what lies outside the area, and moves the
/// photos that were taken there. Of the file itself nothing is kept.
///
/// # Errors
/// See [`WalkError`]: nothing is stored.
pub async fn put_track(app: &App, to: Target, file: Vec<u8>, sent: Sent) -> Result<Put, WalkError> {
    let area = buurt::area(app, &to.session.buurten).await?;
    let measuring = area.clone();
    let read = tokio::task::spawn_blocking(move || {
        let Shortened { line, reach } = shortened(&measuring, &file, sent)?;
        let track = serde_json::to_string(&positions(&line));
        Ok::<_, WalkError>((track.map_err(|error| WalkError::Failed(error.to_string()))?, reach))
    });
    let (track, reach) = read.await.map_err(|error| WalkError::Failed(error.to_string()))??;
    // As it will be read for every photo that comes later: the same photo goes to the same place, whichever comes first.
    let kept = Kept { line: course::metres(&area, &track_of(Some(&track))?), reach };
    let hash = app.keys.content(&[b"track", track.as_bytes()]);
    let line = store::Line { hash, track, reach };
    let owner = app.keys.participant(&to.session.code, to.participant);
    let id = to.walk.to_string();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let session = session::held(tx, to.session).await?;
                let (code, open) = (session.code.as_str(), session.takes());
                // The change first: a photo that is put meanwhile waits for it, or is seen by what follows.
                if open && store::set_track(tx, code, &id, &line).await? {
                    own(tx, code, &id, &owner).await?;
                    move_photos(tx, &session, &area, &id, &kept).await?;
                    return Ok(Put::New);
                }
                match own(tx, code, &id, &owner).await?.track_hash {
                    Some(old) if old == line.hash => Ok(Put::Again),
                    _ if !open => Err(SessionError::NotOpen.into()),
                    _ => Err(WalkError::Conflict),
                }
            })
        })
        .await
}

/// Where a photo is kept by its theme alone: a pin of a sensitive one not at a home.
fn kept_place(
    session: &Wijksessie,
    area: &TrajectArea,
    is_pin: bool,
    theme: Option<&str>,
    place: Place,
) -> Place {
    if is_pin { pins::place_kept(session, area, theme, place) } else { place }
}

async fn move_photos(
    tx: &mut Tx,
    session: &Wijksessie,
    area: &TrajectArea,
    walk: &str,
    kept: &Kept,
) -> Result<(), WalkError> {
    for photo in store::placed(tx, &session.code, walk).await? {
        let Some(place) = photo.place else { continue };
        let kept_at = |place| kept_place(session, area, photo.is_pin, photo.theme.as_deref(), place);
        let to = kept.settle(area, place, |to| kept_at(to) == to);
        if to == Some(place) {
            continue;
        }
        if photo.is_pin {
            pins::move_of_walk(tx, &session.code, &photo.id, to).await?;
        } else {
            photos::move_of_walk(tx, &photo.id, to).await?;
        }
    }
    Ok(())
}

fn positions(line: &[Vec<Place>]) -> Vec<Vec<[f64; 2]>> {
    line.iter().map(|piece| piece.iter().map(|place| [place.lon, place.lat]).collect()).collect()
}

/// Keeps a photo of one's own walk; with a kind and a place it is a pin too. Sent twice, it does its work once.
///
/// # Errors
/// See [`WalkError`]: nothing is kept.
pub async fn put_photo(
    app: &App,
    to: Target,
    id: Uuid,
    seat: Seat,
    photo: Vec<u8>,
    told: PhotoFields,
) -> Result<PutPhoto, WalkError> {
    check_id(id)?;
    let put_hash =
        app.keys.content(&[&photo, told.content().as_bytes(), to.walk.as_bytes(), to.participant.as_bytes()]);
    if photos::known(app, &id.to_string(), &put_hash).await? {
        return Ok(PutPhoto::Again);
    }
    if !to.session.takes() {
        return Err(SessionError::NotOpen.into());
    }
    let PhotoFields { caption, about, settled } = told;
    let area = pins::check_place(app, &to.session, about.theme.as_deref(), about.place).await?;
    let owner = app.keys.participant(&to.session.code, to.participant);
    let is_pin = about.kind.is_some() && about.place.is_some();
    let on_walk = OnWalk { walk: to.walk.to_string(), about };
    let draft =
        Draft { id, pin: is_pin.then_some(id), on_walk: Some(on_walk), put_hash, caption, poster: false };
    photos::keep(app, seat, photo, draft, move |tx, new| {
        Box::pin(async move { insert_photo(tx, to.session, &area, &owner, settled, new).await })
    })
    .await
}

async fn insert_photo(
    tx: &mut Tx,
    session: Wijksessie,
    area: &Arc<TrajectArea>,
    owner: &str,
    settled: bool,
    mut new: photos::New,
) -> Result<PutPhoto, WalkError> {
    let session = session::held_open(tx, session).await?;
    let code = session.code.as_str();
    let OnWalk { walk, about } = new.on_walk().cloned().unwrap_or_default();
    let kept = own(tx, code, &walk, owner).await?;
    if let Some(put) = new.known(tx).await? {
        return Ok(put);
    }
    let (photos, matter) = photos::count_on_walk(tx, code, &walk).await?;
    if photos >= MOST_PHOTOS {
        return Err(WalkError::TooMany);
    }
    if about.matters && matter >= MOST_MATTER {
        return Err(WalkError::TooManyMatter);
    }
    let is_pin = about.kind.is_some() && about.place.is_some();
    let kept_at = |place| kept_place(&session, area, is_pin, about.theme.as_deref(), place);
    let place = match (about.place.map(kept_at), Kept::of(area, &kept)?) {
        (Some(place), Some(line)) if !settled => line.settle(area, place, |to| kept_at(to) == to),
        (place, _) => place,
    };
    let About { kind, theme, moment, at, matters, .. } = about;
    let mut rest = About { at, matters, ..About::default() };
    // One of which the place may not be kept is a pin all the same, about the whole buurt.
    if let Some(kind) = kind.filter(|_| is_pin) {
        let text = new.caption().trim().to_owned();
        let pin = Pin { place, kind, text, theme, moment, people: 1, created_at: None };
        pins::put_of_walk(tx, code, &new.id(), owner, pin).await.map_err(|error| match error {
            pins::PinError::Gone => StoreError::Gone.into(),
            pins::PinError::Conflict => WalkError::from(StoreError::Conflict),
            other => other.into(),
        })?;
    } else {
        // A theme without a kind says nothing; without it the place is nobody's sensitive place.
        rest.theme = theme.filter(|_| kind.is_some());
        (rest.place, rest.kind, rest.moment) = (place, kind, moment);
    }
    if let Some(on) = new.on_walk() {
        on.about = rest;
    }
    let id = new.id();
    let put = new.insert(tx, code).await?;
    if arrivals::is_aside(tx, code, owner).await? {
        photos::set_one_aside(tx, code, &id).await?;
    }
    Ok(put)
}
