//! How a block of an OpenStreetMap file is packed, where it is neither zlib nor plain: the decoder does not say. A block is a
//! length, a head, and a message of which one field holds the content (OSM PBF, `fileformat.proto`).

use std::fs::File;
use std::io::{BufReader, Read, Seek as _, SeekFrom};
use std::path::Path;

/// The format's own limit for a head.
const LARGEST_HEAD: u32 = 64 * 1024;
/// Fields of a block are few.
const MOST_FIELDS: usize = 8;

/// The name of the way in which the block at this place is packed, if it is one that is not read.
pub(super) fn method(path: &Path, offset: u64) -> Option<&'static str> {
    let mut file = BufReader::new(File::open(path).ok()?);
    file.seek(SeekFrom::Start(offset)).ok()?;
    let mut length = [0; 4];
    file.read_exact(&mut length).ok()?;
    let head = Some(u32::from_be_bytes(length)).filter(|length| *length <= LARGEST_HEAD)?;
    file.seek(SeekFrom::Current(i64::from(head))).ok()?;
    for _ in 0..MOST_FIELDS {
        let key = varint(&mut file)?;
        match (key >> 3, key & 7) {
            (4, 2) => return Some("lzma"),
            (5, 2) => return Some("bzip2"),
            (6, 2) => return Some("lz4"),
            (7, 2) => return Some("zstd"),
            (_, 0) => drop(varint(&mut file)?),
            (_, 2) => {
                let skipped = i64::try_from(varint(&mut file)?).ok()?;
                file.seek(SeekFrom::Current(skipped)).ok()?;
            }
            _ => return None,
        }
    }
    None
}

fn varint(file: &mut impl Read) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let mut byte = [0];
        file.read_exact(&mut byte).ok()?;
        value |= u64::from(byte[0] & 0x7F) << shift;
        if byte[0] & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}
