//! From told squares to a smooth density.

use crate::Vak;

/// How far from the middle of a square its people are spread, in standard deviations: what lies beyond is one in three
/// thousand of them.
const REACH: f64 = 4.0;
/// How far people are shown round the place where they may be, in grains: what lies beyond is one in ninety.
const SHOWN: f64 = 3.0;

/// A lattice of places: `columns` × `rows` of them, `step` metres apart, from the south-west one at (`x`, `y`) in RD metres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lattice {
    /// Easting of the first place.
    pub x: f64,
    /// Northing of the first place.
    pub y: f64,
    /// Metres between two places.
    pub step: f64,
    /// Places in a row.
    pub columns: usize,
    /// Rows, to the north.
    pub rows: usize,
}

/// People per km² at each place of the lattice, row by row to the north.
///
/// The people of a square are spread as a Gaussian about its middle. Its variance along each axis is that of a uniform
/// spread over the square, side²/12, and that of the grain together: σ² = side²/12 + grain². So a large square makes a
/// wide, low hill and never a block, and the sum over the plane is the number of people told.
///
/// Time: one multiplication and one addition for each square and each place within four σ of it.
pub fn spread(vakken: &[Vak], grain: f64, lattice: &Lattice) -> Vec<f64> {
    let mut values = vec![0.0; lattice.columns * lattice.rows];
    let mut row_weights = vec![0.0; lattice.columns];
    for vak in vakken {
        let (x, y, sigma) = hill(vak, grain);
        let columns = reach(lattice.x, lattice.step, lattice.columns, x, REACH * sigma);
        let rows = reach(lattice.y, lattice.step, lattice.rows, y, REACH * sigma);
        // A square kilometre is a million square metres.
        let peak = f64::from(vak.people) * 1e6 / (std::f64::consts::TAU * sigma * sigma);
        for column in columns.clone() {
            row_weights[column] = peak * gauss(at(lattice.x, lattice.step, column) - x, sigma);
        }
        for row in rows {
            let weight = gauss(at(lattice.y, lattice.step, row) - y, sigma);
            let places = &mut values[row * lattice.columns..][columns.clone()];
            for (value, along) in places.iter_mut().zip(&row_weights[columns.clone()]) {
                *value += weight * along;
            }
        }
    }
    values
}

/// Which places of the lattice the squares tell of: those within √((3 · grain)² + side²/2) of the middle of one of them, which
/// is three grains for a small square and a little more than its corners for a large one. All others are nowhere: nobody, or
/// too few, spoke there.
///
/// A rule by the share of the peak would let a wide, low hill disappear beside a steep one; this one shows each square, with
/// a round edge, and never depends on another.
pub fn reached(vakken: &[Vak], grain: f64, lattice: &Lattice) -> Vec<bool> {
    let mut near = vec![false; lattice.columns * lattice.rows];
    for vak in vakken {
        let (x, y, _) = hill(vak, grain);
        let radius = ((SHOWN * grain).powi(2) + f64::from(vak.side).powi(2) / 2.0).sqrt();
        let columns = reach(lattice.x, lattice.step, lattice.columns, x, radius);
        for row in reach(lattice.y, lattice.step, lattice.rows, y, radius) {
            let left = radius.powi(2) - (at(lattice.y, lattice.step, row) - y).powi(2);
            let places = &mut near[row * lattice.columns..][columns.clone()];
            for (place, column) in places.iter_mut().zip(columns.clone()) {
                *place |= (at(lattice.x, lattice.step, column) - x).powi(2) <= left;
            }
        }
    }
    near
}

/// The middle of a square and how wide its people are spread, in metres.
fn hill(vak: &Vak, grain: f64) -> (f64, f64, f64) {
    let side = f64::from(vak.side);
    let sigma = (side * side / 12.0 + grain * grain).sqrt();
    (f64::from(vak.x) + side / 2.0, f64::from(vak.y) + side / 2.0, sigma)
}

fn gauss(distance: f64, sigma: f64) -> f64 {
    (-distance * distance / (2.0 * sigma * sigma)).exp()
}

#[allow(clippy::cast_precision_loss, reason = "a lattice has some hundreds of places along each side")]
fn at(from: f64, step: f64, index: usize) -> f64 {
    from + step * index as f64
}

/// Which places along one axis are within so many metres of `middle`.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "held between 0 and count"
)]
fn reach(from: f64, step: f64, count: usize, middle: f64, metres: f64) -> std::ops::Range<usize> {
    let first = ((middle - metres - from) / step).ceil().clamp(0.0, count as f64) as usize;
    let last = ((middle + metres - from) / step).floor() + 1.0;
    first..(last.clamp(0.0, count as f64) as usize).max(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spread_is_as_many_people_as_are_told() {
        let lattice = Lattice { x: -1000.0, y: -1000.0, step: 10.0, columns: 241, rows: 241 };
        let vakken = [Vak { x: 0, y: 0, side: 400, people: 6 }, Vak { x: 25, y: 50, side: 25, people: 30 }];
        for grain in [50.0, 75.0, 120.0] {
            let people: f64 = spread(&vakken, grain, &lattice).iter().sum::<f64>() * 100.0 / 1e6;
            assert!((people - 36.0).abs() < 0.05, "{people} at {grain} m");
        }
    }

    #[test]
    fn a_wide_low_hill_is_shown_beside_a_steep_one_and_nothing_far_from_both() {
        let lattice = Lattice { x: 0.0, y: 0.0, step: 25.0, columns: 80, rows: 17 };
        let vakken =
            [Vak { x: 0, y: 0, side: 400, people: 3 }, Vak { x: 1200, y: 200, side: 25, people: 3000 }];
        let near = reached(&vakken, 75.0, &lattice);
        let told = |x: usize, y: usize| near[y / 25 * 80 + x / 25];
        assert!(told(200, 200) && told(0, 200) && told(200, 400) && told(1200, 200));
        assert!(!told(700, 200) && !told(1550, 200));
    }

    #[test]
    fn the_highest_place_is_the_middle_of_the_square() {
        let lattice = Lattice { x: 0.0, y: 0.0, step: 12.5, columns: 33, rows: 33 };
        let values = spread(&[Vak { x: 100, y: 200, side: 100, people: 3 }], 50.0, &lattice);
        let highest = (0..values.len()).max_by(|a, b| values[*a].total_cmp(&values[*b])).unwrap_or(0);
        assert_eq!((highest % 33, highest / 33), (12, 20));
    }
}
