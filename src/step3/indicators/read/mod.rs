//! A file as rows, whatever it is: CSV, GeoJSON or GeoPackage. What it is, is read from its bytes and never from its name.
//! Rows come one by one, so that a file may be larger than memory.

mod csv;
mod geojson;
mod geopackage;
mod header;
mod quotes;
mod sniff;

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::FileError;
use super::Shape;
use super::number::Decimal;
use crate::platform::geojson::Page;
use crate::platform::geopackage::Layer;
use crate::platform::text::line;

pub use crate::place::buurt::Crs;
pub use crate::platform::geopackage::{Geometry, point_in_hex};

/// The largest file of the command line, and of the page, in bytes.
pub const LARGEST: u64 = 2_000_000_000;
/// See [`LARGEST`].
pub const LARGEST_ON_PAGE: u64 = 100_000_000;
/// The most rows that are read.
pub const MOST_ROWS: usize = 2_000_000;
/// The most columns that are read.
pub const MOST_COLUMNS: usize = 500;
/// The longest row, in bytes.
pub const LONGEST_ROW: u64 = 4_000_000;

/// What somebody says about a file. What is not said is read from the file itself where it can be, and asked where it
/// cannot.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// Between columns.
    pub separator: Option<char>,
    /// How many rows above the figures are heads.
    pub header_rows: Option<usize>,
    /// Which layer of a GeoPackage.
    pub layer: Option<String>,
    /// In which system places are.
    pub crs: Option<Crs>,
    /// How fractions are written.
    pub decimal: Option<Decimal>,
    /// The column with codes of areas or squares.
    pub area_field: Option<String>,
    /// The column with names of areas.
    pub name_field: Option<String>,
    /// The columns with places, for a table of points.
    pub x_field: Option<String>,
    /// See `x_field`.
    pub y_field: Option<String>,
    /// The column with the category of a point.
    pub category_field: Option<String>,
    /// The column that says how many people a row is about.
    pub base_field: Option<String>,
    /// The side of a square in metres.
    pub square_m: Option<i64>,
    /// What the rows are about, where somebody says so.
    pub shape: Option<Shape>,
    /// Only rows with this value in this column.
    pub only: Vec<(String, String)>,
}

/// A cell of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// As it is written.
    Text(&'a str),
    /// A number of a format that has numbers.
    Number(f64),
}

/// A row.
pub struct Record<'a> {
    /// Its number in the file, from 1 on.
    pub row: u64,
    /// Its cells; may be fewer or more than there are columns.
    pub cells: &'a [Cell<'a>],
    /// Its shape, where the format has one.
    pub geometry: Option<&'a Geometry>,
}

impl Record<'_> {
    /// A cell as text, without control characters; a number as it is written in a program. Empty where there is none.
    pub fn text(&self, at: usize) -> std::borrow::Cow<'_, str> {
        match self.cells.get(at) {
            Some(Cell::Text(text)) => line(text.trim_matches(is_nothing)),
            Some(Cell::Number(number)) => std::borrow::Cow::Owned(number.to_string()),
            None => std::borrow::Cow::Borrowed(""),
        }
    }
}

/// Whether a sign at the edge of a cell says nothing: blanks, and what fills up fields of a fixed width.
pub fn is_nothing(sign: char) -> bool {
    sign.is_whitespace() || sign.is_control() || matches!(sign, '\u{feff}' | '\u{200b}')
}

/// What is done with each row.
pub type Each<'e> = &'e mut dyn FnMut(&Record<'_>) -> Result<(), FileError>;

/// What a file turned out to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFacts {
    /// `CSV`, `GeoJSON` or `GeoPackage`.
    pub format: String,
    /// Its encoding, of a text file.
    pub encoding: String,
    /// What stands between its columns.
    pub separator: Option<char>,
    /// How many rows are heads.
    pub header_rows: usize,
    /// Which layer.
    pub layer: String,
    /// Which reference system the file itself names.
    pub crs: Option<Crs>,
    /// A GeoPackage of which the last changes may lie in a file beside it that did not come along.
    #[serde(default)]
    pub unfinished: bool,
    /// Fields that hold lists or groups of values, which no cell of a table is.
    #[serde(default)]
    pub nested: Vec<String>,
    /// One page of more, and how many of its rows are on the others where it says so.
    #[serde(default)]
    pub page: Option<Page>,
}

