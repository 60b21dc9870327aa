//! The layers of a traject: maps, legend, what they rest on, and the same as a table.

use std::sync::Arc;

use axum::response::Response;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::cards::{kind_label, map_card, rests_on, section, slice_label};
use super::island::HeatMaps;
use crate::buurt::TrajectArea;
use crate::heat::{Bandwidth, HeatGrid, LayerCounts, LayerInfo, Ramp, Slice, Source};
use crate::map::ShownHeat;
use crate::moderation::{Quote, quotes};
use crate::pins::{map_options, theme_label};
use crate::platform::App;
use crate::session::Moment;
use crate::ui::texts::{t, tv};
use crate::ui::{Page, is_invented, render, staff_header};

/// Everything the page shows.
pub(super) struct View {
    pub source: Source,
    pub grids: Vec<(Slice, Arc<HeatGrid>)>,
    pub layers: Vec<LayerInfo>,
    pub totals: Option<(LayerCounts, u32)>,
    pub theme: String,
    pub kind: Option<String>,
    pub moment: Option<Moment>,
    pub bandwidth: Bandwidth,
    pub quotes: Vec<Quote>,
}

pub(super) fn layers(app: &App, view: &View) -> Response {
    let title = view.source.traject.title.clone();
    let mut page = Page::new(title.clone()).with_islands("").for_staff();
    page.preload.push(view.source.area.svg_url());
    let area = view.source.area.clone();
    let (name, invented, attribution) = (area.name.clone(), area.invented, area.attribution.clone());
    let sum = totals(view.totals);
    let choices = choices(view);
    let maps =
        view.grids.iter().enumerate().map(|(at, (slice, grid))| map_card(&view.source, at, slice, grid));
    let maps = maps.collect_view();
    let live = view
        .grids
        .iter()
        .enumerate()
        .map(|(at, (slice, _))| live_map(view, at, slice))
        .collect::<Value>()
        .to_string();
    let wide = if view.grids.len() > 1 { "heat-maps heat-two" } else { "heat-maps" };
    let overview = overview(view);
    let said = said(&area, view.quotes.clone());
    let walks = format!("/traject/{}/wandelingen", view.source.traject.id);
    render(&app.assets, page, move || {
        view! {
            {staff_header(&title, vec![(t("session-to-mine"), "/mijn".to_owned())])}
            {is_invented(invented)}
            <main id="inhoud" class="page page-wide">
                <p class="lead">{name}</p>
                {sum}
                {choices}
                <div class=wide>{maps}</div>
                <HeatMaps maps=live/>
                <p class="small soft">{t("heat-fair")}" "{t("heat-no-edge-correction")}" "{attribution}</p>
                {said}
                <p><a class="utrecht-link" href=walks>{t("walk-list-title")}</a></p>
                {overview}
            </main>
        }
    })
}

/// What residents said in their own words, as far as it was approved.
pub(super) fn said(area: &TrajectArea, list: Vec<Quote>) -> impl IntoView + use<> {
    let none = list.is_empty().then(|| view! { <p class="soft">{t("verdieping-said-none")}</p> });
    view! { <h2>{t("verdieping-said")}</h2>{none}{quotes(area, list)} }
}

pub(super) fn totals(totals: Option<(LayerCounts, u32)>) -> impl IntoView {
    let Some((counts, whole)) = totals else {
        return view! { <p class="utrecht-alert utrecht-alert--info"><span class="utrecht-alert__content">{t("verdieping-nothing")}</span></p> }
            .into_any();
    };
    let pins = tv("ui-count-pins", &[("n", counts.pins.into())]);
    let people = tv("ui-count-people", &[("n", counts.people.into())]);
    let rests = tv("verdieping-rests-on", &[("pins", pins.into()), ("people", people.into())]);
    let whole = (whole > 0).then(|| tv("verdieping-whole", &[("n", whole.into())]));
    view! { <p>{rests}" "{whole}</p> }.into_any()
}

fn address(view: &View, theme: &str, kind: Option<&str>, moment: Option<Moment>, grain: Bandwidth) -> String {
    let mut address = format!("/traject/{}?thema={theme}&korrel={grain}", view.source.traject.id);
    if let Some(kind) = kind {
        address = format!("{address}&soort={kind}");
    }
    if let Some(moment) = moment {
        address = format!("{address}&moment={moment}");
    }
    address
}

