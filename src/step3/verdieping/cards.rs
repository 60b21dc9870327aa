//! A map as people see it: drawing, legend, what it rests on, and the same as a table.

use leptos::prelude::*;

use super::overlay::{Drawn, Layer};
use super::query::LayerQuery;
use super::spots::StrongPlace;
use crate::input::pins::drawing;
use crate::layers::heat::{
    Contours, Field, HeatGrid, Provenance, Ramp, Slice, Source, patterns, slice_label, voices_label,
};
use crate::place::buurt::Place;
use crate::platform::texts::t;
use crate::step3::coming::{Coming, marks};

/// Most rows of the table of places.
const MOST_PLACES: usize = 150;
/// Width of a swatch with a pattern, in units of the map's drawing, of which it shows a piece.
const SWATCH: &str = "0 0 108 72";

pub(super) fn rests_on(voices: Option<u32>) -> String {
    voices.map_or_else(|| t("heat-suppressed"), voices_label)
}

pub(super) fn section(at: usize) -> String {
    format!("kaart-{at}")
}

/// One map with everything about it. `data-deel` marks what the page's script changes when another layer is chosen.
pub(super) fn map_card(
    source: &Source,
    drawn: &Drawn,
    rests: &[Provenance],
    strong: &[StrongPlace],
    coming: &[Coming],
    asked: &LayerQuery,
) -> impl IntoView + use<> {
    let at = drawn.at;
    let mine: Vec<_> =
        rests.iter().filter(|rest| drawn.layers.iter().any(|one| one.slice.kind == rest.kind)).collect();
    let title = match mine.as_slice() {
        [one] => one.label(),
        _ => over_label(asked),
    };
    // What holds for all of them is said once.
    let same = mine.windows(2).all(|pair| pair[0].warnings == pair[1].warnings);
    let about = mine.iter().map(|rest| about(drawn, rest, !same)).collect_view();
    let warnings = mine.first().filter(|_| same).map(|rest| warnings(rest));
    view! {
        <section class="card heat-card" aria-labelledby=format!("kop-{at}")>
            <h2 id=format!("kop-{at}") data-deel=format!("kop-{at}")>{title}</h2>
            {map(source, drawn, strong, coming)}
            <div data-deel=format!("uitleg-{at}") class="heat-about stack">
                {about}
                {warnings}
                {classes(drawn, !strong.is_empty(), !coming.is_empty())}
                {places_table(source, drawn, asked)}
            </div>
        </section>
    }
}

/// "Sterk en beter op één kaart · Wonen · 's Avonds".
fn over_label(asked: &LayerQuery) -> String {
    let all = Slice { theme: asked.theme.clone(), kind: "all".to_owned(), moment: asked.moment };
    let rest = slice_label(&all);
    let rest = rest.split_once(" · ").map(|(_, rest)| format!(" · {rest}"));
    format!("{}{}", t("verdieping-over"), rest.unwrap_or_default())
}

fn warnings(rest: &Provenance) -> impl IntoView + use<> {
    let warnings = rest.warnings().into_iter().map(|warning| {
        view! { <p class="utrecht-alert utrecht-alert--warning small heat-warning"><span class="utrecht-alert__content">{warning}</span></p> }
    });
    warnings.collect_view()
}

/// What a layer is called, what it rests on, what to mind where that differs, its ramp.
fn about(drawn: &Drawn, rest: &Provenance, warn: bool) -> impl IntoView + use<> {
    let layer = drawn.layers.iter().find(|layer| layer.slice.kind == rest.kind);
    let name =
        (drawn.layers.len() > 1).then(|| view! { <h3>{crate::layers::heat::kind_label(&rest.kind)}</h3> });
    view! {
        <div class="heat-layer">
            {name}
            <p class="heat-rests">{rest.sentence()}</p>
            {warn.then(|| warnings(rest))}
            {layer.map(|layer| ramp(drawn.at, layer.ramp, layer.dots))}
        </div>
    }
}

