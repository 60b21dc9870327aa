//! What residents said, in the dossier: strengths first, then theme by theme, each map with the same in a table beside it.

use leptos::prelude::*;

use super::service::{ALL, Dossier};
use crate::input::session::theme_label;
use crate::layers::heat::kind_label;
use crate::platform::texts::{t, tv};
use crate::step3::themes::{Half, Theme, figure_cards, figures_table};
use crate::step3::verdieping::{most_said, sheet_map};

/// Most streets and places in the table beside a map.
const MOST_PLACES: usize = 10;

/// Where a theme stands in the document.
pub(super) fn anchor(theme: &str) -> String {
    let plain = theme.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    format!("thema-{}", plain.collect::<String>())
}

/// What is strong: the places by name, the map of all strengths, what was said of no theme in particular.
pub(super) fn strengths(dossier: &Dossier) -> impl IntoView + use<> {
    let places: Vec<_> = dossier.strong.iter().map(|place| view! { <li>{place.name.clone()}</li> }).collect();
    let places = (!places.is_empty()).then(|| {
        view! { <h3>{t("verdieping-strong")}</h3><p>{t("verdieping-strong-lead")}</p><ul class="dossier-strong">{places}</ul> }
    });
    let halves = dossier.all.halves.iter().map(|half| half_view(&dossier.all, half)).collect_view();
    view! { <p>{t("dossier-strong-lead")}</p>{places}{halves} }
}

/// Every theme of which there is something to tell.
pub(super) fn themes(dossier: &Dossier) -> impl IntoView + use<> {
    let none = dossier.themes.is_empty().then(|| view! { <p class="soft">{t("dossier-themes-none")}</p> });
    let themes = dossier.themes.iter().map(theme_view).collect_view();
    view! { {none}{themes} }
}

fn theme_view(theme: &Theme) -> impl IntoView + use<> {
    let halves = theme.halves.iter().map(|half| half_view(theme, half)).collect_view();
    let walks: usize = theme.walks.iter().map(|walk| walk.photos).sum();
    let walks = (walks > 0).then(|| view! { <p>{tv("dossier-walks", &[("n", walks.into()), ("walks", theme.walks.len().into())])}</p> });
    let figures = (!theme.figures.is_empty()).then(|| {
        let label = theme_label(&theme.theme);
        let caption = tv("dossier-figures", &[("theme", label.into())]);
        view! { <h4>{t("themes-figures")}</h4>{figure_cards(&theme.figures)}{figures_table(&theme.figures, &caption)} }
    });
    view! {
        <section class="dossier-theme" id=anchor(&theme.theme)>
            <h3>{theme_label(&theme.theme)}</h3>
            {halves}
            {walks}
            {figures}
        </section>
    }
}

/// One side: the map as a picture, beside it the same as a table, below it what was said.
fn half_view(theme: &Theme, half: &Half) -> impl IntoView + use<> {
    let places = most_said(&theme.source, &half.grid, MOST_PLACES);
    let label = half.about.label();
    let told = places.iter().map(|(name, word)| format!("{name}: {}", t(&format!("heat-class-{word}"))));
    let told = told.collect::<Vec<_>>().join("; ");
    let alt = tv(
        "dossier-map",
        &[("layer", label.clone().into()), ("rests", half.about.sentence().into()), ("places", told.into())],
    );
    let map = match &half.sheet {
        Some(sheet) => sheet_map(&theme.source, sheet, &half.about, &theme.coming, alt).into_any(),
        None => view! { <p class="soft">{t("heat-suppressed")}</p> }.into_any(),
    };
    let rows = places.into_iter().map(|(name, word)| view! { <tr class="utrecht-table__row"><th scope="row" class="utrecht-table__header-cell">{name}</th><td class="utrecht-table__cell">{t(&format!("heat-class-{word}"))}</td></tr> });
    let rows: Vec<_> = rows.collect();
    let table = (half.sheet.is_some() && !rows.is_empty()).then(|| {
        view! {
            <table class="utrecht-table dossier-places">
                <caption class="utrecht-table__caption">{tv("dossier-most", &[("layer", label.clone().into())])}</caption>
                <thead class="utrecht-table__header"><tr class="utrecht-table__row"><th scope="col" class="utrecht-table__header-cell">{t("verdieping-place")}</th><th scope="col" class="utrecht-table__header-cell">{t("dossier-answers")}</th></tr></thead>
                <tbody class="utrecht-table__body">{rows}</tbody>
            </table>
        }
    });
    // Paper shows the first of them, and says where the others are.
    let (rest, more) = (theme.theme == ALL, half.quotes.more());
    let told = if rest { "dossier-more-rest" } else { "dossier-more" };
    let more = (more > 0).then(|| view! { <p class="small soft">{tv(told, &[("n", more.into())])}</p> });
    let said = (!half.quotes.is_empty()).then(|| {
        let list = half.quotes.clone().list(&theme.source.area);
        view! { <div class="dossier-said">{list}{more}</div> }
    });
    view! {
        <div class="dossier-half">
            <h4>{kind_label(&half.slice.kind)}</h4>
            <div class="dossier-two"><div>{map}</div>{table}</div>
            {said}
        </div>
    }
}
