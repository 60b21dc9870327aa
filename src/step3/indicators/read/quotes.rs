//! Quotes in a table as text. One that is not closed takes the rows behind it into its own cell, and what stands behind the next
//! quote is then taken for the rest of the first row: a figure under another area, and nobody sees it. Such a table is refused.

use crate::step3::indicators::code;
use crate::step3::indicators::number::{Seen, see};

/// Where the reader of rows is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum At {
    /// At the beginning of a cell.
    #[default]
    Begin,
    /// In a cell without quotes, or behind a quote that was closed.
    Bare,
    /// Between quotes.
    Open,
    /// Behind a quote that closes, or is the first of two.
    Closing,
    /// In the blanks behind a quote that closed.
    Blank,
}

/// Follows the quotes of a table, byte by byte, as the reader of rows takes them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Quotes {
    at: At,
    /// Rows that have ended; empty lines are none.
    rows: u64,
    /// Something stands in the row that has not ended.
    begun: bool,
    /// The cell between quotes goes on behind the end of a line.
    crossed: bool,
    broken: Option<u64>,
}

impl Quotes {
    /// After these bytes.
    #[must_use]
    pub fn after(mut self, bytes: &[u8], separator: u8) -> Self {
        for byte in bytes {
            self.step(*byte, separator);
        }
        self
    }

    fn step(&mut self, byte: u8, separator: u8) {
        let ends_line = matches!(byte, b'\n' | b'\r');
        if self.at == At::Open {
            self.crossed |= ends_line;
            if byte == b'"' {
                self.at = At::Closing;
            }
            return;
        }
        if ends_line {
            self.rows += u64::from(self.begun);
            (self.begun, self.at) = (false, At::Begin);
            return;
        }
        self.begun = true;
        self.at = match (self.at, byte) {
            (_, byte) if byte == separator => At::Begin,
            (At::Begin, b'"') => {
                self.crossed = false;
                At::Open
            }
            (At::Closing, b'"') => At::Open,
            (At::Closing | At::Blank, b' ' | b'\t') => At::Blank,
            (At::Closing | At::Blank, _) => {
                // A cell of several lines ends where its quote does: this quote began a cell of another row.
                if self.crossed {
                    self.broken.get_or_insert(self.rows + 1);
                }
                At::Bare
            }
            _ => At::Bare,
        };
    }

    /// The first row up to this one in which a quote was closed by one that belongs to another row.
    pub fn broken_by(&self, row: u64) -> Option<u64> {
        self.broken.filter(|broken| *broken <= row)
    }

    /// The row of a quote that is open at the end of the file.
    pub fn open_at_end(&self) -> Option<u64> {
        (self.at == At::Open).then_some(self.rows + 1)
    }
}

/// What a cell looks like, as far as that tells a row from a sentence.
#[derive(PartialEq, Eq)]
enum Look {
    Code,
    Number,
    Words,
}

fn look(cell: &str) -> Look {
    let cell = cell.trim_matches(|sign: char| sign.is_whitespace() || sign == '"');
    let lettered = cell.starts_with(|sign: char| sign.is_ascii_alphabetic());
    if lettered && (code::read(cell, |_| false).is_ok() || code::corner(cell).is_some()) {
        return Look::Code;
    }
    match see(cell) {
        Seen::Plain(_) | Seen::Only(..) | Seen::Either { .. } => Look::Number,
        _ => Look::Words,
    }
}

/// Whether a cell of this row holds other rows of the table: a line of it is as wide as the table, and where the row has a code
/// or a number in front of that cell, so has the line.
pub fn swallowed(record: &csv::StringRecord, separator: char, columns: usize) -> bool {
    // Of millions of rows nearly none has a line of its own in a cell.
    if !record.as_slice().contains(['\n', '\r']) {
        return false;
    }
    record.iter().enumerate().any(|(at, cell)| {
        let mut lines = cell.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
        let Some(first) = lines.next() else { return false };
        let lines: Vec<&str> = lines.collect();
        let wide = at + first.split(separator).count();
        let rest = record.len() - at - 1;
        lines.iter().enumerate().any(|(n, line)| {
            let cells: Vec<&str> = line.split(separator).collect();
            // Behind the last line stands what is left of the row.
            let width = cells.len() + if n + 1 == lines.len() { rest } else { 0 };
            // What is cut off at the first quote is a row by itself, so as wide as the table is, or nearly.
            let is_wide = cells.len() > 1 && width == wide && wide * 4 >= columns * 3;
            is_wide && is_row(record, at, &cells)
        })
    })
}

