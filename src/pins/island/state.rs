//! What the panel knows, and what it does with it.

use std::collections::HashMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::pictures::OwnPhoto;
use crate::map::{MapHandle, ShownPin};
use crate::pins::{Pin, Place, feature, geometry, together};
use crate::session::{Kind, Moment};
use crate::ui::browser::{self, Progress, Sending};

/// Where the map is on the page.
const MAP: &str = "kaart";

/// What the server knows of the wijksessie.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Setup {
    /// Join code.
    pub code: String,
    /// Open: otherwise nothing can be placed.
    pub open: bool,
    /// For group tables.
    pub tables: bool,
    /// Seconds without touch after which a turn ends; 0 never.
    pub pause: u32,
    /// Why we ask and what happens with it, line by line.
    pub promise: Vec<String>,
    /// The map's options, as JSON for the bindings.
    pub map: String,
    /// Address of the names of streets and places.
    pub names: String,
    /// Address of the sprite with pictures.
    pub sprite: String,
    /// Theme slugs and what residents read.
    pub themes: Vec<(String, String)>,
    /// Picture-words: what each says, and its picture.
    pub words: Vec<(String, String)>,
    /// Every text the panel shows, by name.
    pub texts: HashMap<String, String>,
}

/// Where somebody is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step {
    Start,
    Search,
    Kind,
    Words,
    Done(String),
    Change(String),
    Move(String),
    Thanks,
}

/// How far a pin of one's own is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sent {
    Yes,
    Waiting,
    Refused(String),
}

/// A pin of one's own.
#[derive(Debug, Clone)]
pub(super) struct Own {
    pub id: String,
    pub pin: Pin,
    pub sent: Sent,
    pub photos: Vec<OwnPhoto>,
}

/// What is being made.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub place: Option<Place>,
    pub kind: Option<Kind>,
    pub chosen: Vec<String>,
    pub text: String,
}

/// Signals of the panel; `Copy`, so that every handler has it.
#[derive(Clone, Copy)]
pub(super) struct Board {
    setup: StoredValue<Setup>,
    map: StoredValue<Option<MapHandle>, LocalStorage>,
    pub step: RwSignal<Step>,
    pub draft: RwSignal<Draft>,
    pub pins: RwSignal<Vec<Own>>,
    pub others: RwSignal<Vec<ShownPin>>,
    pub people: RwSignal<u32>,
    pub said: RwSignal<String>,
    pub problem: RwSignal<Option<String>>,
    /// How far the photos of this turn are.
    pub progress: RwSignal<Option<Progress>>,
    /// What others said and a begeleider approved.
    pub heard_others: RwSignal<Vec<Other>>,
    /// Seconds until this turn ends by itself, where nobody touched anything.
    pub leaving: RwSignal<Option<u32>>,
    /// The five words of the turn that ended.
    pub receipt: RwSignal<Receipt>,
}

/// What somebody else said.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Other {
    pub id: String,
    pub kind: Kind,
    pub text: String,
    pub seen_too: bool,
}

/// How far the five words are.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Receipt {
    /// Nothing was put: there is nothing to find back.
    None,
    Asked,
    Words(Vec<String>),
    /// No network: what was put is sent later, without words.
    Missed,
}

impl Board {
    pub fn new(setup: Setup) -> Self {
        Self {
            setup: StoredValue::new(setup),
            map: StoredValue::new_local(None),
            step: RwSignal::new(Step::Start),
            draft: RwSignal::new(Draft::default()),
            pins: RwSignal::new(Vec::new()),
            others: RwSignal::new(Vec::new()),
            people: RwSignal::new(1),
            said: RwSignal::new(String::new()),
            problem: RwSignal::new(None),
            progress: RwSignal::new(None),
            heard_others: RwSignal::new(Vec::new()),
            leaving: RwSignal::new(None),
            receipt: RwSignal::new(Receipt::None),
        }
    }

    pub fn setup<T>(self, part: impl FnOnce(&Setup) -> T) -> T {
        self.setup.with_value(part)
    }

