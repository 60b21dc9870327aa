//! What the form of a pin sends: a pin, or the same words on the way to another place.

use uuid::Uuid;

use super::form_view::FormView;
use super::place_part::read_chosen;
use super::{Pin, PinError, Wrong, together};
use crate::platform::Problem;
use crate::platform::geojson::{feature, json};

/// What the form sends. Fields that hold several values come one by one.
#[derive(Default)]
pub(super) struct PinForm {
    pub id: String,
    plek: String,
    naam: String,
    pub kind: String,
    words: Vec<String>,
    pub text: String,
    pub theme: String,
    pub moment: String,
    people: String,
    /// `plek` where another place is asked for.
    step: String,
    search: String,
    /// A place that was found: `lon,lat;name`.
    found: Option<String>,
}

/// A field of a form that may be left open.
pub(super) fn optional(word: &str) -> serde_json::Value {
    if word.is_empty() { serde_json::Value::Null } else { word.into() }
}

pub(super) fn read_sent(pairs: Vec<(String, String)>) -> PinForm {
    let mut sent = PinForm::default();
    for (name, value) in pairs {
        match name.as_str() {
            "id" => sent.id = value,
            "plek" => sent.plek = value,
            "naam" => sent.naam = value,
            "kind" => sent.kind = value,
            "woord" => sent.words.push(value),
            "text" => sent.text = value,
            "theme" => sent.theme = value,
            "moment" => sent.moment = value,
            "people" => sent.people = value,
            "stap" => sent.step = value,
            "zoek" => sent.search = value,
            "gekozen" => sent.found = Some(value),
            _ => {}
        }
    }
    sent
}

impl PinForm {
    pub fn pin(&self) -> Result<Pin, PinError> {
        let chosen = read_chosen(Some(&self.plek), None);
        let text = together(&self.words, &self.text);
        // Words that are no number are refused as a number that is too small: nobody chose to speak for one.
        let people: u32 = if self.people.is_empty() { 1 } else { self.people.parse().unwrap_or(0) };
        if chosen.is_none() && !self.plek.is_empty() {
            return Err(PinError::Wrong(vec![Wrong { pointer: "/plek", rule: "pins-wrong-coordinates" }]));
        }
        let said = serde_json::json!({
            "kind": self.kind, "text": text, "theme": optional(&self.theme),
            "moment": optional(&self.moment), "people": people, "participant": Uuid::nil().to_string(),
        });
        let place = chosen.and_then(|chosen| chosen.place);
        let body = json(&feature(place.map(super::point), said));
        super::read_feature(&body).map(|(pin, _)| pin).map_err(PinError::Wrong)
    }

    /// The form as it was sent, on the way to another place; nothing where the pin itself was sent.
    pub fn elsewhere(&mut self) -> Option<FormView> {
        let (search, found) = (std::mem::take(&mut self.search), self.found.take());
        if let Some((plek, name)) = found.as_deref().and_then(|found| found.split_once(';')) {
            let name = (!name.is_empty()).then(|| name.to_owned());
            return Some(FormView { chosen: read_chosen(Some(plek), name), ..std::mem::take(self).typed() });
        }
        (self.step == "plek").then(|| FormView { search, chosen: None, ..std::mem::take(self).typed() })
    }

    fn typed(self) -> FormView {
        let name = (!self.naam.is_empty()).then_some(self.naam);
        FormView {
            search: String::new(),
            chosen: read_chosen(Some(&self.plek), name),
            id: self.id,
            kind: self.kind,
            words: self.words,
            text: self.text,
            theme: self.theme,
            moment: self.moment,
            people: self.people,
            problems: Vec::new(),
            given: true,
        }
    }

    pub fn view(self, problem: &Problem) -> FormView {
        let problems = match problem.field_errors() {
            [] => vec![problem.detail()],
            fields => fields.iter().map(|field| field.detail.clone()).collect(),
        };
        FormView { problems, ..self.typed() }
    }
}
