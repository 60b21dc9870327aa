//! What a photo walk is: a line, and photos along it. Both targets; no I/O.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::input::photos::{About, Caption, Photo, PhotoError};
use crate::input::pins::Wrong;
use crate::input::session::{Kind, LONGEST_TITLE, Moment};
use crate::place::buurt::Place;

/// Most photos of one walk.
pub const MOST_PHOTOS: i64 = 200;
/// Most photos of a walk that are marked as the ones that matter.
pub const MOST_MATTER: i64 = 20;
/// So much of a track is cut away at each end, in metres along it: people start at home.
pub const CUT_M: f64 = 100.0;
/// The largest GPX file that is read, in bytes.
pub const LARGEST_GPX: usize = 10_000_000;
/// The most points of a track; a day of one point each second is 86,400.
pub const MOST_POINTS: usize = 100_000;
/// The largest number of a place in the order of a walk.
pub const LAST_IN_ORDER: u32 = 1_000_000;

/// A walk as somebody may see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Walk {
    /// UUID, made by the client.
    pub id: String,
    /// It is theirs.
    pub mine: bool,
    /// What it is called; only for its owner and its begeleider, nobody approves it.
    pub title: Option<String>,
    /// What is left of the track after its ends were cut away: pieces, in order. A piece of one place is all that is
    /// left of a track that was too short. Empty without a track, and for professionals.
    pub track: Vec<Vec<Place>>,
    /// Its photos, in order.
    pub stops: Vec<Stop>,
}

/// How far a photo of a walk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StopState {
    /// Nobody looked yet: others do not see it.
    Waits,
    /// Others may see it.
    Approved,
    /// Decided against.
    Hidden,
}

/// A photo of a walk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// The picture with its caption.
    pub photo: Photo,
    /// Where it was taken; nothing where nobody said. For professionals the middle of the square in which its maker counts, or nothing.
    pub place: Option<Place>,
    /// The side in metres of the square in whose middle its place is; nothing where it was taken there.
    pub side: Option<u16>,
    /// What kind of observation.
    pub kind: Option<Kind>,
    /// A theme of the traject.
    pub theme: Option<String>,
    /// The time of day it is about.
    pub moment: Option<Moment>,
    /// Its place in the order of the walk.
    pub at: u32,
    /// One of those to look at first.
    pub matters: bool,
    /// It has a kind and a place, and is a pin under the same id.
    pub pin: bool,
    /// How far it is.
    pub state: StopState,
}

/// What is sent with a photo of a walk.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PhotoFields {
    /// What its maker wrote beside it.
    pub caption: Caption,
    /// What is said of it; its place in the order is any whole number up to [`LAST_IN_ORDER`].
    pub about: About,
    /// Its place was moved to the cut where it had to be, by whoever has the whole track at hand.
    pub settled: bool,
}

/// What is wrong with a photo of a walk or what was sent with it.
#[derive(Debug, Clone, PartialEq)]
pub enum PhotoFieldsError {
    /// The caption.
    Caption(PhotoError),
    /// Fields that break a rule.
    Fields(Vec<Wrong>),
}

/// Reads `{title, participant}`. Says everything that is wrong at once.
///
/// # Errors
/// Each field that breaks a rule.
pub fn read_walk(body: &Value) -> Result<(String, Uuid), Vec<Wrong>> {
    let mut wrong = Vec::new();
    let title = body.get("title").and_then(Value::as_str).unwrap_or_default();
    if let Err(rule) = check_title(title) {
        wrong.push(Wrong { pointer: "/title", rule });
    }
    let participant = body.get("participant").and_then(Value::as_str).map(Uuid::try_parse);
    match participant {
        Some(Ok(participant)) if wrong.is_empty() => Ok((title.trim().to_owned(), participant)),
        Some(Ok(_)) => Err(wrong),
        _ => {
            wrong.push(Wrong { pointer: "/participant", rule: "pins-wrong-participant" });
            Err(wrong)
        }
    }
}