    pub fn text(self, name: &str) -> String {
        self.setup(|setup| setup.texts.get(name).cloned().unwrap_or_else(|| name.to_owned()))
    }

    pub fn icon(self, name: &str) -> impl IntoView + use<> {
        let href = self.setup(|setup| format!("{}#{name}", setup.sprite));
        view! { <svg class="icon" aria-hidden="true" focusable="false"><use href=href></use></svg> }
    }

    pub fn code(self) -> String {
        self.setup(|setup| setup.code.clone())
    }

    pub fn waiting(self) -> usize {
        let waiting = |own: &Own| usize::from(own.sent == Sent::Waiting) + own.photos_waiting();
        self.pins.with(|pins| pins.iter().map(waiting).sum())
    }

    /// A pin of one's own.
    pub fn own(self, id: &str) -> Option<Own> {
        self.pins.with(|pins| pins.iter().find(|own| own.id == id).cloned())
    }

    /// Once, in the browser: opens the map, hears of what was sent, fetches what is there.
    pub fn open(self) {
        if !browser::alive() {
            return;
        }
        let options = self.setup(|setup| setup.map.clone());
        let map = MapHandle::open(
            MAP,
            &options,
            Some(move |lon, lat| self.tapped(Place { lon, lat })),
            move |lon, lat| self.dragged(Place { lon, lat }),
            move |id| self.show_own(&id),
        );
        self.map.set_value(map);
        browser::listen(move |became| self.heard(&became));
        Effect::new(move |_| self.draw());
        self.fetch();
        self.watch();
    }

    /// A tap on the map.
    fn tapped(self, place: Place) {
        if !self.setup(|setup| setup.open) {
            return;
        }
        match self.step.get_untracked() {
            Step::Move(id) => self.moved(&id, Some(place)),
            Step::Thanks => {}
            Step::Kind | Step::Words => self.draft.update(|draft| draft.place = Some(place)),
            _ => self.choose_place(Some(place)),
        }
    }

    fn dragged(self, place: Place) {
        self.draft.update(|draft| draft.place = Some(place));
    }

    /// A place was chosen, or "over de hele buurt".
    pub fn choose_place(self, place: Option<Place>) {
        self.problem.set(None);
        self.draft.update(|draft| draft.place = place);
        if let Some(place) = place {
            self.map.with_value(|map| map.iter().for_each(|map| map.fly(place.lon, place.lat)));
        }
        self.go(Step::Kind);
    }

    /// Goes to a step, and puts the focus on its heading.
    pub fn go(self, step: Step) {
        self.step.set(step);
        browser::focus("stap");
    }

    /// Back to the beginning, with nothing being made.
    pub fn start(self) {
        self.draft.set(Draft::default());
        self.problem.set(None);
        self.go(Step::Start);
    }

    /// Puts the pin on the map, and sends it.
    pub fn place_pin(self) {
        let draft = self.draft.get_untracked();
        let Some(kind) = draft.kind else { return };
        let text = together(&draft.chosen, &draft.text);
        if let Err(rule) = crate::pins::check_text(&text) {
            self.problem.set(Some(self.text(rule)));
            return;
        }
        let pin = Pin {
            place: draft.place,
            kind,
            text,
            theme: None,
            moment: None,
            people: self.people.get_untracked(),
            created_at: Some(browser::now()),
        };
        let id = browser::uuid();
        self.put(&id, &pin);
        self.pins.update(|pins| {
            pins.push(Own { id: id.clone(), pin, sent: Sent::Waiting, photos: Vec::new() });
        });
        self.draft.set(Draft::default());
        self.problem.set(None);
        self.said.set(self.text("placed"));
        self.go(Step::Done(id));
    }

    fn put(self, id: &str, pin: &Pin) {
        let mut body = feature(pin);
        body["properties"]["participant"] = self.participant().into();
        self.send("pin", "PUT", id, "", Some(&body));
    }

    pub fn participant(self) -> String {
        browser::participant(&self.code(), false)
    }

