//! How large a picture is and what decoding it will cost, from its header alone: nothing is decoded, and
//! nothing is allocated that grows with the picture.

use std::ops::Range;

use super::markers;
use super::pixels::pixels;
use super::segments::Layout;
use super::shrink;
use super::sniff::{Kind, sniff};
use crate::input::photos::{Foreign, MAX_DECODE_BYTES, MAX_PHOTO_BYTES, PhotoError, PhotoSize};

/// Profiles, EXIF and texts that a decoder may hold, in bytes.
pub(super) const METADATA_BYTES: u64 = 8_000_000;

/// A file that has been found fit to decode.
#[derive(Debug)]
pub struct Plan<'a> {
    pub(super) source: Source<'a>,
    /// Width as stored, in pixels, before its orientation is applied.
    pub width: u32,
    /// Height as stored, in pixels.
    pub height: u32,
    /// The most memory that decoding and shrinking will take, in bytes; at most [`MAX_DECODE_BYTES`].
    pub cost: u64,
}

/// The bytes of the picture itself, without what is behind it.
#[derive(Debug)]
pub(super) enum Source<'a> {
    Jpeg { exif: Option<&'a [u8]>, coded: Coded },
    Png(&'a [u8]),
    WebP(&'a [u8]),
}

/// How a JPEG is told.
#[derive(Debug, Clone, Default)]
pub(super) struct Coded {
    /// What of the file is picture, up to the end of its last scan.
    pub pieces: Vec<Range<usize>>,
    pub components: usize,
    pub progressive: bool,
}

/// What a header says: size in pixels, and bytes that its decoder holds at once, the finished picture included.
struct Header<'a> {
    source: Source<'a>,
    width: u32,
    height: u32,
    decoding: u64,
    channels: u64,
}

/// Tells whether `bytes` may be decoded, and what that will cost.
///
/// # Errors
/// Everything of [`PhotoError`] that can be known without decoding: too large, another type, cut off, damaged.
pub fn measure(bytes: &[u8]) -> Result<Plan<'_>, PhotoError> {
    if bytes.len() > MAX_PHOTO_BYTES {
        return Err(PhotoError::TooManyBytes { bytes: bytes.len() as u64 });
    }
    let header = match sniff(bytes)? {
        Kind::Jpeg => jpeg(bytes)?,
        Kind::Png => png(bytes)?,
        Kind::WebP => webp(bytes)?,
    };
    let Header { source, width, height, decoding, channels } = header;
    let cost = decoding.max(shrinking(width, height, channels));
    affordable(width, height, cost)?;
    Ok(Plan { source, width, height, cost })
}

fn affordable(width: u32, height: u32, bytes: u64) -> Result<(), PhotoError> {
    if bytes > MAX_DECODE_BYTES { Err(PhotoError::TooMuchMemory { width, height, bytes }) } else { Ok(()) }
}

/// Bytes held while the picture is made smaller: the picture, halved first where it is far too large, the rows that are
/// already narrow but not yet short, the large version, and as much again for turning it.
fn shrinking(width: u32, height: u32, channels: u64) -> u64 {
    let (width, height) = shrink::halved(width, height);
    let (narrow, short) = shrink::fit(width, height, PhotoSize::Large.longest_side());
    let bytes = |width: u32, height: u32| channels * u64::from(width) * u64::from(height);
    bytes(width, height) + bytes(narrow, height) + bytes(narrow, short)
}

fn jpeg(bytes: &[u8]) -> Result<Header<'_>, PhotoError> {
    let Layout { width, height, progressive, buffered, sampling, exif, end, pieces, .. } =
        markers::read(bytes)?;
    let pixels = pixels(width, height)?;
    let (h_max, v_max) =
        sampling.iter().fold((1, 1), |(h, v), (ch, cv)| (h.max(u32::from(*ch)), v.max(u32::from(*cv))));
    let (mcu_columns, mcu_rows) = (width.div_ceil(8 * h_max), height.div_ceil(8 * v_max));
    let blocks = |columns: u32, rows: u32| -> u64 {
        let per_mcu: u64 = sampling.iter().map(|(h, v)| u64::from(*h) * u64::from(*v)).sum();
        u64::from(columns) * u64::from(rows) * per_mcu
    };
    // 64 coefficients of two bytes in each block: of the whole picture, or of one row of it, in which case the
    // same row is there before and after upsampling.
    let coefficients = if buffered { 128 * blocks(mcu_columns, mcu_rows) } else { 0 };
    let full_row = u64::from(mcu_columns) * u64::from(h_max * v_max) * 128 * sampling.len() as u64;
    let channels = if sampling.len() == 1 { 1 } else { 3 };
    let decoding = pixels * channels + coefficients + 3 * full_row + METADATA_BYTES.min(bytes.len() as u64);
    affordable(width, height, decoding)?;
    if end.is_none() {
        return Err(PhotoError::CutOff("a JPEG without its end"));
    }
    Ok(Header {
        source: Source::Jpeg {
            exif: exif.and_then(|range| bytes.get(range)),
            coded: Coded { pieces, components: sampling.len(), progressive },
        },
        width,
        height,
        decoding,
        channels,
    })
}

