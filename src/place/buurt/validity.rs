//! Whether a boundary is a sound surface, and mending what desktop programs leave behind: rings that touch themselves,
//! spikes, parts that share an edge. What lies inside and what outside must follow from it, else it is refused, with the
//! place.
//!
//! The boundary is laid out anew by the even-odd rule, in time n log n: one that meets itself so often that it would take more
//! is refused first. A ring that only touches itself covers as much as
//! its corners say (the shoelace formula); one that crosses itself does not.

use std::collections::HashSet;

use geo::{
    Area as _, BooleanOps as _, Coord, Euclidean, Geometry, Length as _, LineString, MapCoords as _,
    MultiPolygon, Polygon, algorithm::unary_union,
};

use super::{
    area::polygons,
    detail::without_unseen,
    error::RingFault,
    model::{Bbox, Place, Position},
    rows::Rows as _,
    tangle::{self, Tangle},
};

/// One degree of latitude in metres.
const DEGREE_M: f64 = 111_320.0;
/// Surfaces differ when they differ by more than this, in square metres, and …
const HAIR_M2: f64 = 1.0;
/// … by more than this for each metre of edge: a tenth of a millimetre, what laying out anew may move.
const HAIR_M: f64 = 1e-4;

/// The boundary, if it is a sound surface or can be made one; as it was where nothing had to be mended, but for bends that
/// nobody sees where it has very many corners.
///
/// # Errors
/// It crosses or covers itself, a hole lies outside, or it has no surface.
pub(super) fn sound(mut geometry: Geometry) -> Result<Geometry, RingFault> {
    geometry.drop_repeated();
    let bbox = Bbox::of(geometry.positions()).ok_or(RingFault::NoGeometry)?;
    let flat = Flat::at(bbox.centre());
    let given = flat.metres(&geometry);
    if let Some(tangle) = tangle::of_surface(&given) {
        return Err(refused(tangle, &flat));
    }
    let mut parts = Vec::new();
    for polygon in &given {
        parts.extend(part(polygon, &flat)?.0);
    }
    let whole = if parts.len() > 1 { unary_union(&parts) } else { MultiPolygon(parts.clone()) };
    let apart: f64 = parts.iter().map(geo::Area::unsigned_area).sum();
    if apart - whole.unsigned_area() > hair(edge(&given)) {
        return Err(RingFault::Overlap(flat.spot(new_corner(&given, &whole))));
    }
    if whole.unsigned_area() < HAIR_M2 {
        return Err(RingFault::Flat);
    }
    let rings = |all: &MultiPolygon| all.iter().map(|polygon| polygon.interiors().len() + 1).sum::<usize>();
    let same = given.0.len() == whole.0.len() && rings(&given) == rings(&whole);
    // A spike is edge without surface.
    let same = same && (edge(&given) - edge(&whole)).abs() < 0.01 + edge(&given) * 1e-6;
    let laid = if same { given } else { whole };
    let corners = edge_corners(&laid);
    let seen = without_unseen(laid);
    Ok(if same && edge_corners(&seen) == corners { geometry } else { flat.degrees(&seen) })
}

/// Whether a surface may be laid out over another: it has not more corners than a boundary may have, and does not meet itself
/// or the other again and again.
pub fn can_be_laid_out(one: &MultiPolygon, other: &MultiPolygon) -> bool {
    let rings = |all: &'_ MultiPolygon| all.iter().map(|part| part.interiors().len() + 1).sum::<usize>();
    let few = |all: &MultiPolygon| edge_corners(all) + rings(all) <= tangle::MOST_CORNERS;
    few(one) && few(other) && {
        let both: MultiPolygon = one.iter().chain(other).cloned().collect();
        tangle::of_surface(&both).is_none()
    }
}

fn refused(tangle: Tangle, flat: &Flat) -> RingFault {
    match tangle {
        Tangle::Ring(at) => RingFault::Crosses(flat.spot(Some(at))),
        Tangle::Rings(at) => RingFault::Hole(flat.spot(Some(at))),
        Tangle::Parts(at) => RingFault::Overlap(flat.spot(Some(at))),
        Tangle::Close(at) => RingFault::Tangled(flat.spot(Some(at))),
    }
}

