//! What is being made or changed and was not sent yet. It is kept on the device until the turn ends, so that a reload, the
//! form without map or the way back to the map find it again; `ui/pages/turn-page.mjs` reads and writes the same.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::state::{Board, Own, Step};
use crate::input::pins::Pin;
use crate::input::session::{Kind, Moment};
use crate::place::buurt::Place;
use crate::ui::browser;

/// Under which it is kept on the device.
const NAME: &str = "stip";

/// What is being made.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Draft {
    pub place: Option<Place>,
    pub kind: Option<Kind>,
    pub chosen: Vec<String>,
    pub text: String,
    /// Chosen in the form without map; the panel asks afterwards.
    pub theme: Option<String>,
    /// See `theme`.
    pub moment: Option<Moment>,
}

/// A pin of one's own that is being changed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Edit {
    pub id: String,
    pub text: String,
    pub kind: Kind,
}

impl Edit {
    pub fn of(own: &Own) -> Self {
        Self { id: own.id.clone(), text: own.pin.text.clone(), kind: own.pin.kind }
    }

    fn differs(&self, pin: &Pin) -> bool {
        self.text != pin.text || self.kind != pin.kind
    }

    fn json(&self) -> Value {
        json!({ "id": self.id, "text": self.text, "kind": self.kind })
    }

    fn read(kept: &Value) -> Option<Self> {
        let text = |name: &str| kept[name].as_str();
        Some(Self {
            id: text("id")?.to_owned(),
            text: text("text")?.to_owned(),
            kind: text("kind")?.parse().ok()?,
        })
    }
}

impl Draft {
    /// As the device keeps it; a place is a pair of degrees, or null for "over de hele buurt".
    fn json(&self) -> Value {
        json!({
            "place": self.place.map(|place| [place.lon, place.lat]), "kind": self.kind, "chosen": self.chosen,
            "text": self.text, "theme": self.theme, "moment": self.moment,
        })
    }

    fn read(kept: &Value) -> Self {
        let text = |name: &str| kept[name].as_str().map(str::to_owned);
        let (lon, lat) = (kept["place"][0].as_f64(), kept["place"][1].as_f64());
        let chosen = kept["chosen"].as_array().into_iter().flatten();
        Self {
            place: lon.zip(lat).map(|(lon, lat)| Place { lon, lat }),
            kind: text("kind").and_then(|kind| kind.parse().ok()),
            chosen: chosen.filter_map(|word| word.as_str().map(str::to_owned)).collect(),
            text: text("text").unwrap_or_default(),
            theme: text("theme").filter(|theme| !theme.is_empty()),
            moment: text("moment").and_then(|moment| moment.parse().ok()),
        }
    }
}

impl Board {
    /// A pin that is being made: from the choice of a place until it is on the map.
    fn half(self) -> Option<Draft> {
        let making = matches!(self.step.get(), Step::Kind | Step::Words);
        let draft = self.draft.get();
        making.then_some(draft)
    }

    fn changing(self) -> Option<Edit> {
        let edit = self.edit.get()?;
        let known = self.own(&edit.id);
        known.is_some_and(|own| edit.differs(&own.pin)).then_some(edit)
    }

    /// Whether something would be lost that was typed or chosen and not sent.
    pub fn is_unsent(self) -> bool {
        untrack(|| {
            self.half().is_some()
                || self.changing().is_some()
                || self.pins.with(|pins| pins.iter().any(|own| own.drafts() > 0))
        })
    }

    /// From now on the device keeps what is not sent yet.
    pub fn keep(self) {
        Effect::new(move |_| {
            let (half, edit, people) = (self.half(), self.changing(), self.people.get());
            // Where the moment was closed meanwhile, what is kept stays as it is until the turn ends.
            if !self.device.get().restored || !self.setup(|setup| setup.open) {
                return;
            }
            let nothing = half.is_none() && edit.is_none() && people == 1;
            let kept = json!({
                "half": half.as_ref().map(Draft::json), "edit": edit.as_ref().map(Edit::json), "people": people,
            });
            browser::keep_typed(&self.code(), NAME, (!nothing).then_some(&kept));
        });
    }

    /// The half pin of before is there again, unless somebody has begun another meanwhile.
    pub async fn restore_draft(self) {
        let Some(kept) = browser::typed(&self.code(), NAME).await else { return };
        if let Some(people) = kept["people"].as_u64().and_then(|people| u32::try_from(people).ok()) {
            self.people.set(people);
        }
        let begun = self.step.get_untracked() != Step::Start || !self.setup(|setup| setup.open);
        if begun || kept["half"].is_null() {
            return;
        }
        let draft = Draft::read(&kept["half"]);
        let step = if draft.kind.is_some() { Step::Words } else { Step::Kind };
        self.draft.set(draft);
        self.go(step);
    }

    /// The words that were being changed are there again, once the pin is.
    pub async fn restore_edit(self) {
        let Some(kept) = browser::typed(&self.code(), NAME).await else { return };
        let Some(edit) = Edit::read(&kept["edit"]) else { return };
        if self.step.get_untracked() == Step::Start && untrack(|| self.own(&edit.id)).is_some() {
            let id = edit.id.clone();
            self.edit.set(Some(edit));
            self.go(Step::Change(id));
        }
    }
}
