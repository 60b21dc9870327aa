//! What the panel knows, and what it does with it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::draft::{Draft, Edit};
use super::feature::feature;
use super::own::{Own, Sent};
use crate::input::pins::{Pin, together};
use crate::input::session::Kind;
use crate::place::buurt::Place;
use crate::ui::browser::{self, Progress, Sending};
use crate::ui::map::{MapHandle, ShownPin};

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
    /// Every text the panel shows, by name: in that order, so that the page is the same each time.
    pub texts: BTreeMap<String, String>,
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

/// Signals of the panel; `Copy`, so that every handler has it.
#[derive(Clone, Copy)]
pub(super) struct Board {
    setup: StoredValue<Setup>,
    map: StoredValue<Option<MapHandle>, LocalStorage>,
    pub step: RwSignal<Step>,
    pub draft: RwSignal<Draft>,
    /// The pin of one's own that is being changed.
    pub edit: RwSignal<Option<Edit>>,
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
    /// What this browser does for the turn.
    pub device: RwSignal<Device>,
    /// How it ended.
    pub ending: RwSignal<Ending>,
}

/// What a browser does for the turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Device {
    /// What it kept of an earlier look at this page is back.
    pub restored: bool,
    /// Where what is said lives.
    pub keeps: Keeps,
}

/// Where what is said lives until the server has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keeps {
    /// On this device.
    Kept,
    /// In this page only: the browser was asked to keep it, and has not answered yet.
    Asked,
    /// In this page only: the browser keeps nothing.
    Nothing,
}

/// How a turn ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Ending {
    /// By "Ik ben klaar".
    Asked,
    /// Nobody touched anything for a time.
    ByItself {
        /// Something that was not sent yet went with it.
        lost: bool,
    },
}

/// What somebody else said.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Other {
    /// What "dat zie ik ook" names it by.
    pub handle: String,
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
    Given {
        words: Vec<String>,
        qr: Option<String>,
    },
    /// No network: what was put is sent later, without words.
    Missed {
        /// Something still waits; else everything was sent before.
        waits: bool,
    },
}

impl Board {
    pub fn new(setup: Setup) -> Self {
        Self {
            setup: StoredValue::new(setup),
            map: StoredValue::new_local(None),
            step: RwSignal::new(Step::Start),
            draft: RwSignal::new(Draft::default()),
            edit: RwSignal::new(None),
            pins: RwSignal::new(Vec::new()),
            others: RwSignal::new(Vec::new()),
            people: RwSignal::new(1),
            said: RwSignal::new(String::new()),
            problem: RwSignal::new(None),
            progress: RwSignal::new(None),
            heard_others: RwSignal::new(Vec::new()),
            leaving: RwSignal::new(None),
            receipt: RwSignal::new(Receipt::None),
            device: RwSignal::new(Device { restored: false, keeps: Keeps::Kept }),
            ending: RwSignal::new(Ending::Asked),
        }
    }

    pub fn setup<T>(self, part: impl FnOnce(&Setup) -> T) -> T {
        self.setup.with_value(part)
    }

    pub fn text(self, name: &str) -> String {
        self.setup(|setup| setup.texts.get(name).cloned().unwrap_or_else(|| name.to_owned()))
    }

    /// As [`Board::text`]; where this browser keeps nothing, or has not answered yet that it did, the text that says so.
    pub fn text_of_keeping(self, name: &str) -> String {
        match self.device.get().keeps {
            Keeps::Kept => self.text(name),
            Keeps::Asked => self.text(&format!("{name}-keeping")),
            Keeps::Nothing => self.text(&format!("{name}-unkept")),
        }
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
            Some(move |at: Option<(f64, f64)>| self.tapped(at.map(|(lon, lat)| Place { lon, lat }))),
            move |lon, lat| self.dragged(Place { lon, lat }),
            move |id| self.show_own(&id),
        );
        self.map.set_value(map);
        browser::listen(move |became| self.heard(&became));
        Effect::new(move |_| self.draw());
        self.keep();
        self.hold_back();
        browser::spawn(async move {
            self.restore_draft().await;
            self.fetched().await;
            self.restore_edit().await;
            self.device.update(|device| device.restored = true);
        });
        self.watch();
    }

    /// A tap on the map; on no place of it for "over de hele buurt".
    fn tapped(self, place: Option<Place>) {
        if !self.setup(|setup| setup.open) {
            return;
        }
        match self.step.get_untracked() {
            Step::Move(id) => self.moved(&id, place),
            Step::Thanks => {}
            Step::Kind | Step::Words => self.draft.update(|draft| draft.place = place),
            _ => self.choose_place(place),
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
        self.edit.set(None);
        self.problem.set(None);
        self.go(Step::Start);
    }

    /// Puts the pin on the map, and sends it.
    pub fn place_pin(self) {
        let draft = self.draft.get_untracked();
        let Some(kind) = draft.kind else { return };
        let text = together(&draft.chosen, &draft.text);
        if let Err(rule) = crate::input::pins::check_text(&text) {
            self.problem.set(Some(self.text(rule)));
            browser::focus_here("woorden");
            return;
        }
        let pin = Pin {
            place: draft.place,
            kind,
            text,
            theme: draft.theme,
            moment: draft.moment,
            people: self.people.get_untracked(),
            created_at: Some(browser::now()),
        };
        let id = browser::uuid();
        self.put(&id, &pin);
        self.pins.update(|pins| {
            pins.push(Own { id: id.clone(), pin, sent: Sent::Waiting, there: false, photos: Vec::new() });
        });
        self.draft.set(Draft::default());
        self.problem.set(None);
        self.said.set(self.text("placed"));
        self.go(Step::Done(id));
    }

    /// The whole map again, as the next person expects it: not the place of the one before.
    pub fn show_all(self) {
        self.map.with_value(|map| map.iter().for_each(MapHandle::show_all));
    }

    /// After each step a moment in which no pointer counts: who taps twice does one thing.
    fn hold_back(self) {
        let step = Memo::new(move |_| {
            let place = self.draft.with(|draft| draft.place);
            (
                self.step.get(),
                self.problem.get(),
                self.leaving.with(Option::is_some),
                self.receipt.get(),
                place,
            )
        });
        Effect::new(move |before: Option<()>| {
            step.track();
            if before.is_some() {
                browser::hold();
            }
        });
    }

    pub fn put(self, id: &str, pin: &Pin) {
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
                    kind: own.pin.kind.word(),
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