fn edge_corners(all: &MultiPolygon) -> usize {
    corners(all).count()
}

/// One polygon, laid out anew.
fn part(polygon: &Polygon, flat: &Flat) -> Result<MultiPolygon, RingFault> {
    let nothing = MultiPolygon::<f64>(Vec::new());
    let alone = |ring: &LineString| Polygon::new(ring.clone(), Vec::new());
    let hair = hair(edge(&MultiPolygon(vec![polygon.clone()])));
    for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
        let ring = alone(ring);
        let covered = ring.union(&nothing);
        if (covered.unsigned_area() - ring.unsigned_area()).abs() > hair {
            let given = MultiPolygon(vec![ring]);
            return Err(RingFault::Crosses(flat.spot(new_corner(&given, &covered))));
        }
    }
    let covered = polygon.union(&nothing);
    let own = |ring: &LineString| alone(ring).unsigned_area();
    let less: f64 = polygon.interiors().iter().map(own).sum();
    if (covered.unsigned_area() - (own(polygon.exterior()) - less)).abs() > hair {
        return Err(RingFault::Hole(flat.spot(stray_hole(polygon))));
    }
    Ok(covered)
}

fn hair(edge: f64) -> f64 {
    HAIR_M2 + HAIR_M * edge
}

/// The length of all rings, in metres.
fn edge(all: &MultiPolygon) -> f64 {
    let rings = all.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    rings.map(|ring| Euclidean.length(ring)).sum()
}

fn corners(all: &MultiPolygon) -> impl Iterator<Item = Coord> + '_ {
    let rings = all.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    rings.flat_map(|ring| ring.0.iter().skip(1).copied())
}

/// A corner that was none before: there two edges cross. Else one that is there twice.
fn new_corner(given: &MultiPolygon, laid: &MultiPolygon) -> Option<Coord> {
    // Metres of a boundary fit.
    #[allow(clippy::cast_possible_truncation)]
    let cell = |at: Coord| ((at.x * 1000.0).round() as i64, (at.y * 1000.0).round() as i64);
    let mut known = HashSet::new();
    let mut twice = None;
    for at in corners(given) {
        if !known.insert(cell(at)) {
            twice = twice.or(Some(at));
        }
    }
    let is_new = |at: &Coord| {
        let (x, y) = cell(*at);
        !(-1..=1).any(|dx| (-1..=1).any(|dy| known.contains(&(x + dx, y + dy))))
    };
    corners(laid).find(is_new).or(twice).or_else(|| corners(given).next())
}

/// A corner of what is outside of all the holes, looked at together: one by one would take the square of them.
fn stray_hole(polygon: &Polygon) -> Option<Coord> {
    let outside = Polygon::new(polygon.exterior().clone(), Vec::new());
    let holes = polygon.interiors().iter().map(|ring| Polygon::new(ring.clone(), Vec::new()));
    let stray = holes.collect::<MultiPolygon>().difference(&outside);
    let first = |ring: &LineString| ring.0.first().copied();
    let stray = stray.iter().find(|piece| piece.unsigned_area() > HAIR_M2);
    stray.and_then(|piece| first(piece.exterior())).or_else(|| polygon.interiors().first().and_then(first))
}

/// Metres round one boundary, good enough to compare surfaces, and exact there and back.
struct Flat {
    centre: Position,
    east: f64,
}

impl Flat {
    fn at(centre: Position) -> Self {
        Self { centre, east: DEGREE_M * centre[1].to_radians().cos().max(0.01) }
    }

    fn metres(&self, geometry: &Geometry) -> MultiPolygon {
        let [lon, lat] = self.centre;
        polygons(geometry).map_coords(|at| Coord { x: (at.x - lon) * self.east, y: (at.y - lat) * DEGREE_M })
    }

    fn place(&self, at: Coord) -> Coord {
        Coord { x: self.centre[0] + at.x / self.east, y: self.centre[1] + at.y / DEGREE_M }
    }

