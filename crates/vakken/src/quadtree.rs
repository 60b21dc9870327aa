//! Cutting squares as long as each half still hides everybody.

use serde::{Deserialize, Serialize};

use crate::{Refused, Voice};

/// The side of the squares with which cutting begins, in metres.
pub const LARGEST_M: u16 = 400;
/// The side of the smallest squares, in metres.
pub const SMALLEST_M: u16 = 25;
/// Of the voices in a square at most this part may fall away when it is cut: one in five.
const LOST: usize = 5;
/// Coordinates beyond are no metres of a national grid.
const FURTHEST_M: f64 = 1e7;

/// One told square.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Vak {
    /// RD easting of its south-west corner in metres, a multiple of its side.
    pub x: i32,
    /// RD northing of that corner in metres, a multiple of its side.
    pub y: i32,
    /// Its side in metres: 400, 200, 100, 50 or 25.
    pub side: u16,
    /// How many different people there are in it, at least: a multiple of *k*.
    pub people: u32,
}

impl Vak {
    /// Whether a place lies in it; its west and south edges are its own.
    pub fn holds(&self, x: f64, y: f64) -> bool {
        let inside =
            |at: f64, from: i32| at >= f64::from(from) && at < f64::from(from) + f64::from(self.side);
        inside(x, self.x) && inside(y, self.y)
    }
}

/// A voice on the finest squares: its column and row there, counted from the origin.
#[derive(Clone, Copy)]
struct Placed {
    column: i32,
    row: i32,
    person: u32,
}

/// Cuts one stack of voices into the squares that are told, in the order of their corners.
///
/// A square with at least `k` voices is cut in four where one quarter holds at least `k`, and those that hold fewer
/// together hold at most a fifth of the voices of all four. What then holds fewer than `k` is left out for good, and looks
/// as if nobody was there. A square that is not cut any more is told, its people rounded down to a multiple of `k`.
///
/// The same voices in another order, and a person's second voice in the same smallest square, make no difference.
/// Time: voices × log(voices) for each of five sizes.
///
/// # Errors
/// `k` below 2; a coordinate that is no number of metres.
pub fn cut(voices: &[Voice], k: u32) -> Result<Vec<Vak>, Refused> {
    if k < 2 {
        return Err(Refused::K(k));
    }
    let mut placed = voices.iter().map(place).collect::<Result<Vec<_>, _>>()?;
    placed.sort_unstable_by_key(|voice| (voice.column, voice.row, voice.person));
    placed.dedup_by_key(|voice| (voice.column, voice.row, voice.person));
    let mut cutter = Cutter { k: k as usize, told: Vec::new(), people: Vec::new() };
    let across = i32::from(LARGEST_M / SMALLEST_M);
    let root = |voice: &Placed| (voice.column.div_euclid(across), voice.row.div_euclid(across));
    placed.sort_unstable_by_key(root);
    for square in placed.chunk_by_mut(|one, next| root(one) == root(next)) {
        let voices = cutter.count(square);
        if voices >= cutter.k {
            let (column, row) = root(&square[0]);
            cutter.cut(column * across, row * across, across, voices, square);
        }
    }
    cutter.told.sort_unstable();
    Ok(cutter.told)
}

fn place(voice: &Voice) -> Result<Placed, Refused> {
    let index = |metres: f64| {
        let usable = metres.is_finite() && metres.abs() <= FURTHEST_M;
        #[allow(clippy::cast_possible_truncation, reason = "at most 400,000 squares of 25 m from the origin")]
        usable.then(|| (metres / f64::from(SMALLEST_M)).floor() as i32).ok_or(Refused::Coordinate)
    };
    Ok(Placed { column: index(voice.x)?, row: index(voice.y)?, person: voice.person })
}

struct Cutter {
    k: usize,
    told: Vec<Vak>,
    /// Room for counting, used again for every square.
    people: Vec<u32>,
}

impl Cutter {
    /// How many different people speak here.
    fn count(&mut self, voices: &[Placed]) -> usize {
        self.people.clear();
        self.people.extend(voices.iter().map(|voice| voice.person));
        self.people.sort_unstable();
        self.people.dedup();
        self.people.len()
    }

