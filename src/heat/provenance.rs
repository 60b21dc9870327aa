//! What a layer rests on, in words and in numbers: the same on the page, in a picture and in every file.
//!
//! Only what may be told is in it. Pins and people are the published counts of the layer. A moment (wijksessie) is
//! named only where at least *k* people of it are in the slice, and then without a number of people: what is left
//! over can be reckoned from nothing. A smaller one is neither named nor counted; [`Provenance::notes`] says so in
//! every layer, so that its absence tells nothing. That a moment or group makes up more than half is told only of one
//! of at least *k* people. Photos of a walk are pins too, at whatever moment: where at least *k* people of a moment walked,
//! that is named as a *fotowandeling*, and the moment's own method only where at least *k* people said something in
//! another way. Where fewer walked, they count as everybody at that moment. Whether residents, businesses and institutions are told apart depends on the whole
//! release, not on the slice.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::model::MIN_K;
use super::service::{self, Behind, LayerError, Slice, Source};
use super::{Bandwidth, HeatGrid, LayerCounts, PIN_REACH_M, kept};
use crate::pins::theme_label;
use crate::platform::App;
use crate::platform::text::tidy;
use crate::session::{self, Audience, Method, Moment};
use crate::ui::texts::{t, tv};

/// What one wijksessie holds in a slice: the raw count, which stays inside.
#[derive(Debug, Clone)]
pub(super) struct Share {
    /// How people were asked.
    pub method: Method,
    /// Who was asked.
    pub audience: Audience,
    /// The group, such as "buurtmoeders"; empty where none was named.
    pub group: String,
    /// People behind its pins in the slice.
    pub behind: Behind,
}

impl Share {
    /// How its people were asked, as far as enough of them stand behind each answer.
    fn methods(&self, k: u32) -> Vec<Method> {
        let Behind { people, walked, otherwise } = self.behind;
        if walked < k || self.method == Method::Fotowandeling {
            return if people >= k { vec![self.method] } else { Vec::new() };
        }
        let own = (otherwise >= k).then_some(self.method);
        own.into_iter().chain([Method::Fotowandeling]).collect()
    }
}

/// Moments of one method in a layer; a photo walk at a moment of another method is one of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moments {
    /// How people were asked.
    pub method: Method,
    /// How many moments, each of at least *k* people.
    pub count: u32,
}

/// More than half of a layer comes from one side.
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
    /// Pins and people; none where there are too few to tell, or where telling would single some out.
    pub counts: Option<LayerCounts>,
    /// Whether there is a cell to see.
    pub shown: bool,
    /// Moments of at least *k* people in this layer.
    pub moments: Vec<Moments>,
    /// Whom the release as a whole asked; of more than one only those with at least *k* people in this layer.
    pub audiences: Vec<Audience>,
    /// Whether the release asked more than one audience.
    pub mixed: bool,
    /// What makes up more than half.
    pub warnings: Vec<Warning>,
    /// The fewest people behind anything shown.
    pub k: u32,
    /// σ of the Gaussian kernel, metres.
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

/// What `grid`, the layer of `slice`, rests on.
///
/// # Errors
/// The database's.
pub async fn provenance(
    app: &App,
    source: &Source,
    slice: &Slice,
    grid: &HeatGrid,
) -> Result<Provenance, LayerError> {
    if source.traject.erased
        && grid.peak().is_some()
        && let Some(told) = kept::told(app, source, slice).await?
    {
        return Ok(told);
    }
    let behind = service::people_by_session(app, source, slice).await?;
    let shares = session::plans(app, &source.traject.id).await?.into_iter().filter_map(|plan| {
        let behind = *behind.get(&plan.code)?;
        Some(Share { method: plan.method, audience: plan.audience, group: plan.group, behind })
    });
    Ok(Provenance::new(source, slice, grid, &shares.collect::<Vec<_>>()))
}

impl Provenance {
    /// `shares`: one for each wijksessie the layers are drawn from, also those with nobody in this slice.
    fn new(source: &Source, slice: &Slice, grid: &HeatGrid, shares: &[Share]) -> Self {
        let (traject, area) = (&source.traject, &source.area);
        let k = traject.k.max(MIN_K);
        let told = grid.counts().map(|_| Told::of(shares, k)).unwrap_or_default();
        Self {
            // Formats that hold these words know no signs that nobody sees.
            traject: tidy(&traject.title).replace('\0', ""),
            area: tidy(&area.name).replace('\0', ""),
            theme: slice.theme.clone(),
            kind: slice.kind.clone(),
            moment: slice.moment,
            counts: grid.counts(),
            shown: grid.peak().is_some(),
            moments: told.moments,
            audiences: told.audiences,
            mixed: told.mixed,
            warnings: told.warnings,
            k,
            bandwidth: grid.bandwidth(),
            attribution: area.attribution.clone(),
            invented: area.invented,
        }
    }