    fn degrees(&self, all: &MultiPolygon) -> Geometry {
        // Slivers that mending left behind would be no rings any more once they are rounded.
        let large = |ring: &LineString| Polygon::new(ring.clone(), Vec::new()).unsigned_area() >= HAIR_M2;
        let polygon = |polygon: &Polygon| {
            let holes = polygon.interiors().iter().filter(|hole| large(hole)).cloned().collect();
            Polygon::new(polygon.exterior().clone(), holes).map_coords(|at| self.place(at))
        };
        let mut parts: Vec<Polygon> = all.iter().filter(|part| large(part.exterior())).map(polygon).collect();
        if parts.len() == 1 {
            Geometry::Polygon(parts.remove(0))
        } else {
            Geometry::MultiPolygon(MultiPolygon(parts))
        }
    }

    fn spot(&self, at: Option<Coord>) -> Place {
        let Coord { x: lon, y: lat } = self.place(at.unwrap_or_default());
        Place { lon, lat }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rings in metres round a place.
    fn polygon(rings: &[&[(f64, f64)]]) -> Polygon {
        let flat = Flat::at([4.9295, 52.35]);
        let ring = |ring: &&[(f64, f64)]| ring.iter().map(|&(x, y)| flat.place(Coord { x, y })).collect();
        let mut rings = rings.iter().map(ring);
        Polygon::new(rings.next().unwrap(), rings.collect())
    }

    fn surface(geometry: &Geometry) -> f64 {
        Flat::at([4.9295, 52.35]).metres(geometry).unsigned_area()
    }

    const SQUARE: [(f64, f64); 5] = [(0.0, 0.0), (400.0, 0.0), (400.0, 400.0), (0.0, 400.0), (0.0, 0.0)];

    #[test]
    fn rings_that_touch_spikes_and_shared_edges_are_mended() {
        let eight =
            [(0.0, 0.0), (200.0, 0.0), (200.0, 200.0), (400.0, 200.0), (400.0, 400.0), (200.0, 400.0)];
        let eight = [&eight[..], &[(200.0, 200.0), (0.0, 200.0), (0.0, 0.0)]].concat();
        let inverted = [(0.0, 0.0), (200.0, 0.0), (120.0, 200.0), (280.0, 200.0), (200.0, 0.0), (400.0, 0.0)];
        let inverted = [&inverted[..], &[(400.0, 400.0), (0.0, 400.0), (0.0, 0.0)]].concat();
        let spike =
            [(0.0, 0.0), (400.0, 0.0), (400.0, 400.0), (200.0, 400.0), (200.0, 520.0), (200.0, 400.0)];
        let spike = [&spike[..], &[(0.0, 400.0), (0.0, 0.0)]].concat();
        let right: Vec<(f64, f64)> = SQUARE.iter().map(|&(x, y)| (x + 400.0, y)).collect();
        for (what, geometry, square_metres, parts) in [
            ("an eight", Geometry::Polygon(polygon(&[&eight])), 80_000.0, 2),
            ("a hole drawn by the outside", Geometry::Polygon(polygon(&[&inverted])), 144_000.0, 1),
            ("a spike", Geometry::Polygon(polygon(&[&spike])), 160_000.0, 1),
            (
                "two parts with an edge together",
                Geometry::MultiPolygon(MultiPolygon(vec![polygon(&[&SQUARE]), polygon(&[&right])])),
                320_000.0,
                1,
            ),
        ] {
            let mended = sound(geometry).unwrap();
            assert!((surface(&mended) - square_metres).abs() < 1.0, "{what}: {}", surface(&mended));
            let found = match &mended {
                Geometry::MultiPolygon(all) => all.0.len(),
                _ => 1,
            };
            assert_eq!(found, parts, "{what}");
            let highest = mended.positions().map(|at| at[1]).fold(f64::MIN, f64::max);
            assert!((highest - 52.35) * DEGREE_M < 401.0, "{what}: the spike is gone");
            assert_eq!(sound(mended.clone()).unwrap(), mended, "{what}: once is enough");
        }
    }

    #[test]
    fn what_is_sound_stays_as_it_is_and_repeated_corners_go() {
        let hole = [(100.0, 100.0), (100.0, 200.0), (200.0, 200.0), (100.0, 100.0)];
        let with_hole = Geometry::Polygon(polygon(&[&SQUARE, &hole]));
        assert_eq!(sound(with_hole.clone()).unwrap(), with_hole);
        let twice: Vec<(f64, f64)> = SQUARE.iter().flat_map(|&at| [at, at, at]).collect();
        let once = Geometry::Polygon(polygon(&[&SQUARE]));
        assert_eq!(sound(Geometry::Polygon(polygon(&[&twice]))).unwrap(), once);
    }

    #[test]
    fn edges_up_and_edges_across_are_refused_before_they_are_laid_out() {
        let ring: Vec<(f64, f64)> =
            tangle::tests::woven(40_000).into_iter().map(|(x, y)| (x * 800.0, y * 800.0)).collect();
        let Err(RingFault::Crosses(at)) = sound(Geometry::Polygon(polygon(&[&ring]))) else { panic!() };
        assert!((at.lon - 4.9295).abs() < 0.02 && (at.lat - 52.35).abs() < 0.01, "{at}");
        let stripes = |turned: bool| {
            let stripe = move |n: u32| {
                let (from, to) = (f64::from(n) * 4.0, f64::from(n) * 4.0 + 2.0);
                let ring = [(from, 0.0), (to, 0.0), (to, 800.0), (from, 800.0), (from, 0.0)];
                let ring = ring.map(|(x, y)| if turned { (y, x) } else { (x, y) });
                polygon(&[&ring])
            };
            (0..200).map(stripe)
        };
        let found = sound(Geometry::MultiPolygon(stripes(false).chain(stripes(true)).collect()));
        assert!(matches!(found, Err(RingFault::Overlap(_))), "{found:?}");
    }

    #[test]
    fn of_very_many_holes_the_one_outside_is_found_at_once() {
        let hole = |n: u32| {
            let (x, y) = (f64::from(n % 100) * 4.0 + 1.0, f64::from(n / 100) * 4.0 + 1.0);
            vec![(x, y), (x + 2.0, y), (x + 2.0, y + 2.0), (x, y)]
        };
        let mut rings = vec![SQUARE.to_vec()];
        rings.extend((0..10_000).map(hole));
        rings.push(vec![(500.0, 0.0), (600.0, 0.0), (600.0, 100.0), (500.0, 0.0)]);
        let rings: Vec<&[(f64, f64)]> = rings.iter().map(Vec::as_slice).collect();
        let found = sound(Geometry::Polygon(polygon(&rings)));
        let Err(RingFault::Hole(at)) = found else { panic!("{found:?}") };
        assert!(at.lon > 4.9295 + 450.0 / 68_000.0, "{at}");
    }

    #[test]
    fn what_crosses_covers_itself_or_has_a_hole_outside_is_refused_with_the_place() {
        let bow = [(0.0, 0.0), (400.0, 400.0), (400.0, 0.0), (0.0, 400.0), (0.0, 0.0)];
        let Err(RingFault::Crosses(at)) = sound(Geometry::Polygon(polygon(&[&bow]))) else { panic!() };
        let middle = Flat::at([4.9295, 52.35]).place(Coord { x: 200.0, y: 200.0 });
        assert!((at.lon - middle.x).abs() < 1e-6 && (at.lat - middle.y).abs() < 1e-6, "{at}");
        let twice = [SQUARE.as_slice(), &SQUARE[1..]].concat();
        assert!(matches!(sound(Geometry::Polygon(polygon(&[&twice]))), Err(RingFault::Crosses(_))));
        let outside = [(500.0, 0.0), (600.0, 0.0), (600.0, 100.0), (500.0, 0.0)];
        let found = sound(Geometry::Polygon(polygon(&[&SQUARE, &outside])));
        assert!(matches!(found, Err(RingFault::Hole(_))), "{found:?}");
        let inside = [(100.0, 100.0), (300.0, 100.0), (300.0, 300.0), (100.0, 100.0)];
        let parts = MultiPolygon(vec![polygon(&[&SQUARE]), polygon(&[&inside])]);
        let found = sound(Geometry::MultiPolygon(parts));
        assert!(matches!(found, Err(RingFault::Overlap(_))), "{found:?}");
        let flat = [(0.0, 0.0), (400.0, 0.0), (200.0, 0.0), (0.0, 0.0)];
        assert_eq!(sound(Geometry::Polygon(polygon(&[&flat]))), Err(RingFault::Flat));
    }
}
