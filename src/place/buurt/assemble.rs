//! From OpenStreetMap ways and relations to lines and polygons: rings are put together from several ways, holes find
//! their outer ring, and what is broken is counted and left out.

use std::collections::{HashMap, HashSet};

use geo::coordinate_position::{CoordPos, coord_pos_relative_to_ring};
use geo::{
    Area as _, BooleanOps as _, BoundingRect, Contains, Coord, LineString, MultiPolygon, Polygon, Rect,
};

use super::{
    model::{Class, PlaceKind, Position},
    osm::{Extract, Nodes, Relation, Way},
    tags::Meaning,
    tangle,
};
use crate::platform::text::line;

/// So many steps the holes of one surface may take to find their outer rings: a second or two. Those that are left have none.
const MOST_STEPS: usize = 500_000_000;

/// One thing with its shape in degrees, not yet cut.
#[derive(Debug, Clone)]
pub(super) struct Raw {
    pub id: String,
    pub meaning: RawMeaning,
    pub name: Option<String>,
    pub shape: RawShape,
}

/// Drawn as a class, or a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RawMeaning {
    Drawn(Class),
    Place(PlaceKind),
}

/// A shape in degrees.
#[derive(Debug, Clone)]
pub(super) enum RawShape {
    Line(LineString),
    Area(Vec<Polygon>),
    Point(Coord),
}

impl RawShape {
    fn is_tangled(&self) -> bool {
        let tangle = match self {
            Self::Point(_) => None,
            Self::Line(line) => tangle::of_lines(std::iter::once((0, line))),
            Self::Area(parts) => {
                let rings =
                    parts.iter().flat_map(|part| std::iter::once(part.exterior()).chain(part.interiors()));
                tangle::of_lines(rings.map(|ring| (0, ring)))
            }
        };
        tangle.is_some()
    }
}

/// The things of one file.
#[derive(Debug, Default)]
pub(super) struct Assembled {
    pub things: Vec<Raw>,
    /// Rings that do not close, holes without an outer ring, ways with fewer than two known nodes, and what crosses itself so
    /// often that cutting it would take the machine.
    pub broken: usize,
}

impl Assembled {
    /// Gives every kept object its shape.
    pub(super) fn of(extract: &Extract) -> Self {
        let mut assembled = Self::default();
        for node in &extract.places {
            assembled.push(format!("n{}", node.id), &node.meaning, RawShape::Point(coord(node.position)));
        }
        let ways: HashMap<i64, &Way> = extract.ways.iter().map(|way| (way.id, way)).collect();
        let mut lenders = HashSet::new();
        for relation in &extract.relations {
            let lender = relation.meaning.is_nothing().then(|| lender(relation, &ways)).flatten();
            lenders.extend(lender.map(|way| way.id));
            let meaning = lender.map_or(&relation.meaning, |way| &way.meaning);
            assembled.add_relation(relation, meaning, &ways, &extract.nodes);
        }
        for way in extract.ways.iter().filter(|way| !lenders.contains(&way.id)) {
            assembled.add_way(way, &extract.nodes);
        }
        assembled
    }

    fn add_way(&mut self, way: &Way, nodes: &Nodes) {
        if way.meaning.is_nothing() {
            return;
        }
        let line: Vec<Coord> = way.refs.iter().filter_map(|&id| nodes.get(id)).map(coord).collect();
        let closed = way.refs.len() >= 4 && way.refs.first() == way.refs.last();
        let whole = line.len() == way.refs.len();
        let meaning = &way.meaning;
        if line.len() < 2 || (meaning.line.is_none() && !(closed && whole)) {
            self.broken += 1;
        } else if meaning.line.is_some() && !(closed && meaning.area.is_some()) {
            let meaning = Meaning { area: None, ..meaning.clone() };
            self.push(format!("w{}", way.id), &meaning, RawShape::Line(LineString(line)));
        } else {
            let meaning = Meaning { line: None, ..meaning.clone() };
            self.push(
                format!("w{}", way.id),
                &meaning,
                RawShape::Area(vec![Polygon::new(LineString(line), vec![])]),
            );
        }
    }

