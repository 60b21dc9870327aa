//! What a text file is written in: its encoding, and what stands between its columns.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

use crate::platform::geopackage;
use crate::step3::indicators::FileError;

/// What may stand between columns, the likeliest first.
const SEPARATORS: [char; 4] = [';', '\t', ',', '|'];
/// Rows that are looked at to find the separator.
const LOOKED_AT: usize = 40;

/// What a file is, by how it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A database.
    Sqlite,
    /// A workbook, or something else that is packed.
    Packed,
    /// A web page, whatever it is called: many systems write one when asked for Excel.
    WebPage,
    /// Another file of tags.
    Xml,
    /// A list in JSON.
    JsonList,
    /// JSON.
    Json,
    /// Anything else: a table as text.
    Text,
}

/// What a file is, by its first bytes and never by its name.
pub fn kind(start: &[u8]) -> Kind {
    if start.starts_with(geopackage::START) {
        return Kind::Sqlite;
    }
    if [b"PK\x03\x04".as_slice(), b"\xd0\xcf\x11\xe0", b"\x1f\x8b"].iter().any(|sign| start.starts_with(sign))
    {
        return Kind::Packed;
    }
    let encoding = Encoding::for_bom(start).map(|(encoding, _)| encoding).or_else(|| without_mark(start));
    let (text, _, _) = encoding.unwrap_or(UTF_8).decode(start);
    let text =
        text.trim_start_matches(|sign: char| sign.is_whitespace() || matches!(sign, '\u{feff}' | '\u{1e}'));
    let small = text.to_lowercase();
    let tags = ["<html", "<!doctype html", "<table", "<head", "<body", "<meta", "<style", "<div", "<!--"];
    let mut signs = text.chars();
    match (signs.next(), signs.find(|sign| !sign.is_whitespace())) {
        (Some('{'), _) => Kind::Json,
        (Some('['), Some('{' | ']')) => Kind::JsonList,
        // A web page that keeps its pictures in itself.
        (Some('m' | 'M'), _) if small.starts_with("mime-version:") => Kind::WebPage,
        (Some('<'), _) if tags.iter().any(|tag| small.starts_with(tag)) => Kind::WebPage,
        (Some('<'), Some(next)) if next.is_alphabetic() || matches!(next, '?' | '!') => {
            if ["<html", "<table", "office:spreadsheet", "excel.sheet"].iter().any(|tag| small.contains(tag))
            {
                Kind::WebPage
            } else {
                Kind::Xml
            }
        }
        _ => Kind::Text,
    }
}

/// Whether a text is in UTF-32: its mark, or three of each four bytes of what is mostly ASCII are zero. No reader here knows it.
pub fn is_utf_32(start: &[u8]) -> bool {
    if start.starts_with(b"\xff\xfe\0\0") || start.starts_with(b"\0\0\xfe\xff") {
        return true;
    }
    let start = &start[..start.len().min(256) & !3];
    let zeros = |at: usize| start.iter().skip(at).step_by(4).filter(|byte| **byte == 0).count();
    let letters = start.len() / 4;
    let is_ascii = |at: usize| {
        zeros(at) == 0 && (0..4).filter(|one| *one != at).all(|one| zeros(one) * 10 > letters * 8)
    };
    letters >= 4 && (is_ascii(0) || is_ascii(3))
}

/// The encoding of a file: what its first bytes say, UTF-8 where every byte of it is, else that of Windows in Western
/// Europe, of which ISO 8859-1 is a part.
///
/// # Errors
/// A file that cannot be read.
pub fn encoding(path: &Path) -> Result<&'static Encoding, FileError> {
    let failed = |error: std::io::Error| FileError::Read(error.to_string());
    let mut file = File::open(path).map_err(failed)?;
    let mut buffer = vec![0; 64 * 1024];
    let (mut kept, mut first, mut plain) = (0, true, true);
    loop {
        let read = file.read(&mut buffer[kept..]).map_err(failed)?;
        let bytes = &buffer[..kept + read];
        if first {
            if let Some((encoding, _)) = Encoding::for_bom(bytes) {
                return Ok(encoding);
            }
            if let Some(encoding) = without_mark(bytes) {
                return Ok(encoding);
            }
            first = false;
        }
        let left = match std::str::from_utf8(bytes) {
            Ok(_) => 0,
            // A letter that goes on in the next piece.
            Err(error) if error.error_len().is_none() && read > 0 => bytes.len() - error.valid_up_to(),
            Err(_) => {
                plain = false;
                0
            }
        };
        if read == 0 || !plain {
            return Ok(if plain { UTF_8 } else { WINDOWS_1252 });
        }
        let end = kept + read;
        buffer.copy_within(end - left..end, 0);
        kept = left;
    }
}

