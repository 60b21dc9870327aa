//! What of a recording is one walk: from where it begins to where it ends. In metres and seconds.
//!
//! The page has the same rules (`ui/walk/outing.mjs`); a test holds the two against each other: change both together.

mod staying;

use geo::Coord;

use super::model::{NEAR_THE_END_S, PAUSE_S};
pub(super) use staying::{Stay, stays};

/// Nobody walks so fast, in metres a second: where the first or the last reading of a piece would have been reached so, it is that of
/// a phone that did not know yet where it was, and the walk began at the next.
const FASTEST_M_S: f64 = 15.0;
/// And it lies further away than this, in metres.
const JUMP_M: f64 = 200.0;
/// A reading that lies so far from the ones before and after it, which lie together, is none, in metres.
const SPIKE_M: f64 = 200.0;
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
/// when, another begins; so it does where within a segment nothing was recorded for such a time, or its clock ran back so far.
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

/// A segment in pieces: between two of them the recorder was off, wherever it went on (at the door it does so by itself, and who
/// comes out again comes out there), or its times run back.
fn split(segment: Vec<Reading>) -> Vec<Vec<Reading>> {
    let mut pieces: Vec<Vec<Reading>> = Vec::new();
    let mut last: Option<Reading> = None;
    for reading in segment {
        let breaks = last
            .zip(reading.time)
            .is_some_and(|(last, time)| last.time.is_some_and(|before| (time - before).abs() > PAUSE_S));
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

#[cfg(test)]
mod tests;
