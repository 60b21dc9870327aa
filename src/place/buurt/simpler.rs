//! Lines with fewer corners. The usual way (Douglas and Peucker) calls itself once for each corner that it keeps, as deep as there are
//! corners where a line was made for it: a hundred thousand of them took a server's stack. So long lines are taken in pieces.

use geo::{LineString, Polygon, Simplify as _};

/// So many corners are looked at together: that bounds the depth, and the work to this many for each corner.
const TOGETHER: usize = 500;

/// The line with fewer corners, none of those that are left out further from it than `tolerance` (in its own unit).
pub fn simplified(line: &LineString, tolerance: f64) -> LineString {
    if line.0.len() <= TOGETHER {
        return line.simplify(tolerance);
    }
    let mut corners = Vec::new();
    for from in (0..line.0.len() - 1).step_by(TOGETHER) {
        let to = (from + TOGETHER).min(line.0.len() - 1);
        let piece = LineString(line.0[from..=to].to_vec()).simplify(tolerance);
        // Where a piece begins the one before it ended.
        corners.extend(piece.0.into_iter().skip(usize::from(from > 0)));
    }
    LineString(corners)
}

/// The same of an area; a ring that would be none any more keeps four corners where it is short.
pub(super) fn simplified_area(area: &Polygon, tolerance: f64) -> Polygon {
    let ring = |ring: &LineString| {
        if ring.0.len() <= TOGETHER {
            return Polygon::new(ring.clone(), Vec::new()).simplify(tolerance).exterior().clone();
        }
        simplified(ring, tolerance)
    };
    Polygon::new(ring(area.exterior()), area.interiors().iter().map(ring).collect())
}

#[cfg(test)]
mod tests {
    use super::{TOGETHER, simplified, simplified_area};
    use geo::{Coord, LineString, Polygon, Simplify as _};

    /// Each swing a little smaller than the one before it: the corner that lies furthest off is always the first one.
    fn zigzag(corners: u32) -> LineString {
        let corner = |n: u32| {
            let height = 100.0 - 80.0 * f64::from(n) / f64::from(corners);
            Coord { x: f64::from(n), y: if n.is_multiple_of(2) { height } else { 0.0 } }
        };
        LineString((0..corners).map(corner).collect())
    }

    #[test]
    fn a_line_that_is_made_to_be_looked_at_corner_by_corner_takes_no_stack() {
        let line = zigzag(200_000);
        let many = |line: &LineString| line.0.len() > 150_000;
        assert!(many(&simplified(&line, 3.0)), "hardly a corner of it can be left out");
        assert!(many(simplified_area(&Polygon::new(line, Vec::new()), 3.0).exterior()));
    }

    #[test]
    fn a_long_straight_line_keeps_its_ends_and_one_corner_for_each_piece() {
        let line: LineString = (0..10_001).map(|n| (f64::from(n), 0.0)).collect();
        let simple = simplified(&line, 1.0);
        assert_eq!(simple.0.len(), 10_000 / TOGETHER + 1);
        assert_eq!((simple.0.first(), simple.0.last()), (line.0.first(), line.0.last()));
    }

    #[test]
    fn a_short_line_is_what_the_library_makes_of_it() {
        let line = zigzag(300);
        assert_eq!(simplified(&line, 30.0), line.simplify(30.0));
    }
}
