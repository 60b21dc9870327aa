//! Looking at every row of a file once, before anything is kept: what its columns hold, which areas match and which do not
//! and why, and what must be asked.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use geo::{Coord, MapCoords as _, MultiPolygon};
use serde::{Deserialize, Serialize};

use super::about::{About, Left, about};
use super::code;
use super::columns::Column;
use super::fields::{self, Fields};
use super::known::{Known, SAME_AREA};
use super::read::{Crs, FileFacts, Geometry, Opened, Options, Record};
use super::{FileError, Level, Shape};
use crate::place::buurt::Rd;

/// Most names of areas that are kept of each list.
const MOST_NAMED: usize = 1000;

/// Most dates that are kept as an example.
const MOST_DATED: usize = 8;

/// A buurt, and the nearest level of which the file has figures for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The buurt itself, its wijk, its municipality, or nothing.
    pub level: Option<Level>,
}

/// What came of looking. Kept with the file, so that it can be read later what matched.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Survey {
    /// What the file turned out to be.
    pub told: FileFacts,
    /// What its rows are about.
    pub shape: Option<Shape>,
    /// The column with codes.
    pub area_field: Option<String>,
    /// In which system places are, where there are any.
    pub crs: Option<Crs>,
    /// The side of a square in metres.
    pub square_m: i64,
    /// Rows below the heads.
    pub rows: usize,
    /// Rows with fewer or more cells than there are heads.
    pub ragged: usize,
    /// Rows that were not asked for.
    pub not_asked: usize,
    /// Rows that can be used.
    pub used: usize,
    /// Rows that say the same again.
    pub again: usize,
    /// For every buurt what the file has.
    pub matches: Vec<Match>,
    /// Areas in the municipalities of these buurten that are none of ours: code and name.
    pub strangers: Vec<(String, String)>,
    /// How many these are.
    pub strangers_count: usize,
    /// Areas in other municipalities.
    pub elsewhere: usize,
    /// Rows without a code that can be read, by why: how many, and the first of them.
    pub no_code: BTreeMap<String, (usize, Vec<String>)>,
    /// Rows without a place.
    pub no_place: usize,
    /// Rows with more than one place.
    pub several: usize,
    /// Squares and points far from every buurt.
    pub far: usize,
    /// Codes that come several times with other figures: none of these is used.
    pub doubled: Vec<String>,
    /// Codes of which the outline in the file is another than that of the buurt, and how much they share in per cent.
    pub moved: Vec<(String, u8)>,
    /// Cells that begin as a formula: never worked out.
    pub formulas: usize,
    /// Dates among numbers: a spreadsheet made them of figures.
    pub dates: usize,
    /// The first of these, each with the code of its area.
    pub dated: Vec<String>,
    /// Columns that say the same number in every row: not offered by themselves.
    pub same: Vec<String>,
    /// Columns that say what a row is about: no figures themselves.
    #[serde(skip)]
    pub keys: Vec<usize>,
    /// Columns, without those that have only words.
    #[serde(skip)]
    pub columns: Vec<Column>,
    /// What must be asked before anything can be kept.
    #[serde(skip)]
    pub asks: Vec<FileError>,
}

/// What a second reading needs to know of the first.
pub struct Looked {
    /// What was found.
    pub survey: Survey,
    /// Which columns have which part.
    pub fields: Fields,
    /// Hashes of codes that are not used: doubled, or of another outline.
    pub skipped: HashSet<u64>,
}

/// A hash of a code or a row, the same each time.
pub fn mark(parts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    hasher.finish()
}

struct Work<'w> {
    opened: &'w Opened,
    options: &'w Options,
    known: &'w Known,
    fields: &'w Fields,
    survey: Survey,
    /// By the mark of a code: the mark of its whole row.
    seen: HashMap<u64, u64>,
    doubled: HashSet<u64>,
    found: HashSet<String>,
    all_by_five: bool,
}

/// Looks at every row. Threads that may wait only.
///
/// # Errors
/// A file that cannot be used at all; what must only be asked is in [`Survey::asks`].
pub fn look(opened: &Opened, options: &Options, known: &Known) -> Result<Looked, FileError> {
    let fields = fields::find(opened, options, known)?;
    let survey = Survey {
        told: opened.told.clone(),
        shape: Some(fields.shape),
        area_field: fields.area.and_then(|at| opened.columns.get(at).cloned()),
        crs: fields.crs,
        keys: fields.keys(),
        columns: Column::all(opened),
        asks: fields.asks.clone(),
        ..Survey::default()
    };
    let mut work = Work {
        opened,
        options,
        known,
        fields: &fields,
        survey,
        seen: HashMap::new(),
        doubled: HashSet::new(),
        found: HashSet::new(),
        all_by_five: true,
    };
    opened.rows(&mut |record| {
        work.row(record);
        Ok(())
    })?;
    let (survey, skipped) = work.finish();
    Ok(Looked { survey, fields, skipped })
}

