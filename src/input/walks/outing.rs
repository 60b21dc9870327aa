//! What of a recording is one walk: from where it begins to where it ends. In metres and seconds.
//!
//! The page has the same rules (`ui/walk/outing.mjs`); a test holds the two against each other: change both together.

use geo::Coord;

use super::model::{NEAR_THE_END_S, PAUSE_S};

/// Who stays this long, in seconds, …
const STAY_S: i64 = 15 * 60;
/// … this near to where they were, in metres, may be at home.
const STAY_M: f64 = 50.0;
/// A reading further away for so short a time, in seconds, is one of a phone that does not know where it is.
const ASTRAY_S: i64 = 120;
/// Nobody walks so fast, in metres a second: where the first or the last reading of a piece would have been reached so, it is that of
/// a phone that did not know yet where it was, and the walk began at the next.
const FASTEST_M_S: f64 = 15.0;
/// And it lies further away than this, in metres.
const JUMP_M: f64 = 200.0;
/// A reading that lies so far from the ones before and after it, which lie together, is none, in metres.
const SPIKE_M: f64 = 200.0;
/// Of readings nearer together than this, in seconds, one is enough to tell a stay.
const THIN_S: i64 = 5;
/// The disc of a stay holds this part of its time.
const MOST_OF_IT: f64 = 0.8;

/// A point of a track in metres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Reading {
    pub at: Coord,
    /// Seconds since 1970 in UTC.
    pub time: Option<i64>,
}

/// One walk: pieces, in order, each with at least one reading.
pub(super) type Outing = Vec<Vec<Reading>>;

/// The walks of a recording. Each track is one; and where its next segment begins more than [`PAUSE_S`] later, or nobody knows
/// when, or where the recording went on elsewhere after such a time, another begins.
pub(super) fn outings(tracks: &[Vec<Vec<Reading>>]) -> Vec<Outing> {
    let mut all: Vec<Outing> = Vec::new();
    for track in tracks {
        let mut is_first = true;
        for segment in track {
            for piece in split(despiked(segment)) {
                let before = all.last().filter(|_| !is_first);
                let pause = before.and_then(last_time).zip(first_time(&piece));
                let joins = pause.is_some_and(|(a, b)| (b - a).abs() <= PAUSE_S)
                    && !before.is_some_and(|outing| {
                        jumps(outing.last().and_then(|piece| piece.last()), piece.first())
                    });
                is_first = false;
                match all.last_mut().filter(|_| joins) {
                    Some(outing) => outing.push(piece),
                    None => all.push(vec![piece]),
                }
            }
        }
    }
    all
}

/// Leaves out readings that are plainly wrong.
fn despiked(piece: &[Reading]) -> Vec<Reading> {
    let spike = |at: usize| {
        let Some(before) = at.checked_sub(1).and_then(|before| piece.get(before)) else { return false };
        let Some(after) = piece.get(at + 1) else { return false };
        let reading = piece[at].at;
        apart(before.at, after.at) < SPIKE_M / 2.0
            && apart(before.at, reading) > SPIKE_M
            && apart(reading, after.at) > SPIKE_M
    };
    (0..piece.len()).filter(|at| !spike(*at)).map(|at| piece[at]).collect()
}

fn first_time(piece: &[Reading]) -> Option<i64> {
    piece.iter().find_map(|reading| reading.time)
}

fn last_time(outing: &Outing) -> Option<i64> {
    outing.last()?.iter().rev().find_map(|reading| reading.time)
}

/// A segment in pieces: between two of them the recorder was off while somebody went on, or its times run back.
fn split(segment: Vec<Reading>) -> Vec<Vec<Reading>> {
    let mut pieces: Vec<Vec<Reading>> = Vec::new();
    let mut last: Option<Reading> = None;
    for reading in segment {
        let breaks = last.zip(reading.time).is_some_and(|(last, time)| {
            let later = time - last.time.unwrap_or(time);
            later < -PAUSE_S || later > PAUSE_S && apart(last.at, reading.at) > STAY_M
        });
        if reading.time.is_some() {
            last = Some(reading);
        }
        match pieces.last_mut().filter(|_| !breaks) {
            Some(piece) => piece.push(reading),
            None => pieces.push(vec![reading]),
        }
    }
    pieces.into_iter().flat_map(without_jumps).collect()
}

/// Whether nobody can have walked from one reading to the next.
fn jumps(from: Option<&Reading>, to: Option<&Reading>) -> bool {
    let (Some(from), Some(to)) = (from, to) else { return false };
    let (Some(before), Some(after)) = (from.time, to.time) else { return false };
    let metres = apart(from.at, to.at);
    #[allow(clippy::cast_precision_loss, reason = "a walk is far shorter than 2⁵² seconds")]
    let seconds = (after - before).abs() as f64;
    metres > JUMP_M && metres > FASTEST_M_S * seconds
}

