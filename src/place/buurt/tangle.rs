//! Shapes whose edges meet again and again. Laying one out takes a place for every two edges that cross, so a few hundred kB of
//! edges up and edges across take a gigabyte. That is looked for first, in a tree of the edges, and looking ends as soon as there
//! are more than any drawn shape has: time and memory are those of n log n.

use geo::line_intersection::{LineIntersection, line_intersection};
use geo::{Coord, Line, LineString, MultiPolygon};
use rstar::{AABB, RTree, RTreeObject};

/// So many meetings beyond one for each edge: sound shapes that lie edge to edge have one for each.
const MOST_MEETINGS: usize = 1_000;
/// So many pairs of edges that lie near each other are looked at, and …
const MOST_PAIRS: usize = 2_000_000;
/// … so many more for each edge.
const PAIRS_OF_EACH: usize = 64;
/// So many edges that follow each other are looked at together.
const CHAIN: usize = 8;
/// The most corners of a shape that is laid out at all.
pub(super) const MOST_CORNERS: usize = 200_000;

/// Where a shape is one that is not laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Tangle {
    /// A ring crosses itself, …
    Ring(Coord),
    /// … two rings of one part cross, …
    Rings(Coord),
    /// … or two parts do.
    Parts(Coord),
    /// Edges lie along each other, or close by, more often than can be looked at.
    Close(Coord),
}

/// An edge of a ring, which one it is, and the corners of what lies round it.
#[derive(Debug, Clone, Copy)]
struct Edge {
    line: Line,
    part: usize,
    ring: usize,
    low: Coord,
    high: Coord,
}

impl Edge {
    fn new(line: Line, part: usize, ring: usize) -> Self {
        let Line { start, end } = line;
        let low = Coord { x: start.x.min(end.x), y: start.y.min(end.y) };
        let high = Coord { x: start.x.max(end.x), y: start.y.max(end.y) };
        Self { line, part, ring, low, high }
    }

    fn is_near(&self, other: &Self) -> bool {
        self.low.x <= other.high.x
            && other.low.x <= self.high.x
            && self.low.y <= other.high.y
            && other.low.y <= self.high.y
    }
}

/// Edges that follow each other: a tree of these is smaller than one of edges.
struct Chain {
    first: usize,
    end: usize,
    envelope: AABB<[f64; 2]>,
}

impl Chain {
    fn all(edges: &[Edge]) -> Vec<Self> {
        let chains = edges.chunks(CHAIN).zip((0..edges.len()).step_by(CHAIN));
        let chain = |(edges, first): (&[Edge], usize)| {
            let corners =
                edges.iter().flat_map(|edge| [[edge.low.x, edge.low.y], [edge.high.x, edge.high.y]]);
            let corners: Vec<[f64; 2]> = corners.collect();
            Self { first, end: first + edges.len(), envelope: AABB::from_points(&corners) }
        };
        chains.map(chain).collect()
    }
}

impl RTreeObject for Chain {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        self.envelope
    }
}

/// Whether a surface meets itself so often that it must not be laid out, and where.
pub(super) fn of_surface(surface: &MultiPolygon) -> Option<Tangle> {
    let parts = surface.iter().enumerate();
    let rings = parts.flat_map(|(part, polygon)| {
        std::iter::once(polygon.exterior()).chain(polygon.interiors()).map(move |ring| (part, ring))
    });
    of_lines(rings)
}

/// The same of lines, with the part that each belongs to.
pub(super) fn of_lines<'a>(lines: impl Iterator<Item = (usize, &'a LineString)>) -> Option<Tangle> {
    let mut edges: Vec<Edge> = Vec::new();
    for (ring, (part, line)) in lines.enumerate() {
        let lines = line.lines().filter(|line| line.start != line.end && is_finite(*line));
        edges.extend(lines.map(|line| Edge::new(line, part, ring)));
    }
    let most = edges.len() + MOST_MEETINGS;
    // Few edges have no more meetings than that, even if each met each.
    if edges.len().saturating_mul(edges.len()) / 2 <= most {
        return None;
    }
    let pairs = MOST_PAIRS + PAIRS_OF_EACH * edges.len();
    let mut search = Search { pairs, meetings: most, crossing: None };
    let tree = RTree::bulk_load(Chain::all(&edges));
    for (one, other) in tree.intersection_candidates_with_other_tree(&tree) {
        if one.first > other.first {
            continue;
        }
        search.pairs = search.pairs.saturating_sub(1);
        for (at, edge) in (one.first..).zip(&edges[one.first..one.end]) {
            for other in &edges[other.first.max(at + 1)..other.end.max(at + 1)] {
                if !search.goes_on(edge, other) {
                    return Some(search.crossing.unwrap_or(Tangle::Close(edge.line.start)));
                }
            }
        }
    }
    None
}

/// How much may still be looked at and found, and the first crossing.
struct Search {
    pairs: usize,
    meetings: usize,
    crossing: Option<Tangle>,
}

impl Search {
    /// Looks at two edges; whether there may be more.
    fn goes_on(&mut self, one: &Edge, other: &Edge) -> bool {
        if !one.is_near(other) {
            return true;
        }
        self.pairs = self.pairs.saturating_sub(1);
        if let Some(met) = line_intersection(one.line, other.line) {
            if let LineIntersection::SinglePoint { intersection, is_proper: true } = met {
                self.crossing = self.crossing.or_else(|| Some(between(one, other, intersection)));
            }
            self.meetings = self.meetings.saturating_sub(usize::from(is_meeting(one, other, met)));
        }
        self.pairs > 0 && self.meetings > 0
    }
}

