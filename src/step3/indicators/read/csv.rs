//! Tables as text.

use std::cell::Cell as Shared;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::rc::Rc;

use encoding_rs::Encoding;

use super::quotes::{Quotes, swallowed};
use super::{
    Cell, Each, FileFacts, Kind, LONGEST_ROW, MOST_COLUMNS, Opened, Options, Record, header, is_nothing,
    sniff,
};
use crate::platform::text::line;
use crate::step3::indicators::FileError;

/// As much of a file is looked at to see what it is.
const START: usize = 256 * 1024;

/// How a file is read.
pub struct Plan {
    encoding: &'static Encoding,
    separator: u8,
    /// Bytes of a first line that only names the separator.
    skip: usize,
    header_rows: usize,
}

pub fn open(path: &Path, options: &Options) -> Result<Opened, FileError> {
    let encoding = sniff::encoding(path)?;
    let mut start = String::new();
    let mut reader = sniff::decoded(path, encoding)?.take(START as u64);
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(|error| FileError::Read(error.to_string()))?;
    start.push_str(&String::from_utf8_lossy(&bytes));
    let (found, skip) = sniff::separator(&start);
    let separator = options.separator.unwrap_or(found);
    let byte = u8::try_from(separator).map_err(|_| FileError::OneColumn)?;
    let plan = Plan { encoding, separator: byte, skip, header_rows: 0 };
    let mut rows: Vec<Vec<String>> = Vec::new();
    records(path, &plan, &mut |record, row| {
        let width = width(record);
        // Heads can take rows into a cell as well.
        if swallowed(record, separator, width) {
            return Err(FileError::OpenQuote(row));
        }
        if width > MOST_COLUMNS {
            return Err(FileError::TooManyColumns(MOST_COLUMNS));
        }
        // Rows with nothing at all in them are no rows.
        if width > 0 {
            let cells =
                record.iter().take(width).map(|cell| line(cell.trim_matches(is_nothing)).into_owned());
            rows.push(cells.collect());
        }
        Ok(rows.len() < 60)
    })?;
    let heads = header::heads(&rows, options.header_rows);
    if rows.len() <= heads.rows {
        return Err(FileError::Empty);
    }
    if heads.columns.len() < 2 {
        return Err(FileError::OneColumn);
    }
    let told = FileFacts {
        format: "CSV".to_owned(),
        encoding: encoding.name().to_owned(),
        separator: Some(separator),
        header_rows: heads.rows,
        ..FileFacts::default()
    };
    let plan = Plan { header_rows: heads.rows, ..plan };
    Ok(Opened {
        path: path.to_owned(),
        told,
        columns: heads.columns,
        units: heads.units,
        kind: Kind::Csv(plan),
    })
}

/// How many cells a row has, without the empty ones at its end: a spreadsheet writes every column that was ever touched.
fn width(record: &csv::StringRecord) -> usize {
    let filled = |cell: &str| !cell.trim_matches(is_nothing).is_empty();
    (0..record.len()).rev().find(|at| record.get(*at).is_some_and(filled)).map_or(0, |last| last + 1)
}

/// Every row of the table below its heads. Empty cells to the right of the last head are none.
pub fn rows(path: &Path, plan: &Plan, columns: usize, each: Each<'_>) -> Result<(), FileError> {
    let mut heads = plan.header_rows;
    records(path, plan, &mut |record, row| {
        let width = width(record);
        if width == 0 {
            return Ok(true);
        }
        if heads > 0 {
            heads -= 1;
            return Ok(true);
        }
        if swallowed(record, char::from(plan.separator), columns) {
            return Err(FileError::OpenQuote(row));
        }
        let cells: Vec<Cell<'_>> = record.iter().take(width.max(columns)).map(Cell::Text).collect();
        each(&Record { row, cells: &cells, geometry: None })?;
        Ok(true)
    })
}

/// Gives up where a single row does not end: the reader of rows would keep all of it in memory. Follows the quotes meanwhile.
struct Bounded<R> {
    inner: R,
    since: Rc<Shared<u64>>,
    quotes: Rc<Shared<Quotes>>,
    separator: u8,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.since.get() > LONGEST_ROW {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a row without end"));
        }
        let read = self.inner.read(buffer)?;
        self.since.set(self.since.get() + read as u64);
        self.quotes.set(self.quotes.get().after(&buffer[..read], self.separator));
        Ok(read)
    }
}

