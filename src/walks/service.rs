//! Putting a walk, its track and its photos, and listing what one may see.

use std::sync::Arc;

use geo::Coord;
use uuid::{Uuid, Version};

use super::store::{self, Kept, Under};
use super::track::{self, Cut, Pieces};
use super::{MOST_MATTER, MOST_PHOTOS, Told, WalkError, gpx};
use crate::buurt::{self, TrajectArea};
use crate::photos::{self, About, Draft, OnWalk, PutPhoto, Seat, StoreError};
use crate::pins::{self, OUTSIDE_M, Pin, Place};
use crate::platform::{App, Tx};
use crate::session::{self, SessionError, Status, Wijksessie};

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
    check_id(id)?;
    let session = session::find(app, code).await?;
    let put_hash = app.keys.content(&[b"walk", title.as_bytes(), participant.as_bytes()]);
    let participant = app.keys.participant(&session.code, participant);
    let id = id.to_string();
    let new = Kept { id, participant, put_hash, title, track_hash: None, track: None, unclear: [true; 2] };
    app.db.write(move |tx| Box::pin(async move { insert(tx, &session.code, &new).await })).await
}

fn check_id(id: Uuid) -> Result<(), WalkError> {
    if id.get_version() == Some(Version::Random) { Ok(()) } else { Err(WalkError::Id) }
}

async fn insert(tx: &mut Tx, code: &str, new: &Kept) -> Result<Put, WalkError> {
    let status = session::status_held(tx, code).await?;
    if status == Status::Open && store::insert(tx, code, new).await? {
        return Ok(Put::New);
    }
    match store::find(tx, code, &new.id).await? {
        Some(Under::Walk(old)) if old.put_hash == new.put_hash => Ok(Put::Again),
        Some(Under::Removed) => Err(WalkError::Gone),
        _ if status != Status::Open => Err(SessionError::NotOpen.into()),
        _ => Err(WalkError::Conflict),
    }
}

/// One's own walk, within a transaction; its track stays as it is until that ends.
pub(super) async fn own(tx: &mut Tx, code: &str, id: &str, owner: &str) -> Result<Kept, WalkError> {
    owned(store::find(tx, code, id).await?, owner)
}

fn owned(under: Option<Under>, owner: &str) -> Result<Kept, WalkError> {
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
        let session = session::find(app, code).await?;
        let owner = app.keys.participant(&session.code, participant);
        owned(store::find_now(&app.db, &session.code, &walk.to_string()).await?, &owner)?;
        Ok(Self { session, walk, participant })
    }
}

/// Keeps the line of a GPX file, without its ends and without what lies outside the area, and moves the photos that were
/// taken at the ends. Of the file itself nothing is kept.
///
/// # Errors
/// See [`WalkError`]: nothing is stored.
pub async fn put_track(app: &App, to: Target, file: Vec<u8>) -> Result<Put, WalkError> {
    let area = buurt::area(app, &to.session.buurten).await?;
    let measuring = area.clone();
    let read = tokio::task::spawn_blocking(move || {
        let pieces = gpx::read(&file)?;
        drop(file);
        let cut = track::cut(in_metres(&measuring, &pieces)).ok_or(WalkError::Elsewhere)?;
        let line = kept_line(&measuring, &cut);
        if line.is_empty() {
            return Err(WalkError::Elsewhere);
        }
        let unclear = cut.unclear(&metres(&measuring, &line));
        let track = serde_json::to_string(&positions(&line));
        let track = track.map_err(|error| WalkError::Failed(error.to_string()))?;
        Ok::<_, WalkError>((cut, track, unclear))
    });
    let (cut, track, unclear) = read.await.map_err(|error| WalkError::Failed(error.to_string()))??;
    let line = store::Line { hash: app.keys.content(&[b"track", track.as_bytes()]), track, unclear };
    let owner = app.keys.participant(&to.session.code, to.participant);
    let id = to.walk.to_string();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let session = session::held(tx, to.session).await?;
                let (code, status) = (session.code.as_str(), session.status);
                // The change first: a photo that is put meanwhile waits for it, or is seen by what follows.
                if status == Status::Open && store::set_track(tx, code, &id, &line).await? {
                    own(tx, code, &id, &owner).await?;
                    move_photos(tx, &session, &area, &id, &cut).await?;
                    return Ok(Put::New);
                }
                match own(tx, code, &id, &owner).await?.track_hash {
                    Some(old) if old == line.hash => Ok(Put::Again),
                    _ if status != Status::Open => Err(SessionError::NotOpen.into()),
                    _ => Err(WalkError::Conflict),
                }
            })
        })
        .await
}