/// The rules of a walk's title; the rule that is broken as a text key.
///
/// # Errors
/// Empty (only white space), over-long, or with a NUL.
pub fn check_title(title: &str) -> Result<(), &'static str> {
    if title.contains('\0') {
        return Err("walks-wrong-title-nul");
    }
    if title.chars().all(char::is_whitespace) {
        return Err("walks-wrong-title-empty");
    }
    if title.chars().count() > LONGEST_TITLE {
        return Err("walks-wrong-title-long");
    }
    Ok(())
}

impl PhotoFields {
    /// Reads the fields of a form. An empty field is one that was not filled in.
    ///
    /// # Errors
    /// The caption, or each field that breaks a rule.
    pub fn read(fields: &HashMap<String, String>) -> Result<Self, PhotoFieldsError> {
        let caption = fields.get("caption").cloned().unwrap_or_default();
        let caption = Caption::try_from(caption).map_err(PhotoFieldsError::Caption)?;
        let mut wrong = Vec::new();
        let field = |name: &str| fields.get(name).map(|text| text.trim()).filter(|text| !text.is_empty());
        let place = keep(read_place(field("lon"), field("lat")), &mut wrong);
        let kind = keep(word(field("kind"), "/kind", "pins-wrong-kind"), &mut wrong);
        let moment = keep(word(field("moment"), "/moment", "pins-wrong-moment"), &mut wrong);
        let theme = field("theme").map(str::to_owned);
        if theme.as_ref().is_some_and(|theme| theme.contains('\0')) {
            wrong.push(Wrong { pointer: "/theme", rule: "pins-wrong-theme" });
        }
        let at: Option<u32> =
            word(field("at"), "/at", "walks-wrong-at").map_or(Some(u32::MAX), |at| at.or(Some(0)));
        let at = at.filter(|at| *at <= LAST_IN_ORDER);
        if at.is_none() {
            wrong.push(Wrong { pointer: "/at", rule: "walks-wrong-at" });
        }
        let matters = keep(flag(field("matters"), "/matters"), &mut wrong).unwrap_or_default();
        let settled = keep(flag(field("settled"), "/settled"), &mut wrong).unwrap_or_default();
        if !wrong.is_empty() {
            return Err(PhotoFieldsError::Fields(wrong));
        }
        let at = at.unwrap_or_default();
        let (place, kind, moment) = (place.flatten(), kind.flatten(), moment.flatten());
        Ok(Self { caption, about: About { place, kind, theme, moment, at, matters }, settled })
    }
}

impl PhotoFields {
    /// All of it as one text, so that the same again can be recognised.
    pub fn content(&self) -> String {
        let About { place, kind, theme, moment, at, matters } = &self.about;
        let place = place.map(|place| [place.lon, place.lat]);
        json!([self.caption, place, kind, theme, moment, at, matters]).to_string()
    }
}

fn keep<T>(outcome: Result<T, Wrong>, wrong: &mut Vec<Wrong>) -> Option<T> {
    outcome.map_err(|error| wrong.push(error)).ok()
}

fn word<T: std::str::FromStr>(
    text: Option<&str>,
    pointer: &'static str,
    rule: &'static str,
) -> Result<Option<T>, Wrong> {
    text.map(|text| text.parse().map_err(|_| Wrong { pointer, rule })).transpose()
}

fn flag(text: Option<&str>, pointer: &'static str) -> Result<bool, Wrong> {
    match text {
        None | Some("0" | "false") => Ok(false),
        Some("1" | "true" | "on") => Ok(true),
        Some(_) => Err(Wrong { pointer, rule: "walks-wrong-flag" }),
    }
}

