//! What the room sees: totals as they are, pins and approved words in groups.

use std::collections::HashMap;

use crate::input::moderation::{self, ModerationError, Quote, Sought, Spot};
use crate::input::pins::{self, Words};
use crate::input::session::{Kind, Wijksessie};
use crate::place::buurt::{self, Place, TrajectArea};
use crate::platform::App;

/// Squares along the longer side of the plattegrond, to say where nobody has been yet.
const SQUARES: u32 = 10;

/// The room at this moment.
pub(super) struct Room {
    /// Pins that were put.
    pub pins: usize,
    /// People they speak for.
    pub people: u32,
    /// Of the pins that are shown: what goes well and makes strong.
    pub strengths: usize,
    /// Of the pins that are shown: what can be better, and ideas.
    pub concerns: usize,
    /// Grows when what is shown changes.
    pub version: i64,
    /// What is shown: where on the plattegrond's picture, and of which kind.
    pub points: Vec<(i64, i64, Kind)>,
    /// Squares of the picture inside the buurt where nobody has been: x, y, width, height.
    pub empty: Vec<[i64; 4]>,
    /// What was approved, once it is of enough people.
    pub quotes: Vec<Quote>,
    /// The area.
    pub area: std::sync::Arc<TrajectArea>,
}

/// The room of a wijksessie at this moment.
///
/// # Errors
/// The database's.
pub(super) async fn room(app: &App, session: &Wijksessie) -> Result<Room, ModerationError> {
    let area = buurt::area(app, &session.buurten).await?;
    let shown = pins::shown(app, session).await?;
    let people = pins::people_now(app, &session.code).await?;
    let told: HashMap<&str, &Words> =
        shown.pins.iter().filter_map(|one| Some((one.pin.as_str(), one.words.as_ref()?))).collect();
    let (mine, all, mut quotes) = (std::slice::from_ref(&session.code), Sought::default(), Vec::new());
    moderation::each(app, mine, &all, |quote| quotes.extend(as_told(quote, &told))).await?;
    let (pins, version) = (shown.total, shown.version);
    let strengths = shown.pins.iter().filter(|one| one.kind.is_strength()).count();
    let concerns = shown.pins.len() - strengths;
    let places: Vec<(Place, Kind)> =
        shown.pins.iter().filter_map(|one| Some((one.place?, one.kind))).collect();
    let points: Vec<_> = places
        .iter()
        .map(|(place, kind)| {
            let [x, y] = area.projection.to_svg(place.lon, place.lat);
            (whole(x), whole(y), *kind)
        })
        .collect();
    let empty = empty(&area, &points);
    Ok(Room { pins, people, strengths, concerns, version, points, empty, quotes, area })
}

/// What was approved, as far as it is of a group that the room sees: without a place, so that it leads to no pin.
fn as_told(mut quote: Quote, told: &HashMap<&str, &Words>) -> Option<Quote> {
    let words = told.get(quote.pin.as_str())?;
    quote.text.clone_from(&words.text);
    quote.photos.retain(|(photo, _)| words.photos.contains(&photo.id));
    quote.spot = Spot::Untold;
    Some(quote)
}

/// Squares of the plattegrond whose middle lies inside the buurt and in which nothing is shown.
fn empty(area: &TrajectArea, points: &[(i64, i64, Kind)]) -> Vec<[i64; 4]> {
    let [width, height] = area.projection.size();
    let side = (width.max(height) / f64::from(SQUARES)).ceil().max(1.0);
    let (mut empty, mut y) = (Vec::new(), 0.0);
    while y < height {
        let mut x = 0.0;
        while x < width {
            let [lon, lat] = area.projection.to_wgs(x + side / 2.0, y + side / 2.0);
            let square = [whole(x), whole(y), whole(side), whole(side)];
            let inside = |(px, py): (i64, i64)| {
                (square[0]..square[0] + square[2]).contains(&px)
                    && (square[1]..square[1] + square[3]).contains(&py)
            };
            if area.metres_outside(lon, lat) <= 0.0 && !points.iter().any(|point| inside((point.0, point.1)))
            {
                empty.push(square);
            }
            x += side;
        }
        y += side;
    }
    empty
}

#[allow(clippy::cast_possible_truncation, reason = "saturates; a picture is a few thousand units wide")]
fn whole(length: f64) -> i64 {
    length.round() as i64
}
