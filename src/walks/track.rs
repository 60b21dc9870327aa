//! The geometry of a track, in metres: cutting its ends away, and moving what was photographed there.

use std::collections::HashSet;

use geo::{Coord, LineString, Simplify as _};

use super::CUT_M;

/// The line is drawn with corners no further off than this, in metres: as exactly as a phone knows where it is.
const TOLERANCE_M: f64 = 3.0;
/// The cut goes on until the track is so far from where it began, in metres in a straight line: somebody who waits at the
/// door walks a hundred metres in the readings of a phone without leaving it.
const AWAY_M: f64 = 50.0;
/// A photo belongs to an end that was cut away when it lies so near to it, in metres.
const NEAR_M: f64 = 100.0;
/// What was cut away lies no further from the cut than this, in metres, and its photos [`NEAR_M`] round it: the first
/// [`CUT_M`] of the track, or what comes within [`AWAY_M`] of where it began.
const REACH_M: f64 = CUT_M + AWAY_M + NEAR_M;
/// A photo lies beyond an end of the line where that is at most so many times as far as the nearest point of the line: what
/// was taken on the line, or some steps beside it, is much nearer to that than to its end.
const HARDLY_NEARER: f64 = 1.5;
/// What lies so near to the cut is as good as at it, in metres.
const AT_THE_CUT_M: f64 = 25.0;
/// What was cut away is looked at in squares of this side, in metres.
const LOOK_M: f64 = 1.0;
/// And so far round each of their points, in metres: a phone does not know better where it is, or a photo was taken.
const ROUND_M: f64 = 15.0;
/// A reading that lies so far from the ones before and after it, which lie together, is none, in metres.
const SPIKE_M: f64 = 200.0;

/// A line in pieces, in metres.
pub(super) type Pieces = Vec<Vec<Coord>>;

/// A track without its ends.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cut {
    /// What stays. Of a track that is too short to have a middle part, its middle alone.
    pub kept: Pieces,
    /// What was cut away at the beginning and at the end; never stored.
    gone: [Pieces; 2],
}

/// Cuts [`CUT_M`] away at each end of a track, measured along it; the steps between its pieces do not count. Nothing
/// where there is no point at all.
pub(super) fn cut(pieces: Pieces) -> Option<Cut> {
    let pieces: Pieces = pieces.into_iter().map(despiked).filter(|piece| !piece.is_empty()).collect();
    let total: f64 = pieces.iter().map(|piece| length(piece)).sum();
    let reversed: Pieces = pieces.iter().rev().map(|piece| piece.iter().rev().copied().collect()).collect();
    let (start, end) = (cut_length(&pieces), cut_length(&reversed));
    let (start, end) = match (start, end) {
        (Some(start), Some(end)) if start + end < total => (start, total - end),
        _ => (total / 2.0, total / 2.0),
    };
    let kept = if start < end { part(&pieces, start, end) } else { vec![vec![at(&pieces, start)?]] };
    let gone = [part(&pieces, 0.0, start), part(&pieces, end, total)];
    Some(Cut { kept, gone })
}

impl Cut {
    /// Where a photo is kept: one that was taken where the track was cut away goes to the cut.
    pub(super) fn settle(&self, photo: Coord) -> Coord {
        let kept = self.kept.iter().filter_map(|piece| distance(piece, photo)).fold(f64::INFINITY, f64::min);
        let near = self.gone.iter().zip(ends(&self.kept)).filter_map(|(gone, end)| {
            let metres = gone.iter().filter_map(|piece| distance(piece, photo)).fold(f64::INFINITY, f64::min);
            // Where it may have been either, it was the end.
            Some((metres, end?)).filter(|(metres, _)| *metres <= NEAR_M && *metres <= kept + ROUND_M)
        });
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map_or(photo, |(_, end)| end)
    }

    /// Of which ends nobody can tell from the `kept` line alone whether a photo was taken where it was cut away: because
    /// the line comes back there.
    pub(super) fn unclear(&self, kept: &Pieces) -> [bool; 2] {
        let cuts = ends(&self.kept);
        let stays = |photo: Coord| settle_by_kept(kept, [false; 2], photo) == photo;
        [0, 1].map(|end| {
            let Some(cut) = cuts[end] else { return false };
            let away = |at: &Coord| apart(*at, cut) > AT_THE_CUT_M;
            looked_at(&self.gone[end]).into_iter().flat_map(around).filter(away).any(stays)
        })
    }

    /// The line as it is kept: with fewer corners.
    pub(super) fn simplified(&self) -> Pieces {
        let simple = |piece: &Vec<Coord>| LineString(piece.clone()).simplify(TOLERANCE_M).0;
        self.kept.iter().map(simple).collect()
    }
}

