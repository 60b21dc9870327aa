//! How a block of an OpenStreetMap file is packed, and how large it says it is: the decoder does not say. A block is a
//! length, a head, and a message of which one field holds the content (OSM PBF, `fileformat.proto`).

use std::io::{Read, Seek, SeekFrom};

/// The format's own limit for a head.
const LARGEST_HEAD: usize = 64 * 1024;
/// Fields of a block are few.
const MOST_FIELDS: usize = 8;

/// What a block says of how it is packed.
#[derive(Default)]
pub(super) struct Packing {
    /// The name of a way that is not read.
    pub unread: Option<&'static str>,
    /// How many bytes it says it unpacks to; nothing where it is not packed, or does not say.
    pub unpacked: Option<u64>,
}

/// Reads that of the block at this place; nothing where it is no block.
pub(super) fn packing(file: &mut (impl Read + Seek), offset: u64) -> Option<Packing> {
    file.seek(SeekFrom::Start(offset)).ok()?;
    let mut length = [0; 4];
    file.read_exact(&mut length).ok()?;
    let mut head =
        vec![0; usize::try_from(u32::from_be_bytes(length)).ok().filter(|length| *length <= LARGEST_HEAD)?];
    file.read_exact(&mut head).ok()?;
    let mut found = Packing::default();
    let mut left = size(&head)?;
    for _ in 0..MOST_FIELDS {
        let before = file.stream_position().ok()?;
        if left == 0 {
            break;
        }
        let key = varint(file)?;
        match (key >> 3, key & 7) {
            (2, 0) => found.unpacked = Some(varint(file)?),
            (_, 0) => drop(varint(file)?),
            (field, 2) => {
                let unread = match field {
                    4 => Some("lzma"),
                    5 => Some("bzip2"),
                    6 => Some("lz4"),
                    7 => Some("zstd"),
                    _ => None,
                };
                found.unread = found.unread.or(unread);
                let length = i64::try_from(varint(file)?).ok()?;
                file.seek(SeekFrom::Current(length)).ok()?;
            }
            _ => break,
        }
        left = left.saturating_sub(file.stream_position().ok()? - before);
    }
    Some(found)
}

/// The bytes of the message behind this head (its field 3).
fn size(mut head: &[u8]) -> Option<u64> {
    while !head.is_empty() {
        let key = varint(&mut head)?;
        match (key >> 3, key & 7) {
            (3, 0) => return varint(&mut head),
            (_, 0) => drop(varint(&mut head)?),
            (_, 2) => {
                let length = usize::try_from(varint(&mut head)?).ok()?;
                head = head.get(length..)?;
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
