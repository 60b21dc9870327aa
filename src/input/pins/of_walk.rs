//! Photos of a walk that are pins too: a kind and a place make them one.

use std::sync::Arc;

use super::front_door::kept_place;
use super::service::check;
use super::store::{self, PinRow, Under};
use super::{Pin, PinError, aside};
use crate::input::arrivals;
use crate::input::session::Wijksessie;
use crate::place::buurt::{Place, TrajectArea};
use crate::platform::{App, DbError, Tx};

/// Checks theme and place of something that may become a pin; the area it is in.
///
/// # Errors
/// An unknown theme, or a place outside the area.
pub async fn check_place(
    app: &App,
    session: &Wijksessie,
    theme: Option<&str>,
    place: Option<Place>,
) -> Result<Arc<TrajectArea>, PinError> {
    check(app, session, theme, place).await
}

/// Where such a pin is kept: of a sensitive theme never at a home. `session` as [`crate::input::session::held`] gives it.
pub fn place_kept(session: &Wijksessie, area: &TrajectArea, theme: Option<&str>, place: Place) -> Place {
    kept_place(session, area, theme, Some(place)).unwrap_or(place)
}

/// Puts a pin for a photo of a walk, under the photo's id. It counts and waits like any other; without words there is
/// nothing to wait for.
///
/// # Errors
/// [`PinError::Gone`] where it was taken back before, [`PinError::Conflict`] where another pin has this id.
pub async fn put_of_walk(tx: &mut Tx, code: &str, id: &str, owner: &str, pin: Pin) -> Result<(), PinError> {
    let wordless = pin.text.is_empty();
    let participant = owner.to_owned();
    let new = PinRow { id: id.to_owned(), participant, put_hash: String::new(), pin, approved: false };
    if !store::insert(tx, code, &new).await? {
        return Err(match store::find(tx, code, id).await? {
            Some(Under::Removed) => PinError::Gone,
            _ => PinError::Conflict,
        });
    }
    store::walked(tx, code, id).await?;
    if wordless {
        store::approve_wordless(tx, code, id).await?;
    }
    if arrivals::is_aside(tx, code, owner).await? {
        aside::set_one_aside(tx, code, id).await?;
    }
    Ok(())
}

/// Moves such a pin to another place; without one it is about the whole buurt.
///
/// # Errors
/// The database's.
pub async fn move_of_walk(tx: &mut Tx, code: &str, id: &str, place: Option<Place>) -> Result<(), DbError> {
    match place {
        Some(place) => store::place(tx, code, id, place).await,
        None => store::unplace(tx, code, id).await,
    }
}