/// The plattegrond with the layers over it; the live map comes in its place.
fn map(source: &Source, drawn: &Drawn, strong: &[StrongPlace], coming: &[Coming]) -> impl IntoView + use<> {
    let [width, height] = source.area.projection.size();
    let at = drawn.at;
    let paths = drawn.svg().to_owned();
    let stars = strong.iter().map(|place| {
        let [x, y] = source.area.projection.to_svg(place.lon, place.lat);
        let name = place.name.clone();
        view! {
            <g class="strong-place" transform=format!("translate({x:.0} {y:.0})")><g class="map-fixed">
                <circle r="42"></circle><path d="M0 -26l8 18l19 2l-14 13l4 19l-17 -10l-17 10l4 -19l-14 -13l19 -2z"></path>
                <text y="84" text-anchor="middle">{name}</text>
            </g></g>
        }
    });
    let stars = stars.collect_view();
    let plans = marks(coming, source.area.projection);
    view! {
        // By itself: the legend has the patterns also when the drawing is hidden.
        <svg class="visually-hidden" width="0" height="0" aria-hidden="true" focusable="false"><defs inner_html=patterns(at)></defs></svg>
        <div class="heat-map" id=section(at)>
            {drawing(&source.area, None)}
            <svg class="map-drawing map-over" aria-hidden="true" focusable="false" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMid meet">
                <g data-deel=format!("lagen-{at}") inner_html=paths></g>
            </svg>
            <svg class="map-drawing map-over map-marks" aria-hidden="true" focusable="false" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMid meet">
                {stars}
                {plans}
            </svg>
            <div class="map-live"></div>
        </div>
    }
}

/// The classes of one layer, as they are drawn.
pub(super) fn ramp(at: usize, ramp: Ramp, dots: bool) -> impl IntoView {
    let name = if ramp == Ramp::Sterk { "sterk" } else { "beter" };
    let swatches = (1..=5).map(|class| {
        if dots {
            swatch(&format!("stip-{at}-{class}")).into_any()
        } else {
            view! { <span class=format!("ramp-{name}-{class}")></span> }.into_any()
        }
    });
    view! {
        <div class="heat-legend" role="group" aria-label=t("verdieping-legend")>
            <div class="ramp" aria-hidden="true">{swatches.collect_view()}</div>
            <p class="ramp-words"><span>{t("heat-class-weinig")}</span><span>{t("heat-class-meer")}</span><span>{t("heat-class-veel")}</span></p>
        </div>
    }
}

/// A piece of a pattern of the map.
fn swatch(pattern: &str) -> impl IntoView + use<> {
    let fill = format!("url(#{pattern})");
    view! { <svg class="swatch" aria-hidden="true" focusable="false" viewBox=SWATCH preserveAspectRatio="xMidYMid slice"><rect width="108" height="72" fill=fill></rect></svg> }
}

/// What is drawn where there is no value, and why; and the stars.
pub(super) fn classes(drawn: &Drawn, strong: bool, coming: bool) -> impl IntoView + use<> {
    classes_of(drawn.at, drawn.has_nobody(), strong, coming)
}

/// As [`classes`], of the map `at`.
pub(super) fn classes_of(at: usize, has_nobody: bool, strong: bool, coming: bool) -> impl IntoView + use<> {
    let nobody = has_nobody.then(|| view! { <li>{swatch(&format!("niemand-{at}"))}{t("heat-nobody")}</li> });
    let star = strong.then(|| {
        view! { <li><svg class="swatch swatch-star strong-place" aria-hidden="true" focusable="false" viewBox="-44 -44 88 88"><circle r="42"></circle><path d="M0 -26l8 18l19 2l-14 13l4 19l-17 -10l-17 10l4 -19l-14 -13l19 -2z"></path></svg>{t("verdieping-strong-one")}</li> }
    });
    let plan = coming.then(|| {
        view! { <li><svg class="swatch swatch-star coming-mark" aria-hidden="true" focusable="false" viewBox="-44 -44 88 88"><rect x="-36" y="-36" width="72" height="72" rx="14"></rect></svg>{t("coming-view")}</li> }
    });
    view! {
        <ul class="legend">
            <li>{swatch(&format!("arcering-{at}"))}{t("heat-few")}</li>
            {nobody}
            {star}
            {plan}
        </ul>
    }
}

/// One layer on the plattegrond with its name, what it rests on and its legend: for the page to take home.
pub fn layer_map(source: &Source, at: usize, layer: &Contours) -> impl IntoView + use<> {
    let drawn = Drawn::alone(source, at, layer);
    let slice = &layer.slice;
    view! {
        <h2>{slice_label(slice)}</h2>
        <p>{rests_on(layer.grid.voices())}</p>
        {map(source, &drawn, &[], &[])}
        {ramp(at, Ramp::of_kind(&slice.kind), false)}
        {classes(&drawn, false, false)}
    }
}

