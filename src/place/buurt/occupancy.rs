//! Which parts of a drawn plattegrond are taken by a name or a sign.

use std::collections::HashMap;

type Point = [f64; 2];

/// Which parts of the picture are taken, as discs in a grid of squares.
pub(super) struct Occupied {
    size: Point,
    discs: HashMap<[i64; 2], Vec<(Point, f64)>>,
}

const SQUARE: f64 = 128.0;

impl Occupied {
    pub(super) fn new(size: Point) -> Self {
        Self { size, discs: HashMap::new() }
    }

    /// Takes discs round these points, if all are free and within the picture.
    pub(super) fn take(&mut self, points: &[Point], radius: f64) -> bool {
        let free = points.iter().all(|&point| self.free(point, radius));
        if free {
            for &point in points {
                for square in squares(point, radius) {
                    self.discs.entry(square).or_default().push((point, radius));
                }
            }
        }
        free
    }

    fn free(&self, point: Point, radius: f64) -> bool {
        let within = (0..2).all(|axis| (radius..=self.size[axis] - radius).contains(&point[axis]));
        let apart = |&(other, reach): &(Point, f64)| {
            (point[0] - other[0]).hypot(point[1] - other[1]) >= radius + reach
        };
        within
            && squares(point, radius)
                .all(|square| self.discs.get(&square).is_none_or(|discs| discs.iter().all(apart)))
    }
}

#[allow(clippy::cast_possible_truncation)] // pictures are at most some 100,000 units wide
fn squares(point: Point, radius: f64) -> impl Iterator<Item = [i64; 2]> {
    let index = |unit: f64| (unit / SQUARE).floor() as i64;
    let range = move |axis: usize| index(point[axis] - radius)..=index(point[axis] + radius);
    range(0).flat_map(move |x| range(1).map(move |y| [x, y]))
}