    fn add_relation(
        &mut self,
        relation: &Relation,
        meaning: &Meaning,
        ways: &HashMap<i64, &Way>,
        nodes: &Nodes,
    ) {
        if meaning.is_nothing() {
            return;
        }
        let mut meets = false;
        let mut rings = |members: &[i64]| {
            // A way that is there twice is there once.
            let mut seen = HashSet::new();
            let members: Vec<i64> = members.iter().copied().filter(|id| seen.insert(*id)).collect();
            let refs = members.iter().filter_map(|id| ways.get(id)).map(|way| way.refs.as_slice());
            let Rings { closed, left_over, meet } = rings(&refs.collect::<Vec<_>>());
            meets |= meet;
            self.broken += left_over + members.iter().filter(|id| !ways.contains_key(id)).count();
            let shapes = closed.into_iter().map(|ring| ring_shape(&ring, nodes));
            shapes.flatten().collect::<Vec<LineString>>()
        };
        let (outer, inner) = (rings(&relation.outer), rings(&relation.inner));
        let together = || outer.iter().chain(&inner).map(|ring| (0, ring));
        let (polygons, lost) = if !meets {
            with_holes(outer, inner, MOST_STEPS)
        } else if tangle::of_lines(together()).is_some() {
            (Vec::new(), 1)
        } else {
            (laid_out(outer, inner), 0)
        };
        self.broken += lost;
        if !polygons.is_empty() {
            self.push(format!("r{}", relation.id), meaning, RawShape::Area(polygons));
        }
    }

    fn push(&mut self, id: String, meaning: &Meaning, shape: RawShape) {
        if shape.is_tangled() {
            self.broken += 1;
            return;
        }
        let name = meaning.name.as_deref().map(|name| line(name).into_owned());
        let drawn = match shape {
            RawShape::Area(_) => meaning.area,
            RawShape::Line(_) => meaning.line,
            RawShape::Point(_) => None,
        };
        if let Some(kind) = meaning.place {
            // A place keeps its own id beside that of the surface it stands on.
            let id = if drawn.is_some() { format!("{id}p") } else { id.clone() };
            self.things.push(Raw {
                id,
                meaning: RawMeaning::Place(kind),
                name: name.clone(),
                shape: shape.clone(),
            });
        }
        if let Some(class) = drawn {
            self.things.push(Raw { id, meaning: RawMeaning::Drawn(class), name, shape });
        }
    }
}

/// The outer way whose tags hold for a relation without its own.
fn lender<'a>(relation: &Relation, ways: &HashMap<i64, &'a Way>) -> Option<&'a Way> {
    relation.outer.iter().filter_map(|id| ways.get(id)).find(|way| way.meaning.area.is_some()).copied()
}

fn coord([x, y]: Position) -> Coord {
    Coord { x, y }
}

fn ring_shape(ring: &[i64], nodes: &Nodes) -> Option<LineString> {
    let coords: Option<Vec<Coord>> = ring.iter().map(|&id| nodes.get(id).map(coord)).collect();
    coords.map(LineString)
}

/// Ways that were joined.
pub(super) struct Rings {
    /// Closed rings, the first node repeated at the end.
    pub closed: Vec<Vec<i64>>,
    /// How many ways do not close.
    pub left_over: usize,
    /// More than two ways come together at a node: which of them belong to one ring cannot be told from their ends.
    pub meet: bool,
}

/// Joins ways end to end into closed rings.
pub(super) fn rings(ways: &[&[i64]]) -> Rings {
    let mut ends: HashMap<i64, Vec<usize>> = HashMap::new();
    for (index, way) in ways.iter().enumerate() {
        for end in [way.first(), way.last()].into_iter().flatten() {
            ends.entry(*end).or_default().push(index);
        }
    }
    let mut used = vec![false; ways.len()];
    let (mut closed, mut left_over) = (Vec::new(), 0);
    for start in 0..ways.len() {
        if used[start] {
            continue;
        }
        used[start] = true;
        let mut ring = ways[start].to_vec();
        let mut taken = 1;
        while ring.first() != ring.last() {
            let next =
                ring.last().and_then(|end| ends.get(end)).and_then(|at| at.iter().find(|&&way| !used[way]));
            let Some(&next) = next else { break };
            used[next] = true;
            taken += 1;
            extend(&mut ring, ways[next]);
        }
        if ring.len() >= 4 && ring.first() == ring.last() {
            closed.push(ring);
        } else {
            left_over += taken;
        }
    }
    let meet = ends.values().any(|at| at.len() > 2);
    Rings { closed, left_over, meet }
}

