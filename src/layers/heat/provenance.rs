//! What a layer rests on, in words and in numbers: the same on the page, in a picture and in every file.
//!
//! Only what may be told is in it. The number of voices is a sum of what the squares tell. How people were asked, and whom, is
//! what the begeleiders planned: it is of the whole release, never of a slice, and nothing of it is counted from pins. Only
//! that at least *k* people of a release walked with a camera comes from its table.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::slice::Slice;
use super::source::{self, Source, Untold};
use super::{Bandwidth, HeatGrid, PIN_REACH_M};
use crate::input::session::{Audience, Method, Moment, Plan, theme_label};
use crate::platform::text::tidy;
use crate::platform::texts::{t, tv};

/// Moments of one method in a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moments {
    /// How people were asked.
    pub method: Method,
    /// How many moments.
    pub count: u32,
}

/// Everything that was released comes from one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "from")]
pub enum Warning {
    /// From one moment.
    Moment {
        /// How people were asked.
        method: Method,
    },
    /// From one group of people, at several moments.
    Group {
        /// As the begeleider called it.
        name: String,
    },
}

/// What a layer rests on. Serialised, it is the provenance in every file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Provenance {
    /// What the traject is called.
    pub traject: String,
    /// The names of its buurten.
    pub area: String,
    /// A theme, or `all`.
    pub theme: String,
    /// A kind, `sterk`, `beter` or `all`.
    pub kind: String,
    /// A time of day, or any.
    pub moment: Option<Moment>,
    /// Voices, at least: a voice is one person, or one table, at one place on one side about one theme. None where nothing is told.
    pub voices: Option<u32>,
    /// Whether there is a cell to see.
    pub shown: bool,
    /// The sides of the smallest and the largest square that the layer is drawn from, in metres.
    pub squares: Option<(u16, u16)>,
    /// Why it tells nothing, where it does not.
    pub reason: Option<Untold>,
    /// How people were asked at the moments that were released.
    pub moments: Vec<Moments>,
    /// Whom these asked.
    pub audiences: Vec<Audience>,
    /// What makes up all of it.
    pub warnings: Vec<Warning>,
    /// The fewest people behind any number.
    pub k: u32,
    /// σ of the Gaussian that smooths the squares, metres.
    pub bandwidth: Bandwidth,
    /// Whom to thank for the map.
    pub attribution: String,
    /// Made up for a demonstration.
    pub invented: bool,
}

/// What a kind is called: the four of pins, `sterk`, `beter` and `all`.
pub fn kind_label(kind: &str) -> String {
    match kind {
        "sterk" | "beter" | "all" => t(&format!("heat-kind-{kind}")),
        other => t(&format!("session-kind-{other}")),
    }
}