fn is_row(record: &csv::StringRecord, at: usize, cells: &[&str]) -> bool {
    let mut telling = record.iter().take(at).map(look).enumerate().filter(|(_, look)| *look != Look::Words);
    match telling.next() {
        None => cells.iter().any(|cell| look(cell) != Look::Words),
        Some(first) => std::iter::once(first)
            .chain(telling)
            .all(|(at, wanted)| cells.get(at).is_some_and(|cell| look(cell) == wanted)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The row whose quote is not closed where it should be: as it is read, or by what its cells hold.
    fn fault(text: &str) -> Option<u64> {
        let quotes = Quotes::default().after(text.as_bytes(), b';');
        let mut reader = csv::ReaderBuilder::new();
        reader.has_headers(false).flexible(true).delimiter(b';');
        let mut reader = reader.from_reader(text.as_bytes());
        let held = reader.records().flatten().zip(1..).find(|(record, _)| swallowed(record, ';', 3));
        let held = held.map(|(_, row)| row);
        quotes.broken_by(u64::MAX).or(quotes.open_at_end()).or(held)
    }

    #[test]
    fn a_quote_that_is_not_closed_is_found_with_its_row_whatever_closes_it_later() {
        let head = "code;naam;a\nBU0363MM04;eerst;4\n";
        for (rows, row) in [
            ("BU0363MM05;\"Hoek;5\nBU0363MM06;x;6\n", 3),
            ("BU0363MM05;\"Hoek;5\nBU0363MM06;x;6\nBU0363MM07;\"y\";7\n", 3),
            ("BU0363MM05;\"Hoek;5\nBU0363MM06;\"\";6\nBU0363MM07;\" y\";7\n", 3),
            ("BU0363MM05;\"de \"\"Hoek; 5\nBU0363MM06;x;6\nBU0363MM07;\"y\";7\n", 3),
            ("BU0363MM05;\"Hoek;5\nBU0363MM06;3 x\";6\nBU0363MM07;y;7\n", 3),
            ("BU0363MM05;\"Hoek;5\r\n\r\nBU0363MM06;x;6\r\nBU0363MM07;3 y\";7\r\n", 3),
            ("123810;484780;\"lamp\n123811;484781;3 x\"\n", 3),
            ("\"naam;123810;5\nb;123811;6\nc\";123812;7\n", 3),
            ("BU0363MM05;ja;5\nBU0363MM06;\"nee;6", 4),
        ] {
            assert_eq!(fault(&format!("{head}{rows}")), Some(row), "{rows}");
        }
        assert_eq!(fault("\"code;naam;a\nBU0363MM05;x;5\n"), Some(1));
    }

    #[test]
    fn a_cell_of_several_lines_is_one_cell() {
        for rows in [
            "BU0363MM05;\"Hoek\nvan Holland\";5\n",
            "BU0363MM05;\"Hoek\r\nvan Holland\" ;5\r\n",
            "BU0363MM05;\"links; en\nrechts; en ook\";5\n",
            "BU0363MM05;\"zeg \"\"ja\"\"\nof \"\"nee\"\"\";5\n",
            "123810;484780;\"kapotte lamp\n\nal 3 weken; en de tweede ook\n5; 6; 7; 8\"\n",
            "7;\"lamp\n3\";8\n8;\"Aantal\n2023\";\"Aantal\n2024\"\n",
            "BU0363MM05;\"\";5\nBU0363MM06;\"\n\";6\n",
            "BU0363MM05;6\" buis;5\nBU0363MM06;een \"hoek\";6\nBU0363MM07;\"de \"Hoek\" hier;7\n",
        ] {
            assert_eq!(fault(&format!("code;naam;a\n{rows}")), None, "{rows}");
        }
    }

    #[test]
    fn it_makes_no_difference_where_a_file_is_cut_into_pieces() {
        let text = b"a;b\n1;\"x\"\"y\n2\" z;3\n4;\"5\n";
        let whole = Quotes::default().after(text, b';');
        assert_eq!((whole.broken_by(2), whole.broken_by(1), whole.open_at_end()), (Some(2), None, Some(3)));
        for at in 0..text.len() {
            let parts = Quotes::default().after(&text[..at], b';').after(&text[at..], b';');
            assert_eq!(parts, whole, "{at}");
        }
    }
}