/// Rings that meet in nodes, laid out anew: what an odd number of outer rings surrounds is inside, however the ways were joined
/// to rings, and what the inner rings surround in the same way is not.
fn laid_out(outer: Vec<LineString>, inner: Vec<LineString>) -> Vec<Polygon> {
    let surrounded = |rings: Vec<LineString>| {
        let mut rings = rings.into_iter();
        let together = Polygon::new(rings.next().unwrap_or(LineString(vec![])), rings.collect());
        together.union(&MultiPolygon(vec![]))
    };
    surrounded(outer).difference(&surrounded(inner)).0
}

/// Adds a way that begins or ends where the ring ends.
fn extend(ring: &mut Vec<i64>, way: &[i64]) {
    if way.first() == ring.last() {
        ring.extend(way.iter().skip(1));
    } else {
        ring.extend(way.iter().rev().skip(1));
    }
}

/// Puts each hole in the smallest outer ring that contains it, as far as the steps go. Returns how many holes have none.
fn with_holes(outer: Vec<LineString>, inner: Vec<LineString>, mut steps: usize) -> (Vec<Polygon>, usize) {
    let mut polygons: Vec<(Polygon, Option<Rect>)> = outer
        .into_iter()
        .map(|ring| {
            let bounds = ring.bounding_rect();
            (Polygon::new(ring, vec![]), bounds)
        })
        .collect();
    polygons.sort_by(|(a, _), (b, _)| a.unsigned_area().total_cmp(&b.unsigned_area()));
    let mut lost = 0;
    for hole in inner {
        let bounds = hole.bounding_rect();
        let home = polygons.iter_mut().find(|(polygon, outside)| {
            steps = steps.saturating_sub(1);
            let fits =
                outside.zip(bounds).is_some_and(|(outer, inner)| outer.contains(&inner) || outer == inner);
            steps > 0 && fits && holds(polygon.exterior(), &hole, &mut steps)
        });
        match home {
            Some((polygon, _)) => polygon.interiors_push(hole),
            None => lost += 1,
        }
    }
    (polygons.into_iter().map(|(polygon, _)| polygon).collect(), lost)
}

/// Whether a hole lies within an outer ring: it may touch it, so one vertex inside is enough.
fn holds(outer: &LineString, hole: &LineString, steps: &mut usize) -> bool {
    hole.0.iter().any(|vertex| {
        let left = steps.checked_sub(outer.0.len());
        *steps = left.unwrap_or(0);
        left.is_some() && coord_pos_relative_to_ring(*vertex, outer) == CoordPos::Inside
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(corners: u32, out: f64) -> LineString {
        let corner = |n: u32| {
            let angle = std::f64::consts::TAU * f64::from(n % corners) / f64::from(corners);
            Coord { x: out * angle.cos(), y: out * angle.sin() }
        };
        (0..=corners).map(corner).collect()
    }

    #[test]
    fn holes_that_have_no_outer_ring_are_not_looked_for_without_end() {
        let (found, lost) = with_holes(vec![ring(40, 2.0)], vec![ring(30, 1.0)], MOST_STEPS);
        assert_eq!((found[0].interiors().len(), lost), (1, 0));
        // Each corner of the hole would be looked for in all of the ring: both are the same.
        let (found, lost) = with_holes(vec![ring(40_000, 1.0)], vec![ring(40_000, 1.0)], 4_000_000);
        assert_eq!((found[0].interiors().len(), lost), (0, 1));
        let (_, lost) = with_holes(vec![ring(4, 1.0); 100], vec![ring(4, 2.0); 100], 1_000);
        assert_eq!(lost, 100);
    }

    #[test]
    fn what_crosses_itself_again_and_again_is_left_out_and_counted() {
        let woven = || LineString::from(tangle::tests::woven(1_600));
        assert!(RawShape::Line(woven()).is_tangled());
        assert!(RawShape::Area(vec![Polygon::new(woven(), vec![])]).is_tangled());
        assert!(!RawShape::Area(vec![Polygon::new(ring(40, 2.0), vec![ring(30, 1.0)])]).is_tangled());
    }
}
