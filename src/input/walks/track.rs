//! The geometry of a recording, in metres: cutting away where somebody may live, and moving what was photographed there.
//!
//! The page has the same rules (`ui/walk/cut.mjs`); a test holds the two against each other: change both together.

mod by_kept;

use geo::{Coord, LineString};

use super::CUT_M;
use super::outing::{Outing, Stay, apart, stays};
use crate::place::buurt;
pub(super) use by_kept::{Reach, settle_by_kept};

/// The line is drawn with corners no further off than this, in metres: as exactly as a phone knows where it is.
const TOLERANCE_M: f64 = 3.0;
/// Nothing is kept so near to a place where a walk began or ended, or where somebody stayed, in metres: 50, what drawing with
/// fewer corners may move, and what there is between two ways of reckoning metres.
const AWAY_M: f64 = 50.0 + TOLERANCE_M + 1.0;
/// A photo belongs to what was cut away when it lies so near to it, in metres.
const NEAR_M: f64 = 100.0;
/// A photo is moved no further than this, in metres: what was cut away lies no further from the cut in most walks, and its photos
/// [`NEAR_M`] round it. What would have to be moved further has no place.
const REACH_M: f64 = CUT_M + 50.0 + NEAR_M;
/// A phone does not know better where it is, or a photo was taken, in metres.
const ROUND_M: f64 = 15.0;
/// What stays between two homes and is shorter than this, in metres, is no line.
const CRUMB_M: f64 = 1.0;
/// Two points that are no further apart than this are one, in metres.
const HAIR_M: f64 = 1e-6;
/// A place on the border of a home lies outside it, whatever the last bits of its numbers say, in metres.
const ON_THE_BORDER_M: f64 = 0.01;

/// A line in pieces, in metres.
pub(super) type Pieces = Vec<Vec<Coord>>;

/// Where somebody may live: nothing is kept so near to it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Home {
    at: Coord,
    radius: f64,
}

impl Home {
    fn holds(&self, place: Coord) -> bool {
        apart(self.at, place) < self.radius - ON_THE_BORDER_M
    }
}

/// A recording without its ends.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cut {
    /// What stays. Of a walk that is too short to have a middle part, its middle alone, where that is far enough.
    pub kept: Pieces,
    /// The ends that were cut away; never stored.
    gone: Pieces,
    homes: Vec<Home>,
}

/// Cuts [`CUT_M`] away at each end of each walk, measured along it (the steps between its pieces do not count), and everything
/// nearer than 50 m to a place where one of them began or ended, or where somebody stayed, but for those stays of which `is_home`
/// says otherwise.
pub(super) fn cut(outings: &[Outing], is_home: impl Fn(&Stay) -> bool) -> Cut {
    let mut homes = Vec::new();
    for outing in outings {
        let ends =
            [outing.first().and_then(|piece| piece.first()), outing.last().and_then(|piece| piece.last())];
        homes.extend(ends.into_iter().flatten().map(|end| Home { at: end.at, radius: AWAY_M }));
        let stays = stays(outing).into_iter().filter(&is_home);
        homes.extend(stays.map(|stay| Home { at: stay.at, radius: AWAY_M + stay.spread }));
    }
    let (mut kept, mut gone) = (Pieces::new(), Pieces::new());
    for outing in outings {
        let pieces: Pieces =
            outing.iter().map(|piece| piece.iter().map(|reading| reading.at).collect()).collect();
        let total: f64 = pieces.iter().map(|piece| length(piece)).sum();
        let (start, end) =
            if total > 2.0 * CUT_M { (CUT_M, total - CUT_M) } else { (total / 2.0, total / 2.0) };
        gone.extend(part(&pieces, 0.0, start));
        gone.extend(part(&pieces, end, total));
        let middle = if start < end {
            part(&pieces, start, end)
        } else {
            at(&pieces, start).map(|at| vec![vec![at]]).unwrap_or_default()
        };
        kept.extend(middle.iter().flat_map(|piece| outside(piece, &homes)));
    }
    Cut { kept, gone, homes }
}

/// What of a line lies outside every home.
fn outside(piece: &[Coord], homes: &[Home]) -> Pieces {
    if let [alone] = piece {
        let is_in_one = homes.iter().any(|home| home.holds(*alone));
        return if is_in_one { Pieces::new() } else { vec![vec![*alone]] };
    }
    let mut found = Pieces::new();
    let mut line: Vec<Coord> = Vec::new();
    for pair in piece.windows(2) {
        let step = [pair[0], pair[1]];
        let whole = apart(step[0], step[1]);
        let draw = |line: &mut Vec<Coord>, from: f64, to: f64| {
            if to - from <= HAIR_M {
                return;
            }
            if line.is_empty() {
                line.push(on_step(step, from));
            }
            line.push(on_step(step, to));
        };
        let mut along = 0.0;
        for (from, to) in inside(step, homes) {
            draw(&mut line, along, from);
            found.push(std::mem::take(&mut line));
            along = f64::max(along, to);
        }
        draw(&mut line, along, whole);
    }
    found.push(line);
    found.retain(|line| length(line) >= CRUMB_M);
    found
}

