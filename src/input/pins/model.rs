//! One observation on the map: what a resident may send, and the rules it must keep.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::input::session::{Kind, Moment};
use crate::place::buurt::Place;

/// Longest text, in Unicode scalar values.
pub const LONGEST_TEXT: usize = 1000;
/// Most people one table speaks for.
pub const MOST_PEOPLE: u32 = 20;
/// How far outside the area a pin may lie, in metres: people have their own idea of where their buurt ends.
pub const OUTSIDE_M: f64 = 150.0;
/// The picture-words: what one can tap instead of writing. Each is a text key `pins-word-…`, and the name
/// of its picture.
pub const PICTURE_WORDS: &[(&str, &str)] = &[
    ("gezellig", "gezellig"),
    ("groen", "groen"),
    ("spelen", "spelen"),
    ("veilig", "veilig"),
    ("buren", "buren"),
    ("zitten", "zitten"),
    ("hulp", "hulp"),
    ("winkels", "winkels"),
    ("donker", "donker"),
    ("afval", "afval"),
    ("verkeer", "verkeer"),
    ("lawaai", "lawaai"),
    ("fietsen", "fiets"),
    ("honden", "hond"),
];

/// What a resident says: everything of a pin but its id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pin {
    /// Where, or nothing for "over de hele buurt".
    pub place: Option<Place>,
    /// What kind of observation.
    pub kind: Kind,
    /// The resident's words.
    pub text: String,
    /// A theme of the traject, if one was chosen.
    pub theme: Option<String>,
    /// The time of day it is about.
    pub moment: Option<Moment>,
    /// For how many people a table speaks (1 for one person).
    pub people: u32,
    /// When it was made, as the tablet says.
    pub created_at: Option<String>,
}

/// How far a pin of one's own is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FoundState {
    /// Nobody looked yet: others do not see the words.
    Waits,
    /// Others may see the words.
    Approved,
    /// Others do not see the words; the pin counts.
    Hidden,
    /// Its owner took it back after the release: it leaves the layers together with others.
    Withdrawn,
}

/// A pin of one's own, found back.
#[derive(Debug, Clone)]
pub struct Found {
    /// UUID.
    pub id: String,
    /// What it says.
    pub pin: Pin,
    /// How far it is.
    pub state: FoundState,
    /// Why it is hidden, as a word of the reasons.
    pub reason: Option<String>,
}

/// One thing that is wrong with what was sent: where (a JSON pointer) and which rule (a text key
/// `pins-wrong-…`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// JSON pointer.
    pub pointer: &'static str,
    /// The rule's text key.
    pub rule: &'static str,
}

impl Wrong {
    pub(super) const fn at(pointer: &'static str, rule: &'static str) -> Self {
        Self { pointer, rule }
    }
}

/// Reads what is said of a pin at a place: the pin and whose it is. Says everything that is wrong at once, after what is `wrong`
/// already.
///
/// # Errors
/// Each field that breaks a rule.
pub fn read_properties(
    place: Option<Place>,
    properties: Option<&Value>,
    mut wrong: Vec<Wrong>,
) -> Result<(Pin, Uuid), Vec<Wrong>> {
    let empty = Value::Object(serde_json::Map::new());
    let properties = properties.filter(|value| value.is_object()).unwrap_or(&empty);
    let participant = properties.get("participant").and_then(Value::as_str).map(Uuid::try_parse);
    let participant = match participant {
        Some(Ok(id)) => Some(id),
        _ => keep(Err(Wrong::at("/properties/participant", "pins-wrong-participant")), &mut wrong),
    };
    let kind = keep(
        read_word(properties, "kind", Wrong::at("/properties/kind", "pins-wrong-kind"))
            .and_then(|kind| kind.ok_or(Wrong::at("/properties/kind", "pins-wrong-kind"))),
        &mut wrong,
    );
    let text = keep(read_text(properties.get("text")), &mut wrong);
    let theme = keep(read_theme(properties.get("theme")), &mut wrong);
    let moment = keep(
        read_word(properties, "moment", Wrong::at("/properties/moment", "pins-wrong-moment")),
        &mut wrong,
    );
    let people = keep(read_people(properties.get("people")), &mut wrong);
    let created_at = keep(read_created_at(properties.get("created_at")), &mut wrong);
    match (participant, kind, text, theme, moment, people, created_at) {
        (
            Some(participant),
            Some(kind),
            Some(text),
            Some(theme),
            Some(moment),
            Some(people),
            Some(created_at),
        ) if wrong.is_empty() => {
            Ok((Pin { place, kind, text, theme, moment, people, created_at }, participant))
        }
        _ => Err(wrong),
    }
}