/// A piece, and apart from it a first or a last reading that was not walked to.
fn without_jumps(mut piece: Vec<Reading>) -> Vec<Vec<Reading>> {
    let jump = |piece: &[Reading], at: usize| jumps(piece.get(at), piece.get(at + 1));
    let mut pieces = Vec::new();
    if piece.len() > 2 && jump(&piece, 0) && !jump(&piece, 1) {
        pieces.push(vec![piece.remove(0)]);
    }
    let count = piece.len();
    let last =
        if count > 2 && jump(&piece, count - 2) && !jump(&piece, count - 3) { piece.pop() } else { None };
    pieces.push(piece);
    pieces.extend(last.map(|last| vec![last]));
    pieces
}

/// Metres between two places.
pub(super) fn apart(a: Coord, b: Coord) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// Where somebody was at `time` (seconds since 1970, UTC), in a straight line between the readings before and after it; an
/// end of a piece up to [`NEAR_THE_END_S`] outside. Nothing where there are no times, or the time lies outside them or in a gap.
pub(super) fn place_at(outings: &[Outing], time: i64) -> Option<Coord> {
    let mut near: Option<(i64, Coord)> = None;
    for piece in outings.iter().flatten() {
        let timed: Vec<(i64, Coord)> =
            piece.iter().filter_map(|reading| Some((reading.time?, reading.at))).collect();
        // A clock may jump back: the first step over the time counts.
        if let Some(step) = timed.windows(2).find(|pair| pair[0].0 <= time && time < pair[1].0) {
            let [(before, from), (after, to)] = [step[0], step[1]];
            #[allow(clippy::cast_precision_loss, reason = "a walk is far shorter than 2⁵² seconds")]
            let part = (time - before) as f64 / (after - before) as f64;
            return Some(from + (to - from) * part);
        }
        let (Some(first), Some(last)) =
            (timed.iter().min_by_key(|one| one.0), timed.iter().max_by_key(|one| one.0))
        else {
            continue;
        };
        for (away, at) in [(first.0 - time, first.1), (time - last.0, last.1)] {
            let is_near = (0..=NEAR_THE_END_S).contains(&away);
            if is_near && near.is_none_or(|(nearest, _)| away < nearest) {
                near = Some((away, at));
            }
        }
    }
    near.map(|(_, at)| at)
}

/// Where somebody stayed, and from when to when (seconds since 1970, UTC).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stay {
    /// In the middle of it.
    pub at: Coord,
    /// Most of the time they were so near to that, in metres.
    pub spread: f64,
    pub from: i64,
    pub to: i64,
}

/// The places where somebody stayed at least [`STAY_S`] within [`STAY_M`], in order.
pub(super) fn stays(outing: &Outing) -> Vec<Stay> {
    let timed = thinned(outing);
    let mut stays = Vec::new();
    let mut begin = 0;
    while begin < timed.len() {
        let (from, origin) = timed[begin];
        let mut last = begin;
        for (at, (time, place)) in timed.iter().enumerate().skip(begin + 1) {
            if apart(*place, origin) <= STAY_M {
                last = at;
            } else if time - timed[last].0 > ASTRAY_S {
                break;
            }
        }
        if timed[last].0 - from >= STAY_S {
            let inside: Vec<(i64, Coord)> = timed[begin..=last]
                .iter()
                .filter(|(_, place)| apart(*place, origin) <= STAY_M)
                .copied()
                .collect();
            stays.push(disc(&inside));
            begin = last + 1;
        } else {
            begin += 1;
        }
    }
    stays
}

/// The readings of a walk that have a time, in order, not more than one in [`THIN_S`].
fn thinned(outing: &Outing) -> Vec<(i64, Coord)> {
    let mut kept: Vec<(i64, Coord)> = Vec::new();
    for reading in outing.iter().flatten() {
        let Some(time) = reading.time else { continue };
        if kept.last().is_none_or(|(last, _)| time - last >= THIN_S) {
            kept.push((time, reading.at));
        }
    }
    kept
}

/// A stay from its readings: each counts for the time round it.
fn disc(inside: &[(i64, Coord)]) -> Stay {
    let time = |at: usize| inside[at.min(inside.len() - 1)].0;
    #[allow(clippy::cast_precision_loss, reason = "a stay is far shorter than 2⁵² seconds")]
    let weights: Vec<f64> =
        (0..inside.len()).map(|at| (time(at + 1) - time(at.saturating_sub(1))) as f64).collect();
    let weighted = |of: &dyn Fn(Coord) -> f64| -> Vec<(f64, f64)> {
        inside.iter().zip(&weights).map(|((_, place), weight)| (of(*place), *weight)).collect()
    };
    let middle =
        Coord { x: quantile(weighted(&|place| place.x), 0.5), y: quantile(weighted(&|place| place.y), 0.5) };
    let spread = quantile(weighted(&|place| apart(place, middle)), MOST_OF_IT);
    Stay { at: middle, spread, from: time(0), to: time(inside.len() - 1) }
}

/// The least value below or at which this part of the weight lies.
fn quantile(mut weighted: Vec<(f64, f64)>, part: f64) -> f64 {
    weighted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let whole: f64 = weighted.iter().map(|(_, weight)| weight).sum();
    let mut below = 0.0;
    for (value, weight) in &weighted {
        below += weight;
        if below >= whole * part {
            return *value;
        }
    }
    weighted.last().map_or(0.0, |(value, _)| *value)
}

#[cfg(test)]
mod tests;
