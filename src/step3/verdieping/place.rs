//! What is behind a place: how much was said there, and the approved words and photos round it.

use leptos::prelude::*;

use super::cards::{word_at, word_label};
use super::query::LayerQuery;
use super::service::Shown;
use super::spots::{StrongPlace, each_said};
use crate::input::moderation::{First, Gather, ModerationError, Quote, Quoted, Spot};
use crate::input::pins;
use crate::input::session::Kind;
use crate::layers::heat::{Source, kind_label};
use crate::place::buurt::Place;
use crate::platform::App;
use crate::platform::texts::{t, tv};

/// A square is shown so many grains beyond where its people may be, as `vakken::reached` has it.
const REACH: f64 = 3.0;

/// Approved quotes of which a place is told, and that belong to what is shown: those whose square reaches it, as far as the map
/// shows a square. The time of day is left aside: it would tell when somebody said something.
///
/// # Errors
/// The database's.
pub(super) async fn said_near(
    app: &App,
    source: &Source,
    asked: &LayerQuery,
    place: Place,
    mark: Option<&str>,
) -> Result<Quoted, ModerationError> {
    let Some(at) = source.area.metres(place) else { return Ok(Quoted::default()) };
    let is_near = |quote: &Quote| {
        let Spot::Square(middle, side) = quote.spot else { return false };
        let reach = ((REACH * asked.grain.sigma()).powi(2) + f64::from(side).powi(2) / 2.0).sqrt();
        source.area.metres(middle).is_some_and(|middle| (middle.x - at.x).hypot(middle.y - at.y) <= reach)
    };
    let mut part = Gather::behind(mark, First::Strengths);
    each_said(app, source, |quote| {
        if belongs(asked, quote.kind, quote.theme.as_ref()) && is_near(&quote) {
            part.take(quote);
        }
    })
    .await?;
    Ok(part.done())
}

fn belongs(asked: &LayerQuery, kind: Kind, theme: Option<&String>) -> bool {
    let kind = match asked.kind.as_deref() {
        None | Some("all") => true,
        Some("sterk") => kind.is_strength(),
        Some("beter") => !kind.is_strength(),
        Some(word) => kind.word() == word,
    };
    kind && (asked.theme == "all" || theme == Some(&asked.theme))
}

/// Before anything is chosen: how to.
pub(super) fn hint() -> impl IntoView {
    view! { <h2 id="plek-kop" tabindex="-1">{t("verdieping-here")}</h2><p class="soft">{t("verdieping-here-hint")}</p> }
}

/// What is known of a place.
#[derive(Default)]
pub(super) struct Here {
    /// Of each kind at least how many people.
    pub people: Vec<(String, Option<u32>)>,
    /// Approved words and photos near it.
    pub said: Quoted,
}

/// What is told of a place.
pub(super) fn panel(shown: &Shown, place: Place, here: Here) -> impl IntoView + use<> {
    let source = &shown.source;
    let near = pins::near(&source.area, place);
    let people = &here.people;
    let layers = shown.drawn.iter().flat_map(|drawn| {
        drawn.layers_by_strength().map(move |layer| {
            let word = word_at(layer, source, place);
            let told = word_label(drawn, word, place);
            let people = people.iter().find(|(kind, _)| *kind == layer.slice.kind);
            let told = match people.and_then(|(_, least)| *least).filter(|_| word.is_some()) {
                Some(least) => tv("verdieping-at-least", &[("word", told.into()), ("n", least.into())]),
                None => told,
            };
            (kind_label(&layer.slice.kind), told)
        })
    });
    let layers: Vec<_> = layers.collect();
    let layers =
        layers.into_iter().map(|(kind, told)| view! { <dt>{kind}</dt><dd>{told}</dd> }).collect_view();
    let strong = strong_near(source, shown.asked.grain.sigma(), place, &shown.strong);
    let strong = (!strong.is_empty()).then(|| {
        view! { <p>{tv("verdieping-here-strong", &[("places", strong.join(", ").into())])}</p> }
    });
    let said = here.said;
    let here_again = shown.asked.at(place).address(&source.traject.id);
    let part = |mark: Option<&str>| match mark {
        Some(mark) => format!("{here_again}&plek_na={mark}#plek"),
        None => format!("{here_again}#plek"),
    };
    let words = if said.is_empty() {
        view! { <p class="soft">{t("verdieping-here-none")}</p> }.into_any()
    } else {
        view! { <h3>{t("verdieping-here-said")}</h3>{said.view(&source.area, part)} }.into_any()
    };
    let evidence = format!("/traject/{}/bewijs?{}", source.traject.id, shown.asked.at(place).query());
    view! {
        <h2 id="plek-kop" tabindex="-1">{t("verdieping-here")}": "{near}</h2>
        <dl class="here">{layers}</dl>
        <p class="no-print"><a class="utrecht-link" href=evidence>{t("verdieping-place-as-evidence")}</a></p>
        {strong}
        {words}
    }
}

fn strong_near(source: &Source, reach: f64, place: Place, strong: &[StrongPlace]) -> Vec<String> {
    let Some(at) = source.area.metres(place) else { return Vec::new() };
    let near = strong.iter().filter(|one| {
        let there = source.area.metres(Place { lon: one.lon, lat: one.lat });
        there.is_some_and(|there| (there.x - at.x).hypot(there.y - at.y) <= reach)
    });
    near.map(|one| one.name.clone()).collect()
}
