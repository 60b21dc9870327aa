//! What a layer rests on, in words and in numbers: the same on the page, in a picture and in every file.
//!
//! Only what may be told is in it. Pins and people are the published counts of the layer. A moment (wijksessie) is
//! named only where at least *k* people of it are in the slice, and then without a number of people: what is left
//! over can be reckoned from nothing. A smaller one is neither named nor counted; [`Provenance::notes`] says so in
//! every layer, so that its absence tells nothing. That a moment or group makes up more than half is told only of one
//! of at least *k* people. Whether residents, businesses and institutions are told apart depends on the whole
//! release, not on the slice.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::model::MIN_K;
use super::service::{self, LayerError, Slice, Source};
use super::{Bandwidth, HeatGrid, LayerCounts, PIN_REACH_M};
use crate::pins::theme_label;
use crate::platform::App;
use crate::session::{self, Audience, Method, Moment};
use crate::ui::texts::{t, tv};

/// What one wijksessie holds in a slice: the raw count, which stays inside.
#[derive(Debug, Clone)]
pub struct Share {
    /// How people were asked.
    pub method: Method,
    /// Who was asked.
    pub audience: Audience,
    /// The group, such as "buurtmoeders"; empty where none was named.
    pub group: String,
    /// People behind its pins in the slice.
    pub people: u32,
}

