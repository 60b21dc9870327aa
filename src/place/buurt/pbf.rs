//! The blocks of a `.osm.pbf` file, one at a time.

use std::{
    fs::File,
    io::{BufReader, Read as _, SeekFrom},
    path::Path,
};

use osmpbf::{BlobDecode, BlobReader, BlobType, ByteOffset, Element, PrimitiveBlock};

use super::{error::BuurtError, packing::packing};
use crate::platform::panics::quietly;

/// The format's own limit for a block.
const MAX_BLOCK: i64 = 32 * 1024 * 1024;
/// So many things, corners and members of things may stand in a file for each of its bytes: real files have less than one, a file
/// that was made to unpack to very much has hundreds.
const PARTS_IN_A_BYTE: u64 = 4;
/// As many may stand in any file.
const FREE_PARTS: u64 = 64_000;
/// What a file may require of its reader.
const KNOWN_FEATURES: [&str; 3] = ["OsmSchema-V0.6", "DenseNodes", "LocationsOnWays"];
/// With this a file has every version of everything.
const HISTORY: &str = "HistoricalInformation";

/// A file whose blocks have been found to be complete.
pub(super) struct PbfFile<'a> {
    path: &'a Path,
    blocks: Vec<Block>,
}

/// Where a block begins; what it holds is noted in the first pass, so that later ones can skip it.
pub(super) struct Block {
    offset: ByteOffset,
    pub nodes: bool,
    pub ways: bool,
}

impl<'a> PbfFile<'a> {
    /// Walks over the block headers: a file that was cut off, or is something else, is found here.
    pub(super) fn open(path: &'a Path) -> Result<Self, BuurtError> {
        let length = std::fs::metadata(path).map(|found| found.len());
        let length = length.map_err(|source| BuurtError::Read { path: path.to_owned(), source })?;
        let mut file = Self { path, blocks: Vec::new() };
        let mut reader = file.reader()?;
        let mut packed = BufReader::new(file.opened()?);
        let mut end = 0;
        while let Some(header) = reader.next_header_skip_blob() {
            let (header, offset) = header.map_err(|error| file.decoding(&error, end == 0))?;
            let size = i64::from(header.get_blob_size());
            let offset = offset.filter(|_| (0..=MAX_BLOCK).contains(&size));
            let offset = offset.ok_or_else(|| file.broken("onmogelijke bloklengte"))?;
            if end == 0 && header.blob_type() != BlobType::OsmHeader {
                return Err(no_pbf(path));
            }
            // Before anything is unpacked: what the format allows, and no more.
            let unpacked = packing(&mut packed, offset.0).and_then(|found| found.unpacked).unwrap_or(0);
            if unpacked > MAX_BLOCK.cast_unsigned() {
                return Err(file.broken("een blok pakt uit tot meer dan 32 MB"));
            }
            file.blocks.push(Block { offset, nodes: false, ways: false });
            end = reader.seek_raw(SeekFrom::Current(0)).map_err(|error| file.decoding(&error, false))?;
        }
        if file.blocks.is_empty() {
            return Err(no_pbf(path));
        }
        if end != length {
            return Err(file.broken("het einde ontbreekt"));
        }
        Ok(file)
    }

    fn reader(&self) -> Result<BlobReader<BufReader<File>>, BuurtError> {
        let file = self.opened()?;
        BlobReader::new_seekable(BufReader::new(file)).map_err(|error| self.decoding(&error, false))
    }

    fn opened(&self) -> Result<File, BuurtError> {
        File::open(self.path).map_err(|source| BuurtError::Read { path: self.path.to_owned(), source })
    }

