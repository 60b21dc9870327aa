//! A boundary and so many metres round it, in time n log n whatever the number of corners.
//!
//! The edge is taken in pieces of a few metres. Of each piece only its convex hull matters: round a piece of d metres
//! across, at r metres, the two differ by at most d²/8r, which is 5 cm for 8 m at 150 m. A hull widened is a hull again;
//! those are joined two by two. What lies further inside than the margin follows from every piece's first corner alone.

use geo::{
    BooleanOps as _, ConvexHull as _, Coord, LineString, MultiPoint, MultiPolygon, Point, Polygon,
    algorithm::unary_union,
};

use super::error::RingFault;

/// The sides of a circle: at 150 m its arcs are 18 cm off at most.
const SIDES: u32 = 64;
/// A piece of edge is so many metres across, or one straight stretch.
const PIECE_M: f64 = 8.0;
/// More pieces than this are made larger …
const MOST_PIECES: usize = 20_000;
/// … up to this many metres, which at 150 m is 85 cm off: no thicker than a line on the map.
const LARGEST_PIECE_M: f64 = 32.0;
/// Joined in one go.
const TOGETHER: usize = 16;

/// A surface in metres and `metres` round it.
///
/// # Errors
/// An edge that is too long for any buurt.
pub(super) fn around(area: &MultiPolygon, metres: f64) -> Result<MultiPolygon, RingFault> {
    let mut size = PIECE_M;
    let mut pieces = pieces(area, size);
    while pieces.len() > MOST_PIECES {
        size *= 2.0;
        if size > LARGEST_PIECE_M {
            return Err(RingFault::TooRagged(MOST_PIECES));
        }
        pieces = self::pieces(area, size);
    }
    let circle: Vec<Coord> = (0..SIDES)
        .map(|side| {
            let angle = std::f64::consts::TAU * f64::from(side) / f64::from(SIDES);
            Coord { x: metres * angle.cos(), y: metres * angle.sin() }
        })
        .collect();
    let mut joined: Vec<MultiPolygon> = pieces
        .chunks(TOGETHER)
        .map(|some| unary_union(&some.iter().map(|piece| widened(piece, &circle)).collect::<Vec<_>>()))
        .collect();
    while joined.len() > 1 {
        joined = joined.chunks(2).map(unary_union).collect();
    }
    let edge = joined.pop().unwrap_or_else(|| MultiPolygon(Vec::new()));
    Ok(edge.union(&core(area, size)))
}

/// The rings as pieces of edge; each begins where the one before it ends.
fn pieces(area: &MultiPolygon, size: f64) -> Vec<Vec<Coord>> {
    rings(area).flat_map(|ring| pieces_of(ring, size)).collect()
}

fn rings(area: &MultiPolygon) -> impl Iterator<Item = &LineString> {
    area.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()))
}

fn pieces_of(ring: &LineString, size: f64) -> Vec<Vec<Coord>> {
    let mut all = Vec::new();
    let Some(&first) = ring.0.first() else { return all };
    let (mut piece, mut low, mut high) = (vec![first], first, first);
    for &corner in &ring.0[1..] {
        let (below, above) = (
            Coord { x: low.x.min(corner.x), y: low.y.min(corner.y) },
            Coord { x: high.x.max(corner.x), y: high.y.max(corner.y) },
        );
        let fits = (above.x - below.x).hypot(above.y - below.y) <= size;
        if fits || piece.len() == 1 {
            piece.push(corner);
            (low, high) = (below, above);
        } else {
            let last = piece[piece.len() - 1];
            all.push(std::mem::replace(&mut piece, vec![last, corner]));
            (low, high) = (
                Coord { x: last.x.min(corner.x), y: last.y.min(corner.y) },
                Coord { x: last.x.max(corner.x), y: last.y.max(corner.y) },
            );
        }
    }
    all.push(piece);
    all
}

/// The convex hull of a piece, and a circle round each of its corners: the sides of both, one after the other by direction (the
/// Minkowski sum of two convex rings).
fn widened(piece: &[Coord], circle: &[Coord]) -> Polygon {
    let hull = MultiPoint(piece.iter().copied().map(Point).collect()).convex_hull();
    let corners = &hull.exterior().0[1..];
    let mut sides: Vec<(f64, Coord)> = sides(corners).chain(sides(circle)).collect();
    sides.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let mut at = lowest(corners) + lowest(circle);
    let corner = |(_, side)| {
        at = at + side;
        at
    };
    Polygon::new(sides.into_iter().map(corner).collect(), Vec::new())
}

