//! Parts of an area about which nobody spoke, found in squares of 50 m.
//!
//! Reckoned from the coverage alone, which is itself published: whoever has the layers can work this out, and where one or
//! two people said something it looks as where nobody did.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use geo::{MapCoords as _, MultiPolygon, Polygon, Rect, unary_union};

use super::model::{Find, Part};
use crate::layers::heat::Coverage;
use crate::place::buurt::{NamedKind, Place, PlaceKind, TrajectArea};

/// Side of a square in cells of the coverage.
const SIDE: usize = 5;
/// A part of fewer squares (a hectare) is no part.
const FEWEST: usize = 4;
/// A part of more squares (16 ha) is told in pieces.
const MOST: usize = 64;
/// Side of such a piece in squares: 400 m.
const PIECE: usize = 8;
/// Most parts that are told of, the largest.
const MOST_PARTS: usize = 12;
/// Where people may be found this near a part, metres, there is something to plan.
const NEAR_M: f64 = 300.0;
/// Most places for one part.
const MOST_FINDS: usize = 6;
/// Most places of one kind for one part.
const MOST_OF_KIND: usize = 2;
/// Most streets in the name of a part.
const MOST_STREETS: usize = 3;

/// Where people are found; stops are left out (nobody has time there), and so are homes.
const FOUND_AT: [PlaceKind; 11] = [
    PlaceKind::School,
    PlaceKind::Mosque,
    PlaceKind::Church,
    PlaceKind::Worship,
    PlaceKind::Community,
    PlaceKind::Library,
    PlaceKind::Playground,
    PlaceKind::Market,
    PlaceKind::Shop,
    PlaceKind::Cafe,
    PlaceKind::Sport,
];

/// A square by its column and row.
type Square = (usize, usize);

/// What nobody spoke about.
pub(super) struct Silent {
    /// The parts, the largest first.
    pub parts: Vec<Part>,
    /// Everything together, in degrees.
    pub shape: MultiPolygon<f64>,
    /// Of the whole area, nought to one; nothing where the area is smaller than a square.
    pub share: Option<f64>,
}

/// Squares of the area, and those of them where nobody was asked.
struct Grid<'a> {
    area: &'a TrajectArea,
    coverage: &'a Coverage,
}

impl Grid<'_> {
    /// The rectangle of a square, metres.
    fn rect(&self, (column, row): Square) -> Rect<f64> {
        let lattice = self.coverage.lattice();
        let (half_x, half_y) = (lattice.dx / 2.0, lattice.dy / 2.0);
        let last = |first: usize| first + SIDE - 1;
        Rect::new(
            (lattice.x(column * SIDE) - half_x, lattice.y(row * SIDE) - half_y),
            (lattice.x(last(column * SIDE)) + half_x, lattice.y(last(row * SIDE)) + half_y),
        )
    }

    fn middle(&self, square: Square) -> Option<Place> {
        let at = self.rect(square).center();
        self.area.degrees(at.x, at.y)
    }

    /// Whether the middle of a square lies within the boundary.
    fn is_inside(&self, square: Square) -> bool {
        self.middle(square).is_some_and(|at| self.area.metres_outside(at.lon, at.lat) <= 0.0)
    }

    fn is_silent(&self, (column, row): Square) -> bool {
        let cells = |first: usize| first * SIDE..(first + 1) * SIDE;
        !cells(row).any(|j| cells(column).any(|i| self.coverage.is_asked(i, j)))
    }

    /// Whole squares within the boundary, and the silent ones of them.
    fn squares(&self) -> (usize, BTreeSet<Square>) {
        let lattice = self.coverage.lattice();
        let all =
            (0..lattice.ny / SIDE).flat_map(|row| (0..lattice.nx / SIDE).map(move |column| (column, row)));
        let (mut inside, mut silent) = (0, BTreeSet::new());
        for square in all.filter(|square| self.is_inside(*square)) {
            inside += 1;
            if self.is_silent(square) {
                silent.insert(square);
            }
        }
        (inside, silent)
    }
}

/// Squares that hang together, those of one piece by themselves where there are too many; the largest first.
fn together(silent: &BTreeSet<Square>) -> Vec<Vec<Square>> {
    let whole = |_: &Square| (0, 0);
    let piece = |(column, row): &Square| (column / PIECE, row / PIECE);
    let mut parts = Vec::new();
    for part in flood(silent, whole) {
        if part.len() > MOST {
            parts.extend(flood(&part.into_iter().collect(), piece));
        } else {
            parts.push(part);
        }
    }
    parts.retain(|part| part.len() >= FEWEST);
    parts.sort_by_key(|part| (std::cmp::Reverse(part.len()), part.first().copied()));
    parts
}

fn flood(squares: &BTreeSet<Square>, piece: impl Fn(&Square) -> Square) -> Vec<Vec<Square>> {
    let mut left = squares.clone();
    let mut parts = Vec::new();
    while let Some(start) = left.pop_first() {
        let (mut part, mut queue) = (Vec::new(), VecDeque::from([start]));
        while let Some(square) = queue.pop_front() {
            part.push(square);
            let (column, row) = square;
            let next = [
                (column + 1, row),
                (column.wrapping_sub(1), row),
                (column, row + 1),
                (column, row.wrapping_sub(1)),
            ];
            for other in next {
                if piece(&other) == piece(&square) && left.remove(&other) {
                    queue.push_back(other);
                }
            }
        }
        part.sort_unstable();
        parts.push(part);
    }
    parts
}

