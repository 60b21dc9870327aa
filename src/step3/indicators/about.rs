//! What a row is about: an area, a square or a point; or why it is not used.

use super::code::{self, NoCode};
use super::fields::Fields;
use super::known::Known;
use super::read::{Geometry, Record};
use super::{Level, Shape};

/// What a row is about.
#[derive(Debug, Clone, PartialEq)]
pub enum About {
    /// An area.
    Area(Level, String),
    /// A square, by its corner in RD metres.
    Square(i64, i64),
    /// A point in RD metres.
    Point(f64, f64),
}

/// Why a row is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Another group or year than was asked for.
    NotAsked,
    /// No code that can be read.
    NoCode(NoCode),
    /// No corner of a square.
    NoSquare,
    /// No place.
    NoPlace,
    /// More than one place.
    Several,
    /// Far from every buurt.
    Far,
}

/// What a row is about, or why it is not used.
pub fn about(record: &Record<'_>, fields: &Fields, known: &Known) -> Result<About, Left> {
    if fields.only.iter().any(|(at, wanted)| record.text(*at) != wanted.as_str()) {
        return Err(Left::NotAsked);
    }
    match (fields.shape, fields.area) {
        (Shape::Area, Some(at)) => {
            let area = code::read(&record.text(at), |code| known.has(code)).map_err(Left::NoCode)?;
            Ok(About::Area(area.level, known.as_kept(area.code)))
        }
        (Shape::Square, Some(at)) => {
            let (x, y) = code::corner(&record.text(at)).ok_or(Left::NoSquare)?;
            near(known, x, y)
        }
        (Shape::Square, None) => {
            let (x, y) = fields.rd(record).ok_or(Left::NoSquare)?;
            // RD metres are within a million.
            #[allow(clippy::cast_possible_truncation)]
            let (x, y) = (x.round() as i64, y.round() as i64);
            if x % 100 == 0 && y % 100 == 0 { near(known, x, y) } else { Err(Left::NoSquare) }
        }
        (Shape::Area, None) => Err(Left::NoCode(NoCode::Empty)),
        (Shape::Point, _) => {
            if fields.place.is_none() && record.geometry == Some(&Geometry::Several) {
                return Err(Left::Several);
            }
            let (x, y) = fields.rd(record).ok_or(Left::NoPlace)?;
            if known.is_near(x, y) { Ok(About::Point(x, y)) } else { Err(Left::Far) }
        }
    }
}

fn near(known: &Known, x: i64, y: i64) -> Result<About, Left> {
    // Metres of the whole kingdom fit a float exactly.
    #[allow(clippy::cast_precision_loss)]
    let (east, north) = (x as f64, y as f64);
    if known.is_near(east, north) { Ok(About::Square(x, y)) } else { Err(Left::Far) }
}