/// The sides of a ring that runs against the clock, each with its direction in radians from the east.
fn sides(ring: &[Coord]) -> impl Iterator<Item = (f64, Coord)> + '_ {
    let next = ring.iter().cycle().skip(1);
    let sides = ring.iter().zip(next).map(|(from, to)| *to - *from);
    sides.map(|side| (side.y.atan2(side.x).rem_euclid(std::f64::consts::TAU), side))
}

/// The southernmost corner of a ring, and of two the western one: there the directions begin.
fn lowest(ring: &[Coord]) -> Coord {
    let order = |a: &&Coord, b: &&Coord| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x));
    ring.iter().min_by(order).copied().unwrap_or_default()
}

/// The inside, by the first corner of each piece: nowhere further from the edge than a piece is across.
fn core(area: &MultiPolygon, size: f64) -> MultiPolygon {
    let nothing = MultiPolygon::<f64>(Vec::new());
    let thin = |ring: &LineString| {
        let corners: Vec<Coord> = pieces_of(ring, size).iter().map(|piece| piece[0]).collect();
        (corners.len() > 2).then_some(LineString(corners))
    };
    let mut all: Vec<MultiPolygon> = Vec::new();
    for polygon in area {
        let Some(outside) = thin(polygon.exterior()) else { continue };
        let holes = polygon.interiors().iter().filter_map(thin).collect();
        all.push(Polygon::new(outside, holes).union(&nothing));
    }
    unary_union(&all)
}

#[cfg(test)]
mod tests {
    use geo::{Area as _, Contains as _, Distance as _, Euclidean};
    use proptest::prelude::*;

    use super::*;
    use crate::place::buurt::tests::worked;

    /// A ring of so many corners that goes in and out by `wave` metres.
    fn wavy(corners: u32, radius: f64, wave: f64, waves: f64) -> MultiPolygon {
        let corner = |n: u32| {
            let angle = std::f64::consts::TAU * f64::from(n) / f64::from(corners);
            let out = radius + wave * (waves * angle).sin();
            Coord { x: out * angle.cos(), y: out * angle.sin() }
        };
        MultiPolygon(vec![Polygon::new((0..corners).map(corner).collect(), Vec::new())])
    }

    /// No corner of the margin lies nearer to the boundary, or further from it, than it says.
    fn holds(area: &MultiPolygon, metres: f64) {
        let round = around(area, metres).unwrap();
        for ring in rings(&round) {
            for corner in &ring.0 {
                let away = Euclidean.distance(&Point(*corner), area);
                let least = metres * (1.0 - 0.0013);
                assert!((least..=metres + 0.06).contains(&away), "{away} for {metres}");
            }
        }
        for polygon in area {
            for corner in &polygon.exterior().0 {
                assert!(round.contains(&Point(*corner)));
            }
        }
    }

    #[test]
    fn a_piece_is_widened_to_the_hull_of_circles_round_its_corners() {
        let circle: Vec<Coord> = (0..SIDES)
            .map(|side| f64::from(side) * std::f64::consts::TAU / f64::from(SIDES))
            .map(|angle| Coord { x: 150.0 * angle.cos(), y: 150.0 * angle.sin() })
            .collect();
        for piece in [
            vec![(3.0, 4.0)],
            vec![(3.0, 4.0), (3.0, 4.0)],
            vec![(0.0, 0.0), (90.0, 0.0)],
            vec![(0.0, 0.0), (0.0, -90.0)],
            vec![(0.0, 0.0), (4.0, 1.0), (2.0, -3.0), (1.0, -1.0), (5.0, -4.0)],
            vec![(0.0, 0.0), (3.0, 0.0), (3.0, 3.0), (0.0, 3.0)],
        ] {
            let piece: Vec<Coord> = piece.into_iter().map(Coord::from).collect();
            let round = piece.iter().flat_map(|corner| circle.iter().map(|step| Point(*corner + *step)));
            let (hull, wide) = (MultiPoint(round.collect()).convex_hull(), widened(&piece, &circle));
            assert!((hull.unsigned_area() - wide.unsigned_area()).abs() < 1e-6, "{piece:?}");
            assert!(hull.difference(&wide).unsigned_area() < 1e-3, "{piece:?}");
        }
    }

