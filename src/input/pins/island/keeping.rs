//! Keeping on the device what was not sent yet, until the turn ends.

use leptos::prelude::*;
use serde_json::json;

use super::draft::{Draft, Edit};
use super::state::{Board, Step};
use crate::ui::browser;

/// Under which it is kept on the device.
const NAME: &str = "stip";

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
        let restored = Memo::new(move |_| self.device.get().restored);
        Effect::new(move |_| {
            let (half, edit, people) = (self.half(), self.changing(), self.people.get());
            // Where the moment was closed meanwhile, what is kept stays as it is until the turn ends.
            if !restored.get() || !self.setup(|setup| setup.open) {
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
