//! The skeleton of a JPEG (ITU-T T.81, annex B): its frame, its scans and its end, read without decoding.

use std::ops::Range;

use super::blocks;
use super::pixels::pixels;
use super::segments::{Layout, broken, next_marker, segment};
use crate::input::photos::PhotoError;

/// Scans in one file. Cameras make 1, progressive encoders about 10; each one over a large picture costs time.
const MAX_SCANS: usize = 64;

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
            // Behind a picture anything may stand: a film, say, without an end before it.
            Err(broken @ PhotoError::CannotDecode(_)) if skeleton.scans > 0 => {
                if skeleton.may_lack_end() {
                    break Some(broken);
                }
                return Err(broken);
            }
            Err(other) => return Err(other),
        }
    };
    match (skeleton.frame.take(), stopped) {
        (Some(frame), None) if skeleton.scans == 0 => {
            Err(broken(&format!("its {} by {} picture is missing", frame.width, frame.height)))
        }
        (Some(frame), _) => {
            // Where scans are missing, whoever closed it again closed half a picture.
            let whole = skeleton.colours.iter().all(|(_, told)| *told == u64::MAX);
            let (end, scan_end) = match skeleton.end {
                Some(end) => (Some(end), skeleton.scan_end),
                None => {
                    ending(bytes, &skeleton, &frame).map_or((None, skeleton.scan_end), |end| (Some(end), end))
                }
            };
            let mut pieces = skeleton.pieces;
            pieces.retain(|piece| piece.start < scan_end);
            for piece in &mut pieces {
                piece.end = piece.end.min(scan_end);
            }
            Ok(Layout { exif: skeleton.exif, end: end.filter(|_| whole), scan_end, pieces, ..frame })
        }
        (None, Some(stopped)) => Err(stopped),
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
    /// See [`Layout::pieces`].
    pieces: Vec<Range<usize>>,
    /// Where the coded data of the first scan begin.
    scan_start: usize,
    /// Something else than a segment stood between the last scan and the end.
    loose: bool,
}

impl Skeleton {
    /// Reads one marker with its segment, and answers where the next one is looked for; `None` at the end.
    fn step(&mut self, bytes: &[u8], at: usize) -> Result<Option<usize>, PhotoError> {
        let (from, marker) = next_marker(bytes, at)?;
        let start = from + 2;
        self.loose |= self.scans > 0 && bytes[at..from].iter().any(|byte| *byte != 0xFF);
        match marker {
            // In a film an end may stand by chance.
            0xD9 if self.loose && self.may_lack_end() => {
                return Err(broken("its end stands among something else"));
            }
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
        self.keep(from..next);
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
                if self.scans == 1 {
                    self.scan_start = next;
                }
                self.scan_end = skip_entropy(bytes, next);
                self.keep(next..self.scan_end);
                return Ok(Some(self.scan_end));
            }
            _ => {}
        }
        Ok(Some(next))
    }

    /// Keeps a part of the file: the last piece goes on, or a new one begins.
    fn keep(&mut self, part: Range<usize>) {
        if self.pieces.is_empty() {
            // The start-of-image marker.
            self.pieces.push(0..2);
        }
        match self.pieces.last_mut() {
            Some(last) if last.end == part.start => last.end = part.end,
            _ => self.pieces.push(part),
        }
    }

    /// Whether the end of this picture can be found by its coded data alone: all of it in one ordinary scan.
    fn may_lack_end(&self) -> bool {
        self.scans == 1 && self.frame.as_ref().is_some_and(|frame| !frame.buffered)
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

/// Where the coded data of a picture stop that has no end: where every block of it is there, and what follows is something that
/// phones write there. Nothing where it is not so: then a part of the picture may be missing.
fn ending(bytes: &[u8], skeleton: &Skeleton, frame: &Layout) -> Option<usize> {
    if skeleton.scans != 1 || frame.buffered {
        return None;
    }
    let end = blocks::end(bytes, skeleton.scan_start, frame)?;
    is_trailer(bytes.get(end..)?).then_some(end)
}

/// Whether this is how something begins that phones hang behind a picture.
fn is_trailer(rest: &[u8]) -> bool {
    match rest {
        // A second picture, a film (ISO 14496-12), an archive, the directory of Samsung's blocks.
        [0xFF, 0xD8, 0xFF, ..]
        | [_, _, _, _, b'f', b't', b'y', b'p', ..]
        | [b'P', b'K', 3, 4, ..]
        | [b'S', b'E', b'F', b'H', ..] => true,
        // One of Samsung's blocks: two zeros, its kind, the length of its name and the name.
        [0, 0, _, _, length, 0, 0, 0, name @ ..] => {
            let name = name.get(..usize::from(*length)).unwrap_or_default();
            name.len() > 3 && name.iter().all(|letter| letter.is_ascii_alphanumeric() || *letter == b'_')
        }
        _ => false,
    }
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
    pixels(width, height)?;
    let sampling: Vec<(u8, u8)> =
        components.as_chunks::<3>().0.iter().map(|[_, factors, _]| (factors >> 4, factors & 0x0F)).collect();
    if *precision != 8 || !matches!(count, 1 | 3 | 4) || sampling.len() != usize::from(*count) {
        return Err(broken("it has an unusual number of bits or colours"));
    }
    // The decoder divides the largest factor by each of the others.
    if sampling.iter().any(|(h, v)| !matches!(h, 1 | 2 | 4) || !matches!(v, 1 | 2 | 4)) {
        return Err(broken("its colours are sampled in a way that does not exist"));
    }
    let (buffered, exif, end, scan_end, pieces) = (progressive, None, None, 0, Vec::new());
    Ok(Layout { width, height, progressive, buffered, sampling, exif, end, scan_end, pieces })
}
