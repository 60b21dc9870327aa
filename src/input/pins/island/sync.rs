//! What the server and the outbox tell the panel.

use leptos::prelude::*;
use serde_json::Value;

use super::feature::{read_feature, read_place};
use super::own::{Own, OwnPhoto, Sent, Stage};
use super::state::{Board, Keeps, Other, Step};
use crate::input::pins::Pin;
use crate::input::session::Kind;
use crate::place::buurt::Place;
use crate::ui::browser::{self, Became, KeptPhoto, Sending};
use crate::ui::map::ShownPin;

/// Parts of the list of pins that a tablet fetches, a thousand pins each: of more pins no map shows one from the other.
/// The list without a map has them all.
const MOST_PARTS: usize = 5;

/// The pins that are there, as GeoJSON; nothing without network.
async fn listed(code: &str, whose: &str) -> Option<Vec<Value>> {
    let mut address = format!("/api/v1/sessions/{code}/pins");
    let mut features: Option<Vec<Value>> = None;
    for _ in 0..MOST_PARTS {
        // What others see may have turned between two parts: the next look has it all again.
        let Some(text) = browser::get(&address, whose).await else { break };
        let mut part: Value = serde_json::from_str(&text).unwrap_or_default();
        let found = features.get_or_insert_default();
        if let Some(Value::Array(more)) = part.get_mut("features").map(Value::take) {
            found.extend(more);
        }
        match part["next"].as_str() {
            Some(next) => next.clone_into(&mut address),
            None => break,
        }
    }
    features
}

impl Board {
    /// What became of something that was sent.
    pub fn heard(self, became: &Became) {
        match became.kind.as_str() {
            "progress" if became.participant == self.participant() => self.progress.set(became.progress),
            "progress" => {}
            "store" => self.heard_of_store(&became.state),
            "photo" => self.heard_of_photo(became),
            _ => self.heard_of_pin(became),
        }
    }

    fn heard_of_store(self, state: &str) {
        let keeps = match state {
            "kept" => Keeps::Kept,
            "keeping" => Keeps::Asked,
            _ => Keeps::Nothing,
        };
        if self.device.with_untracked(|device| device.keeps != keeps) {
            self.device.update(|device| device.keeps = keeps);
        }
    }

    fn heard_of_pin(self, became: &Became) {
        let sent = match became.state.as_str() {
            "sent" => Sent::Yes,
            "late" => Sent::Late,
            "waiting" => Sent::Waiting,
            _ => Sent::Refused(became.detail.clone()),
        };
        let refused = matches!(sent, Sent::Refused(_));
        self.change_own(&became.about, |own| {
            own.there |= matches!(sent, Sent::Yes | Sent::Late) && became.kind == "pin";
            own.sent = sent;
        });
        if refused {
            self.problem.set(Some(became.detail.clone()));
            // Where the words are that were refused; never away from a pin that is just being made.
            let to = Step::Change(became.about.clone());
            let free = matches!(self.step.get_untracked(), Step::Start | Step::Done(_));
            match became.kind.as_str() {
                "pin" | "change" if free => self.go(to),
                // It was not taken away: it is still there.
                "remove" => self.fetch(),
                _ => {}
            }
        } else if became.state == "sent" {
            match became.kind.as_str() {
                "pin" => self.said.set(self.text("placed-sent")),
                "change" => self.said.set(self.text("changed")),
                "remove" => self.said.set(self.text("removed")),
                _ => {}
            }
        } else if became.state == "late" {
            match became.kind.as_str() {
                "change" => self.said.set(self.text("changed")),
                _ => self.problem.set(Some(self.text("late"))),
            }
        }
    }

    /// Fetches the pins that are there, and what still waits on this tablet.
    pub fn fetch(self) {
        browser::spawn(self.fetched());
    }