/// Moments of one method in a layer.
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
    /// Pins and people; none where there are too few to tell.
    pub counts: Option<LayerCounts>,
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
    let people = service::people_by_session(app, source, slice).await?;
    let shares = session::plans(app, &source.traject.id).await?.into_iter().filter_map(|plan| {
        let people = *people.get(&plan.code)?;
        Some(Share { method: plan.method, audience: plan.audience, group: plan.group, people })
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
            traject: traject.title.clone(),
            area: area.name.clone(),
            theme: slice.theme.clone(),
            kind: slice.kind.clone(),
            moment: slice.moment,
            counts: grid.counts(),
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
        let Some(counts) = self.counts else { return t("heat-suppressed") };
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
            *audiences.entry(share.audience).or_default() += share.people;
            if share.people >= k {
                *methods.entry(share.method).or_default() += 1;
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
    let total: u64 = shares.iter().map(|share| u64::from(share.people)).sum();
    let is_most = |people: u64| people >= u64::from(k) && people * 2 > total;
    if let Some(share) = shares.iter().find(|share| is_most(u64::from(share.people))) {
        return vec![Warning::Moment { method: share.method }];
    }
    let groups: BTreeSet<&str> = shares.iter().map(|share| share.group.trim()).collect();
    let of_group = |name: &str| {
        shares.iter().filter(|share| share.group.trim() == name).map(|share| u64::from(share.people)).sum()
    };
    let most = groups.into_iter().find(|name| !name.is_empty() && is_most(of_group(name)));
    most.map(|name| Warning::Group { name: name.to_owned() }).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn share(method: Method, people: u32) -> Share {
        Share { method, audience: Audience::Bewoners, group: String::new(), people }
    }

    fn told(shares: &[Share], counts: Option<LayerCounts>) -> Provenance {
        let Told { moments, audiences, mixed, warnings } =
            counts.map(|_| Told::of(shares, 3)).unwrap_or_default();
        Provenance {
            traject: "Buurtbalans".to_owned(),
            area: "Voorbeeldbuurt".to_owned(),
            theme: "all".to_owned(),
            kind: "sterk".to_owned(),
            moment: None,
            counts,
            moments,
            audiences,
            mixed,
            warnings,
            k: 3,
            bandwidth: Bandwidth::Normal,
            attribution: "verzonnen".to_owned(),
            invented: true,
        }
    }

    const COUNTS: LayerCounts = LayerCounts { pins: 62, participants: 31, people: 31 };

    #[test]
    fn a_layer_says_how_many_pins_people_and_moments_it_rests_on() {
        let shares = [
            share(Method::Koffiekar, 6),
            share(Method::Wijksessie, 10),
            share(Method::Fotowandeling, 5),
            share(Method::Wijksessie, 10),
        ];
        let layer = told(&shares, Some(COUNTS));
        let sentence = "62 stippen van 31 bewoners, 4 momenten: 2 wijksessies, koffiekar, fotowandeling";
        assert_eq!(layer.sentence(), sentence);
        assert!(layer.warnings.is_empty());
        let json = layer.to_json();
        assert_eq!(json["counts"]["people"], 31);
        assert_eq!((&json["k"], &json["bandwidth"]), (&3.into(), &75.into()));
        assert_eq!(json["moments"][0]["method"], "wijksessie");
        let text = json["text"].as_str().unwrap();
        assert!(
            text.contains(sentence) && text.contains("verzonnen") && text.contains("150 meter"),
            "{text}"
        );
        let read: Provenance = serde_json::from_value(json).unwrap();
        assert_eq!(read, layer, "what was written is read again");
    }

    #[test]
    fn a_moment_of_fewer_than_k_people_is_neither_named_nor_counted() {
        let with = told(&[share(Method::Koffiekar, 4), share(Method::Schouw, 2)], Some(COUNTS));
        let without = told(&[share(Method::Koffiekar, 4), share(Method::Schouw, 0)], Some(COUNTS));
        assert_eq!(with, without);
        assert!(with.sentence().ends_with("1 moment: koffiekar"), "{}", with.sentence());
    }

    #[test]
    fn an_audience_of_fewer_than_k_people_is_not_named_and_no_count_of_one_is_told() {
        let of = |people| Share { audience: Audience::Ondernemers, ..share(Method::Interview, people) };
        let few = told(&[share(Method::Koffiekar, 20), of(2)], Some(COUNTS));
        assert!(few.sentence().starts_with("62 stippen van 31 mensen (bewoners), "), "{}", few.sentence());
        assert_eq!(few.people(31), told(&[share(Method::Koffiekar, 20), of(0)], Some(COUNTS)).people(31));
        let more = told(&[share(Method::Koffiekar, 20), of(3)], Some(COUNTS));
        assert!(more.sentence().contains("31 mensen (bewoners, ondernemers)"), "{}", more.sentence());
        assert_eq!(told(&[of(20)], Some(COUNTS)).people(5), "5 ondernemers");
    }

    #[test]
    fn more_than_half_from_one_moment_or_one_group_is_a_warning_and_exactly_half_is_not() {
        let even = [share(Method::Koffiekar, 5), share(Method::Wijksessie, 5)];
        assert!(told(&even, Some(COUNTS)).warnings.is_empty());
        let one = [share(Method::Koffiekar, 6), share(Method::Wijksessie, 5)];
        let one = told(&one, Some(COUNTS));
        assert_eq!(one.warnings, [Warning::Moment { method: Method::Koffiekar }]);
        assert_eq!(
            one.warnings(),
            ["Let op: meer dan de helft van de mensen komt van één moment (koffiekar)."]
        );
        let group = |people| Share { group: "buurtmoeders".to_owned(), ..share(Method::Interview, people) };
        let two =
            told(&[group(4), group(4), share(Method::Koffiekar, 4), share(Method::Schouw, 3)], Some(COUNTS));
        assert_eq!(two.warnings, [Warning::Group { name: "buurtmoeders".to_owned() }]);
        assert!(two.warnings()[0].contains("buurtmoeders"));
    }

    #[test]
    fn a_layer_of_too_few_people_tells_nothing_of_its_moments() {
        let layer = told(&[share(Method::Koffiekar, 2)], None);
        assert!(layer.moments.is_empty() && layer.warnings.is_empty() && layer.audiences.is_empty());
        assert_eq!(layer.sentence(), t("heat-suppressed"));
    }

    #[test]
    fn every_method_and_audience_has_its_words_for_one_and_for_more() {
        for key in Method::ALL.iter().map(|method| format!("heat-method-{method}")) {
            let [one, two] = [1, 2].map(|n| tv(&key, &[("n", n.into())]));
            assert!(one != key && two.starts_with("2 "), "{key}: {one}, {two}");
        }
        for key in Audience::ALL.iter().map(|audience| format!("heat-people-{audience}")) {
            assert_ne!(tv(&key, &[("n", 1.into())]), tv(&key, &[("n", 2.into())]), "{key}");
        }
        for kind in Slice::KINDS {
            assert!(!kind_label(kind).contains('-'), "{kind}");
        }
    }

    proptest! {
        /// Between none and k − 1 people of one moment there is no difference to see, unless it tips another over half.
        #[test]
        fn how_many_below_k_makes_no_difference_to_what_is_named(
            others in proptest::collection::vec(0_u32..30, 0..5), few in 0_u32..3,
        ) {
            let mut shares: Vec<_> = others.into_iter().map(|people| share(Method::Koffiekar, people)).collect();
            shares.push(share(Method::Schouw, few));
            let some = Told::of(&shares, 3);
            shares.pop();
            shares.push(share(Method::Schouw, 0));
            let none = Told::of(&shares, 3);
            prop_assert_eq!((some.moments, some.audiences), (none.moments, none.audiences));
        }
    }
}
