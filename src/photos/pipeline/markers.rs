//! The skeleton of a JPEG (ITU-T T.81, annex B): its frame, its scans and its end, read without decoding.

use std::ops::Range;

use super::bounds;
use crate::photos::PhotoError;

/// Scans in one file. Cameras make 1, progressive encoders about 10; each one over a large picture costs time.
const MAX_SCANS: usize = 64;

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
}

/// Reads the skeleton of `bytes`, as far as it goes: of a file that is cut off the size is told all the same, so
/// that a monster is called too large first.
///
/// # Errors
/// [`PhotoError::TooManyPixels`]; [`PhotoError::CutOff`] where there is no frame; [`PhotoError::CannotDecode`]
/// for a frame that is doubled, not Huffman-coded with 8 bits, or has 2 or more than 4 components.
pub(super) fn read(bytes: &[u8]) -> Result<Layout, PhotoError> {
    let mut skeleton = Skeleton::default();
    let mut at = 2; // after the start-of-image marker
    let stopped = loop {
        match skeleton.step(bytes, at) {
            Ok(Some(next)) => at = next,
            Ok(None) => break None,
            Err(cut_off @ PhotoError::CutOff(_)) => break Some(cut_off),
            Err(other) => return Err(other),
        }
    };
    match (skeleton.frame, stopped) {
        (Some(frame), None) if skeleton.scans == 0 => {
            Err(broken(&format!("its {} by {} picture is missing", frame.width, frame.height)))
        }
        (Some(frame), _) => {
            // Where scans are missing, whoever closed it again closed half a picture.
            let whole = skeleton.colours.iter().all(|(_, told)| *told == u64::MAX);
            let end = skeleton.end.filter(|_| whole);
            Ok(Layout { exif: skeleton.exif, end, scan_end: skeleton.scan_end, ..frame })
        }
        (None, Some(cut_off)) => Err(cut_off),
        (None, None) => Err(broken("it has no picture in it")),
    }
}

/// What has been read so far.
#[derive(Default)]
struct Skeleton {
    frame: Option<Layout>,
    exif: Option<Range<usize>>,
    scans: usize,
    end: Option<usize>,
    scan_end: usize,
    /// Number of each component, and which of its 64 coefficients were told to their last bit.
    colours: Vec<(u8, u64)>,
}

impl Skeleton {
    /// Reads one marker with its segment, and answers where the next one is looked for; `None` at the end.
    fn step(&mut self, bytes: &[u8], at: usize) -> Result<Option<usize>, PhotoError> {
        let (marker, start) = next_marker(bytes, at)?;
        match marker {
            0xD9 => {
                self.end = Some(start);
                return Ok(None);
            }
            0x01 | 0xD0..=0xD7 => return Ok(Some(start)), // these have no segment
            0x02..=0xBF | 0xD8 => return Err(broken("it has a marker where none can be")),
            _ => {}
        }
        let body = segment(bytes, start)?;
        let next = start + 2 + body.len();
        match marker {
            0xC0..=0xC2 if self.frame.is_some() => return Err(broken("it has two frames")),
            0xC0..=0xC2 => {
                self.frame = Some(read_frame(marker == 0xC2, body)?);
                let numbers = body[6..].as_chunks::<3>().0.iter().map(|[number, ..]| *number);
                self.colours = numbers.map(|number| (number, 0)).collect();
            }
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                return Err(broken("it is coded in a rare way"));
            }
            0xE1 if self.exif.is_none() && body.starts_with(b"Exif\0\0") => self.exif = Some(start + 8..next),
            0xDA => {
                self.start_scan(body)?;
                self.scan_end = skip_entropy(bytes, next);
                return Ok(Some(self.scan_end));
            }
            _ => {}
        }
        Ok(Some(next))
    }

    fn start_scan(&mut self, header: &[u8]) -> Result<(), PhotoError> {
        let frame = self.frame.as_mut().ok_or_else(|| broken("a scan comes before the frame"))?;
        let in_scan = header.first().copied().map_or(0, usize::from);
        frame.buffered |= in_scan < frame.sampling.len();
        let (colours, rest) =
            header.get(1..).and_then(|rest| rest.split_at_checked(2 * in_scan)).unwrap_or_default();
        let [first, last, bits] = rest else { return Err(broken("a scan has no sound header")) };
        if first > last || *last > 63 {
            return Err(broken("a scan tells what does not exist"));
        }
        let told = (u64::MAX >> (63 - (last - first))) << first;
        for [number, _] in colours.as_chunks::<2>().0 {
            for (_, all) in self.colours.iter_mut().filter(|(known, _)| known == number) {
                // The low half: bits that are still to come in a later scan.
                *all = if bits % 16 == 0 { *all | told } else { *all & !told };
            }
        }
        self.scans += 1;
        if self.scans > MAX_SCANS { Err(broken("it has too many scans")) } else { Ok(()) }
    }
}