/// The parts of a step that lie in a home, in metres along it, by where they begin.
fn inside([from, to]: [Coord; 2], homes: &[Home]) -> Vec<(f64, f64)> {
    let whole = apart(from, to);
    let mut parts: Vec<(f64, f64)> = homes
        .iter()
        .filter_map(|home| {
            let near = home.at - from;
            let along =
                if whole > 0.0 { (near.x * (to.x - from.x) + near.y * (to.y - from.y)) / whole } else { 0.0 };
            let half = home.radius * home.radius - (near.x * near.x + near.y * near.y - along * along);
            let half = Some(half).filter(|half| *half > 0.0)?.sqrt();
            let (begin, end) = ((along - half).max(0.0), (along + half).min(whole));
            (begin < end).then_some((begin, end))
        })
        .collect();
    parts.sort_by(|a, b| a.0.total_cmp(&b.0));
    parts
}

impl Cut {
    /// Where a photo is kept: one that was taken at an end that was cut away, or at a home, goes to the cut; nowhere where that is
    /// too far, or nothing was kept.
    pub(super) fn settle(&self, photo: Coord) -> Option<Coord> {
        let (kept, gone) = (nearest(&self.kept, photo), nearest(&self.gone, photo));
        let is_at_home = self.homes.iter().any(|home| home.holds(photo));
        // Where it may have been either, it was what is gone.
        let is_gone = gone <= NEAR_M && gone <= kept + ROUND_M;
        if !is_at_home && !is_gone {
            return Some(photo);
        }
        let end = ends(&self.kept).min_by(|a, b| apart(*a, photo).total_cmp(&apart(*b, photo)));
        end.filter(|end| apart(*end, photo) <= REACH_M)
    }

    /// How near to the `kept` line a photo has to be to keep its place, when only that line is known.
    pub(super) fn reach(&self, kept: &Pieces) -> Reach {
        let homes: Vec<(Coord, f64)> =
            self.homes.iter().map(|home| (home.at, home.radius - TOLERANCE_M)).collect();
        Reach::of(kept, &homes)
    }

    /// The ends that were cut away.
    #[cfg(test)]
    pub(super) fn gone(&self) -> &Pieces {
        &self.gone
    }

    /// The line as it is kept: with fewer corners.
    pub(super) fn simplified(&self) -> Pieces {
        simplified(&self.kept)
    }
}

/// A line with fewer corners.
pub(super) fn simplified(pieces: &Pieces) -> Pieces {
    pieces.iter().map(|piece| buurt::simplified(&LineString(piece.clone()), TOLERANCE_M).0).collect()
}

/// The first and the last point of each piece of a line.
fn ends(pieces: &Pieces) -> impl Iterator<Item = Coord> + '_ {
    pieces.iter().flat_map(|piece| [piece.first(), piece.last()]).flatten().copied()
}

/// Metres from a point to the nearest of a line.
fn nearest(pieces: &Pieces, point: Coord) -> f64 {
    let all = pieces.iter().filter_map(|piece| nearest_of(piece, point));
    all.map(|(metres, _)| metres).fold(f64::INFINITY, f64::min)
}

fn length(piece: &[Coord]) -> f64 {
    piece.windows(2).map(|pair| apart(pair[0], pair[1])).sum()
}

/// Each step of a track with the length along it at which it begins; the steps between pieces do not count.
fn steps(pieces: &Pieces) -> impl Iterator<Item = (f64, [Coord; 2])> + '_ {
    let pairs = pieces.iter().flat_map(|piece| piece.windows(2)).map(|pair| [pair[0], pair[1]]);
    pairs.scan(0.0, |along, [from, to]| {
        let begins = *along;
        *along += apart(from, to);
        Some((begins, [from, to]))
    })
}

/// The point so many metres after the beginning of a step.
fn on_step([from, to]: [Coord; 2], metres: f64) -> Coord {
    let whole = apart(from, to);
    let share = if whole > 0.0 { (metres / whole).clamp(0.0, 1.0) } else { 0.0 };
    from + (to - from) * share
}

/// The part of a track between two lengths along it.
fn part(pieces: &Pieces, from: f64, to: f64) -> Pieces {
    let mut parts = Vec::new();
    let mut along = 0.0;
    for piece in pieces {
        let mut line: Vec<Coord> = Vec::new();
        for pair in piece.windows(2) {
            let (begins, ends) = (along, along + apart(pair[0], pair[1]));
            along = ends;
            if ends <= begins || ends < from || begins > to {
                continue;
            }
            for length in [from.max(begins), to.min(ends)] {
                let point = on_step([pair[0], pair[1]], length - begins);
                if line.last().is_none_or(|last| apart(*last, point) > HAIR_M) {
                    line.push(point);
                }
            }
        }
        if line.len() > 1 {
            parts.push(line);
        }
    }
    parts
}

/// The point at this length along a track.
fn at(pieces: &Pieces, length: f64) -> Option<Coord> {
    let step = steps(pieces).find(|(begins, [from, to])| begins + apart(*from, *to) >= length);
    step.map(|(begins, step)| on_step(step, length - begins)).or_else(|| pieces.first()?.first().copied())
}

/// The point of a line of one or more points that is nearest to a point, and how far that is in metres.
fn nearest_of(piece: &[Coord], point: Coord) -> Option<(f64, Coord)> {
    let on_segment = |pair: &[Coord]| {
        let (along, from) = (pair[1] - pair[0], point - pair[0]);
        let squared = along.x * along.x + along.y * along.y;
        let share = if squared > 0.0 {
            ((from.x * along.x + from.y * along.y) / squared).clamp(0.0, 1.0)
        } else {
            0.0
        };
        pair[0] + along * share
    };
    let first = *piece.first()?;
    let all = std::iter::once(first).chain(piece.windows(2).map(on_segment));
    all.map(|at| (apart(at, point), at)).min_by(|a, b| a.0.total_cmp(&b.0))
}

#[cfg(test)]
mod tests;