    /// As [`Board::fetch`]; done when they are there.
    pub async fn fetched(self) {
        let (code, whose) = (self.code(), self.participant());
        let kept = browser::waiting(&code, &whose).await;
        let answer = listed(&code, &whose).await;
        let listed = answer.is_some() || !kept.is_empty();
        let features = answer.unwrap_or_default();
        let (mut mine, mut others, mut heard) = (Vec::new(), Vec::new(), Vec::new());
        for one in &features {
            read_listed(one, &mut mine, &mut others);
            heard.extend(read_heard(one));
        }
        for item in &kept {
            read_kept(item, &mut mine);
        }
        // A turn that ended meanwhile is not shown to the next person.
        if !listed || whose != self.participant() || self.step.get_untracked() == Step::Thanks {
            return;
        }
        // The order of the list is another one each time; on the page what somebody reads stays where it is.
        heard.sort_by(|one: &Other, other| one.handle.cmp(&other.handle));
        self.others.set(others);
        if self.heard_others.with_untracked(|known| *known != heard) {
            self.heard_others.set(heard);
        }
        self.pins.update(|pins| {
            mine.retain(|own| !pins.iter().any(|known| known.id == own.id));
            pins.append(&mut mine);
        });
    }
}

fn read_listed(one: &Value, mine: &mut Vec<Own>, others: &mut Vec<ShownPin>) {
    let (Some(id), Some(properties)) = (one["id"].as_str(), one.get("properties")) else { return };
    let Some(kind) = properties["kind"].as_str().and_then(|kind| kind.parse::<Kind>().ok()) else { return };
    let place = read_place(&one["geometry"]);
    let id = id.to_owned();
    if properties["mine"] == true {
        let text = properties["text"].as_str().unwrap_or_default().to_owned();
        let theme = properties["theme"].as_str().map(str::to_owned);
        let moment = properties["moment"].as_str().and_then(|moment| moment.parse().ok());
        let photos = properties["photos"].as_array().into_iter().flatten().map(read_photo);
        let pin = Pin { place, kind, text, theme, moment, people: 1, created_at: None };
        mine.push(Own { id, pin, sent: Sent::Yes, there: true, photos: photos.collect() });
    } else if let Some(Place { lon, lat }) = place {
        others.push(ShownPin {
            id,
            lon,
            lat,
            kind: kind.word(),
            own: false,
            waiting: false,
            label: String::new(),
        });
    }
}

fn read_photo(photo: &Value) -> OwnPhoto {
    let text = |name: &str| photo[name].as_str().unwrap_or_default().to_owned();
    let poster = photo["poster"] == true;
    OwnPhoto { id: text("id"), caption: text("caption"), poster, picture: text("thumb"), stage: Stage::Sent }
}

/// A photo that is still on this tablet.
fn kept_photo(photo: &KeptPhoto, item: &Sending) -> OwnPhoto {
    let stage = match (&item.refused, photo.draft) {
        (Some(detail), _) => Stage::Refused(detail.clone()),
        (None, true) => Stage::Draft,
        (None, false) => Stage::Waiting,
    };
    let KeptPhoto { id, caption, picture, poster, .. } = photo.clone();
    OwnPhoto { id, caption, poster, picture, stage }
}

/// What somebody else said, where a begeleider approved it.
fn read_heard(one: &Value) -> Option<Other> {
    let properties = &one["properties"];
    if properties["mine"] == true {
        return None;
    }
    Some(Other {
        handle: properties["handle"].as_str()?.to_owned(),
        kind: properties["kind"].as_str()?.parse().ok()?,
        text: properties["text"].as_str()?.to_owned(),
        seen_too: properties["me_too"] == true,
    })
}

fn read_kept(item: &Sending, mine: &mut Vec<Own>) {
    let sent = item.refused.clone().map_or(Sent::Waiting, Sent::Refused);
    let body = item.body.as_deref().and_then(|body| serde_json::from_str::<Value>(body).ok());
    if item.creates && !mine.iter().any(|own| own.id == item.about) {
        let read = body.and_then(|body| read_feature(&body));
        if let Some((pin, _)) = read {
            mine.push(Own { id: item.about.clone(), pin, sent, there: false, photos: Vec::new() });
        }
    } else if let Some(own) = mine.iter_mut().find(|own| own.id == item.about) {
        if let Some(photo) = &item.photo {
            own.photos.push(kept_photo(photo, item));
            return;
        }
        // What was changed here and did not arrive yet is what somebody wants to see again.
        if let (false, Some(body)) = (item.creates, &body) {
            own.apply(&body["properties"]);
            if let Some(geometry) = body.get("geometry") {
                own.pin.place = read_place(geometry);
            }
        }
        own.sent = sent;
    }
}