/// UTF-16 without a mark in front: every second byte of what is mostly ASCII is zero.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(256) & !1];
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), start.len() / 2);
    match pairs {
        0..4 => None,
        _ if odd * 10 > pairs * 8 && even == 0 => Some(UTF_16LE),
        _ if even * 10 > pairs * 8 && odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// The text of a file as UTF-8, without a mark in front.
///
/// # Errors
/// A file that cannot be opened.
pub fn decoded(
    path: &Path,
    encoding: &'static Encoding,
) -> Result<DecodeReaderBytes<File, Vec<u8>>, FileError> {
    let file = File::open(path).map_err(|error| FileError::Read(error.to_string()))?;
    Ok(DecodeReaderBytesBuilder::new().encoding(Some(encoding)).strip_bom(true).build(file))
}

/// What stands between the columns in this text: what gives the most columns that are the same in most rows. Also how many
/// bytes a first line `sep=;` takes.
pub fn separator(text: &str) -> (char, usize) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(sign) = rest.chars().next()
    {
        let line = text.find('\n').map_or(text.len(), |at| at + 1);
        return (sign, line);
    }
    let score = |separator: char| {
        let mut reader = csv::ReaderBuilder::new();
        reader.has_headers(false).flexible(true).delimiter(u8::try_from(separator).unwrap_or(b';'));
        let mut widths: Vec<usize> = Vec::new();
        for record in reader.from_reader(text.as_bytes()).records().take(LOOKED_AT).flatten() {
            widths.push(record.len());
        }
        // The last may be cut off.
        widths.truncate(widths.len().saturating_sub(1).max(1));
        widths.sort_unstable();
        let usual = widths.get(widths.len() / 2).copied().unwrap_or(0);
        let same = widths.iter().filter(|width| **width == usual).count();
        if usual < 2 { 0 } else { same * 1000 / widths.len().max(1) * 1000 + usual }
    };
    let best = SEPARATORS.iter().rev().copied().max_by_key(|separator| score(*separator));
    (best.unwrap_or(';'), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_what_gives_the_same_columns_in_each_row() {
        assert_eq!(separator("a;b;c\n1,5;2,5;3\n2,5;3,5;4\n").0, ';');
        assert_eq!(separator("a,b,c\n1;5,2,3\n2,3,4\n5,6,7\n").0, ',');
        assert_eq!(separator("a\tb\n1,5\t2\n3\t4\n").0, '\t');
        assert_eq!(separator("a|b|c\n1|2|3\n").0, '|');
        assert_eq!(separator("\"a;x\",\"b\"\n\"1;2\",3\n\"4;5\",6\n").0, ',');
        assert_eq!(separator("sep=|\na|b\n"), ('|', 6));
    }

    #[test]
    fn what_a_file_is_is_read_from_its_first_bytes() {
        let wide: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain("<html>".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let excel = "<?xml version=\"1.0\"?>\r\n<?mso-application progid=\"Excel.Sheet\"?>";
        for (start, wanted) in [
            (b"SQLite format 3\0".as_slice(), Kind::Sqlite),
            (b"PK\x03\x04", Kind::Packed),
            (b"\xef\xbb\xbf {\"type\"", Kind::Json),
            (b"\x1e{\"type\"", Kind::Json),
            (b"[ {\"a\": 1}]", Kind::JsonList),
            (b"[naam];[code]\n", Kind::Text),
            (b"\r\n<HTML xmlns:x=\"urn\">", Kind::WebPage),
            (b"<table border=1><tr>", Kind::WebPage),
            (b"<!DOCTYPE html><title>", Kind::WebPage),
            (b"MIME-Version: 1.0\r\n", Kind::WebPage),
            (excel.as_bytes(), Kind::WebPage),
            (&wide, Kind::WebPage),
            (b"<?xml version='1.0'?><kml>", Kind::Xml),
            (b"<gpx>", Kind::Xml),
            (b"<5;5-10;>10\n", Kind::Text),
            (b"code;a\n", Kind::Text),
            (b"", Kind::Text),
        ] {
            assert_eq!(kind(start), wanted, "{}", String::from_utf8_lossy(start));
        }
    }

    #[test]
    fn utf_32_is_known_with_a_mark_and_without() {
        for text in ["code;a\nBU0363MM05;1\n", "\u{feff}code;a\nBU0363MM05;1\n", "{\"type\": \"één\"}"] {
            for bytes in [u32::to_le_bytes, u32::to_be_bytes] {
                let wide: Vec<u8> = text.chars().flat_map(|sign| bytes(u32::from(sign))).collect();
                assert!(is_utf_32(&wide), "{text}");
            }
            for wide in [u16::to_le_bytes, u16::to_be_bytes] {
                assert!(!is_utf_32(&text.encode_utf16().flat_map(wide).collect::<Vec<u8>>()), "{text}");
            }
            assert!(!is_utf_32(text.as_bytes()), "{text}");
        }
        assert!(!is_utf_32(b"SQLite format 3\0") && !is_utf_32(b"") && !is_utf_32(&[0; 64]));
    }

    #[test]
    fn an_encoding_is_read_from_the_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let of = |bytes: &[u8]| {
            let path = folder.path().join("f");
            std::fs::write(&path, bytes).unwrap();
            let encoding = encoding(&path).unwrap();
            let mut text = String::new();
            decoded(&path, encoding).unwrap().read_to_string(&mut text).unwrap();
            (encoding.name(), text)
        };
        let utf16: Vec<u8> = "naam;één;x\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(of("é;€".as_bytes()), ("UTF-8", "é;€".into()));
        assert_eq!(of(b"\xef\xbb\xbfnaam"), ("UTF-8", "naam".into()));
        assert_eq!(of(b"caf\xe9;\x80"), ("windows-1252", "café;€".into()));
        assert_eq!(of(&utf16), ("UTF-16LE", "naam;één;x\n".into()));
        let big: Vec<u8> =
            [0xFE, 0xFF].into_iter().chain("één;x".encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(of(&big), ("UTF-16BE", "één;x".into()));
        // A letter of several bytes on the border of two pieces.
        let long = format!("{}é{}", "a".repeat(64 * 1024 - 1), "b".repeat(64 * 1024));
        assert_eq!(of(long.as_bytes()).0, "UTF-8");
        assert_eq!(of(b"caf\xc3").0, "windows-1252");
    }
}