async fn move_photos(
    tx: &mut Tx,
    session: &Wijksessie,
    area: &TrajectArea,
    walk: &str,
    cut: &Cut,
) -> Result<(), WalkError> {
    for photo in store::placed(tx, &session.code, walk).await? {
        let Some(place) = photo.place else { continue };
        let Some(at) = coord(area, place) else { continue };
        let to = cut.settle(at);
        let Some(to) = (to != at).then(|| area.degrees(to.x, to.y)).flatten() else { continue };
        if photo.is_pin {
            let to = pins::place_kept(session, area, photo.theme.as_deref(), to);
            pins::move_of_walk(tx, &session.code, &photo.id, to).await?;
        } else {
            store::place(tx, &photo.id, to).await?;
        }
    }
    Ok(())
}

fn coord(area: &TrajectArea, place: Place) -> Option<Coord> {
    area.metres(place).map(|at| Coord { x: at.x, y: at.y })
}

fn in_metres(area: &TrajectArea, pieces: &gpx::Pieces) -> Pieces {
    pieces.iter().map(|piece| piece.iter().filter_map(|fix| coord(area, fix.place)).collect()).collect()
}

fn metres(area: &TrajectArea, line: &[Vec<Place>]) -> Pieces {
    line.iter().map(|piece| piece.iter().filter_map(|place| coord(area, *place)).collect()).collect()
}

/// The line as it is kept: in degrees, with fewer corners, and only where it is in or at the area.
fn kept_line(area: &TrajectArea, cut: &Cut) -> Vec<Vec<Place>> {
    let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
    let mut line: Vec<Vec<Place>> = Vec::new();
    for piece in cut.simplified() {
        let mut part = Vec::new();
        for place in piece.iter().filter_map(|at| area.degrees(at.x, at.y)) {
            if area.metres_outside(place.lon, place.lat) <= OUTSIDE_M {
                part.push(Place { lon: round(place.lon), lat: round(place.lat) });
            } else {
                line.push(std::mem::take(&mut part));
            }
        }
        line.push(part);
    }
    line.retain(|part| !part.is_empty());
    // One place alone is a line only where nothing else is left.
    let alone = line.len() == 1;
    line.retain(|part| part.len() > 1 || alone);
    line
}

fn positions(line: &[Vec<Place>]) -> Vec<Vec<[f64; 2]>> {
    line.iter().map(|piece| piece.iter().map(|place| [place.lon, place.lat]).collect()).collect()
}

pub(super) fn track_of(kept: Option<&String>) -> Vec<Vec<Place>> {
    let positions: Vec<Vec<[f64; 2]>> =
        kept.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let place = |[lon, lat]: [f64; 2]| Place { lon, lat };
    positions.into_iter().map(|piece| piece.into_iter().map(place).collect()).collect()
}

/// Where a photo of this walk is kept: one that was taken at an end that was cut away goes to the cut.
fn settle(area: &TrajectArea, kept: &Kept, place: Place) -> Place {
    let line = metres(area, &track_of(kept.track.as_ref()));
    let Some(at) = coord(area, place) else { return place };
    let to = track::settle_by_kept(&line, kept.unclear, at);
    if to == at { place } else { area.degrees(to.x, to.y).unwrap_or(place) }
}

/// The ends of a track that are cut away, for whoever places photos with the whole track at hand.
pub struct Ends(Cut);

impl Ends {
    /// The ends of this track; nothing where it has no point.
    pub fn of(area: &TrajectArea, pieces: &gpx::Pieces) -> Option<Self> {
        track::cut(in_metres(area, pieces)).map(Self)
    }

    /// Where a photo is kept.
    pub fn settle(&self, area: &TrajectArea, place: Place) -> Place {
        let Some(at) = coord(area, place) else { return place };
        let to = self.0.settle(at);
        if to == at { place } else { area.degrees(to.x, to.y).unwrap_or(place) }
    }
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
    told: Told,
) -> Result<PutPhoto, WalkError> {
    check_id(id)?;
    let put_hash =
        app.keys.content(&[&photo, told.content().as_bytes(), to.walk.as_bytes(), to.participant.as_bytes()]);
    if photos::known(app, &id.to_string(), &put_hash).await? {
        return Ok(PutPhoto::Again);
    }
    if to.session.status != Status::Open {
        return Err(SessionError::NotOpen.into());
    }
    let Told { caption, about, settled } = told;
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
    let (photos, matter) = store::count(tx, code, &walk).await?;
    if photos >= MOST_PHOTOS {
        return Err(WalkError::TooMany);
    }
    if about.matters && matter >= MOST_MATTER {
        return Err(WalkError::TooManyMatter);
    }
    let place = about.place.map(|place| if settled { place } else { settle(area, &kept, place) });
    let About { kind, theme, moment, at, matters, .. } = about;
    let mut rest = About { at, matters, ..About::default() };
    if let (Some(kind), Some(place)) = (kind, place) {
        let place = pins::place_kept(&session, area, theme.as_deref(), place);
        let text = new.caption().trim().to_owned();
        let pin = Pin { place: Some(place), kind, text, theme, moment, people: 1, created_at: None };
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
    Ok(new.insert(tx, code).await?)
}
