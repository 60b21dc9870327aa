//! What a file is, by its content; its name and what the browser calls it are never asked.

use crate::input::photos::{Foreign, PhotoError};

/// The types that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// JPEG, baseline or progressive.
    Jpeg,
    /// PNG; of an animated one the first picture.
    Png,
    /// A still WebP.
    WebP,
}

/// Tells the type of `bytes`.
///
/// # Errors
/// [`PhotoError::Empty`] for no bytes, [`PhotoError::UnsupportedType`] with what it is instead.
pub fn sniff(bytes: &[u8]) -> Result<Kind, PhotoError> {
    match bytes {
        [] => Err(PhotoError::Empty),
        [0xFF, 0xD8, 0xFF, ..] => Ok(Kind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Ok(Kind::Png),
        // An extended WebP has its flags behind the chunk's length; 0x02 is "animation".
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', rest @ ..] => match rest {
            [b'V', b'P', b'8', b'X', _, _, _, _, flags, ..] if flags & 0x02 != 0 => {
                Err(PhotoError::UnsupportedType(Foreign::AnimatedWebp))
            }
            _ => Ok(Kind::WebP),
        },
        other => Err(PhotoError::UnsupportedType(foreign(other))),
    }
}

/// Names what is refused.
fn foreign(bytes: &[u8]) -> Foreign {
    match bytes {
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => iso_media(brand),
        [b'G', b'I', b'F', b'8', ..] => Foreign::Gif,
        [b'B', b'M', ..]
        | [b'I', b'I', 0x2A, 0, ..]
        | [b'M', b'M', 0, 0x2A, ..]
        | [0xFF, 0x0A, ..]
        | [0, 0, 0, 0x0C, b'J', b'X', b'L', b' ', ..] => Foreign::OtherImage,
        [b'%', b'P', b'D', b'F', ..] => Foreign::Pdf,
        [b'P', b'K', 3 | 5 | 7, ..] => Foreign::Zip,
        [0x1A, 0x45, 0xDF, 0xA3, ..] | [b'R', b'I', b'F', b'F', _, _, _, _, b'A', b'V', b'I', b' ', ..] => {
            Foreign::Video
        }
        _ => text(bytes),
    }
}

/// The family that HEIC and MP4 share (ISO 14496-12): the first brand tells which.
fn iso_media(brand: &[u8]) -> Foreign {
    match brand {
        [b'h', b'e', b'i' | b'v', ..] | [b'm', b'i' | b's', b'f', b'1', ..] => Foreign::Heic,
        [b'a', b'v', b'i', b'f' | b's', ..] | [b'c', b'r', b'x', ..] => Foreign::OtherImage,
        _ => Foreign::Video,
    }
}

/// Text of some sort, told by its first kilobyte.
fn text(bytes: &[u8]) -> Foreign {
    let head = &bytes[..bytes.len().min(1024)];
    if head.contains(&0) {
        return Foreign::Unknown;
    }
    let words = String::from_utf8_lossy(head).to_ascii_lowercase();
    // A kilobyte may end in the middle of a character: a few odd bytes are no reason to call it binary.
    let odd = words.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    if words.contains("<svg") {
        Foreign::Svg
    } else if ["<!doctype html", "<html", "<head", "<body", "<script"].iter().any(|tag| words.contains(tag)) {
        Foreign::Html
    } else if odd <= 3 {
        Foreign::Text
    } else {
        Foreign::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refused_type_is_called_by_its_name() {
        let cases: [(&[u8], Foreign); 14] = [
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Foreign::Heic),
            (b"\0\0\0\x18ftypmif1\0\0\0\0", Foreign::Heic),
            (b"\0\0\0\x18ftypavif\0\0\0\0", Foreign::OtherImage),
            (b"\0\0\0\x18ftypqt  \0\0\0\0", Foreign::Video),
            (b"GIF89a", Foreign::Gif),
            (b"PK\x03\x04", Foreign::Zip),
            (b"%PDF-1.7", Foreign::Pdf),
            (b"<?xml version=\"1.0\"?><svg xmlns=\"x\"/>", Foreign::Svg),
            (b"<!DOCTYPE html><p>", Foreign::Html),
            ("Dit is geen foto, maar tekst met één accent.".as_bytes(), Foreign::Text),
            (b"II*\0\x08\0\0\0", Foreign::OtherImage),
            (b"BM\x36\0\0\0", Foreign::OtherImage),
            (b"\x7FELF\0\0", Foreign::Unknown),
            (b"RIFF\x24\0\0\0WEBPVP8X\x0A\0\0\0\x02\0\0\0", Foreign::AnimatedWebp),
        ];
        for (bytes, expected) in cases {
            assert_eq!(sniff(bytes), Err(PhotoError::UnsupportedType(expected)), "{bytes:?}");
        }
    }

    #[test]
    fn nothing_is_not_a_type() {
        assert_eq!(sniff(b""), Err(PhotoError::Empty));
    }

    #[test]
    fn a_photo_is_known_by_its_first_bytes() {
        assert_eq!(sniff(b"\xFF\xD8\xFF\xE0"), Ok(Kind::Jpeg));
        assert_eq!(sniff(b"\x89PNG\r\n\x1A\n"), Ok(Kind::Png));
        assert_eq!(sniff(b"RIFF\x24\0\0\0WEBPVP8 "), Ok(Kind::WebP));
    }
}