/// The next marker from `at` on, and where its body begins. Bytes between segments are passed over, as the
/// decoders do.
fn next_marker(bytes: &[u8], at: usize) -> Result<(u8, usize), PhotoError> {
    let mut rest =
        bytes.get(at..).unwrap_or_default().iter().enumerate().skip_while(|(_, byte)| **byte != 0xFF);
    rest.find(|(_, byte)| !matches!(**byte, 0xFF | 0))
        .map(|(offset, marker)| (*marker, at + offset + 1))
        .ok_or(PhotoError::CutOff("a JPEG without its end"))
}

/// The segment whose two-byte length stands at `at`, without that length.
fn segment(bytes: &[u8], at: usize) -> Result<&[u8], PhotoError> {
    let cut_off = PhotoError::CutOff("a JPEG that stops inside a segment");
    let Some([high, low]) = bytes.get(at..at + 2) else { return Err(cut_off) };
    let length = usize::from(u16::from_be_bytes([*high, *low]));
    if length < 2 {
        return Err(broken("a segment is shorter than its own length"));
    }
    bytes.get(at + 2..at + length).ok_or(cut_off)
}

/// Where entropy-coded data stops: at a marker that is no restart and no stuffed zero.
fn skip_entropy(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(offset) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == 0xFF)) {
        at += offset;
        match bytes.get(at + 1) {
            Some(0 | 0xD0..=0xD7) => at += 2,
            Some(0xFF) => at += 1,
            _ => return at,
        }
    }
    bytes.len()
}

/// Reads a start-of-frame segment (B.2.2).
fn read_frame(progressive: bool, body: &[u8]) -> Result<Layout, PhotoError> {
    let [precision, h1, h0, w1, w0, count, components @ ..] = body else {
        return Err(broken("its frame is too short"));
    };
    let (width, height) = (u16::from_be_bytes([*w1, *w0]).into(), u16::from_be_bytes([*h1, *h0]).into());
    bounds::pixels(width, height)?;
    let sampling: Vec<(u8, u8)> =
        components.as_chunks::<3>().0.iter().map(|[_, factors, _]| (factors >> 4, factors & 0x0F)).collect();
    if *precision != 8 || !matches!(count, 1 | 3 | 4) || sampling.len() != usize::from(*count) {
        return Err(broken("it has an unusual number of bits or colours"));
    }
    // The decoder divides the largest factor by each of the others.
    if sampling.iter().any(|(h, v)| !matches!(h, 1 | 2 | 4) || !matches!(v, 1 | 2 | 4)) {
        return Err(broken("its colours are sampled in a way that does not exist"));
    }
    let (buffered, exif, end, scan_end) = (progressive, None, None, 0);
    Ok(Layout { width, height, progressive, buffered, sampling, exif, end, scan_end })
}

fn broken(why: &str) -> PhotoError {
    PhotoError::CannotDecode(format!("the JPEG is damaged: {why}"))
}