/// As [`Cut::settle`], when only what was kept of the track is known: what lies beyond or beside an end of the line, and is
/// hardly nearer to another point of it, goes to that end, within the length that was cut and [`NEAR_M`] round it; at an
/// end of which that does not tell enough ([`Cut::unclear`]), everything within [`REACH_M`].
pub(super) fn settle_by_kept(kept: &Pieces, unclear: [bool; 2], photo: Coord) -> Coord {
    let nearest = kept.iter().filter_map(|piece| distance(piece, photo)).fold(f64::INFINITY, f64::min);
    let near = ends(kept).into_iter().zip(unclear).filter_map(|(end, unclear)| {
        let end = end?;
        let metres = apart(end, photo);
        let beyond = metres <= CUT_M + NEAR_M && metres <= HARDLY_NEARER * nearest;
        (beyond || unclear && metres <= REACH_M).then_some((metres, end))
    });
    near.min_by(|a, b| a.0.total_cmp(&b.0)).map_or(photo, |(_, end)| end)
}

/// The first and the last point of a line.
fn ends(pieces: &Pieces) -> [Option<Coord>; 2] {
    let (first, last) = (pieces.first(), pieces.last());
    [first.and_then(|piece| piece.first()).copied(), last.and_then(|piece| piece.last()).copied()]
}

/// Points along a line, at least one in each square of [`LOOK_M`] that it goes through.
fn looked_at(pieces: &Pieces) -> Vec<Coord> {
    let mut squares = HashSet::new();
    let mut points = Vec::new();
    for (_, step) in steps(pieces) {
        let whole = apart(step[0], step[1]);
        let mut along = 0.0;
        loop {
            let at = on_step(step, along);
            #[allow(clippy::cast_possible_truncation, reason = "squares of a town have small numbers")]
            let square = [at.x, at.y].map(|metres| (metres / LOOK_M).floor() as i64);
            if squares.insert(square) {
                points.push(at);
            }
            if along >= whole {
                break;
            }
            along = (along + LOOK_M / 2.0).min(whole);
        }
    }
    points
}

/// The point, and eight round it.
fn around(at: Coord) -> [Coord; 9] {
    std::array::from_fn(|n| {
        let (row, column) = (n / 3, n % 3);
        let step = |n: usize| [-ROUND_M, 0.0, ROUND_M][n];
        at + Coord { x: step(column), y: step(row) }
    })
}

fn apart(a: Coord, b: Coord) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
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

/// How much is cut away at the beginning: [`CUT_M`], and then until the track is [`AWAY_M`] from where it began. Nothing
/// where it never gets there.
fn cut_length(pieces: &Pieces) -> Option<f64> {
    let origin = *pieces.first()?.first()?;
    for (begins, step) in steps(pieces) {
        let ends = begins + apart(step[0], step[1]);
        let mut low = begins.max(CUT_M);
        let away = |along: f64| apart(on_step(step, along - begins), origin) >= AWAY_M;
        if ends < low {
            continue;
        }
        if away(low) {
            return Some(low);
        }
        if away(ends) {
            let mut high = ends;
            while high - low > 0.1 {
                let middle = f64::midpoint(low, high);
                if away(middle) { high = middle } else { low = middle }
            }
            return Some(high);
        }
    }
    None
}

/// Leaves out readings that are plainly wrong.
fn despiked(piece: Vec<Coord>) -> Vec<Coord> {
    let spike = |at: usize| {
        let Some(before) = at.checked_sub(1).and_then(|before| piece.get(before)) else { return false };
        let Some(after) = piece.get(at + 1) else { return false };
        let reading = piece[at];
        apart(*before, *after) < SPIKE_M / 2.0
            && apart(*before, reading) > SPIKE_M
            && apart(reading, *after) > SPIKE_M
    };
    let wrong: Vec<bool> = (0..piece.len()).map(spike).collect();
    piece.into_iter().zip(wrong).filter(|(_, wrong)| !wrong).map(|(reading, _)| reading).collect()
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
                if line.last() != Some(&point) {
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

/// Metres from a point to a line of one or more points.
fn distance(piece: &[Coord], point: Coord) -> Option<f64> {
    let to_segment = |pair: &[Coord]| {
        let (along, from) = (pair[1] - pair[0], point - pair[0]);
        let squared = along.x * along.x + along.y * along.y;
        let share = if squared > 0.0 {
            ((from.x * along.x + from.y * along.y) / squared).clamp(0.0, 1.0)
        } else {
            0.0
        };
        (from.x - share * along.x).hypot(from.y - share * along.y)
    };
    let first = apart(*piece.first()?, point);
    Some(piece.windows(2).map(to_segment).fold(first, f64::min))
}

#[cfg(test)]
mod tests;