    /// What the layer is called.
    pub fn label(&self) -> String {
        let (theme, kind) = (self.theme.clone(), self.kind.clone());
        slice_label(&Slice { theme, kind, moment: self.moment })
    }

    /// "62 stippen van 31 bewoners, 4 momenten: 2 wijksessies, koffiekar, fotowandeling".
    pub fn sentence(&self) -> String {
        let Some(counts) = self.counts else {
            return if self.shown { t("heat-untold") } else { t("heat-suppressed") };
        };
        let pins = tv("ui-count-pins", &[("n", counts.pins.into())]);
        let rests = [("pins", pins.into()), ("people", self.people(counts.people).into())];
        let rests = tv("heat-rests-on", &rests);
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
        match (self.mixed, self.audiences.as_slice()) {
            (false, [one]) => tv(&format!("heat-people-{one}"), &[("n", n.into())]),
            (_, named) => {
                let people = tv("heat-people", &[("n", n.into())]);
                let named: Vec<_> =
                    named.iter().map(|audience| t(&format!("session-audience-{audience}"))).collect();
                if named.is_empty() { people } else { format!("{people} ({})", named.join(", ")) }
            }
        }
    }

    /// What makes up more than half, each a sentence.
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

    /// How the layer was made, the same for every layer of a traject but for the grain; each a sentence.
    pub fn notes(&self) -> Vec<String> {
        let grain = tv("heat-note-bandwidth", &[("metres", self.bandwidth.metres().into())]);
        let k = tv("heat-note-k", &[("k", self.k.into())]);
        let mut notes = vec![grain, t("heat-fair"), t("heat-no-edge-correction"), k];
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

/// What may be told of the wijksessies behind a layer.
#[derive(Debug, Default, PartialEq)]
struct Told {
    moments: Vec<Moments>,
    audiences: Vec<Audience>,
    mixed: bool,
    warnings: Vec<Warning>,
}

impl Told {
    fn of(shares: &[Share], k: u32) -> Self {
        let mut methods: BTreeMap<Method, u32> = BTreeMap::new();
        let mut audiences: BTreeMap<Audience, u32> = BTreeMap::new();
        for share in shares {
            *audiences.entry(share.audience).or_default() += share.behind.people;
            for method in share.methods(k) {
                *methods.entry(method).or_default() += 1;
            }
        }
        let mixed = audiences.len() > 1;
        let audiences = audiences.into_iter().filter(|(_, people)| !mixed || *people >= k);
        let mut moments: Vec<_> =
            methods.into_iter().map(|(method, count)| Moments { method, count }).collect();
        moments.sort_by_key(|moments| (std::cmp::Reverse(moments.count), moments.method));
        Self {
            moments,
            audiences: audiences.map(|(audience, _)| audience).collect(),
            mixed,
            warnings: warnings(shares, k),
        }
    }
}

/// One moment, or one group at several moments, that is more than half of the people.
fn warnings(shares: &[Share], k: u32) -> Vec<Warning> {
    let total: u64 = shares.iter().map(|share| u64::from(share.behind.people)).sum();
    let is_most = |people: u64| people >= u64::from(k) && people * 2 > total;
    if let Some(share) = shares.iter().find(|share| is_most(u64::from(share.behind.people))) {
        let method = share.methods(k).first().copied().unwrap_or(share.method);
        return vec![Warning::Moment { method }];
    }
    let groups: BTreeSet<&str> = shares.iter().map(|share| share.group.trim()).collect();
    let of_group = |name: &str| {
        let own = shares.iter().filter(|share| share.group.trim() == name);
        own.map(|share| u64::from(share.behind.people)).sum()
    };
    let most = groups.into_iter().find(|name| !name.is_empty() && is_most(of_group(name)));
    most.map(|name| Warning::Group { name: name.to_owned() }).into_iter().collect()
}

#[cfg(test)]
mod tests;
