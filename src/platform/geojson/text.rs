//! The bytes of a file as the text that JSON is.

use std::io::{self, Read};

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;

/// Bytes that are read in one go.
const BUFFER: usize = 128 * 1024;
/// The sign in front of each feature of a text sequence (RFC 8142).
const RECORD: u8 = 0x1E;

/// The text of a file as UTF-8 without a mark in front; what is in front of each feature of a text sequence is a blank.
pub(super) struct Text<R> {
    inner: R,
    buffer: Vec<u8>,
    at: usize,
    end: usize,
    /// Lines in what has left the buffer.
    above: usize,
}

fn decoded(mut reader: impl Read) -> io::Result<impl Read> {
    let mut start = [0; 2];
    let mut read = 0;
    while read < start.len() {
        match reader.read(&mut start[read..])? {
            0 => break,
            more => read += more,
        }
    }
    // UTF-16 that does not say so: a brace, and half of it nothing.
    let encoding: Option<&'static Encoding> = match start {
        [b'{', 0] => Some(UTF_16LE),
        [0, b'{'] => Some(UTF_16BE),
        _ => None,
    };
    let whole = io::Cursor::new(start).take(read as u64).chain(reader);
    Ok(DecodeReaderBytesBuilder::new().encoding(encoding).strip_bom(true).build(whole))
}

/// The text of a file.
///
/// # Errors
/// A file that cannot be read.
pub(super) fn open(reader: impl Read) -> io::Result<Text<impl Read>> {
    Ok(Text { inner: decoded(reader)?, buffer: vec![0; BUFFER], at: 0, end: 0, above: 0 })
}

impl<R: Read> Text<R> {
    /// Whether there is more.
    fn fill(&mut self) -> io::Result<bool> {
        if self.at == self.end {
            self.above += newlines(&self.buffer[..self.end]);
            (self.at, self.end) = (0, 0);
            self.end = self.inner.read(&mut self.buffer)?;
            for byte in &mut self.buffer[..self.end] {
                if *byte == RECORD {
                    *byte = b' ';
                }
            }
        }
        Ok(self.at < self.end)
    }

    /// The next byte that is no blank; it stays.
    pub(super) fn next_sign(&mut self) -> io::Result<Option<u8>> {
        while self.fill()? {
            let byte = self.buffer[self.at];
            if !byte.is_ascii_whitespace() {
                return Ok(Some(byte));
            }
            self.at += 1;
        }
        Ok(None)
    }

    /// How many lines have been read.
    pub(super) fn lines(&self) -> usize {
        self.above + newlines(&self.buffer[..self.at])
    }
}

fn newlines(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count() - 1
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if !self.fill()? {
            return Ok(0);
        }
        let length = out.len().min(self.end - self.at);
        out[..length].copy_from_slice(&self.buffer[self.at..self.at + length]);
        self.at += length;
        Ok(length)
    }
}