/// Grain and time of day; theme and kind are chosen in the table, where one sees what each holds.
fn choices(view: &View) -> impl IntoView + use<> {
    let kind = view.kind.as_deref();
    let grains = Bandwidth::ALL.into_iter().map(|grain| {
        let href = address(view, &view.theme, kind, view.moment, grain);
        let now = (grain == view.bandwidth).then_some("true");
        view! { <a class="tab" href=href aria-current=now>{t(&format!("verdieping-grain-{grain}"))}</a> }
    });
    let grains = grains.collect_view();
    let moments = std::iter::once(None).chain(Moment::ALL.iter().copied().map(Some)).map(|moment| {
        let href = address(view, &view.theme, kind, moment, view.bandwidth);
        let now = (moment == view.moment).then_some("true");
        let label = moment
            .map_or_else(|| t("verdieping-any-moment"), |moment| t(&format!("session-moment-{moment}")));
        view! { <a class="tab" href=href aria-current=now>{label}</a> }
    });
    let moments = moments.collect_view();
    let start = address(view, "all", None, None, view.bandwidth);
    let back = (kind.is_some() || view.theme != "all").then(|| {
        view! { <a class="utrecht-button utrecht-button--secondary-action" href=start>{t("verdieping-two")}</a> }
    });
    view! {
        <div class="row row-spread">
            <nav class="tabs" aria-label=t("verdieping-moment")>{moments}</nav>
            <nav class="tabs" aria-label=t("verdieping-grain")>{grains}</nav>
            {back}
        </div>
    }
}

fn live_map(view: &View, at: usize, slice: &Slice) -> Value {
    let area = &view.source.area;
    let bbox = area.bbox;
    let moment = slice.moment.map(|moment| format!("&moment={moment}")).unwrap_or_default();
    let url = format!(
        "/api/v1/trajects/{}/layers/{}/{}.geojson?suppressed=1&bandwidth={}{moment}",
        view.source.traject.id, slice.theme, slice.kind, view.bandwidth
    );
    let ramp = if Ramp::of_kind(&slice.kind) == Ramp::Sterk { "sterk" } else { "beter" };
    let mut options = map_options(area, [bbox.west, bbox.south, bbox.east, bbox.north]);
    options.labels.map = tv("verdieping-map", &[("layer", slice_label(slice).into())]);
    json!({
        "section": section(at),
        "map": options,
        "heat": ShownHeat { id: format!("laag-{at}"), url, ramp: ramp.to_owned() },
    })
}

/// Every layer there is: what holds something is a link, what does not says so before it is chosen.
fn overview(view: &View) -> impl IntoView + use<> {
    overview_of(&view.layers, |layer| {
        Some(address(view, &layer.theme, Some(&layer.kind), None, view.bandwidth))
    })
}

/// As [`overview`], for looking only.
pub(super) fn overview_plain(layers: &[LayerInfo]) -> impl IntoView + use<> {
    overview_of(layers, |_| None)
}

fn overview_of(layers: &[LayerInfo], link: impl Fn(&LayerInfo) -> Option<String>) -> AnyView {
    let kinds = Slice::KINDS;
    let head = kinds
        .iter()
        .map(|kind| view! { <th scope="col" class="utrecht-table__header-cell">{kind_label(kind)}</th> });
    let head = head.collect_view();
    let rows: Vec<_> = layers.chunks(kinds.len()).map(|row| overview_row(row, &link)).collect();
    view! {
        <h2>{t("verdieping-all-layers")}</h2>
        <p>{t("verdieping-all-layers-lead")}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label=t("verdieping-all-layers")>
            <table class="utrecht-table">
                <caption class="utrecht-table__caption visually-hidden">{t("verdieping-all-layers")}</caption>
                <thead class="utrecht-table__header"><tr class="utrecht-table__row">
                    <th scope="col" class="utrecht-table__header-cell">{t("verdieping-theme")}</th>{head}
                </tr></thead>
                <tbody class="utrecht-table__body">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn overview_row(row: &[LayerInfo], link: &impl Fn(&LayerInfo) -> Option<String>) -> AnyView {
    let theme = row.first().map(|layer| layer.theme.clone()).unwrap_or_default();
    let name = if theme == "all" { t("verdieping-all-themes") } else { theme_label(&theme) };
    let cells = row.iter().map(|layer| {
        let content = match layer.counts {
            Some(counts) => {
                let slice = Slice { theme: theme.clone(), kind: layer.kind.clone(), moment: None };
                let label = format!("{}: {}", slice_label(&slice), rests_on(layer.counts));
                let short =
                    tv("verdieping-cell", &[("pins", counts.pins.into()), ("people", counts.people.into())]);
                match link(layer) {
                    Some(href) => {
                        view! { <a class="utrecht-link" href=href aria-label=label>{short}</a> }.into_any()
                    }
                    None => view! { <span>{short}</span> }.into_any(),
                }
            }
            None => view! { <span class="soft">{t("verdieping-cell-none")}</span> }.into_any(),
        };
        view! { <td class="utrecht-table__cell">{content}</td> }
    });
    view! {
        <tr class="utrecht-table__row"><th scope="row" class="utrecht-table__header-cell">{name}</th>{cells.collect_view()}</tr>
    }
    .into_any()
}
