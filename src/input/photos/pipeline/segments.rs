//! The segments of a JPEG (ITU-T T.81, annex B), and what they say of the picture.

use std::ops::Range;

use crate::input::photos::PhotoError;

/// What the decoder will meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub width: u32,
    pub height: u32,
    /// Told in passes, each finer than the one before.
    pub progressive: bool,
    /// Progressive, or spread over several scans: all coefficients are held in memory.
    pub buffered: bool,
    /// Horizontal and vertical sampling factor of each component; 1, 3 or 4 of them.
    pub sampling: Vec<(u8, u8)>,
    /// Where the EXIF block is, without its `Exif\0\0`.
    pub exif: Option<Range<usize>>,
    /// One past the end-of-image marker; `None` where the file stops before it. What follows is no part of the
    /// picture: a second picture, a film, a ZIP.
    pub end: Option<usize>,
    /// Where the coded data of the last scan stop.
    pub scan_end: usize,
    /// What of the file is picture, up to `scan_end`: without bytes between segments, which every viewer passes over.
    pub pieces: Vec<Range<usize>>,
}

/// The next marker from `at` on: where its 0xFF is, and its second byte. Bytes between segments are passed over, as the
/// decoders of every viewer do: also a 0xFF with a zero behind it.
pub(super) fn next_marker(bytes: &[u8], at: usize) -> Result<(usize, u8), PhotoError> {
    let rest = bytes.get(at..).unwrap_or_default();
    let mut pairs = rest.windows(2).enumerate();
    pairs
        .find(|(_, pair)| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xFF))
        .map(|(offset, pair)| (at + offset, pair[1]))
        .ok_or(PhotoError::CutOff("a JPEG without its end"))
}

/// The segment whose two-byte length stands at `at`, without that length.
pub(super) fn segment(bytes: &[u8], at: usize) -> Result<&[u8], PhotoError> {
    let cut_off = PhotoError::CutOff("a JPEG that stops inside a segment");
    let Some([high, low]) = bytes.get(at..at + 2) else { return Err(cut_off) };
    let length = usize::from(u16::from_be_bytes([*high, *low]));
    if length < 2 {
        return Err(broken("a segment is shorter than its own length"));
    }
    bytes.get(at + 2..at + length).ok_or(cut_off)
}

pub(super) fn broken(why: &str) -> PhotoError {
    PhotoError::CannotDecode(format!("the JPEG is damaged: {why}"))
}
