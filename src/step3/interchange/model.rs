//! What is taken along, before it is written in one form or another: tables, each with rows that may lie somewhere.

use geo::Geometry;

/// A file that other programs open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For the map of a web page or a script: RFC 7946.
    GeoJson,
    /// For a spreadsheet.
    Csv,
    /// For QGIS and the like: a `GeoPackage`, every layer by itself.
    Gpkg,
}

impl Form {
    /// Every form, the one with most in it first.
    pub const ALL: [Self; 3] = [Self::Gpkg, Self::GeoJson, Self::Csv];

    /// The form of a name's last part, in any case.
    pub fn of(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.extension().eq_ignore_ascii_case(extension))
    }

    /// How the name of such a file ends.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::GeoJson => "geojson",
            Self::Csv => "csv",
            Self::Gpkg => "gpkg",
        }
    }

    /// Its media type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::GeoJson => "application/geo+json",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Gpkg => "application/geopackage+sqlite3",
        }
    }
}

/// What the rows of a table lie on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing: a list.
    Nowhere,
    /// A place each.
    Point,
    /// A line each.
    Line,
    /// An area each.
    Area,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known, or nothing may be told.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// What kind of values a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// Whole numbers.
    Whole,
    /// Numbers.
    Number,
    /// Yes or no.
    Flag,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Where, in WGS84 degrees; nothing for what is about the whole area, or nowhere.
    pub at: Option<Geometry<f64>>,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

/// A column: its name in GeoJSON; what people read is the text `interchange-column-NAME`.
pub type Column = (&'static str, Holds);

/// One layer, or one list.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its name: small letters, digits and `_` only.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// What it is, what it rests on, what to mind.
    pub about: String,
    /// What its rows lie on.
    pub shape: Shape,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// Everything that is taken along of a traject.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// What the traject is called.
    pub title: String,
    /// When it was made, RFC 3339, UTC.
    pub at: String,
    /// The tables, what people said about strengths first.
    pub tables: Vec<Table>,
    /// The ids of those that are only named here: their rows are made when somebody takes them along.
    pub named: Vec<String>,
}

/// A name of small letters, digits and `_`: for tables and columns, which every program can read. It begins with a letter.
pub fn name(words: &str) -> String {
    let plain = plain(words);
    let parts = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let name = parts.collect::<Vec<_>>().join("_").chars().take(60).collect::<String>();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("t_{name}") }
}

/// Small letters without their marks.
fn plain(words: &str) -> String {
    let letter = |letter: char| match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        other => other,
    };
    words.to_lowercase().replace(['’', '\''], "").chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_only_what_every_program_can_read() {
        assert_eq!(name("Alle thema’s · Sterk"), "alle_themas_sterk");
        assert_eq!(name("Café & \"terras\"; DROP TABLE"), "cafe_terras_drop_table");
        assert_eq!(name("2027"), "t_2027");
        assert_eq!(name("العربية"), "t_");
    }

    #[test]
    fn a_form_is_known_by_how_a_name_ends() {
        assert_eq!(Form::of("GPKG"), Some(Form::Gpkg));
        assert_eq!(Form::of("shp"), None);
    }
}
