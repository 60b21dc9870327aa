//! Reading `.osm.pbf` files in several passes, keeping only what lies near the neighbourhoods.
//!
//! A pass decodes one block at a time (at most 32 MB). What stays in memory: the ids of nodes near the
//! neighbourhoods, the multipolygon relations of the file with the ids of their ways, the ways near by, and the places
//! of their nodes.

use std::{
    cell::Cell,
    collections::{HashMap, HashSet},
    fs::File,
    io::{BufReader, SeekFrom},
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::Once,
};

use osmpbf::{BlobDecode, BlobReader, BlobType, ByteOffset, Element, PrimitiveBlock, RelMemberType};

use super::{
    error::BuurtError,
    model::{Bbox, Class, Position},
    tags::Meaning,
};

/// Objects are kept when one of their nodes lies within this distance of the rectangle, in metres, so that a long
/// straight stretch across it is not lost.
const REACH: f64 = 1_000.0;
/// The same for water, woods and parks, which may surround a whole neighbourhood.
const WIDE_REACH: f64 = 5_000.0;
/// The format's own limit for a block.
const MAX_BLOCK: i64 = 32 * 1024 * 1024;
/// What a file may require of its reader.
const KNOWN_FEATURES: [&str; 4] =
    ["OsmSchema-V0.6", "DenseNodes", "HistoricalInformation", "LocationsOnWays"];

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
        let mut found = Near::default();
        let mut node = |id, position, meaning: &dyn Fn() -> Meaning| {
            if wide.contains(position) {
                found.wide.push(id);
            }
            if near.contains(position) {
                found.near.push(id);
                let meaning = meaning();
                if meaning.place.is_some() {
                    self.places.push(PlaceNode { id, position, meaning });
                }
            }
        };
        let relations = &mut self.relations;
        reader.first(|element| match element {
            Element::Node(n) => node(n.id(), [n.lon(), n.lat()], &|| Meaning::of(n.tags())),
            Element::DenseNode(n) => node(n.id(), [n.lon(), n.lat()], &|| Meaning::of(n.tags())),
            Element::Relation(relation) => relations.extend(Relation::of(&relation)),
            Element::Way(_) => {}
        })?;
        found.near.sort_unstable();
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
                let ids =
                    if may_surround(&meaning) || member == Some(true) { &near.wide } else { &near.near };
                let wanted = !meaning.is_nothing() || member.is_some();
                if wanted && way.refs().any(|id| ids.binary_search(&id).is_ok()) {
                    ways.push(Way { id: way.id(), refs: way.refs().collect(), meaning });
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
                    let meaning = Meaning::default();
                    ways.push(Way { id: way.id(), refs: way.refs().collect(), meaning });
                }
            },
        )
    }

    /// The positions of all nodes that kept ways use.
    fn node_pass(&mut self, reader: &PbfFile<'_>) -> Result<(), BuurtError> {
        self.nodes = Nodes::wanted(self.ways.iter().flat_map(|way| way.refs.iter().copied()).collect());
        let nodes = &mut self.nodes;
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

/// Sorted ids of the nodes within each reach.
#[derive(Default)]
struct Near {
    near: Vec<i64>,
    wide: Vec<i64>,
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

/// A file whose blocks have been found to be complete.
struct PbfFile<'a> {
    path: &'a Path,
    blocks: Vec<Block>,
}

/// Where a block begins; what it holds is noted in the first pass, so that later ones can skip it.
struct Block {
    offset: ByteOffset,
    nodes: bool,
    ways: bool,
}

impl<'a> PbfFile<'a> {
    /// Walks over the block headers: a file that was cut off, or is something else, is found here.
    fn open(path: &'a Path) -> Result<Self, BuurtError> {
        let length = std::fs::metadata(path).map(|found| found.len());
        let length = length.map_err(|source| BuurtError::Read { path: path.to_owned(), source })?;
        let mut file = Self { path, blocks: Vec::new() };
        let mut reader = file.reader()?;
        let mut end = 0;
        while let Some(header) = reader.next_header_skip_blob() {
            let (header, offset) = header.map_err(|error| file.decoding(&error, end == 0))?;
            let size = i64::from(header.get_blob_size());
            let offset = offset.filter(|_| (0..=MAX_BLOCK).contains(&size));
            let offset = offset.ok_or_else(|| file.broken("onmogelijke bloklengte"))?;
            if end == 0 && header.blob_type() != BlobType::OsmHeader {
                return Err(BuurtError::NotPbf { path: path.to_owned() });
            }
            file.blocks.push(Block { offset, nodes: false, ways: false });
            end = reader.seek_raw(SeekFrom::Current(0)).map_err(|error| file.decoding(&error, false))?;
        }
        if file.blocks.is_empty() {
            return Err(BuurtError::NotPbf { path: path.to_owned() });
        }
        if end != length {
            return Err(file.broken("het einde ontbreekt"));
        }
        Ok(file)
    }

    fn reader(&self) -> Result<BlobReader<BufReader<File>>, BuurtError> {
        let file = File::open(self.path);
        let file = file.map_err(|source| BuurtError::Read { path: self.path.to_owned(), source })?;
        BlobReader::new_seekable(BufReader::new(file)).map_err(|error| self.decoding(&error, false))
    }

    /// Calls `visit` with every element of the file, and notes which blocks hold nodes and ways.
    fn first(&mut self, mut visit: impl FnMut(Element<'_>)) -> Result<(), BuurtError> {
        let mut blocks = std::mem::take(&mut self.blocks);
        let mut reader = self.reader()?;
        for block in &mut blocks {
            let (mut nodes, mut ways) = (false, false);
            self.visit_block(&mut reader, block.offset, &mut |element| {
                nodes |= matches!(element, Element::Node(_) | Element::DenseNode(_));
                ways |= matches!(element, Element::Way(_));
                visit(element);
            })?;
            (block.nodes, block.ways) = (nodes, ways);
        }
        self.blocks = blocks;
        Ok(())
    }

    /// Calls `visit` with every element of the blocks that are wanted.
    fn again(
        &self,
        wanted: impl Fn(&Block) -> bool,
        mut visit: impl FnMut(Element<'_>),
    ) -> Result<(), BuurtError> {
        let mut reader = self.reader()?;
        self.blocks
            .iter()
            .filter(|block| wanted(block))
            .try_for_each(|block| self.visit_block(&mut reader, block.offset, &mut visit))
    }

    fn visit_block(
        &self,
        reader: &mut BlobReader<BufReader<File>>,
        offset: ByteOffset,
        visit: &mut impl FnMut(Element<'_>),
    ) -> Result<(), BuurtError> {
        let blob = reader.blob_from_offset(offset).map_err(|error| self.decoding(&error, false))?;
        match blob.decode().map_err(|error| self.decoding(&error, false))? {
            BlobDecode::OsmHeader(header) => self.check_features(header.required_features()),
            BlobDecode::OsmData(block) => self.visit_elements(&block, visit),
            BlobDecode::Unknown(_) => Ok(()),
        }
    }

    /// The decoder adds up deltas unchecked and unwraps enumerations: a damaged or malicious block makes it panic. That
    /// ends here as an error, and silently. `visit` may have seen a part of the block; its caller drops everything on
    /// an error.
    fn visit_elements(
        &self,
        block: &PrimitiveBlock,
        visit: &mut impl FnMut(Element<'_>),
    ) -> Result<(), BuurtError> {
        quietly(|| block.for_each_element(visit))
            .map_err(|()| self.broken("een blok bevat onmogelijke getallen"))
    }

    fn check_features(&self, required: &[String]) -> Result<(), BuurtError> {
        match required.iter().find(|feature| !KNOWN_FEATURES.contains(&feature.as_str())) {
            Some(feature) => {
                Err(BuurtError::UnsupportedPbf { path: self.path.to_owned(), feature: feature.clone() })
            }
            None => Ok(()),
        }
    }

    fn decoding(&self, error: &osmpbf::Error, first: bool) -> BuurtError {
        if first {
            BuurtError::NotPbf { path: self.path.to_owned() }
        } else {
            self.broken(&error.to_string())
        }
    }

    fn broken(&self, detail: &str) -> BuurtError {
        BuurtError::BrokenPbf { path: self.path.to_owned(), detail: detail.to_owned() }
    }
}

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work`; a panic in it is an error, and is not reported by this thread's panic hook.
fn quietly(work: impl FnOnce()) -> Result<(), ()> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                usual(info);
            }
        }));
    });
    QUIET.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    QUIET.set(false);
    outcome.map_err(|_| ())
}
