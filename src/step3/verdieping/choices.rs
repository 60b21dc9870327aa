//! Going deeper: every choice says beforehand what it holds, and one that holds nothing to see is no link.

use leptos::prelude::*;

use super::query::LayerQuery;
use super::service::{Holding, Shown};
use crate::input::session::theme_label;
use crate::layers::heat::kind_label;
use crate::platform::texts::{t, tv};

/// One choice: what it is called, where it leads, what it holds, whether it is chosen now.
struct Choice {
    label: String,
    to: LayerQuery,
    holding: Holding,
    now: bool,
}

pub(super) fn theme_name(theme: &str) -> String {
    if theme == "all" { t("verdieping-all-themes") } else { theme_label(theme) }
}

/// "24 sterk · 12 beter", "24 stemmen", or that there is too little.
fn holds(holding: &Holding) -> String {
    if !holding.shows {
        return t("verdieping-cell-none");
    }
    let both = holding.voices.len() > 1;
    let parts = holding.voices.iter().filter_map(|(kind, voices)| {
        let key = if both { format!("verdieping-holds-{kind}") } else { "heat-voices-short".to_owned() };
        Some(tv(&key, &[("n", (*voices)?.into())]))
    });
    parts.collect::<Vec<_>>().join(" · ")
}

/// A list of choices that opens; `name` tells the page's script which one to go back to.
fn menu(traject: &str, name: &'static str, label: String, choices: Vec<Choice>) -> AnyView {
    let now = choices.iter().find(|choice| choice.now).map(|choice| choice.label.clone()).unwrap_or_default();
    let items = choices.into_iter().map(|choice| {
        let (holds, current) = (holds(&choice.holding), choice.now.then_some("true"));
        let inner = view! { <span>{choice.label}</span>" "<span class="menu-holds">{holds}</span> };
        if choice.holding.shows { view! { <li><a class="menu-choice" data-kies="" href=choice.to.address(traject) aria-current=current>{inner}</a></li> }.into_any() } else { view! { <li><span class="menu-choice menu-none" aria-current=current>{inner}</span></li> }.into_any() }
    });
    let items = items.collect_view();
    view! {
        <details class="menu" data-menu=name name="keuze">
            <summary class="menu-summary"><span class="menu-label">{label}</span>" "<span class="menu-now">{now}</span></summary>
            <ul class="menu-list list-plain">{items}</ul>
        </details>
    }
    .into_any()
}

fn tabs(traject: &str, name: &'static str, label: String, choices: Vec<Choice>) -> AnyView {
    let items = choices.into_iter().map(|choice| {
        let current = choice.now.then_some("true");
        if choice.holding.shows { view! { <a class="tab" data-kies="" href=choice.to.address(traject) aria-current=current>{choice.label}</a> }.into_any() } else { view! { <span class="tab tab-none" aria-current=current>{choice.label}" "<small>{t("verdieping-cell-none")}</small></span> }.into_any() }
    });
    view! { <nav class="tabs" data-menu=name aria-label=label>{items.collect_view()}</nav> }.into_any()
}

/// Theme, kind, time of day, grain; and for two layers whether they lie over or beside each other.
pub(super) fn choices(shown: &Shown) -> impl IntoView + use<> {
    let (asked, options, id) = (&shown.asked, &shown.options, &shown.source.traject.id);
    let themes = options.themes.iter().map(|(theme, holding)| Choice {
        label: theme_name(theme),
        to: asked.with_theme(theme),
        holding: holding.clone(),
        now: *theme == asked.theme,
    });
    let kinds = options.kinds.iter().map(|(kind, holding)| Choice {
        label: kind.map_or_else(|| t("verdieping-two"), kind_label),
        to: asked.with_kind(*kind),
        holding: holding.clone(),
        now: *kind == asked.kind.as_deref(),
    });
    let moments = options.moments.iter().map(|(moment, holding)| Choice {
        label: moment
            .map_or_else(|| t("verdieping-any-moment"), |moment| t(&format!("session-moment-{moment}"))),
        to: asked.with_moment(*moment),
        holding: holding.clone(),
        now: *moment == asked.moment,
    });
    let grains = options.grains.iter().map(|(grain, holding)| Choice {
        label: t(&format!("verdieping-grain-{grain}")),
        to: asked.with_grain(*grain),
        holding: holding.clone(),
        now: *grain == asked.grain,
    });
    let here =
        options.grains.iter().find(|(grain, _)| *grain == asked.grain).map(|(_, holding)| holding.clone());
    let ways = asked.kind.is_none().then_some(here).flatten().map(|holding| {
        let way = |beside: bool, key: &str| Choice {
            label: t(key),
            to: asked.with_beside(beside),
            holding: holding.clone(),
            now: beside == asked.beside,
        };
        let ways = vec![way(false, "verdieping-way-over"), way(true, "verdieping-way-beside")];
        tabs(id, "weergave", t("verdieping-way"), ways)
    });
    view! {
        <div class="heat-choices no-print" data-deel="keuzes">
            <div class="menus">
                {menu(id, "thema", t("verdieping-theme"), themes.collect())}
                {menu(id, "soort", t("verdieping-kind"), kinds.collect())}
                {menu(id, "moment", t("verdieping-moment"), moments.collect())}
            </div>
            {tabs(id, "korrel", t("verdieping-grain"), grains.collect())}
            {ways}
        </div>
    }
}