fn records(
    path: &Path,
    plan: &Plan,
    each: &mut dyn FnMut(&csv::StringRecord, u64) -> Result<bool, FileError>,
) -> Result<(), FileError> {
    let failed = |error: io::Error| FileError::Read(error.to_string());
    let mut inner = sniff::decoded(path, plan.encoding)?;
    io::copy(&mut (&mut inner).take(plan.skip as u64), &mut io::sink()).map_err(failed)?;
    let since = Rc::new(Shared::new(0));
    let quotes = Rc::new(Shared::new(Quotes::default()));
    let bounded = Bounded {
        inner: BufReader::with_capacity(128 * 1024, inner),
        since: since.clone(),
        quotes: quotes.clone(),
        separator: plan.separator,
    };
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(plan.separator);
    let mut reader = reader.from_reader(bounded);
    let mut record = csv::StringRecord::new();
    let mut row = 0;
    loop {
        row += 1;
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => {
                return quotes.get().open_at_end().map_or(Ok(()), |row| Err(FileError::OpenQuote(row)));
            }
            Err(error) => {
                return Err(match error.kind() {
                    csv::ErrorKind::Io(cause) if cause.kind() == io::ErrorKind::InvalidData => {
                        FileError::TooLong(row)
                    }
                    _ => FileError::Read(error.to_string()),
                });
            }
        }
        since.set(0);
        // What was read ahead is of later rows.
        if let Some(broken) = quotes.get().broken_by(row) {
            return Err(FileError::OpenQuote(broken));
        }
        if !each(&record, row)? {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content: &[u8], options: &Options) -> Result<(Vec<String>, Vec<Vec<String>>), FileError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("f.csv");
        std::fs::write(&path, content).unwrap();
        let opened = Opened::open(&path, options, 50_000_000)?;
        let mut all = Vec::new();
        opened.rows(&mut |record| {
            all.push((0..record.cells.len()).map(|at| record.text(at).into_owned()).collect());
            Ok(())
        })?;
        Ok((opened.columns, all))
    }

    #[test]
    fn padded_ragged_and_empty_rows_come_as_they_are() {
        let text =
            "\u{feff}code;a;b\r\nBU03630000  ;  1 ;2\r\n;;\r\n\r\nBU03630001;3\r\nBU03630002;4;5;6\r\n";
        let (columns, rows) = read(text.as_bytes(), &Options::default()).unwrap();
        assert_eq!(columns, ["code", "a", "b", "kolom 4"]);
        assert_eq!(
            rows,
            [vec!["BU03630000", "1", "2"], vec!["BU03630001", "3"], vec!["BU03630002", "4", "5", "6"]]
        );
    }

    #[test]
    fn columns_and_rows_that_a_spreadsheet_only_once_touched_are_none() {
        let wide = |line: &str| format!("{line}{}\r\n", ";".repeat(2000));
        let table = [wide("code;w"), wide("BU03630000;1"), wide("BU03630001"), wide(""), wide(";")].concat();
        let (columns, rows) = read(table.as_bytes(), &Options::default()).unwrap();
        assert_eq!(columns, ["code", "w"]);
        assert_eq!(rows, [vec!["BU03630000", "1"], vec!["BU03630001", ""]]);
    }

    #[test]
    fn what_fills_up_fields_of_a_fixed_width_is_nothing() {
        let table =
            b"code;naam;w\0\0\r\nBU03630000;Hof\0\0\0;4210\0\r\n\0\0;\0;\r\nBU03630001;a\x01b\x07;7\r\n";
        let (columns, rows) = read(table, &Options::default()).unwrap();
        assert_eq!(columns, ["code", "naam", "w"]);
        assert_eq!(rows, [vec!["BU03630000", "Hof", "4210"], vec!["BU03630001", "ab", "7"]]);
    }

    #[test]
    fn a_file_without_a_table_says_so() {
        for (content, error) in [
            (b"".as_slice(), FileError::Empty),
            (b"code;a\n", FileError::Empty),
            (b"PK\x03\x04werkblad", FileError::Workbook),
            (b"een regel\nnog een\nen nog een\n", FileError::OneColumn),
            (b"<html><style>a{b:1;c:2}</style><table>", FileError::WebPage),
            (b"<?xml version='1.0'?><kml/>", FileError::Xml),
        ] {
            assert_eq!(read(content, &Options::default()).unwrap_err(), error);
        }
    }

    #[test]
    fn too_many_columns_or_bytes_are_refused_before_anything_is_read() {
        let heads: Vec<String> = (0..=super::super::MOST_COLUMNS).map(|n| format!("k{n}")).collect();
        let content = format!("{}\n{}\n", heads.join(";"), "1;".repeat(heads.len() - 1));
        assert!(matches!(read(content.as_bytes(), &Options::default()), Err(FileError::TooManyColumns(500))));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("groot.csv");
        std::fs::write(&path, "code;a\nBU03630000;1\n").unwrap();
        assert!(matches!(Opened::open(&path, &Options::default(), 10), Err(FileError::TooLarge(_))));
    }

    #[test]
    fn a_quote_that_is_not_closed_is_refused_with_its_row() {
        let areas =
            "code,naam,a\nBU0363MM05,\"de \"\"Hoek, 5\nBU0363MM06,x,6\nBU0363MM07,\"y\",7\nGM0363,\"z\",8\n";
        let good = "123870;484820;afval\n".repeat(1000);
        let points = format!("x;y;soort\n123810;484780;\"kapotte lamp\n{good}");
        let late =
            format!("code;naam;a\nBU0363MM04;x;4\n{}BU0363MM06;\"t Gooi;6\n{good}", "\n".repeat(200_000));
        for (content, row) in [
            (areas, 2),
            (points.as_str(), 2),
            (late.as_str(), 3),
            ("code,\"naam,a\nBU0363MM05,x,5\nBU0363MM06,3 y\",6\nBU0363MM07,z,7\n", 1),
            ("\"code;a\nBU0363MM05;1\n", 1),
        ] {
            assert_eq!(read(content.as_bytes(), &Options::default()).unwrap_err(), FileError::OpenQuote(row));
        }
        let heads = "code;\"Aantal\n2023\";\"Aantal\n2024\"\nBU0363MM05;1;2\n";
        assert_eq!(
            read(heads.as_bytes(), &Options::default()).unwrap().0,
            ["code", "Aantal 2023", "Aantal 2024"]
        );
        let lines = "x;y;soort\n123810;484780;\"kapotte lamp;\nal 3 weken\"\n";
        assert_eq!(read(lines.as_bytes(), &Options::default()).unwrap().1[0][2], "kapotte lamp; al 3 weken");
    }

    #[test]
    fn a_quote_that_never_ends_does_not_take_the_memory() {
        let mut content = b"code;a\nBU03630000;1\nBU03630001;\"open ".to_vec();
        content.extend(std::iter::repeat_n(b"regel;5\n", 700_000).flatten());
        assert!(matches!(read(&content, &Options::default()), Err(FileError::TooLong(3))));
    }
}
