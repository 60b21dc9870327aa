//! What layers are drawn from, and what it tells of a slice.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use vakken::Vak;

use super::draw::voices;
use super::model::MIN_K;
use super::slice::Slice;
use super::table::Made;
use crate::input::session::{Plan, Traject};
use crate::place::buurt::TrajectArea;

/// What layers are drawn from: the tables of a traject's releases, and its area.
#[derive(Clone)]
pub struct Source {
    /// The traject.
    pub traject: Traject,
    /// Its area.
    pub area: Arc<TrajectArea>,
    /// What was planned of the moments behind the tables.
    pub plans: Arc<Vec<Plan>>,
    pub(super) tables: Vec<Arc<Made>>,
    /// What the layers hang on: the same key, the same layers.
    pub(super) key: String,
}

impl Source {
    /// The fewest people behind any number of its layers.
    pub(super) fn k(&self) -> u32 {
        let least = self.tables.iter().map(|made| made.table.k).min();
        least.unwrap_or(self.traject.k).max(MIN_K)
    }

    /// What was planned of the wijksessies of each release, in the order of the releases.
    pub fn releases(&self) -> Vec<Vec<&Plan>> {
        let of =
            |made: &Arc<Made>| self.plans.iter().filter(|plan| made.codes.contains(&plan.code)).collect();
        self.tables.iter().map(of).collect()
    }

    /// Whether at least *k* people of a release walked with a camera.
    pub(super) fn walked(&self) -> bool {
        self.tables.iter().any(|made| made.walked)
    }
}

/// The told squares of a slice, each with how many voices there are in it, at least. Those of several releases, sides and themes
/// may lie over each other; they add up.
pub fn squares(source: &Source, slice: &Slice) -> Vec<Vak> {
    let Some(slice) = slice.in_tables() else { return Vec::new() };
    source.tables.iter().flat_map(|made| made.table.squares(slice)).collect()
}

/// How many voices a slice is of, at least; nothing where nothing is told.
pub fn voices_of(source: &Source, slice: &Slice) -> Option<u32> {
    voices(&squares(source, slice))
}

/// Why a layer tells nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Untold {
    /// Fewer than 30 people spoke about this theme on this side, so it has no squares of its own.
    Theme,
    /// A kind and a time of day at once: that is never told.
    Crossed,
    /// Too few people in any square.
    Few,
}

/// Why a slice tells nothing.
pub(super) fn untold(source: &Source, slice: &Slice) -> Untold {
    if slice.in_tables().is_none() {
        return Untold::Crossed;
    }
    let has_theme = |made: &Arc<Made>| made.table.has_theme(&slice.theme, slice.side());
    if slice.theme != "all" && !source.tables.iter().any(has_theme) { Untold::Theme } else { Untold::Few }
}