pub(super) fn keep<T>(outcome: Result<T, Wrong>, wrong: &mut Vec<Wrong>) -> Option<T> {
    outcome.map_err(|error| wrong.push(error)).ok()
}

fn read_text(value: Option<&Value>) -> Result<String, Wrong> {
    let pointer = "/properties/text";
    let text = value.and_then(Value::as_str).ok_or(Wrong::at(pointer, "pins-wrong-text-empty"))?;
    check_text(text).map_err(|rule| Wrong::at(pointer, rule))?;
    Ok(text.to_owned())
}

/// Picture-words and written words as one text.
pub fn together(chosen: &[String], written: &str) -> String {
    let words = chosen.join(", ");
    match (words.is_empty(), written.trim().is_empty()) {
        (true, _) => written.trim().to_owned(),
        (false, true) => words,
        (false, false) => format!("{words}: {}", written.trim()),
    }
}

/// The rules of a pin's text; the rule that is broken as a text key.
///
/// # Errors
/// Empty (only Unicode white space), longer than [`LONGEST_TEXT`], or with a NUL.
pub fn check_text(text: &str) -> Result<(), &'static str> {
    if text.contains('\0') {
        return Err("pins-wrong-text-nul");
    }
    if text.chars().all(char::is_whitespace) {
        return Err("pins-wrong-text-empty");
    }
    if text.chars().count() > LONGEST_TEXT {
        return Err("pins-wrong-text-long");
    }
    Ok(())
}

fn read_word<T: std::str::FromStr>(properties: &Value, name: &str, wrong: Wrong) -> Result<Option<T>, Wrong> {
    match properties.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(word)) => word.parse().map(Some).map_err(|_| wrong),
        Some(_) => Err(wrong),
    }
}

fn read_theme(value: Option<&Value>) -> Result<Option<String>, Wrong> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(slug)) => Ok(Some(slug.clone())),
        Some(_) => Err(Wrong::at("/properties/theme", "pins-wrong-theme")),
    }
}

fn read_people(value: Option<&Value>) -> Result<u32, Wrong> {
    let Some(value) = value.filter(|value| !value.is_null()) else { return Ok(1) };
    value
        .as_u64()
        .and_then(|people| u32::try_from(people).ok())
        .filter(|people| (1..=MOST_PEOPLE).contains(people))
        .ok_or(Wrong::at("/properties/people", "pins-wrong-people"))
}

fn read_created_at(value: Option<&Value>) -> Result<Option<String>, Wrong> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(time)) if time.len() <= 40 && !time.contains('\0') => Ok(Some(time.clone())),
        Some(_) => Err(Wrong::at("/properties/created_at", "pins-wrong-time")),
    }
}

/// Applies a JSON merge patch (RFC 7396) to a pin's Feature.
pub fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(changes) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    if let Value::Object(fields) = target {
        for (name, change) in changes {
            if name == "geometry" {
                // A geometry is a whole: null means "over de hele buurt", not "take the field away".
                fields.insert(name.clone(), change.clone());
            } else if change.is_null() {
                fields.remove(name);
            } else {
                merge(fields.entry(name.clone()).or_insert(Value::Null), change);
            }
        }
    }
}

/// What a pin says, without whose it is: the properties of its feature.
pub fn properties(pin: &Pin) -> Value {
    serde_json::json!({
        "kind": pin.kind,
        "text": pin.text,
        "theme": pin.theme,
        "moment": pin.moment,
        "people": pin.people,
        "created_at": pin.created_at,
    })
}

#[cfg(test)]
mod tests {
    use super::check_text;

    #[test]
    fn lengths_are_counted_in_unicode_scalar_values() {
        assert!(check_text(&"é".repeat(1000)).is_ok());
        assert_eq!(check_text(&"é".repeat(1001)), Err("pins-wrong-text-long"));
        assert_eq!(check_text("a\0b"), Err("pins-wrong-text-nul"));
        assert!(check_text("\u{200b}").is_ok(), "a zero-width space is not white space in Unicode");
    }
}