impl Work<'_> {
    fn row(&mut self, record: &Record<'_>) {
        self.survey.rows += 1;
        self.survey.ragged += usize::from(record.cells.len() != self.opened.columns.len());
        let about = about(record, self.fields, self.known);
        if about == Err(Left::NotAsked) {
            self.survey.not_asked += 1;
            return;
        }
        for column in &mut self.survey.columns {
            column.add(record, self.fields.area);
        }
        match about {
            Ok(about) => self.used(record, &about),
            Err(Left::NoCode(why)) => self.no_code(record, &format!("{why:?}")),
            Err(Left::NoSquare) => self.no_code(record, "Unknown"),
            Err(Left::NoPlace) => self.survey.no_place += 1,
            Err(Left::Several) => self.survey.several += 1,
            Err(Left::Far) => self.survey.far += 1,
            Err(Left::NotAsked) => {}
        }
    }

    fn no_code(&mut self, record: &Record<'_>, why: &str) {
        let cell = self.fields.area.map(|at| record.text(at)).unwrap_or_default();
        let (count, first) = self.survey.no_code.entry(why.to_owned()).or_default();
        *count += 1;
        if first.len() < 20 && !cell.is_empty() {
            first.push(cell.chars().take(60).collect());
        }
    }

    fn used(&mut self, record: &Record<'_>, about: &About) {
        let key = match about {
            About::Area(_, code) => code.clone(),
            About::Square(x, y) => {
                self.all_by_five &= x % 500 == 0 && y % 500 == 0;
                code::square(*x, *y)
            }
            About::Point(..) => {
                self.survey.used += 1;
                return;
            }
        };
        let cells: Vec<_> = (0..record.cells.len()).map(|at| record.text(at)).collect();
        let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
        let (place, row) = (mark(&[&key]), mark(&cells));
        match self.seen.insert(place, row) {
            Some(before) if before == row => {
                self.survey.again += 1;
                return;
            }
            Some(_) => {
                if self.doubled.insert(place) {
                    // The first of them was counted as one to use.
                    self.survey.used -= 1;
                    self.survey.doubled.push(key);
                }
                return;
            }
            None => {}
        }
        if let (About::Area(level, code), Some(Geometry::Area(outline))) = (about, record.geometry)
            && *level == Level::Buurt
            && let Some(shared) = self.shared(code, outline)
            && shared < SAME_AREA
        {
            // Between 0 and 1.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let per_cent = (shared * 100.0).floor() as u8;
            self.survey.moved.push((code.clone(), per_cent));
            return;
        }
        self.survey.used += 1;
        if let About::Area(level, code) = about {
            self.matched(record, *level, code);
        }
    }

    fn shared(&self, code: &str, outline: &MultiPolygon) -> Option<f64> {
        match self.fields.crs? {
            Crs::Wgs => self.known.shared(code, outline),
            Crs::Rd => {
                let degrees = |at: Coord| {
                    let wgs = Rd { x: at.x, y: at.y }.to_wgs().map_err(|_| ())?;
                    Ok::<_, ()>(Coord { x: wgs.lon, y: wgs.lat })
                };
                let outline = outline.try_map_coords(degrees).ok()?;
                self.known.shared(code, &outline)
            }
        }
    }

    fn matched(&mut self, record: &Record<'_>, level: Level, code: &str) {
        if self.known.has(code) || self.known.around.contains(code) {
            self.found.insert(code.to_owned());
            return;
        }
        let ours = code.get(2..6).is_some_and(|number| self.known.around.contains(&format!("GM{number}")));
        if !ours {
            self.survey.elsewhere += 1;
            return;
        }
        self.survey.strangers_count += 1;
        if self.survey.strangers.len() < MOST_NAMED {
            let name = self.fields.name_of(record).unwrap_or_else(|| level.to_string());
            self.survey.strangers.push((code.to_owned(), name));
        }
    }

    fn finish(mut self) -> (Survey, HashSet<u64>) {
        for code in &self.survey.doubled {
            self.found.remove(code);
        }
        let fits = |wanted: &Option<(String, String)>, wijk: bool| {
            wanted.as_ref().is_some_and(|(one, other)| self.found.contains(if wijk { one } else { other }))
        };
        let matches = self.known.buurten.iter().map(|buurt| {
            let around = code::around(&buurt.code);
            let level = if self.found.contains(&buurt.code) {
                Some(Level::Buurt)
            } else if fits(&around, true) {
                Some(Level::Wijk)
            } else if fits(&around, false) {
                Some(Level::Gemeente)
            } else {
                None
            };
            Match { code: buurt.code.clone(), name: buurt.name.clone(), level }
        });
        if self.fields.shape == Shape::Area {
            self.survey.matches = matches.collect();
        }
        let mut survey = self.survey;
        let mut skipped = self.doubled;
        skipped.extend(survey.moved.iter().map(|(code, _)| mark(&[code])));
        survey.doubled.truncate(MOST_NAMED);
        survey.formulas = survey.columns.iter().map(|column| column.formulas).sum();
        let held = |one: &&Column| one.numbers > 0 || one.is_turned();
        let figures = survey.columns.iter().filter(held).filter(|one| !survey.keys.contains(&one.at));
        survey.dates = figures.clone().map(|column| column.dates).sum();
        survey.dated = figures.flat_map(|column| column.dated.clone()).take(MOST_DATED).collect();
        let same = survey.columns.iter().filter(|one| one.is_same() && !survey.keys.contains(&one.at));
        survey.same = same.map(|column| column.name.clone()).collect();
        survey.square_m = match (self.fields.shape, self.options.square_m) {
            (Shape::Square, Some(side)) => side,
            (Shape::Square, None) => {
                if self.all_by_five && survey.used > 1 {
                    survey.asks.push(FileError::AskSquare);
                }
                100
            }
            _ => 0,
        };
        Column::settle(&mut survey.columns, self.options.decimal);
        if survey.rows == 0 {
            survey.asks.push(FileError::Empty);
        }
        (survey, skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What looking at a file finds, where no buurt is known: every place is far.
    fn look_at(name: &str, content: &str, options: &Options) -> Result<Survey, FileError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        let opened = Opened::open(&path, options, 5_000_000)?;
        super::look(&opened, options, &Known::of(Vec::new())).map(|looked| looked.survey)
    }

    #[test]
    fn rows_without_a_place_do_not_decide_in_which_system_the_others_are() {
        let rd = Options { crs: Some(Crs::Rd), ..Options::default() };
        let table = |good: usize, none: &str, bad: usize| {
            let good = "123810;484780;afval\n".repeat(good);
            format!("x;y;soort\n{good}{}", format!("{none};licht\n").repeat(bad))
        };
        for none in ["0;0", "0,0;0,0", "-99997;-99997", "nan;nan", ";", "-1;-1", "5;6", "onbekend;onbekend"] {
            for (good, bad) in [(980, 20), (2, 1)] {
                let told = look_at("f.csv", &table(good, none, bad), &rd).unwrap();
                assert_eq!((told.crs, told.far, told.no_place), (Some(Crs::Rd), good, bad), "{none}");
                let told = look_at("f.csv", &table(good, none, bad), &Options::default()).unwrap();
                assert_eq!((&told.asks[..], told.no_place), (&[FileError::AskCrs][..], bad), "{none}");
            }
        }
        let wgs = Options { crs: Some(Crs::Wgs), ..Options::default() };
        assert_eq!(look_at("f.csv", &table(3, "0;0", 1), &wgs), Err(FileError::SaidCrs("WGS84")));
        let most = look_at("f.csv", &table(2, "999999;888888", 3), &rd).unwrap();
        assert_eq!((most.far, most.no_place), (2, 3), "what is said decides, also among nonsense");
        let degrees = look_at("f.csv", &table(2, "4.93;52.35", 3), &rd);
        assert_eq!(degrees, Err(FileError::SaidCrs("RD")));
        let all = look_at("f.csv", &table(0, "0;0", 3), &rd).unwrap();
        assert_eq!((all.crs, all.no_place), (Some(Crs::Rd), 3));
    }

    #[test]
    fn the_name_of_an_area_has_an_end() {
        let options = Options { name_field: Some("naam".to_owned()), ..Options::default() };
        let table = format!("code;naam;a\nBU0363MM05;{};5\nBU0363MM06;;6\n", "é".repeat(75_788));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("f.csv");
        std::fs::write(&path, table).unwrap();
        let opened = Opened::open(&path, &options, 5_000_000).unwrap();
        let fields = super::look(&opened, &options, &Known::of(Vec::new())).unwrap().fields;
        let mut names = Vec::new();
        let read = opened.rows(&mut |record| {
            names.push(fields.name_of(record).map(|name| name.chars().count()));
            Ok(())
        });
        assert_eq!((read, names), (Ok(()), vec![Some(100), None]));
    }

    #[test]
    fn what_a_file_says_of_its_system_holds_beside_rows_without_a_place() {
        let feature = |x: f64, y: f64| {
            let point = format!(r#"{{"type":"Point","coordinates":[{x},{y}]}}"#);
            format!(r#"{{"type":"Feature","properties":{{"soort":"afval"}},"geometry":{point}}}"#)
        };
        let all = [feature(123_810.0, 484_780.0), feature(0.0, 0.0), feature(-99_997.0, -99_997.0)].join(",");
        let crs = r#""crs":{"type":"name","properties":{"name":"EPSG:28992"}}"#;
        let file = format!(r#"{{"type":"FeatureCollection",{crs},"features":[{all}]}}"#);
        let told = look_at("f.geojson", &file, &Options::default()).unwrap();
        assert_eq!((told.crs, told.far, told.no_place), (Some(Crs::Rd), 1, 2));
        assert!(told.asks.is_empty());
    }
}