    /// Calls `visit` with every element of the file, and notes which blocks hold nodes and ways.
    pub(super) fn first(&mut self, mut visit: impl FnMut(Element<'_>)) -> Result<(), BuurtError> {
        let mut blocks = std::mem::take(&mut self.blocks);
        let mut reader = self.reader()?;
        let mut room = self.room()?;
        for block in &mut blocks {
            let (mut nodes, mut ways) = (false, false);
            self.visit_block(&mut reader, block.offset, &mut |element| {
                nodes |= matches!(element, Element::Node(_) | Element::DenseNode(_));
                ways |= matches!(element, Element::Way(_));
                // What is too much is not looked at, and its file is refused with its block.
                if room.take(&element) {
                    visit(element);
                }
            })?;
            if room.is_full {
                return Err(self.broken("er staat veel meer in dan in een bestand van deze grootte past"));
            }
            (block.nodes, block.ways) = (nodes, ways);
        }
        self.blocks = blocks;
        Ok(())
    }

    /// How much may stand in a file of this size.
    fn room(&self) -> Result<Room, BuurtError> {
        let length = self.opened()?.metadata().map(|found| found.len());
        let length = length.map_err(|source| BuurtError::Read { path: self.path.to_owned(), source })?;
        Ok(Room { parts: FREE_PARTS + PARTS_IN_A_BYTE * length, is_full: false })
    }

    /// Calls `visit` with every element of the blocks that are wanted.
    pub(super) fn again(
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
        match blob.decode().map_err(|error| self.packed(offset, &error))? {
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
        if quietly(|| block.for_each_element(visit)) {
            return Ok(());
        }
        Err(self.broken("een blok bevat onmogelijke getallen"))
    }

    /// A block that cannot be decoded: packed in another way, or damaged.
    fn packed(&self, offset: ByteOffset, error: &osmpbf::Error) -> BuurtError {
        let found = File::open(self.path).ok().and_then(|file| packing(&mut BufReader::new(file), offset.0));
        match found.and_then(|found| found.unread) {
            Some(method) => BuurtError::PackedPbf { path: self.path.to_owned(), method },
            None => self.decoding(error, false),
        }
    }

    fn check_features(&self, required: &[String]) -> Result<(), BuurtError> {
        if required.iter().any(|feature| feature == HISTORY) {
            return Err(self.history());
        }
        match required.iter().find(|feature| !KNOWN_FEATURES.contains(&feature.as_str())) {
            Some(feature) => {
                Err(BuurtError::UnsupportedPbf { path: self.path.to_owned(), feature: feature.clone() })
            }
            None => Ok(()),
        }
    }

    /// It has the history of the map.
    pub(super) fn history(&self) -> BuurtError {
        BuurtError::HistoryPbf { path: self.path.to_owned() }
    }

    fn decoding(&self, error: &osmpbf::Error, first: bool) -> BuurtError {
        if first { no_pbf(self.path) } else { self.broken(&error.to_string()) }
    }

    fn broken(&self, detail: &str) -> BuurtError {
        BuurtError::BrokenPbf { path: self.path.to_owned(), detail: detail.to_owned() }
    }
}

/// A file of another kind; of one in XML it is known what to do.
fn no_pbf(path: &Path) -> BuurtError {
    let mut start = [0; 512];
    let read = File::open(path).and_then(|mut file| file.read(&mut start)).unwrap_or(0);
    let start = String::from_utf8_lossy(&start[..read]);
    let start = start.trim_start_matches(|sign: char| sign == '\u{FEFF}' || sign.is_whitespace());
    let path = path.to_owned();
    if start.starts_with("<osm") || (start.starts_with("<?xml") && start.contains("<osm")) {
        BuurtError::OsmXml { path }
    } else {
        BuurtError::NotPbf { path }
    }
}

/// How many things may still come.
struct Room {
    parts: u64,
    is_full: bool,
}

impl Room {
    /// Takes room for one; false where there is none left.
    fn take(&mut self, element: &Element<'_>) -> bool {
        let parts = match element {
            Element::Node(_) | Element::DenseNode(_) => 0,
            Element::Way(way) => way.raw_refs().len(),
            Element::Relation(relation) => relation.members().count(),
        };
        let parts = u64::try_from(parts).unwrap_or(u64::MAX).saturating_add(1);
        self.is_full |= parts > self.parts;
        self.parts = self.parts.saturating_sub(parts);
        !self.is_full
    }
}
