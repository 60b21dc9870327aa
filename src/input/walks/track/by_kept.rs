//! Where the photos of a walk go by what was kept of its line, and by nothing else.
//!
//! Whoever keeps a line has forgotten what was cut away from it. A photo that comes later can only be told by the line that it was
//! not taken at a home, so a photo that comes first is told by the same line: both orders come to the same. How far beside the
//! line that holds is settled once, when the homes are still known, and kept as one of four words ([`Reach`]).

use geo::Coord;

use super::{CUT_M, NEAR_M, Pieces, ROUND_M, apart, ends, nearest_of};

/// A photo beyond an end of the line is moved no further than this, in metres.
const BEYOND_M: f64 = CUT_M + NEAR_M;
/// A piece of a home smaller than this, in metres from its middle, is not looked at more closely: it is taken for unsafe.
const SMALLEST_M: f64 = 0.2;
/// Nor are more pieces of one home looked at than this.
const MOST_CELLS: usize = 20_000;

/// How near to the kept line a photo keeps its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Reach {
    /// Wherever nearly as near to an end of the line as to the line itself is what was cut away, and all homes lie there.
    Wide,
    /// The same, with more of what lies beside an end.
    Guarded,
    /// The line comes by a home at the distance of a street.
    Near,
    /// The line comes by so near to a home that a photo tells nothing beside it; and so of a line whose homes nobody told.
    OnTheLine,
}

impl Reach {
    const WIDEST_FIRST: [Self; 3] = [Self::Wide, Self::Guarded, Self::Near];

    /// The most metres from the line.
    fn metres(self) -> f64 {
        match self {
            Self::Wide | Self::Guarded => NEAR_M,
            Self::Near => 30.0,
            Self::OnTheLine => 0.5,
        }
    }

    /// A photo lies beyond an end of the line where that is at most so many times as far as the nearest point of the line: what
    /// was taken on the line, or some steps beside it, is much nearer to that than to its end.
    fn hardly_nearer(self) -> f64 {
        if self == Self::Wide { 1.2 } else { 1.5 }
    }

    /// As it is kept: two flags, of which lines that were kept before have both or neither.
    pub(in super::super) fn flags(self) -> [bool; 2] {
        match self {
            Self::Guarded => [false, false],
            Self::Wide => [false, true],
            Self::Near => [true, false],
            Self::OnTheLine => [true, true],
        }
    }

    pub(in super::super) fn of_flags(flags: [bool; 2]) -> Self {
        match flags {
            [false, false] => Self::Guarded,
            [false, true] => Self::Wide,
            [true, false] => Self::Near,
            [true, true] => Self::OnTheLine,
        }
    }

    /// The widest with which no photo keeps its place in one of these `homes`: their middle and radius in metres.
    pub(super) fn of(kept: &Pieces, homes: &[(Coord, f64)]) -> Self {
        let is_safe = |reach: Self| homes.iter().all(|(at, radius)| reach.keeps_none_in(kept, *at, *radius));
        Self::WIDEST_FIRST.into_iter().find(|reach| is_safe(*reach)).unwrap_or(Self::OnTheLine)
    }

    /// Whether no photo in this disc keeps its place: looked at in squares that become smaller until it is sure.
    fn keeps_none_in(self, kept: &Pieces, middle: Coord, radius: f64) -> bool {
        let (reach, hardly_nearer) = (self.metres(), self.hardly_nearer());
        let far = radius + hardly_nearer * reach;
        let steps: Pieces = steps(kept)
            .filter(|step| nearest_of(step, middle).is_some_and(|(metres, _)| metres <= far))
            .map(<[Coord]>::to_vec)
            .collect();
        let ends: Vec<Coord> = ends(kept).filter(|end| apart(*end, middle) <= far).collect();
        let to_line = |at: Coord| {
            let all = steps.iter().filter_map(|step| nearest_of(step, at));
            all.map(|(metres, _)| metres).fold(f64::INFINITY, f64::min)
        };
        let to_end = |at: Coord| ends.iter().map(|end| apart(*end, at)).fold(f64::INFINITY, f64::min);
        let mut cells = vec![(middle, radius)];
        let mut looked = 0;
        while let Some((at, half)) = cells.pop() {
            looked += 1;
            // Nothing of the square is further from its middle than this.
            let round = half * std::f64::consts::SQRT_2;
            let (line, end) = (to_line(at), to_end(at));
            let is_outside = apart(at, middle) > radius + round;
            let is_beyond = end + round <= hardly_nearer * (line - round);
            if is_outside || line - round > reach || is_beyond {
                continue;
            }
            let keeps = apart(at, middle) <= radius && line <= reach && end > hardly_nearer * line;
            if keeps || round < SMALLEST_M || looked > MOST_CELLS {
                return false;
            }
            let quarter = half / 2.0;
            for (x, y) in [(-quarter, -quarter), (-quarter, quarter), (quarter, -quarter), (quarter, quarter)]
            {
                cells.push((at + Coord { x, y }, quarter));
            }
        }
        true
    }
}

/// Each step of a line; a piece of one place is a step too.
fn steps(pieces: &Pieces) -> impl Iterator<Item = &[Coord]> {
    pieces.iter().flat_map(|piece| piece.windows(piece.len().clamp(1, 2)))
}

/// Where a photo is kept: what lies beyond or beside an end of the line goes to that end, what lies within `reach` of the line
/// stays, what lies so near to it that a phone does not know better goes onto it, and nothing else has a place.
pub(in super::super) fn settle_by_kept(kept: &Pieces, reach: Reach, photo: Coord) -> Option<Coord> {
    let nearest = kept.iter().filter_map(|piece| nearest_of(piece, photo));
    let (metres, on_line) = nearest.min_by(|a, b| a.0.total_cmp(&b.0))?;
    let end = ends(kept).map(|end| (apart(end, photo), end)).min_by(|a, b| a.0.total_cmp(&b.0));
    let beyond = end.filter(|(away, _)| *away <= BEYOND_M && *away <= reach.hardly_nearer() * metres);
    if let Some((_, end)) = beyond {
        return Some(end);
    }
    if metres <= reach.metres() {
        return Some(photo);
    }
    (metres <= ROUND_M).then_some(on_line)
}
