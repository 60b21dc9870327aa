//! From rows of the database to items of the queue.

use super::hints::hints;
use super::{Item, Of, PhotoAddresses, State};
use crate::input::photos::MAX_CAPTION_CHARS;
use crate::input::pins::LONGEST_TEXT;
use crate::place::buurt::Place;
use crate::platform::{DbError, Row};

/// An item of a source: id, words, kind, theme, longitude, latitude, version, approved, hidden, in this order.
///
/// # Errors
/// A row that cannot be read.
pub fn item_of_row(row: &Row, of: Of) -> Result<Item, DbError> {
    item(row, of, None)
}

pub(super) fn pin_item(row: &Row) -> Result<Item, DbError> {
    Ok(Item { place_name: row.get(9)?, ..item(row, Of::Pin, None)? })
}

pub(super) fn photo_addresses(row: &Row) -> Result<PhotoAddresses, DbError> {
    let address: String = row.get(9)?;
    let at = |size: &str| format!("/photos/{address}?size={size}");
    Ok(PhotoAddresses {
        id: row.get(0)?,
        thumb: at("thumb"),
        large: at("large"),
        poster: row.flag(11)?,
        address,
    })
}

pub(super) fn photo_item(row: &Row) -> Result<Item, DbError> {
    let photo = photo_addresses(row)?;
    Ok(Item { matters: row.flag(10)?, ..item(row, Of::Photo, Some(photo))? })
}

/// With hints, for who decides.
fn item(row: &Row, of: Of, photo: Option<PhotoAddresses>) -> Result<Item, DbError> {
    let mut item = plain(row, of, photo)?;
    item.hints = hints(&item.text);
    Ok(item)
}

/// Without hints: what was decided needs none, and looking for them takes longer than reading a row.
pub(super) fn plain(row: &Row, of: Of, photo: Option<PhotoAddresses>) -> Result<Item, DbError> {
    let text: String = row.get(1)?;
    let broken =
        |error: crate::input::session::UnknownWord| DbError::from(sqlx::Error::Decode(Box::new(error)));
    let place = match (row.get::<Option<f64>>(4)?, row.get::<Option<f64>>(5)?) {
        (Some(lon), Some(lat)) => Some(Place { lon, lat }),
        _ => None,
    };
    let state = match (row.flag(7)?, row.flag(8)?) {
        (true, _) => State::Approved,
        (false, true) => State::Hidden,
        (false, false) => State::Waits,
    };
    Ok(Item {
        id: row.get(0)?,
        of,
        longest: if of == Of::Photo { MAX_CAPTION_CHARS } else { LONGEST_TEXT },
        hints: Vec::new(),
        text,
        kind: row.get::<Option<String>>(2)?.map(|word| word.parse().map_err(broken)).transpose()?,
        theme: row.get(3)?,
        place,
        version: row.get(6)?,
        matters: false,
        about: None,
        state,
        photo,
        places: Vec::new(),
        place_name: None,
    })
}