fn is_finite(line: Line) -> bool {
    [line.start, line.end].iter().all(|at| at.x.is_finite() && at.y.is_finite())
}

/// More than two ends that are the same corner: only then laying out makes pieces of an edge.
fn is_meeting(one: &Edge, other: &Edge, met: LineIntersection<f64>) -> bool {
    let is_end = |edge: &Edge, at| edge.line.start == at || edge.line.end == at;
    match met {
        LineIntersection::SinglePoint { is_proper: true, .. } => true,
        LineIntersection::SinglePoint { intersection, .. } => {
            !(is_end(one, intersection) && is_end(other, intersection))
        }
        LineIntersection::Collinear { intersection } => intersection.start != intersection.end,
    }
}

fn between(one: &Edge, other: &Edge, at: Coord) -> Tangle {
    if one.part != other.part {
        Tangle::Parts(at)
    } else if one.ring != other.ring {
        Tangle::Rings(at)
    } else {
        Tangle::Ring(at)
    }
}

/// Rings for the tests of every door.
#[cfg(test)]
pub(crate) mod tests {
    use geo::Polygon;

    use super::*;

    /// A ring that goes `n` times up and down, then `n` times left and right: n² crossings in 4n corners, in a square of side 1.
    pub(crate) fn woven(n: u32) -> Vec<(f64, f64)> {
        let step = |at: u32| f64::from(at) / f64::from(n);
        let mut ring = Vec::new();
        for at in 0..n {
            let ends = if at.is_multiple_of(2) { [0.0, 1.0] } else { [1.0, 0.0] };
            ring.extend(ends.map(|y| (step(at) + 0.1 / f64::from(n), y)));
        }
        for at in 0..n {
            let ends = if at.is_multiple_of(2) { [1.0, 0.0] } else { [0.0, 1.0] };
            ring.extend(ends.map(|x| (x, step(at) + 0.2 / f64::from(n))));
        }
        ring.push(ring[0]);
        ring
    }

    fn line(ring: &[(f64, f64)]) -> LineString {
        ring.iter().copied().collect()
    }

    fn surface(rings: &[&[(f64, f64)]]) -> MultiPolygon {
        MultiPolygon(rings.iter().map(|ring| Polygon::new(line(ring), vec![])).collect())
    }

    #[test]
    fn a_ring_of_edges_up_and_edges_across_is_seen_however_many_there_are() {
        for n in [100, 1_600, 40_000] {
            let Some(Tangle::Ring(at)) = of_surface(&surface(&[&woven(n)])) else { panic!("{n}") };
            assert!((0.0..=1.0).contains(&at.x) && (0.0..=1.0).contains(&at.y), "{at:?}");
        }
    }

    #[test]
    fn what_crosses_seldom_and_what_lies_edge_to_edge_is_left_to_the_others() {
        assert_eq!(of_surface(&surface(&[&woven(20)])), None);
        let corner = |n: u32| {
            let angle = std::f64::consts::TAU * f64::from(n) / 20_000.0;
            let out = 350.0 + 6.0 * (2_000.0 * angle).sin();
            (out * angle.cos(), out * angle.sin())
        };
        let mut wavy: Vec<(f64, f64)> = (0..20_000).map(corner).collect();
        wavy.push(wavy[0]);
        assert_eq!(of_surface(&surface(&[&wavy])), None);
        assert_eq!(of_surface(&surface(&[&wavy, &wavy])), None, "every edge lies on one other");
    }

    #[test]
    fn two_combs_are_told_as_parts_or_as_a_hole() {
        let comb = |turned: bool| {
            let tooth = |at: u32| {
                let x = f64::from(at / 4) + f64::from(at % 4 / 2) / 2.0;
                let y = if matches!(at % 4, 1 | 2) { 100.0 } else { f64::from(turned) };
                if turned { (y, x) } else { (x, y) }
            };
            let mut ring: Vec<(f64, f64)> = (0..400).map(tooth).collect();
            ring.push(ring[0]);
            ring
        };
        let (up, across) = (comb(false), comb(true));
        assert!(matches!(of_surface(&surface(&[&up, &across])), Some(Tangle::Parts(_))));
        let holed = MultiPolygon(vec![Polygon::new(line(&up), vec![line(&across)])]);
        assert!(matches!(of_surface(&holed), Some(Tangle::Rings(_))));
    }

    #[test]
    fn looking_ends_where_nothing_crosses_either() {
        // A flower: every petal ends in one corner.
        let petal = |n: u32| {
            let at = |part: f64| std::f64::consts::TAU * (f64::from(n / 3) + part) / 10_000.0;
            let out = |angle: f64| (angle.cos(), angle.sin());
            [(0.0, 0.0), out(at(0.2)), out(at(0.6))][n as usize % 3]
        };
        let mut flower: Vec<(f64, f64)> = (0..30_000).map(petal).collect();
        flower.push(flower[0]);
        assert!(matches!(of_surface(&surface(&[&flower])), Some(Tangle::Close(_))));
        // The same way, to and fro, each time a little further.
        let mut along: Vec<(f64, f64)> =
            (0..2_000).map(|n: u32| (if n.is_multiple_of(2) { 0.0 } else { f64::from(n) }, 0.0)).collect();
        along.push(along[0]);
        assert!(matches!(of_surface(&surface(&[&along])), Some(Tangle::Close(_))));
    }
}