/// The parts of an area about which nobody spoke, each with where people are found near it; `before`: how often a
/// vindplaats was used, by its name in small letters.
pub(super) fn silent(area: &TrajectArea, coverage: &Coverage, before: &BTreeMap<String, u32>) -> Silent {
    let grid = Grid { area, coverage };
    let (inside, silent) = grid.squares();
    let parts = together(&silent);
    let told = (1..).zip(parts.iter().take(MOST_PARTS));
    let told = told.filter_map(|(number, squares)| part(&grid, number, squares, before)).collect();
    let rects: Vec<Polygon<f64>> = silent.iter().map(|square| grid.rect(*square).to_polygon()).collect();
    let shape = unary_union(&rects).map_coords(|at| {
        area.degrees(at.x, at.y).map_or(geo::Coord { x: f64::NAN, y: f64::NAN }, |place| geo::Coord {
            x: place.lon,
            y: place.lat,
        })
    });
    // Some thousands of squares.
    #[allow(clippy::cast_precision_loss)]
    let part = (inside > 0).then(|| silent.len() as f64 / inside as f64);
    Silent { parts: told, shape, share: part }
}

fn part(grid: &Grid<'_>, number: u32, squares: &[Square], before: &BTreeMap<String, u32>) -> Option<Part> {
    let rects: Vec<Rect<f64>> = squares.iter().map(|square| grid.rect(*square)).collect();
    // At most some thousands of squares.
    #[allow(clippy::cast_precision_loss)]
    let count = rects.len() as f64;
    let sum = rects.iter().fold((0.0, 0.0), |(x, y), rect| (x + rect.center().x, y + rect.center().y));
    let mean = (sum.0 / count, sum.1 / count);
    let away = |rect: &Rect<f64>| (rect.center().x - mean.0).hypot(rect.center().y - mean.1);
    let nearest = rects.iter().min_by(|a, b| away(a).total_cmp(&away(b)))?;
    let middle = grid.area.degrees(nearest.center().x, nearest.center().y)?;
    let hectares = rects.iter().map(|rect| rect.width() * rect.height()).sum::<f64>() / 10_000.0;
    Some(Part {
        number,
        name: named(grid.area, &rects, middle),
        hectares,
        middle,
        finds: finds(grid.area, &rects, before),
    })
}

/// Metres from a place to the nearest of these squares.
fn metres_to(area: &TrajectArea, rects: &[Rect<f64>], place: Place) -> Option<f64> {
    let at = area.metres(place)?;
    let away = rects.iter().map(|rect| {
        let over = |at: f64, low: f64, high: f64| (low - at).max(at - high).max(0.0);
        over(at.x, rect.min().x, rect.max().x).hypot(over(at.y, rect.min().y, rect.max().y))
    });
    away.min_by(f64::total_cmp)
}

/// The streets and squares in a part; where there are none, what its middle is near to.
fn named(area: &TrajectArea, rects: &[Rect<f64>], middle: Place) -> String {
    let mut names: Vec<&str> = area
        .names
        .all()
        .filter(|named| matches!(named.kind, NamedKind::Street | NamedKind::Area))
        .filter(|named| metres_to(area, rects, Place { lon: named.lon, lat: named.lat }) == Some(0.0))
        .map(|named| named.name.as_str())
        .collect();
    names.truncate(MOST_STREETS);
    if names.is_empty() { crate::input::pins::near(area, middle) } else { names.join(", ") }
}

fn finds(area: &TrajectArea, rects: &[Rect<f64>], before: &BTreeMap<String, u32>) -> Vec<Find> {
    let mut finds: Vec<(f64, Find)> = area
        .names
        .all()
        .filter_map(|named| {
            let NamedKind::Place(kind) = named.kind else { return None };
            let place = Place { lon: named.lon, lat: named.lat };
            let away =
                metres_to(area, rects, place).filter(|away| *away <= NEAR_M && FOUND_AT.contains(&kind))?;
            // At most some hundreds of metres.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let metres = (away / 10.0).round() as u32 * 10;
            let times = before.get(&named.name.trim().to_lowercase()).copied().unwrap_or(0);
            Some((away, Find { name: named.name.clone(), kind, place, metres, times }))
        })
        .collect();
    let rank = |kind: PlaceKind| FOUND_AT.iter().position(|one| *one == kind);
    finds.sort_by(|a, b| a.0.total_cmp(&b.0).then(rank(a.1.kind).cmp(&rank(b.1.kind))));
    finds.dedup_by(|a, b| a.1.name == b.1.name);
    // A street of shops does not hide the school behind it.
    let mut of_kind = BTreeMap::<PlaceKind, usize>::new();
    finds.retain(|(_, find)| {
        let known = of_kind.entry(find.kind).or_default();
        *known += 1;
        *known <= MOST_OF_KIND
    });
    finds.truncate(MOST_FINDS);
    finds.into_iter().map(|(_, find)| find).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(columns: std::ops::Range<usize>, rows: std::ops::Range<usize>) -> BTreeSet<Square> {
        rows.flat_map(|row| columns.clone().map(move |column| (column, row))).collect()
    }

    #[test]
    fn squares_that_touch_are_one_part_and_a_large_one_is_told_in_pieces() {
        let mut squares = block(0..3, 0..2);
        squares.extend(block(10..12, 0..4));
        squares.insert((20, 20));
        let parts: Vec<usize> = together(&squares).iter().map(Vec::len).collect();
        assert_eq!(parts, [8, 6], "the largest first, and one square by itself is no part");
        let parts = together(&block(0..16, 0..8));
        assert_eq!(parts.iter().map(Vec::len).collect::<Vec<_>>(), [64, 64]);
    }

    #[test]
    fn corners_do_not_hang_together() {
        let mut squares = block(0..2, 0..2);
        squares.extend(block(2..4, 2..4));
        assert_eq!(together(&squares).len(), 2);
    }
}
