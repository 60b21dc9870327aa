//! Which column of a file has which part: codes, names, places. What somebody said goes first; what is found by itself is
//! shown before anything is kept.

use super::code;
use super::known::Known;
use super::place::{self, Place};
use super::read::{Cell, Crs, Geometry, Opened, Options, Record};
use super::votes::{self, Votes};
use super::{FileError, Shape};
use crate::place::buurt;

/// Rows that are looked at to find the columns.
const LOOKED_AT: usize = 500;
/// The longest name of an area, in characters: what is longer is no name.
const LONGEST_NAME: usize = 100;

/// Which column has which part.
#[derive(Debug, Clone)]
pub struct Fields {
    /// What the rows are about.
    pub shape: Shape,
    /// Codes of areas or squares.
    pub area: Option<usize>,
    /// Names of areas.
    pub name: Option<usize>,
    /// The columns with places; else the shape itself.
    pub place: Option<Place>,
    /// The category of a point.
    pub category: Option<usize>,
    /// How many people a row is about.
    pub base: Option<usize>,
    /// Only rows with these values.
    pub only: Vec<(usize, String)>,
    /// In which system places are.
    pub crs: Option<Crs>,
    /// What must be asked.
    pub asks: Vec<FileError>,
}

/// What the first rows show.
struct Sample {
    rows: usize,
    codes: Vec<usize>,
    corners: Vec<usize>,
    /// Cells in which a whole place is written.
    places: Vec<usize>,
    points: usize,
    areas: usize,
}

/// Finds the columns.
///
/// # Errors
/// A column that was named and is not there, or no way to see what the rows are about.
pub fn find(opened: &Opened, options: &Options, known: &Known) -> Result<Fields, FileError> {
    let named = |name: &Option<String>| name.as_deref().map(|name| opened.column(name)).transpose();
    let sample = sample(opened, known)?;
    let mut area = named(&options.area_field)?;
    let place = match (named(&options.x_field)?, named(&options.y_field)?) {
        (Some(east), Some(north)) => Some(Place::Columns { east, north, degrees: false }),
        // Shapes of the file itself go before numbers in its columns.
        _ if sample.points + sample.areas > 0 => None,
        _ => place::in_columns(&opened.columns)
            .or_else(|| most(&sample.places, sample.rows).map(Place::Together)),
    };
    let has_place = place.is_some() || sample.points > 0;
    let wants_points = options.shape == Some(Shape::Point);
    if area.is_none() && !wants_points {
        area = most(&sample.codes, sample.rows).or_else(|| most(&sample.corners, sample.rows));
    }
    let is_square = area.is_some_and(|at| sample.corners[at] > sample.codes[at]);
    let shape = match (options.shape, area) {
        (Some(shape), _) => shape,
        (None, Some(_)) if is_square => Shape::Square,
        (None, Some(_)) => Shape::Area,
        (None, None) if has_place => Shape::Point,
        (None, None) => return Err(FileError::AskArea(opened.named())),
    };
    match shape {
        Shape::Point if !has_place => return Err(FileError::NoGeometry),
        Shape::Area if area.is_none() => return Err(FileError::AskArea(opened.named())),
        Shape::Square if area.is_none() && !has_place => return Err(FileError::AskArea(opened.named())),
        _ => {}
    }
    let only: Result<Vec<_>, FileError> = options
        .only
        .iter()
        .map(|(name, value)| Ok((opened.column(name)?, value.trim().to_owned())))
        .collect();
    let mut fields = Fields {
        shape,
        area,
        name: named(&options.name_field)?,
        place,
        category: named(&options.category_field)?,
        base: named(&options.base_field)?,
        only: only?,
        crs: None,
        asks: Vec::new(),
    };
    let places = shape != Shape::Area && area.is_none() || sample.areas > 0 && shape == Shape::Area;
    if places {
        fields.settle_crs(opened, options)?;
    }
    Ok(fields)
}

/// The first column in which at least half of the rows have one.
fn most(counts: &[usize], rows: usize) -> Option<usize> {
    let best = counts.iter().copied().max().filter(|best| *best > 0 && best * 2 >= rows)?;
    counts.iter().position(|count| *count == best)
}