/// What a layer has at a place, in a word: `veel`, `meer`, `weinig`; nothing where nothing is shown.
pub(super) fn word_at(layer: &Layer, source: &Source, place: Place) -> Option<&'static str> {
    word_of(&layer.grid, source, place)
}

fn word_of(grid: &HeatGrid, source: &Source, place: Place) -> Option<&'static str> {
    let at = source.area.metres(place)?;
    let share = Field::new(grid).at(at.x, at.y)? / grid.peak()?;
    Some(match share {
        share if share >= 0.5 => "veel",
        share if share >= 0.25 => "meer",
        _ => "weinig",
    })
}

/// The streets and places with the most answers of a layer, at most so many, each with its word: the picture in words.
pub fn most_said(source: &Source, grid: &HeatGrid, most: usize) -> Vec<(String, &'static str)> {
    let order = ["veel", "meer", "weinig"];
    let mut places: Vec<(String, &'static str)> = source
        .area
        .names
        .all()
        .filter_map(|named| {
            let word = word_of(grid, source, Place { lon: named.lon, lat: named.lat })?;
            Some((named.name.clone(), word))
        })
        .collect();
    places.sort_by_key(|(name, word)| (order.iter().position(|one| one == word), name.clone()));
    places.dedup_by(|a, b| a.0 == b.0);
    places.truncate(most);
    places
}

/// What a word of [`word_at`] is called, or why there is none.
pub(super) fn word_label(drawn: &Drawn, word: Option<&str>, place: Place) -> String {
    match word {
        Some(word) => t(&format!("heat-class-{word}")),
        None if drawn.is_nobody(place) => t("heat-nobody"),
        None => t("heat-few"),
    }
}

/// The map as a table: the streets and places of the buurt, those with the most answers first; each leads to what is
/// behind it.
fn places_table(source: &Source, drawn: &Drawn, asked: &LayerQuery) -> impl IntoView + use<> {
    let order = ["veel", "meer", "weinig"];
    let rank = |word: Option<&str>| {
        word.and_then(|word| order.iter().position(|one| *one == word)).unwrap_or(order.len())
    };
    let mut rows: Vec<(Vec<Option<&'static str>>, String, Place)> = Vec::new();
    for named in source.area.names.all() {
        let place = Place { lon: named.lon, lat: named.lat };
        let words = drawn.layers_by_strength().map(|layer| word_at(layer, source, place)).collect();
        rows.push((words, named.name.clone(), place));
    }
    rows.sort_by_key(|(words, name, _)| {
        (
            words.iter().map(|word| rank(*word)).min(),
            words.iter().map(|word| rank(*word)).sum::<usize>(),
            name.clone(),
        )
    });
    rows.dedup_by(|a, b| a.1 == b.1);
    rows.truncate(MOST_PLACES);
    let heads = drawn.layers_by_strength().map(|layer| {
        view! { <th scope="col" class="utrecht-table__header-cell">{crate::layers::heat::kind_label(&layer.slice.kind)}</th> }
    });
    let heads = heads.collect_view();
    let id = source.traject.id.clone();
    let rows = rows.into_iter().map(|(words, name, place)| {
        let cells = words.into_iter().map(|word| {
            let soft = word.is_none().then_some("soft");
            view! { <td class="utrecht-table__cell"><span class=soft>{word_label(drawn, word, place)}</span></td> }
        });
        let href = format!("{}#plek", asked.at(place).address(&id));
        view! {
            <tr class="utrecht-table__row">
                <th scope="row" class="utrecht-table__header-cell"><a class="utrecht-link" data-plek="" href=href>{name}</a></th>
                {cells.collect_view()}
            </tr>
        }
    });
    let rows = rows.collect_view();
    let caption = t("verdieping-places-caption");
    view! {
        <details><summary>{t("verdieping-as-table")}</summary>
            <div class="table-scroll heat-table" tabindex="0" role="region" aria-label=format!("{caption} ({})", drawn.at + 1)>
                <table class="utrecht-table">
                    <caption class="utrecht-table__caption">{caption.clone()}</caption>
                    <thead class="utrecht-table__header"><tr class="utrecht-table__row">
                        <th scope="col" class="utrecht-table__header-cell">{t("verdieping-place")}</th>{heads}
                    </tr></thead>
                    <tbody class="utrecht-table__body">{rows}</tbody>
                </table>
            </div>
        </details>
    }
}
