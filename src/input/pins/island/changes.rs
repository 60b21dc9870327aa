//! Changing, moving and taking back a pin of one's own: here at once, at the server as soon as there is network. That it
//! was kept is said when the server has answered, and not before.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::feature::geometry;
use super::own::{Own, Sent};
use super::state::{Board, Step};
use crate::input::session::Moment;
use crate::place::buurt::Place;
use crate::ui::browser;

impl Own {
    /// As a merge patch changes it.
    pub fn apply(&mut self, properties: &Value) {
        if let Some(text) = properties.get("text").and_then(Value::as_str) {
            text.clone_into(&mut self.pin.text);
        }
        if let Some(kind) = properties.get("kind").and_then(Value::as_str).and_then(|kind| kind.parse().ok())
        {
            self.pin.kind = kind;
        }
        if let Some(theme) = properties.get("theme") {
            self.pin.theme = theme.as_str().map(str::to_owned);
        }
        if let Some(moment) = properties.get("moment") {
            self.pin.moment = moment.as_str().and_then(|moment| moment.parse::<Moment>().ok());
        }
    }
}

impl Board {
    /// Changes a pin of one's own, here and at the server.
    pub fn change(self, id: &str, properties: &Value) {
        self.change_own(id, |own| own.apply(properties));
        self.send_change(id, &json!({ "properties": properties }));
    }

    /// Sends what changed; a pin that the server would not have is offered anew, as it is now.
    fn send_change(self, id: &str, patch: &Value) {
        let own = self.pins.with_untracked(|pins| pins.iter().find(|own| own.id == id).cloned());
        let Some(own) = own else { return };
        if !own.there && matches!(own.sent, Sent::Refused(_)) {
            browser::spawn(async move {
                browser::withdraw(&own.id).await;
                self.put(&own.id, &own.pin);
            });
        } else {
            self.send("change", "PATCH", id, "", Some(patch));
        }
        self.change_own(id, |own| own.sent = Sent::Waiting);
    }

    /// A pin of one's own has another place.
    pub fn moved(self, id: &str, place: Option<Place>) {
        self.change_own(id, |own| own.pin.place = place);
        self.send_change(id, &json!({ "geometry": geometry(place) }));
        self.problem.set(None);
        self.go(Step::Done(id.to_owned()));
    }

    /// Takes a pin back: from the tablet if it never left it, else from the server.
    pub fn remove(self, id: &str) {
        let about = id.to_owned();
        browser::spawn(async move {
            if browser::withdraw(&about).await {
                self.said.set(self.text("removed"));
            } else {
                self.send("remove", "DELETE", &about, "", None);
            }
        });
        self.pins.update(|pins| pins.retain(|own| own.id != id));
        self.start();
    }

    pub fn change_own(self, id: &str, change: impl FnOnce(&mut Own)) {
        self.pins.update(|pins| {
            if let Some(own) = pins.iter_mut().find(|own| own.id == id) {
                change(own);
            }
        });
    }
}
