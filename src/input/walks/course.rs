//! A recording in an area: where somebody was at which time, and what of it may be kept.

use geo::Coord;

use super::outing::{self, Outing, Reading};
use super::track::{self, Cut, Pieces};
use super::{WalkError, gpx};
use crate::input::pins::OUTSIDE_M;
use crate::place::buurt::{Place, TrajectArea};

/// The most walks in one file, and the most places in it where somebody may live.
const MOST_OUTINGS: usize = 200;

/// A whole recording, for whoever places photos with all of it at hand. It is never stored.
pub struct Course {
    outings: Vec<Outing>,
    pub(super) cut: Cut,
}

impl Course {
    /// The walks of this recording. Whoever stayed somewhere may live there.
    ///
    /// # Errors
    /// [`WalkError::TooManyOutings`].
    pub fn of(area: &TrajectArea, recording: &gpx::Recording) -> Result<Self, WalkError> {
        let reading = |fix: &super::Fix| Some(Reading { at: coord(area, fix.place)?, time: fix.time });
        let segment = |segment: &Vec<super::Fix>| segment.iter().filter_map(reading).collect();
        let tracks: Vec<Vec<Vec<Reading>>> =
            recording.tracks.iter().map(|track| track.iter().map(segment).collect()).collect();
        let outings = outing::outings(&tracks);
        let stays: usize = outings.iter().map(|outing| outing::stays(outing).len()).sum();
        if outings.len() > MOST_OUTINGS || stays > MOST_OUTINGS {
            return Err(WalkError::TooManyOutings);
        }
        let cut = track::cut(&outings, |_| true);
        Ok(Self { outings, cut })
    }

    /// Whether anything of it may be kept.
    pub fn is_kept(&self) -> bool {
        !self.cut.kept.is_empty()
    }

    /// Where somebody was at a time, in seconds since 1970; see `outing::place_at`.
    pub fn place_at(&self, area: &TrajectArea, time: i64) -> Option<Place> {
        outing::place_at(&self.outings, time).and_then(|at| area.degrees(at.x, at.y))
    }

    /// Where a photo is kept; nowhere where it was taken where somebody may live and no cut is near.
    pub fn settle(&self, area: &TrajectArea, place: Place) -> Option<Place> {
        let Some(at) = coord(area, place) else { return Some(place) };
        let to = self.cut.settle(at)?;
        let to = if to == at { place } else { area.degrees(to.x, to.y)? };
        Some(to).filter(|to| area.metres_outside(to.lon, to.lat) <= OUTSIDE_M)
    }
}

pub(super) fn coord(area: &TrajectArea, place: Place) -> Option<Coord> {
    area.metres(place).map(|at| Coord { x: at.x, y: at.y })
}

/// Whether any reading of a recording is in or at the area.
pub(super) fn comes_by(area: &TrajectArea, recording: &gpx::Recording) -> bool {
    let mut fixes = recording.tracks.iter().flatten().flatten();
    fixes.any(|fix| area.metres_outside(fix.place.lon, fix.place.lat) <= OUTSIDE_M)
}

/// Every segment of a recording, in metres.
pub(super) fn segments(area: &TrajectArea, recording: &gpx::Recording) -> Pieces {
    let place = |fix: &super::Fix| coord(area, fix.place);
    recording.tracks.iter().flatten().map(|segment| segment.iter().filter_map(place).collect()).collect()
}

pub(super) fn metres(area: &TrajectArea, line: &[Vec<Place>]) -> Pieces {
    line.iter().map(|piece| piece.iter().filter_map(|place| coord(area, *place)).collect()).collect()
}

/// A line as it is kept: in degrees, and only where it is in or at the area.
pub(super) fn in_area(area: &TrajectArea, pieces: &Pieces) -> Vec<Vec<Place>> {
    let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
    let mut line: Vec<Vec<Place>> = Vec::new();
    for piece in pieces {
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
    // Places alone are a line only where nothing else is left.
    let has_lines = line.iter().any(|part| part.len() > 1);
    line.retain(|part| part.len() > 1 || !has_lines);
    line
}
