//! Corners that nobody can see: a surveyor's shore has two hundred thousand, and every drawing and every measurement would carry
//! them for ever.

use geo::{Coord, LineString, MultiPolygon, Polygon};

use super::simpler::simplified;

/// A boundary with fewer corners keeps them all.
const MANY: usize = 5_000;
/// Bends smaller than this go, in metres: no more than rounding to six decimals of a degree moves a corner, and a third of what
/// the map itself draws straight.
const UNSEEN_M: f64 = 0.1;
/// So many corners are looked at together: what this takes grows with the number of corners and not with its square.
const TOGETHER: usize = 256;

/// A surface in metres without the bends that nobody sees, where it has very many corners.
pub(super) fn without_unseen(area: MultiPolygon) -> MultiPolygon {
    let corners = |polygon: &Polygon| {
        std::iter::once(polygon.exterior()).chain(polygon.interiors()).map(|ring| ring.0.len()).sum::<usize>()
    };
    if area.iter().map(corners).sum::<usize>() <= MANY {
        return area;
    }
    let thin = |polygon: Polygon| {
        let (outside, holes) = polygon.into_inner();
        Polygon::new(thinner(outside), holes.into_iter().map(thinner).collect())
    };
    area.into_iter().map(thin).collect()
}

fn thinner(ring: LineString) -> LineString {
    let mut kept: Vec<Coord> = Vec::new();
    let mut from = 0;
    while from + 1 < ring.0.len() {
        let to = (from + TOGETHER).min(ring.0.len() - 1);
        let piece = simplified(&LineString(ring.0[from..=to].to_vec()), UNSEEN_M);
        // Pieces share their ends.
        kept.extend(piece.0.iter().skip(usize::from(from > 0)));
        from = to;
    }
    // A ring needs four; what is smaller than a bend stays as it is.
    if kept.len() < 4 { ring } else { LineString(kept) }
}

#[cfg(test)]
mod tests {
    use geo::{Area as _, Distance as _, Euclidean, Point};

    use super::*;

    fn wavy(corners: u32) -> MultiPolygon {
        let corner = |n: u32| {
            let angle = std::f64::consts::TAU * f64::from(n) / f64::from(corners);
            let out = 350.0 + 6.0 * (100.0 * angle).sin();
            Coord { x: out * angle.cos(), y: out * angle.sin() }
        };
        MultiPolygon(vec![Polygon::new((0..corners).map(corner).collect(), Vec::new())])
    }

    #[test]
    fn a_boundary_of_ordinary_size_keeps_every_corner() {
        assert_eq!(without_unseen(wavy(4_999)), wavy(4_999));
    }

    #[test]
    fn of_very_many_corners_those_go_that_nobody_sees() {
        let (before, after) = (wavy(60_000), without_unseen(wavy(60_000)));
        let ring = after.0[0].exterior();
        assert!((500..6_000).contains(&ring.0.len()), "{}", ring.0.len());
        assert_eq!(ring.0.first(), ring.0.last());
        for corner in before.0[0].exterior().0.iter().step_by(97) {
            assert!(Euclidean.distance(&Point(*corner), ring) < UNSEEN_M + 1e-6);
        }
        assert!((before.unsigned_area() - after.unsigned_area()).abs() < 100.0);
    }

    #[test]
    fn a_ring_that_is_smaller_than_a_bend_stays_a_ring() {
        let small = LineString(vec![
            Coord { x: 0.0, y: 0.0 },
            Coord { x: 0.05, y: 0.0 },
            Coord { x: 0.05, y: 0.05 },
            Coord { x: 0.0, y: 0.0 },
        ]);
        let mut area = wavy(6_000);
        area.0[0].interiors_push(small.clone());
        assert_eq!(without_unseen(area).0[0].interiors(), [small]);
    }
}
