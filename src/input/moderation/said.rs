//! What was approved, as other rooms read it.

use super::store;
use super::{ModerationError, NamedPlace, PosterPhoto, Quote};
use crate::platform::App;

/// What was approved in these wijksessies, strengths first.
///
/// # Errors
/// The database's.
pub async fn approved(app: &App, codes: &[String]) -> Result<Vec<Quote>, ModerationError> {
    approved_about(app, codes, None).await
}

/// As [`approved`], about one theme.
///
/// # Errors
/// The database's.
pub async fn approved_about(
    app: &App,
    codes: &[String],
    theme: Option<&str>,
) -> Result<Vec<Quote>, ModerationError> {
    let mut quotes = Vec::new();
    for code in codes {
        quotes.extend(store::approved(&app.db, code, theme).await?);
    }
    quotes.sort_by_key(|quote| (!quote.kind.is_strength(), quote.pin.clone()));
    Ok(quotes)
}

/// Approved photos of these wijksessies that may be on the poster, strengths first.
///
/// # Errors
/// The database's.
pub async fn for_poster(app: &App, codes: &[String]) -> Result<Vec<PosterPhoto>, ModerationError> {
    let mut photos = Vec::new();
    for code in codes {
        photos.extend(store::for_poster(&app.db, code).await?);
    }
    photos.sort_by_key(|one| !one.kind.is_strength());
    Ok(photos)
}

/// The public places as which approved strengths of these wijksessies may be shown.
///
/// # Errors
/// The database's.
pub async fn named_places(app: &App, codes: &[String]) -> Result<Vec<NamedPlace>, ModerationError> {
    let mut places = Vec::new();
    for code in codes {
        places.extend(store::named_places(&app.db, code).await?);
    }
    Ok(places)
}