    #[test]
    fn a_square_is_widened_to_a_square_with_round_corners() {
        let square = MultiPolygon(vec![Polygon::new(
            LineString::from(vec![(0.0, 0.0), (400.0, 0.0), (400.0, 400.0), (0.0, 400.0), (0.0, 0.0)]),
            Vec::new(),
        )]);
        let round = around(&square, 150.0).unwrap();
        let wanted = 400.0 * 400.0 + 4.0 * 400.0 * 150.0 + std::f64::consts::PI * 150.0 * 150.0;
        assert!((round.unsigned_area() - wanted).abs() < 150.0, "{}", round.unsigned_area() - wanted);
        assert_eq!((round.0.len(), round.0[0].interiors().len()), (1, 0));
        holds(&square, 150.0);
    }

    #[test]
    fn a_hole_becomes_smaller_or_is_gone() {
        let ring = |side: f64| {
            LineString::from(vec![(-side, -side), (side, -side), (side, side), (-side, side), (-side, -side)])
        };
        let with_hole = |side| MultiPolygon(vec![Polygon::new(ring(1000.0), vec![ring(side)])]);
        let large = around(&with_hole(500.0), 150.0).unwrap();
        assert!(
            (Polygon::new(large.0[0].interiors()[0].clone(), Vec::new()).unsigned_area() - 490_000.0).abs()
                < 1.0
        );
        assert!(around(&with_hole(140.0), 150.0).unwrap().0[0].interiors().is_empty());
        holds(&with_hole(500.0), 150.0);
    }

    #[test]
    fn many_corners_take_no_more_than_their_share_of_time() {
        let time = |corners| {
            let area = wavy(corners, 350.0, 6.0, 400.0);
            let before = worked();
            let round = around(&area, 150.0).unwrap();
            assert_eq!(round.0.len(), 1);
            worked().saturating_sub(before)
        };
        let (few, many) = (time(15_000), time(190_000));
        println!("15,000 corners: {few:?}, 190,000: {many:?}");
        assert!(many < few * 40, "{few:?} for 15,000, {many:?} for 190,000");
    }

    /// A square whose upper side has so many teeth.
    fn comb(teeth: u32, wide: f64, deep: f64) -> MultiPolygon {
        let pitch = wide / f64::from(teeth);
        let tooth = |n: u32| {
            let x = f64::from(n) * pitch;
            [(0.6, 800.0), (0.5, 800.0 + deep), (0.1, 800.0 + deep), (0.0, 800.0)]
                .map(|(at, y)| Coord { x: x + pitch * at, y })
        };
        let foot = [Coord { x: 0.0, y: 0.0 }, Coord { x: wide, y: 0.0 }];
        let ring = foot.into_iter().chain((0..teeth).rev().flat_map(tooth)).collect();
        MultiPolygon(vec![Polygon::new(ring, Vec::new())])
    }

    #[test]
    fn a_comb_takes_no_more_than_its_share_of_time() {
        let time = |teeth| {
            let area = comb(teeth, 1_500.0, 30.0);
            let before = worked();
            assert_eq!(around(&area, 150.0).unwrap().0.len(), 1);
            worked().saturating_sub(before)
        };
        let (few, many) = (time(500), time(4_000));
        println!("500 teeth: {few:?}, 4,000: {many:?}");
        assert!(many < few * 16, "{few:?} for 500 teeth, {many:?} for 4,000");
    }

    #[test]
    fn an_edge_that_is_longer_than_any_is_refused() {
        assert_eq!(
            around(&wavy(190_000, 20_000.0, 4_000.0, 40_000.0), 150.0),
            Err(RingFault::TooRagged(20_000))
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn the_margin_is_as_wide_as_it_says(
            out in proptest::collection::vec(100.0..900.0_f64, 5..60),
            metres in 60.0..200.0_f64,
        ) {
            let count = u32::try_from(out.len()).unwrap();
            let corner = |(n, out): (u32, &f64)| {
                let angle = std::f64::consts::TAU * f64::from(n) / f64::from(count);
                Coord { x: out * angle.cos(), y: out * angle.sin() }
            };
            let ring: LineString = (0..).zip(&out).map(corner).collect();
            holds(&MultiPolygon(vec![Polygon::new(ring, Vec::new())]), metres);
        }
    }
}