    /// `across`: the side in smallest squares; `column` and `row`: of its south-west corner; `held`: people in it, at least *k*.
    fn cut(&mut self, column: i32, row: i32, across: i32, held: usize, voices: &mut [Placed]) {
        if across > 1 {
            let half = across / 2;
            let quarter = |voice: &Placed| (voice.column >= column + half, voice.row >= row + half);
            voices.sort_unstable_by_key(quarter);
            let mut quarters = Vec::with_capacity(4);
            for part in voices.chunk_by_mut(|one, next| quarter(one) == quarter(next)) {
                let held = self.count(part);
                quarters.push((quarter(&part[0]), held, part));
            }
            let all: usize = quarters.iter().map(|(_, held, _)| held).sum();
            let lost: usize = quarters.iter().map(|(_, held, _)| held).filter(|held| **held < self.k).sum();
            if lost < all && lost * LOST <= all {
                for ((east, north), held, part) in quarters {
                    if held >= self.k {
                        let step = |beyond: bool| if beyond { half } else { 0 };
                        self.cut(column + step(east), row + step(north), half, held, part);
                    }
                }
                return;
            }
        }
        let metres = i32::from(SMALLEST_M);
        let people = held / self.k * self.k;
        self.told.push(Vak {
            x: column * metres,
            y: row * metres,
            side: u16::try_from(across * metres).unwrap_or(LARGEST_M),
            people: u32::try_from(people).unwrap_or(u32::MAX),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64, y: f64, person: u32) -> Voice {
        Voice { x, y, person, class: 0 }
    }

    #[test]
    fn one_person_with_a_thousand_pins_is_one_voice() {
        let pins: Vec<_> = (0..1000).map(|n| at(f64::from(n % 300), f64::from(n / 4), 7)).collect();
        assert_eq!(cut(&pins, 3).unwrap(), []);
    }

    #[test]
    fn a_thousand_people_on_one_spot_are_told_within_25_metres() {
        let people: Vec<_> = (0..1000).map(|person| at(1.0, 1.0, person)).collect();
        assert_eq!(cut(&people, 3).unwrap(), [Vak { x: 0, y: 0, side: 25, people: 999 }]);
    }

    #[test]
    fn three_people_far_apart_are_told_in_a_large_square_or_not_at_all() {
        let apart = [at(10.0, 10.0, 1), at(390.0, 10.0, 2), at(10.0, 390.0, 3)];
        assert_eq!(cut(&apart, 3).unwrap(), [Vak { x: 0, y: 0, side: 400, people: 3 }]);
        let further = [at(10.0, 10.0, 1), at(390.0, 10.0, 2), at(10.0, 410.0, 3)];
        assert_eq!(cut(&further, 3).unwrap(), []);
    }

    #[test]
    fn a_corner_where_four_squares_meet_belongs_to_the_north_eastern_one() {
        let people: Vec<_> = (0..6).map(|person| at(400.0, 800.0, person)).collect();
        assert_eq!(cut(&people, 3).unwrap(), [Vak { x: 400, y: 800, side: 25, people: 6 }]);
    }

    #[test]
    fn a_square_is_not_cut_where_more_than_a_fifth_would_fall_away() {
        let four = |person| at(10.0, 10.0, person);
        let mut people: Vec<_> = (0..4).map(four).collect();
        people.push(at(390.0, 390.0, 9));
        assert_eq!(cut(&people, 3).unwrap()[0].side, 25, "one of five is a fifth");
        people.remove(0);
        assert_eq!(cut(&people, 3).unwrap()[0].side, 400, "one of four is more");
    }

    #[test]
    fn west_and_south_of_the_origin_are_squares_too() {
        let people: Vec<_> = (0..3).map(|person| at(-1.0, -1.0, person)).collect();
        assert_eq!(cut(&people, 3).unwrap(), [Vak { x: -25, y: -25, side: 25, people: 3 }]);
    }

    #[test]
    fn what_is_no_place_is_refused() {
        for bad in [f64::NAN, f64::INFINITY, 1e8] {
            assert_eq!(cut(&[at(bad, 0.0, 1)], 3), Err(Refused::Coordinate));
        }
        assert_eq!(cut(&[], 1), Err(Refused::K(1)));
    }
}
