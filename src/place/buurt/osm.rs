//! Reading `.osm.pbf` files in several passes, keeping only what lies near the neighbourhoods.
//!
//! A pass decodes one block at a time (at most 32 MB). What stays in memory: the ids of nodes near the
//! neighbourhoods, the multipolygon relations of the file with the ids of their ways, the ways near by, and the places
//! of their nodes.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use osmpbf::{Element, RelMemberType};

use super::{
    error::BuurtError,
    model::{Bbox, Class, Position},
    pbf::PbfFile,
    tags::Meaning,
};

/// Objects are kept when one of their nodes lies within this distance of the rectangle, in metres, so that a long
/// straight stretch across it is not lost.
const REACH: f64 = 1_000.0;
/// The same for water, woods and parks, which may surround a whole neighbourhood.
const WIDE_REACH: f64 = 5_000.0;

/// The kept part of one file.
#[derive(Debug, Default)]
pub(super) struct Extract {
    pub nodes: Nodes,
    pub places: Vec<PlaceNode>,
    pub ways: Vec<Way>,
    pub relations: Vec<Relation>,
}

/// A node that is a place.
#[derive(Debug, Clone)]
pub(super) struct PlaceNode {
    pub id: i64,
    pub position: Position,
    pub meaning: Meaning,
}

/// A way, with the ids of its nodes.
#[derive(Debug, Clone)]
pub(super) struct Way {
    pub id: i64,
    pub refs: Vec<i64>,
    pub meaning: Meaning,
    /// Where its nodes are, in a file that says so with the way (`LocationsOnWays`): most of these nodes are then nowhere else
    /// in it.
    at: Vec<Position>,
}

impl Way {
    fn of(way: &osmpbf::Way<'_>, meaning: Meaning) -> Self {
        let at = way.node_locations().map(|node| [node.lon(), node.lat()]).collect();
        Self { id: way.id(), refs: way.refs().collect(), meaning, at }
    }
}

/// A multipolygon relation, with the ids of its ways.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    pub id: i64,
    pub outer: Vec<i64>,
    pub inner: Vec<i64>,
    pub meaning: Meaning,
}

/// Where nodes are: sorted ids and, beside them, positions.
#[derive(Debug, Default)]
pub(super) struct Nodes {
    ids: Vec<i64>,
    positions: Vec<Option<Position>>,
}

impl Nodes {
    pub(super) fn wanted(mut ids: Vec<i64>) -> Self {
        ids.sort_unstable();
        ids.dedup();
        let positions = vec![None; ids.len()];
        Self { ids, positions }
    }

    pub(super) fn set(&mut self, id: i64, position: Position) {
        if let Ok(index) = self.ids.binary_search(&id) {
            self.positions[index] = Some(position);
        }
    }

    pub(super) fn get(&self, id: i64) -> Option<Position> {
        self.ids.binary_search(&id).ok().and_then(|index| self.positions[index])
    }
}

impl Extract {
    /// Reads what lies near a rectangle.
    ///
    /// # Errors
    /// Not a PBF file, ends too early, damaged, or needs what this reader cannot do.
    pub(super) fn read(path: &Path, bbox: Bbox) -> Result<Self, BuurtError> {
        let mut reader = PbfFile::open(path)?;
        let mut extract = Self::default();
        let near = extract.first_pass(&mut reader, bbox)?;
        extract.way_pass(&reader, &near)?;
        drop(near);
        extract.missing_members_pass(&reader)?;
        extract.node_pass(&reader)?;
        Ok(extract)
    }

    /// Nodes near by, places, and every multipolygon relation that would be drawn.
    fn first_pass(&mut self, reader: &mut PbfFile<'_>, bbox: Bbox) -> Result<Near, BuurtError> {
        let (near, wide) = (bbox.widened(REACH), bbox.widened(WIDE_REACH));
        let mut found = Near { close: Vec::new(), wide: Vec::new(), boxes: [near, wide] };
        let mut versions = Versions::default();
        let mut node = |id, position, meaning: &dyn Fn() -> Meaning| {
            if wide.contains(position) {
                found.wide.push(id);
            }
            if near.contains(position) {
                found.close.push(id);
                let meaning = meaning();
                if meaning.place.is_some() {
                    self.places.push(PlaceNode { id, position, meaning });
                }
            }
        };
        let relations = &mut self.relations;
        reader.first(|element| {
            versions.add(&element);
            match element {
                Element::Node(n) => node(n.id(), [n.lon(), n.lat()], &|| Meaning::of(n.tags())),
                Element::DenseNode(n) => node(n.id(), [n.lon(), n.lat()], &|| Meaning::of(n.tags())),
                Element::Relation(relation) => relations.extend(Relation::of(&relation)),
                Element::Way(_) => {}
            }
        })?;
        if versions.several {
            return Err(reader.history());
        }
        found.close.sort_unstable();
        found.wide.sort_unstable();
        Ok(found)
    }