fn sample(opened: &Opened, known: &Known) -> Result<Sample, FileError> {
    let width = opened.columns.len();
    let none = || vec![0; width];
    let mut sample = Sample { rows: 0, codes: none(), corners: none(), places: none(), points: 0, areas: 0 };
    let mut enough = false;
    let read = opened.rows(&mut |record| {
        if sample.rows == LOOKED_AT {
            enough = true;
            return Err(FileError::Empty);
        }
        sample.rows += 1;
        match record.geometry {
            Some(Geometry::Point(_) | Geometry::Several) => sample.points += 1,
            Some(Geometry::Area(_)) => sample.areas += 1,
            _ => {}
        }
        for (at, cell) in record.cells.iter().enumerate().take(width) {
            let Cell::Text(_) = cell else { continue };
            let text = &*record.text(at);
            // Digits alone may be anything: such a column must be named.
            let lettered = text.starts_with(|sign: char| sign.is_ascii_alphabetic());
            sample.codes[at] +=
                usize::from(known.has(text) || lettered && code::read(text, |code| known.has(code)).is_ok());
            sample.corners[at] += usize::from(lettered && code::corner(text).is_some());
            sample.places[at] += usize::from(place::in_cell(text).is_some());
        }
        Ok(())
    });
    if enough { Ok(sample) } else { read.map(|()| sample) }
}

impl Fields {
    /// The columns that say what a row is about.
    pub fn keys(&self) -> Vec<usize> {
        let mut keys: Vec<usize> = self.only.iter().map(|(at, _)| *at).collect();
        keys.extend([self.area, self.name, self.category].into_iter().flatten());
        keys.extend(self.place.into_iter().flat_map(Place::columns));
        keys
    }

    /// The name of the area of a row, where there is one.
    pub fn name_of(&self, record: &Record<'_>) -> Option<String> {
        let name: String = record.text(self.name?).chars().take(LONGEST_NAME).collect();
        Some(name).filter(|name| !name.is_empty())
    }

    /// In which system places are: as somebody or the file says it, else by their numbers. RD that is not said to be RD is
    /// asked.
    fn settle_crs(&mut self, opened: &Opened, options: &Options) -> Result<(), FileError> {
        let named = self.place.is_some_and(Place::is_degrees);
        let votes = self.votes(opened, named)?;
        if let Some((x, y)) = votes.lost(named) {
            return Err(FileError::LostDecimals(format!("{y:.0} en {x:.0}")));
        }
        let told = options.crs.or(opened.told.crs);
        // What is said decides, unless more places are in the other system; the rest has no place.
        if let Some(said) = told.filter(|said| votes.can_be_in(*said)) {
            self.crs = Some(said);
            return Ok(());
        }
        if let Some(said) = options.crs.filter(|said| votes.are_in_the_other(*said)) {
            return Err(FileError::SaidCrs(if said == Crs::Rd { "RD" } else { "WGS84" }));
        }
        let seen = votes.say()?;
        if seen == Some(Crs::Rd) {
            self.asks.push(FileError::AskCrs);
        }
        self.crs = seen;
        Ok(())
    }

    /// In which systems the places of a file can be.
    fn votes(&self, opened: &Opened, named: bool) -> Result<Votes, FileError> {
        let mut votes = Votes::default();
        opened.rows(&mut |record| {
            match (record.geometry, self.place) {
                (_, Some(place)) => {
                    if let Some((x, y)) = place.of(record) {
                        votes.count(x, y, named);
                    }
                }
                (Some(Geometry::Point(at)), None) => votes.count(at.x, at.y, named),
                (Some(Geometry::Area(area)), None) => {
                    if let Some(at) = area.0.first().and_then(|polygon| polygon.exterior().0.first()) {
                        votes.count(at.x, at.y, named);
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(votes)
    }

    /// The place of a row in RD metres; nothing where it has none in the Netherlands.
    pub fn rd(&self, record: &Record<'_>) -> Option<(f64, f64)> {
        let (x, y) = match (self.place, record.geometry) {
            (Some(place), _) => place.of(record)?,
            (None, Some(Geometry::Point(at))) => {
                Some((at.x, at.y)).filter(|_| place::is_place(at.x, at.y))?
            }
            _ => return None,
        };
        match self.crs? {
            Crs::Rd => votes::is_rd(x, y).then_some((x, y)),
            Crs::Wgs => buurt::Place { lon: x, lat: y }.to_rd().ok().map(|rd| (rd.x, rd.y)),
        }
    }
}