fn read_place(lon: Option<&str>, lat: Option<&str>) -> Result<Option<Place>, Wrong> {
    let (lon, lat) = match (lon, lat) {
        (None, None) => return Ok(None),
        (Some(lon), Some(lat)) => (lon, lat),
        (None, _) => return Err(Wrong { pointer: "/lon", rule: "walks-wrong-half-a-place" }),
        (_, None) => return Err(Wrong { pointer: "/lat", rule: "walks-wrong-half-a-place" }),
    };
    let number = |text: &str, most: f64, pointer| {
        let number: f64 = text.parse().map_err(|_| Wrong { pointer, rule: "walks-wrong-number" })?;
        if number.is_finite() && number.abs() <= most {
            Ok(number)
        } else {
            Err(Wrong { pointer, rule: "pins-wrong-range" })
        }
    };
    Ok(Some(Place { lon: number(lon, 180.0, "/lon")?, lat: number(lat, 90.0, "/lat")? }))
}

impl Walk {
    /// The places of its photos in their order, once where several that follow each other have the same.
    pub fn places(&self) -> Vec<Place> {
        let mut places: Vec<Place> = self.stops.iter().filter_map(|stop| stop.place).collect();
        places.dedup();
        places
    }
}

/// A point of a track as its file tells it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fix {
    /// Where.
    pub place: Place,
    /// When, in seconds since 1970 in UTC, where the file says so.
    pub time: Option<i64>,
}

/// A photo that was taken so long before the first or after the last point of a piece of a track still belongs to its end, in
/// seconds.
pub const NEAR_THE_END_S: i64 = 120;

/// A pause longer than this, in seconds, ends a walk: where it goes on, another begins.
pub const PAUSE_S: i64 = 600;

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(all: &[(&str, &str)]) -> HashMap<String, String> {
        all.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    fn pointers(all: &[(&str, &str)]) -> Vec<&'static str> {
        match PhotoFields::read(&fields(all)) {
            Err(PhotoFieldsError::Fields(wrong)) => wrong.iter().map(|wrong| wrong.pointer).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_photo_may_say_nothing_but_itself() {
        assert_eq!(PhotoFields::read(&fields(&[])), Ok(PhotoFields::default()));
        assert_eq!(
            PhotoFields::read(&fields(&[("kind", ""), ("lon", " "), ("matters", "false")])),
            Ok(PhotoFields::default())
        );
    }

    #[test]
    fn everything_that_is_wrong_with_a_photo_is_said_at_once() {
        let all =
            [("lon", "4.9"), ("kind", "klacht"), ("moment", "gisteren"), ("at", "-1"), ("matters", "ja")];
        assert_eq!(pointers(&all), ["/lat", "/kind", "/moment", "/at", "/matters"]);
        assert_eq!(pointers(&[("lon", "NaN"), ("lat", "52")]), ["/lon"]);
        assert_eq!(pointers(&[("lon", "4.9"), ("lat", "91")]), ["/lat"]);
        assert_eq!(pointers(&[("at", "1000001")]), ["/at"]);
        let long = PhotoFields::read(&fields(&[("caption", &"é".repeat(501))]));
        assert!(matches!(long, Err(PhotoFieldsError::Caption(PhotoError::CaptionTooLong { chars: 501 }))));
    }

    #[test]
    fn a_walk_has_a_title_and_somebody_who_walks() {
        let me = "6a1c1d70-9a4b-4b0e-8f6e-0d6d0a7f8b11";
        assert_eq!(read_walk(&json!({"title": " Rondje ", "participant": me})).unwrap().0, "Rondje");
        let rules =
            |body: &Value| read_walk(body).unwrap_err().iter().map(|wrong| wrong.pointer).collect::<Vec<_>>();
        assert_eq!(rules(&json!({})), ["/title", "/participant"]);
        assert_eq!(rules(&json!({"title": "a\0", "participant": me})), ["/title"]);
        assert_eq!(rules(&json!({"title": "x".repeat(201), "participant": me})), ["/title"]);
    }
}