    pub fn sending(self, kind: &str, method: &str, id: &str, rest: &str, body: Option<&Value>) -> Sending {
        let code = self.code();
        Sending {
            url: format!("/api/v1/sessions/{code}/pins/{id}{rest}"),
            participant: self.participant(),
            code,
            about: id.to_owned(),
            kind: kind.to_owned(),
            method: method.to_owned(),
            body: body.map(Value::to_string),
            creates: kind == "pin",
            refused: None,
            photo: None,
        }
    }

    pub fn send(self, kind: &str, method: &str, id: &str, rest: &str, body: Option<&Value>) {
        browser::send(&self.sending(kind, method, id, rest, body));
    }

    /// Changes a pin of one's own, here and at the server.
    pub fn change(self, id: &str, properties: &Value) {
        self.send("change", "PATCH", id, "", Some(&json!({ "properties": properties })));
        self.change_own(id, |own| {
            own.sent = Sent::Waiting;
            if let Some(text) = properties.get("text").and_then(Value::as_str) {
                text.clone_into(&mut own.pin.text);
            }
            if let Some(kind) =
                properties.get("kind").and_then(Value::as_str).and_then(|kind| kind.parse().ok())
            {
                own.pin.kind = kind;
            }
            if let Some(theme) = properties.get("theme") {
                own.pin.theme = theme.as_str().map(str::to_owned);
            }
            if let Some(moment) = properties.get("moment") {
                own.pin.moment = moment.as_str().and_then(|moment| moment.parse::<Moment>().ok());
            }
        });
    }

    /// A pin of one's own has another place. One that was refused is offered anew.
    pub fn moved(self, id: &str, place: Option<Place>) {
        self.change_own(id, |own| own.pin.place = place);
        let own = self.pins.with_untracked(|pins| pins.iter().find(|own| own.id == id).cloned());
        let Some(own) = own else { return };
        let id = own.id.clone();
        if matches!(own.sent, Sent::Refused(_)) {
            browser::spawn(async move {
                browser::withdraw(&id).await;
                self.put(&id, &own.pin);
            });
        } else {
            self.send("change", "PATCH", &id, "", Some(&json!({ "geometry": geometry(place) })));
        }
        self.change_own(&own.id, |own| own.sent = Sent::Waiting);
        self.problem.set(None);
        self.said.set(self.text("moved"));
        self.go(Step::Done(own.id));
    }

    /// Takes a pin back: from the tablet if it never left it, else from the server.
    pub fn remove(self, id: &str) {
        let about = id.to_owned();
        browser::spawn(async move {
            if !browser::withdraw(&about).await {
                self.send("remove", "DELETE", &about, "", None);
            }
        });
        self.pins.update(|pins| pins.retain(|own| own.id != id));
        self.said.set(self.text("removed"));
        self.start();
    }

    pub fn change_own(self, id: &str, change: impl FnOnce(&mut Own)) {
        self.pins.update(|pins| {
            if let Some(own) = pins.iter_mut().find(|own| own.id == id) {
                change(own);
            }
        });
    }

    fn show_own(self, id: &str) {
        if self.pins.with_untracked(|pins| pins.iter().any(|own| own.id == id)) {
            self.go(Step::Change(id.to_owned()));
        }
    }

    fn draw(self) {
        let step = self.step.get();
        let draft = self.draft.get();
        let mut shown = self.others.get();
        self.pins.with(|pins| {
            for own in pins {
                let Some(Place { lon, lat }) = own.pin.place else { continue };
                let label = format!("{}: {}", self.text(own.pin.kind.word()), own.pin.text);
                let waiting = own.sent != Sent::Yes;
                shown.push(ShownPin {
                    id: own.id.clone(),
                    lon,
                    lat,
                    kind: own.pin.kind,
                    own: true,
                    waiting,
                    label,
                });
            }
        });
        self.map.with_value(|map| {
            let Some(map) = map else { return };
            map.set_pins(&shown);
            match (draft.place, step) {
                (Some(place), Step::Kind | Step::Words) => {
                    map.set_draft(place.lon, place.lat, &self.text("draft-label"));
                }
                _ => map.clear_draft(),
            }
        });
    }
}
