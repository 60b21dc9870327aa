//! What is told one by one because a begeleider approved it: words, photos, strong places. Each stands at the square in which its
//! maker counts, or without a place, so that it says no more of where somebody was than the map.

use serde::Serialize;
use vakken::Vak;

use crate::input::moderation::{self, ModerationError, Quote, Spot};
use crate::layers::heat::{self, Source};
use crate::people::accounts::{self, Staff};
use crate::place::buurt::{Place, Rd};
use crate::platform::App;

/// What residents said of one theme, or of all, as far as it was approved and released. That somebody looked is written in
/// the audit trail.
///
/// # Errors
/// The database's.
pub async fn said_about(
    app: &App,
    staff: &Staff,
    source: &Source,
    theme: Option<&str>,
) -> Result<Vec<Quote>, ModerationError> {
    let quotes = approved(app, source, theme).await?;
    if !quotes.is_empty() {
        accounts::looked::<ModerationError>(app, &staff.id, &source.traject.id).await?;
    }
    Ok(quotes)
}

/// As [`said_about`]; that somebody looks is for the caller to write down.
///
/// # Errors
/// The database's.
pub async fn approved(
    app: &App,
    source: &Source,
    theme: Option<&str>,
) -> Result<Vec<Quote>, ModerationError> {
    let quotes = moderation::approved_about(app, &codes(source), theme).await?;
    Ok(at_squares(source, quotes))
}

fn codes(source: &Source) -> Vec<String> {
    source.plans.iter().map(|plan| plan.code.clone()).collect()
}

/// A square as whoever reads it sees it, by its middle and side; untold without one.
pub fn spot(source: &Source, square: Option<Vak>) -> Spot {
    let middle = |square: Vak| {
        let half = f64::from(square.side) / 2.0;
        let place = source.area.degrees(f64::from(square.x) + half, f64::from(square.y) + half)?;
        Some(Spot::Square(place, square.side))
    };
    square.and_then(middle).unwrap_or(Spot::Untold)
}

/// Each with the square in which its maker counts instead of its place.
pub fn at_squares(source: &Source, mut quotes: Vec<Quote>) -> Vec<Quote> {
    for quote in &mut quotes {
        if let Spot::Exact(place) = quote.spot {
            let square = heat::square_of(source, &quote.session, quote.kind, quote.theme.as_deref(), place);
            quote.spot = spot(source, square);
        }
    }
    quotes
}

/// A public place that somebody called a strength and that the begeleider lets be shown by name: never how many did, when,
/// or where their pins are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StrongPlace {
    /// As on the plattegrond.
    pub name: String,
    /// Degrees east of the place on the plattegrond.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

/// Whether a named place may be told beside a square: it lies in it, so that everybody who counts there may have meant it; or somebody
/// anywhere in the square may have. Then nobody or at least *k* people are near it in some world with the same table.
fn is_no_finer(source: &Source, name: &str, place: Place, square: Vak) -> bool {
    if source.area.metres(place).is_some_and(|at| square.holds(at.x, at.y)) {
        return true;
    }
    let (west, south, side) = (f64::from(square.x), f64::from(square.y), f64::from(square.side));
    let corners = [(0.0, 0.0), (side, 0.0), (0.0, side), (side, side)];
    corners.into_iter().all(|(east, north)| {
        let corner = Rd { x: west + east, y: south + north };
        source.area.places.near(corner).iter().any(|known| known.name == name)
    })
}

/// The strong places of a source's wijksessies, in alphabetical order: those that tell no more than the told square in which
/// whoever named them counts.
///
/// # Errors
/// The database's.
pub async fn strong_places(app: &App, source: &Source) -> Result<Vec<StrongPlace>, ModerationError> {
    let named = moderation::named_places(app, &codes(source)).await?;
    let area = &source.area;
    let places = named.into_iter().filter_map(|one| {
        let near = area.places.near(area.metres(one.pin)?);
        // A map that was drawn anew may not have the place any more.
        let place = near.into_iter().find(|place| place.name == one.name)?;
        let at = Place { lon: place.lon, lat: place.lat };
        let square = heat::square_of(source, &one.session, one.kind, one.theme.as_deref(), one.pin)?;
        let told = is_no_finer(source, &one.name, at, square);
        told.then_some(StrongPlace { name: one.name, lon: at.lon, lat: at.lat })
    });
    let mut places: Vec<_> = places.collect();
    places.sort_by(|a, b| a.name.cmp(&b.name));
    places.dedup_by(|a, b| a.name == b.name);
    Ok(places)
}