    /// Ways near by that mean something or belong to a relation that does; relations without any such way go.
    fn way_pass(&mut self, reader: &PbfFile<'_>, near: &Near) -> Result<(), BuurtError> {
        let mut members: HashMap<i64, bool> = HashMap::new();
        for relation in &self.relations {
            for id in relation.ways() {
                *members.entry(id).or_default() |= may_surround(&relation.meaning);
            }
        }
        let ways = &mut self.ways;
        reader.again(
            |block| block.ways,
            |element| {
                let Element::Way(way) = element else { return };
                let meaning = Meaning::of(way.tags());
                let member = members.get(&way.id()).copied();
                let wanted = !meaning.is_nothing() || member.is_some();
                if wanted && near.has(&way, may_surround(&meaning) || member == Some(true)) {
                    ways.push(Way::of(&way, meaning));
                }
            },
        )?;
        let kept: HashSet<i64> = self.ways.iter().map(|way| way.id).collect();
        self.relations.retain(|relation| relation.ways().any(|id| kept.contains(&id)));
        Ok(())
    }

    /// The ways further away of relations that are kept: a pond or park must be whole before it is cut.
    fn missing_members_pass(&mut self, reader: &PbfFile<'_>) -> Result<(), BuurtError> {
        let kept: HashSet<i64> = self.ways.iter().map(|way| way.id).collect();
        let members = self.relations.iter().flat_map(Relation::ways);
        let missing: HashSet<i64> = members.filter(|id| !kept.contains(id)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let ways = &mut self.ways;
        reader.again(
            |block| block.ways,
            |element| {
                if let Element::Way(way) = element
                    && missing.contains(&way.id())
                {
                    ways.push(Way::of(&way, Meaning::default()));
                }
            },
        )
    }

    /// The positions of all nodes that kept ways use.
    fn node_pass(&mut self, reader: &PbfFile<'_>) -> Result<(), BuurtError> {
        self.nodes = Nodes::wanted(self.ways.iter().flat_map(|way| way.refs.iter().copied()).collect());
        let nodes = &mut self.nodes;
        for way in &mut self.ways {
            for (id, position) in way.refs.iter().zip(std::mem::take(&mut way.at)) {
                nodes.set(*id, position);
            }
        }
        reader.again(
            |block| block.nodes,
            |element| match element {
                Element::Node(node) => nodes.set(node.id(), [node.lon(), node.lat()]),
                Element::DenseNode(node) => nodes.set(node.id(), [node.lon(), node.lat()]),
                _ => {}
            },
        )
    }
}

/// Sorted ids of the nodes within each reach, and the rectangles.
struct Near {
    close: Vec<i64>,
    wide: Vec<i64>,
    boxes: [Bbox; 2],
}

impl Near {
    /// Whether one of the nodes of a way lies within the reach.
    fn has(&self, way: &osmpbf::Way<'_>, wide: bool) -> bool {
        let (ids, rectangle) = if wide { (&self.wide, self.boxes[1]) } else { (&self.close, self.boxes[0]) };
        way.refs().any(|id| ids.binary_search(&id).is_ok())
            || way.node_locations().any(|node| rectangle.contains([node.lon(), node.lat()]))
    }
}

/// Whether something is in the file in more than one version, or as deleted: such a file has the history of the map, also without
/// saying so in its head. Versions of one thing stand behind each other.
#[derive(Default)]
struct Versions {
    last: Option<(u8, i64, i32)>,
    several: bool,
}

impl Versions {
    fn add(&mut self, element: &Element<'_>) {
        let of = |kind, id, info: osmpbf::Info<'_>| (kind, id, info.version().unwrap_or(0), info.deleted());
        let (kind, id, version, deleted) = match element {
            Element::Node(node) => of(0, node.id(), node.info()),
            Element::DenseNode(node) => {
                let (version, deleted) =
                    node.info().map_or((0, false), |info| (info.version(), info.deleted()));
                (0, node.id(), version, deleted)
            }
            Element::Way(way) => of(1, way.id(), way.info()),
            Element::Relation(relation) => of(2, relation.id(), relation.info()),
        };
        let again = self.last.is_some_and(|last| (last.0, last.1) == (kind, id) && last.2 != version);
        self.several |= deleted || again;
        self.last = Some((kind, id, version));
    }
}

/// Whether such a thing can be large enough to lie all round a neighbourhood.
fn may_surround(meaning: &Meaning) -> bool {
    matches!(meaning.area, Some(Class::Water | Class::Wood | Class::Green))
}

impl Relation {
    fn of(relation: &osmpbf::Relation<'_>) -> Option<Self> {
        let kind = relation.tags().find(|(key, _)| *key == "type").map(|(_, value)| value);
        let meaning = Meaning::of(relation.tags());
        if !Meaning::is_multipolygon(kind) {
            return None;
        }
        let (mut outer, mut inner) = (Vec::new(), Vec::new());
        for member in relation.members().filter(|member| member.member_type == RelMemberType::Way) {
            let inside = member.role().is_ok_and(|role| role == "inner");
            if inside { &mut inner } else { &mut outer }.push(member.member_id);
        }
        let drawn = meaning.area.is_some() || meaning.place.is_some();
        // Of old, the tags stood on the outer way instead of the relation.
        let inherits = meaning.is_nothing() && !inner.is_empty();
        (drawn || inherits).then_some(Self { id: relation.id(), outer, inner, meaning })
    }

    fn ways(&self) -> impl Iterator<Item = i64> {
        self.outer.iter().chain(&self.inner).copied()
    }
}
