//! What the room sees: totals as they are, pins in groups, approved words.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use super::{Picture, Seen};
use crate::buurt::{self, TrajectArea};
use crate::moderation::{self, ModerationError, Quote};
use crate::pins::{self, Place};
use crate::platform::App;
use crate::session::{Kind, Wijksessie};

/// Pictures kept in memory: one for each wijksessie on a projector. What is forgotten begins anew, with a group.
const MOST_KEPT: usize = 256;
/// Squares along the longer side of the plattegrond, to say where nobody has been yet.
const SQUARES: u32 = 10;

/// What each room sees at this moment.
#[derive(Default)]
pub struct Pictures(Mutex<HashMap<String, Picture>>);

impl Pictures {
    /// Forgets everything: pins behind it were deleted.
    pub fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// The room at this moment.
pub(super) struct Room {
    /// Pins that were put.
    pub pins: usize,
    /// People they speak for.
    pub people: u32,
    /// Of the pins that are shown: what goes well and makes strong.
    pub strengths: usize,
    /// Of the pins that are shown: what can be better, and ideas.
    pub concerns: usize,
    /// Grows when what is shown changes.
    pub version: u64,
    /// What is shown: where on the plattegrond's picture, and of which kind.
    pub points: Vec<(i64, i64, Kind)>,
    /// Squares of the picture inside the buurt where nobody has been: x, y, width, height.
    pub empty: Vec<[i64; 4]>,
    /// What was approved.
    pub quotes: Vec<Quote>,
    /// The area.
    pub area: std::sync::Arc<TrajectArea>,
}

/// The room of a wijksessie at this moment.
///
/// # Errors
/// The database's.
pub(super) async fn room(app: &App, session: &Wijksessie) -> Result<Room, ModerationError> {
    let area = buurt::area(app, &session.buurten).await?;
    let all = pins::in_room(app, &session.code).await?;
    let people = pins::people_now(app, &session.code).await?;
    let quotes = moderation::approved(app, std::slice::from_ref(&session.code)).await?;
    let pins = all.len();
    let now: BTreeMap<String, Seen> = all
        .into_iter()
        .map(|one| {
            let place = one.pin.place.map(|place| area.on_grid(place));
            (one.id, Seen { participant: one.participant, place, kind: one.pin.kind })
        })
        .collect();
    let mut pictures = app.pictures.0.lock().unwrap_or_else(PoisonError::into_inner);
    if pictures.len() >= MOST_KEPT && !pictures.contains_key(&session.code) {
        pictures.clear();
    }
    let picture = pictures.entry(session.code.clone()).or_default();
    picture.take(&now, session.k);
    let strengths = picture.shown().filter(|seen| seen.kind.is_strength()).count();
    let concerns = picture.shown().count() - strengths;
    let places: Vec<(Place, Kind)> =
        picture.shown().filter_map(|seen| Some((seen.place?, seen.kind))).collect();
    let version = picture.version();
    drop(pictures);
    let points: Vec<_> = places
        .iter()
        .map(|(place, kind)| {
            let [x, y] = area.projection.to_svg(place.lon, place.lat);
            (whole(x), whole(y), *kind)
        })
        .collect();
    let empty = empty(&area, &points);
    Ok(Room { pins, people, strengths, concerns, version, points, empty, quotes, area })
}

/// Squares of the plattegrond whose middle lies inside the buurt and in which nothing is shown.
fn empty(area: &TrajectArea, points: &[(i64, i64, Kind)]) -> Vec<[i64; 4]> {
    let [width, height] = area.projection.size();
    let side = (width.max(height) / f64::from(SQUARES)).ceil().max(1.0);
    let (mut empty, mut y) = (Vec::new(), 0.0);
    while y < height {
        let mut x = 0.0;
        while x < width {
            let [lon, lat] = area.projection.to_wgs(x + side / 2.0, y + side / 2.0);
            let square = [whole(x), whole(y), whole(side), whole(side)];
            let inside = |(px, py): (i64, i64)| {
                (square[0]..square[0] + square[2]).contains(&px)
                    && (square[1]..square[1] + square[3]).contains(&py)
            };
            if area.metres_outside(lon, lat) <= 0.0 && !points.iter().any(|point| inside((point.0, point.1)))
            {
                empty.push(square);
            }
            x += side;
        }
        y += side;
    }
    empty
}

#[allow(clippy::cast_possible_truncation, reason = "saturates; a picture is a few thousand units wide")]
fn whole(length: f64) -> i64 {
    length.round() as i64
}
