//! What is told one by one because a begeleider approved it: words, photos, strong places. Each stands at the square in which its
//! maker counts, or without a place, so that it says no more of where somebody was than the map.

use serde::Serialize;
use vakken::Vak;

use crate::input::moderation::{self, ModerationError, Quote, Quoted, Sought, Spot};
use crate::layers::heat::{self, Source};
use crate::people::accounts::{self, Staff};
use crate::place::buurt::{Place, Rd};
use crate::platform::App;

/// A part of what residents said, as far as it was approved and released; that somebody looks is for the caller to write down
/// ([`looked`]).
///
/// # Errors
/// The database's.
pub async fn said(
    app: &App,
    source: &Source,
    sought: &Sought,
    mark: Option<&str>,
    most: usize,
) -> Result<Quoted, ModerationError> {
    let part = moderation::part(app, &codes(source), sought, mark, most).await?;
    Ok(part.map(|quote| at_square(source, quote)))
}

/// All of what residents said, as far as it was approved and released, one by one and strengths first; that somebody looks is for the
/// caller to write down.
///
/// # Errors
/// The database's.
pub async fn each_said(
    app: &App,
    source: &Source,
    mut take: impl FnMut(Quote),
) -> Result<(), ModerationError> {
    let everything = Sought::default();
    moderation::each(app, &codes(source), &everything, |quote| take(at_square(source, quote))).await
}

/// Writes in the audit trail that somebody looked at words or photos, where there are any.
///
/// # Errors
/// The database's.
pub async fn looked(app: &App, staff: &Staff, source: &Source, any: bool) -> Result<(), ModerationError> {
    if any { accounts::looked(app, &staff.id, &source.traject.id).await } else { Ok(()) }
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

/// With the square in which its maker counts instead of its place.
pub fn at_square(source: &Source, mut quote: Quote) -> Quote {
    if let Spot::Exact(place) = quote.spot {
        let square = heat::square_of(source, &quote.session, quote.kind, quote.theme.as_deref(), place);
        quote.spot = spot(source, square);
    }
    quote
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