/// What a slice is called: kind, theme, time of day.
pub fn slice_label(slice: &Slice) -> String {
    let theme = (slice.theme != "all").then(|| theme_label(&slice.theme));
    let moment = slice.moment.map(|moment| t(&format!("session-moment-{moment}")));
    let parts = [Some(kind_label(&slice.kind)), theme, moment];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "minstens 66 stemmen".
pub fn voices_label(voices: u32) -> String {
    tv("heat-voices", &[("n", voices.into())])
}

/// What `grid`, the layer of `slice`, rests on.
pub fn provenance(source: &Source, slice: &Slice, grid: &HeatGrid) -> Provenance {
    Provenance::new(source, slice, grid)
}

impl Provenance {
    fn new(source: &Source, slice: &Slice, grid: &HeatGrid) -> Self {
        let (traject, area) = (&source.traject, &source.area);
        let told = Planned::of(source.plans.iter(), source.walked());
        let told = grid.voices().map(|_| told).unwrap_or_default();
        let sides: BTreeSet<u16> = source::squares(source, slice).iter().map(|vak| vak.side).collect();
        Self {
            // Formats that hold these words know no signs that nobody sees.
            traject: tidy(&traject.title).replace('\0', ""),
            area: tidy(&area.name).replace('\0', ""),
            theme: slice.theme.clone(),
            kind: slice.kind.clone(),
            moment: slice.moment,
            voices: grid.voices(),
            shown: grid.peak().is_some(),
            squares: sides.first().copied().zip(sides.last().copied()),
            reason: grid.voices().is_none().then(|| source::untold(source, slice)),
            moments: told.moments,
            audiences: told.audiences,
            warnings: told.warnings,
            k: source.k(),
            bandwidth: grid.bandwidth(),
            attribution: area.attribution.clone(),
            invented: area.invented,
        }
    }

    /// What the layer is called.
    pub fn label(&self) -> String {
        slice_label(&self.slice())
    }

    /// What it is about.
    pub(super) fn slice(&self) -> Slice {
        Slice { theme: self.theme.clone(), kind: self.kind.clone(), moment: self.moment }
    }

    /// "Minstens 66 stemmen van bewoners, uit 4 momenten: 2 wijksessies, koffiekar, fotowandeling".
    pub fn sentence(&self) -> String {
        let Some(voices) = self.voices else {
            return t(match self.reason {
                Some(Untold::Theme) => "heat-untold-theme",
                Some(Untold::Crossed) => "heat-untold-crossed",
                Some(Untold::Few) | None => "heat-suppressed",
            });
        };
        let rests = self.people(voices);
        if self.moments.is_empty() {
            return rests;
        }
        let number: u32 = self.moments.iter().map(|moments| moments.count).sum();
        let methods = self
            .moments
            .iter()
            .map(|moments| tv(&format!("heat-method-{}", moments.method), &[("n", moments.count.into())]));
        let methods = methods.collect::<Vec<_>>().join(", ");
        let number = tv("heat-moments", &[("n", number.into())]);
        format!("{rests}, {number}: {methods}")
    }

    fn people(&self, n: u32) -> String {
        if let [one] = self.audiences.as_slice() {
            return tv(&format!("heat-voices-{one}"), &[("n", n.into())]);
        }
        let voices = voices_label(n);
        let named: Vec<_> =
            self.audiences.iter().map(|audience| t(&format!("session-audience-{audience}"))).collect();
        if named.is_empty() { voices } else { format!("{voices} ({})", named.join(", ")) }
    }

    /// How fine the layer can be, and why.
    pub fn fineness(&self) -> Option<String> {
        let (finest, widest) = self.squares?;
        Some(if finest == widest {
            tv("heat-fine-one", &[("metres", finest.into())])
        } else {
            tv("heat-fine", &[("finest", finest.into()), ("widest", widest.into())])
        })
    }

    /// What makes up all of it, each a sentence.
    pub fn warnings(&self) -> Vec<String> {
        let sentence = |warning: &Warning| match warning {
            Warning::Moment { method } => {
                let method = tv(&format!("heat-method-{method}"), &[("n", 1.into())]);
                tv("heat-warning-moment", &[("method", method.into())])
            }
            Warning::Group { name } => tv("heat-warning-group", &[("group", name.clone().into())]),
        };
        self.warnings.iter().map(sentence).collect()
    }

    /// How the layer was made, each a sentence.
    pub fn notes(&self) -> Vec<String> {
        let grain = tv("heat-note-bandwidth", &[("metres", self.bandwidth.metres().into())]);
        let k = tv("heat-note-k", &[("k", self.k.into())]);
        let mut notes = vec![grain, t("heat-fair"), t("heat-no-edge-correction"), k];
        notes.extend(self.fineness());
        notes.extend(self.invented.then(|| t("ui-invented")));
        notes.push(self.attribution.clone());
        notes
    }

    /// Everything in one text, for a file.
    pub fn text(&self) -> String {
        let heading = format!("{}, {}. {}.", self.traject, self.area, self.label());
        let mut parts = vec![heading, format!("{}.", self.sentence())];
        parts.extend(self.warnings());
        parts.extend(self.notes());
        parts.join(" ")
    }

    /// Everything as JSON, with what holds for every layer: no edge correction (pins up to `pin_reach_m` metres outside
    /// take part instead), one person one weight; and `text`.
    pub fn to_json(&self) -> Value {
        let mut json = serde_json::to_value(self).unwrap_or_default();
        if let Some(members) = json.as_object_mut() {
            members.insert("edge_correction".to_owned(), false.into());
            members.insert("pin_reach_m".to_owned(), PIN_REACH_M.into());
            members.insert("one_person_one_weight".to_owned(), true.into());
            members.insert("text".to_owned(), self.text().into());
        }
        json
    }
}

/// What was planned of the moments behind a release.
#[derive(Debug, Default, PartialEq)]
struct Planned {
    moments: Vec<Moments>,
    audiences: Vec<Audience>,
    warnings: Vec<Warning>,
}

impl Planned {
    /// `walked`: at least *k* people of a release walked with a camera, at whatever moment.
    fn of<'p>(plans: impl Iterator<Item = &'p Plan> + Clone, walked: bool) -> Self {
        let mut methods: BTreeMap<Method, u32> = BTreeMap::new();
        for plan in plans.clone() {
            *methods.entry(plan.method).or_default() += 1;
        }
        let warnings = warnings(plans.clone());
        if walked {
            methods.entry(Method::Fotowandeling).or_insert(1);
        }
        let mut moments: Vec<_> =
            methods.into_iter().map(|(method, count)| Moments { method, count }).collect();
        moments.sort_by_key(|moments| (std::cmp::Reverse(moments.count), moments.method));
        let audiences: BTreeSet<Audience> = plans.map(|plan| plan.audience).collect();
        Self { moments, audiences: audiences.into_iter().collect(), warnings }
    }
}

/// One moment, or one group at several moments, that is all there is.
fn warnings<'p>(plans: impl Iterator<Item = &'p Plan> + Clone) -> Vec<Warning> {
    let groups: BTreeSet<&str> = plans.clone().map(|plan| plan.group.trim()).collect();
    let mut all = plans;
    match (all.next(), all.next(), groups.first()) {
        (Some(only), None, _) => vec![Warning::Moment { method: only.method }],
        (_, Some(_), Some(name)) if groups.len() == 1 && !name.is_empty() => {
            vec![Warning::Group { name: (*name).to_owned() }]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