/// Reads the header chunk and looks for the end (PNG, third edition, §5 and §11.2.1).
fn png(bytes: &[u8]) -> Result<Header<'_>, PhotoError> {
    let cut_off = PhotoError::CutOff("a PNG without its end");
    let Some([0, 0, 0, 13, b'I', b'H', b'D', b'R', header @ ..]) = bytes.get(8..33) else {
        return Err(if bytes.len() < 33 {
            cut_off
        } else {
            PhotoError::CannotDecode("no PNG header".to_owned())
        });
    };
    let (width, height) = (be32(header, 0), be32(header, 4));
    let pixels = pixels(width, height)?;
    let (end, clear) = png_end(bytes).ok_or(cut_off)?;
    let (depth, colour) = (header[8], header[9]);
    // Greater than 8 bits is two bytes; a palette becomes colours, with transparency where a tRNS chunk says so.
    let (channels, samples) = match colour {
        0 | 4 => (1, 2), // grey, with transparency perhaps
        2 if !clear => (3, 3),
        _ => (3, 4),
    };
    let decoding = pixels * samples * if depth == 16 { 2 } else { 1 };
    let row = u64::from(width) * samples * 2;
    Ok(Header {
        source: Source::Png(&bytes[..end]),
        width,
        height,
        decoding: decoding + 4 * row + METADATA_BYTES,
        channels,
    })
}

/// One past the `IEND` chunk, and whether a chunk says what is clear.
fn png_end(bytes: &[u8]) -> Option<(usize, bool)> {
    let (mut at, mut clear) = (8_usize, false);
    loop {
        let head = bytes.get(at..at.checked_add(8)?)?;
        let length = usize::try_from(be32(head, 0)).ok()?;
        let next = at.checked_add(12)?.checked_add(length)?;
        if next > bytes.len() {
            return None;
        }
        if &head[4..] == b"IEND" {
            return Some((next, clear));
        }
        clear |= &head[4..] == b"tRNS";
        at = next;
    }
}

/// Walks the chunks (RFC 9649): every size that any of them claims must be the same, for a decoder allocates
/// by the inner one.
fn webp(bytes: &[u8]) -> Result<Header<'_>, PhotoError> {
    let cut_off = PhotoError::CutOff("a WebP without its end");
    let riff = bytes.get(4..8).map_or(0, |size| le(size) as usize);
    let body = bytes.get(12..riff.saturating_add(8)).ok_or(cut_off.clone())?;
    let mut size: Option<(u32, u32)> = None;
    // Colours held while decoding: planes and picture for VP8; two pictures with alpha for VP8L.
    let (mut lossless, mut alpha, mut picture) = (false, false, false);
    let mut rest = body;
    while let Some((head, tail)) = rest.split_at_checked(8) {
        let length = le(&head[4..]) as usize;
        let chunk = tail.get(..length).ok_or(cut_off.clone())?;
        match &head[..4] {
            b"ANIM" | b"ANMF" => return Err(PhotoError::UnsupportedType(Foreign::AnimatedWebp)),
            b"ALPH" => alpha = true,
            b"VP8 " => picture = true,
            b"VP8L" => (picture, lossless) = (true, true),
            _ => {}
        }
        let claims = webp_size(head, chunk)?;
        if let (Some(claim), Some(before)) = (claims, size)
            && claim != before
        {
            return Err(PhotoError::CannotDecode("the WebP claims two sizes".to_owned()));
        }
        size = claims.or(size);
        rest = tail.get(length + length % 2..).unwrap_or_default();
    }
    let (width, height) = size.filter(|_| picture).ok_or(cut_off)?;
    let per_pixel = match (lossless, alpha) {
        (true, _) => 10,
        (false, true) => 12,
        (false, false) => 6,
    };
    Ok(Header {
        source: Source::WebP(&bytes[..riff + 8]),
        width,
        height,
        decoding: pixels(width, height)? * per_pixel + METADATA_BYTES,
        channels: 3,
    })
}

/// The size in pixels that a WebP chunk claims, where it is one that does.
fn webp_size(head: &[u8], chunk: &[u8]) -> Result<Option<(u32, u32)>, PhotoError> {
    match (&head[..4], chunk) {
        (b"VP8X", [_, _, _, _, w0, w1, w2, h0, h1, h2, ..]) => {
            Ok(Some((1 + le(&[*w0, *w1, *w2]), 1 + le(&[*h0, *h1, *h2]))))
        }
        (b"VP8 ", [_, _, _, 0x9D, 0x01, 0x2A, w0, w1, h0, h1, ..]) => {
            Ok(Some((le(&[*w0, *w1]) & 0x3FFF, le(&[*h0, *h1]) & 0x3FFF)))
        }
        (b"VP8L", [0x2F, b0, b1, b2, b3, ..]) => {
            let bits = le(&[*b0, *b1, *b2, *b3]);
            Ok(Some((1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))))
        }
        (b"VP8X" | b"VP8 " | b"VP8L", _) => {
            Err(PhotoError::CannotDecode("the WebP has no sound header".to_owned()))
        }
        _ => Ok(None),
    }
}

fn be32(bytes: &[u8], at: usize) -> u32 {
    bytes[at..at + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// Up to four bytes, the least significant first.
fn le(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}