/// A file that was looked at and can be read, as often as one likes.
pub struct Opened {
    path: PathBuf,
    /// What it turned out to be.
    pub told: FileFacts,
    /// The heads of its columns.
    pub columns: Vec<String>,
    /// The unit of each column, where a row of heads has it; else empty.
    pub units: Vec<String>,
    kind: Kind,
}

enum Kind {
    Csv(csv::Plan),
    GeoJson(geojson::Plan),
    GeoPackage(Layer),
}

impl Opened {
    /// Looks at a file.
    ///
    /// # Errors
    /// A file that cannot be used, or about which something must be asked.
    pub fn open(path: &Path, options: &Options, largest: u64) -> Result<Self, FileError> {
        let mut file = File::open(path).map_err(|error| FileError::Read(error.to_string()))?;
        let size = file.metadata().map_err(|error| FileError::Read(error.to_string()))?.len();
        if size > largest {
            return Err(FileError::TooLarge(largest / 1_000_000));
        }
        let mut start = [0; 512];
        let mut read = 0;
        while read < start.len() {
            match file.read(&mut start[read..]).map_err(|error| FileError::Read(error.to_string()))? {
                0 => break,
                more => read += more,
            }
        }
        let start = &start[..read];
        if read == 0 {
            return Err(FileError::Empty);
        }
        if sniff::is_utf_32(start) {
            return Err(FileError::Utf32);
        }
        let mut opened = match sniff::kind(start) {
            sniff::Kind::Sqlite => geopackage::open(path, options),
            sniff::Kind::Packed => Err(FileError::Workbook),
            sniff::Kind::WebPage => Err(FileError::WebPage),
            sniff::Kind::Xml => Err(FileError::Xml),
            sniff::Kind::JsonList => {
                Err(FileError::NotGeoJson("het is een lijst, geen FeatureCollection".to_owned()))
            }
            sniff::Kind::Json => geojson::open(path),
            sniff::Kind::Text => csv::open(path, options),
        }?;
        if opened.columns.len() > MOST_COLUMNS {
            return Err(FileError::TooManyColumns(MOST_COLUMNS));
        }
        for head in opened.columns.iter_mut().chain(&mut opened.units) {
            *head = line(head.trim_matches(is_nothing)).into_owned();
        }
        opened.told.layer = line(&opened.told.layer).into_owned();
        Ok(opened)
    }

    /// Reads every row below the heads.
    ///
    /// # Errors
    /// What `each` says, or a file that breaks off.
    pub fn rows(&self, each: Each<'_>) -> Result<(), FileError> {
        let mut count = 0;
        let mut counted = |record: &Record<'_>| {
            count += 1;
            if count > MOST_ROWS {
                return Err(FileError::TooManyRows(MOST_ROWS));
            }
            each(record)
        };
        match &self.kind {
            Kind::Csv(plan) => csv::rows(&self.path, plan, self.columns.len(), &mut counted),
            Kind::GeoJson(plan) => geojson::rows(&self.path, plan, &mut counted),
            Kind::GeoPackage(layer) => geopackage::rows(&self.path, layer, &mut counted),
        }
    }

    /// The place of a column by its head, as it is written or with other capitals and without what is around it.
    ///
    /// # Errors
    /// There is none, or there are two that differ in capitals only.
    pub fn column(&self, name: &str) -> Result<usize, FileError> {
        let tidy = |text: &str| text.trim().to_lowercase();
        let exact = self.columns.iter().position(|column| column == name);
        let near = || {
            let mut all = self.columns.iter().enumerate().filter(|(_, column)| tidy(column) == tidy(name));
            // Two that differ in capitals only: that is no answer.
            all.next().filter(|_| all.next().is_none()).map(|(at, _)| at)
        };
        exact.or_else(near).ok_or_else(|| FileError::NoColumn(name.to_owned(), self.named()))
    }

    /// The heads, for a sentence.
    pub fn named(&self) -> String {
        let mut names: Vec<&str> = self.columns.iter().take(40).map(String::as_str).collect();
        if self.columns.len() > names.len() {
            names.push("…");
        }
        names.join(", ")
    }
}
