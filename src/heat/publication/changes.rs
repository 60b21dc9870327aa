//! What a release or a withdrawal changes: a cell hangs on the voices in reach of it and on nothing else, so that everywhere
//! else what was decided before holds.

use std::collections::HashMap;

use super::near::REACH_SIGMA;
use super::said::{Said, Voice};
use crate::heat::grid::Lattice;
use crate::heat::model::Bandwidth;

/// Everything of a pin that a layer hangs on.
type Weight = (Option<[u64; 2]>, Option<u16>, usize, Option<usize>, u32, bool);

/// Everything of a voice that a layer hangs on: its release and its pins, in order.
fn content(voice: &Voice) -> (&str, usize, Vec<Weight>) {
    let pin = |pin: &super::SaidPin| {
        let at = pin.at.map(|(x, y)| [x.to_bits(), y.to_bits()]);
        (at, pin.theme, pin.kind as usize, pin.moment.map(|moment| moment as usize), pin.people, pin.seen_too)
    };
    let mut pins: Vec<_> = voice.pins.iter().map(pin).collect();
    pins.sort_unstable();
    (&voice.session, voice.batch, pins)
}

/// The places of everybody who is in one of two tellings and not in the other; nothing where these cannot be compared, since
/// their slices or their *k* are others.
fn places(before: &Said, now: &Said) -> Option<Vec<(f64, f64)>> {
    if before.cuts != now.cuts || before.k != now.k {
        return None;
    }
    let mut many: HashMap<_, (i64, &Voice)> = HashMap::new();
    for (said, one) in [(before, -1), (now, 1)] {
        for voice in &said.voices {
            many.entry(content(voice)).or_insert((0, voice)).0 += one;
        }
    }
    let changed = many.into_values().filter(|(more, _)| *more != 0);
    Some(changed.flat_map(|(_, voice)| voice.pins.iter().filter_map(|pin| pin.at)).collect())
}

/// The cells of a lattice for which another telling may decide otherwise, cell by cell; nothing where that is all of them.
pub(super) fn touched(
    before: &Said,
    now: &Said,
    lattice: Lattice,
    bandwidth: Bandwidth,
) -> Option<Vec<bool>> {
    let reach = REACH_SIGMA * bandwidth.sigma();
    let mut touched = vec![false; lattice.len()];
    for (x, y) in places(before, now)? {
        for row in (0..lattice.ny).filter(|row| (lattice.y(*row) - y).abs() <= reach) {
            for column in (0..lattice.nx).filter(|column| (lattice.x(*column) - x).abs() <= reach) {
                touched[row * lattice.nx + column] = true;
            }
        }
    }
    Some(touched)
}
