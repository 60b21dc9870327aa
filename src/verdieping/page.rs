//! The layers of a traject: maps, legend, what they rest on, and the same as a table.

use std::sync::Arc;

use axum::response::Response;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::island::HeatMaps;
use crate::heat::{
    Bandwidth, Field, HeatGrid, LayerCounts, LayerInfo, Ramp, Slice, Source, bands_svg, hatch_path, isobands,
    lonlat,
};
use crate::map::ShownHeat;
use crate::pins::{Place, drawing, map_options, theme_label};
use crate::platform::App;
use crate::session::Moment;
use crate::ui::texts::{t, tv};
use crate::ui::{Page, header, render};

/// Most rows of the table of places: those with the most answers.
const MOST_PLACES: usize = 40;

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
}

pub(super) fn layers(app: &App, view: &View) -> Response {
    let title = view.source.traject.title.clone();
    let mut page = Page::new(title.clone()).with_islands("");
    page.preload.push(view.source.area.svg_url());
    let area = view.source.area.clone();
    let (name, invented, attribution) = (area.name.clone(), area.invented, area.attribution.clone());
    let sum = totals(view.totals);
    let choices = choices(view);
    let maps = view.grids.iter().enumerate().map(|(at, (slice, grid))| map_card(view, at, slice, grid));
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
    render(&app.assets, page, move || {
        view! {
            {header(&title, invented)}
            <main id="inhoud" class="page page-wide">
                <p class="lead">{name}</p>
                {sum}
                {choices}
                <div class=wide>{maps}</div>
                <HeatMaps maps=live/>
                <p class="small soft">{t("heat-fair")}" "{t("heat-no-edge-correction")}" "{attribution}</p>
                {overview}
            </main>
        }
    })
}

fn totals(totals: Option<(LayerCounts, u32)>) -> impl IntoView {
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

fn kind_label(kind: &str) -> String {
    match kind {
        "sterk" | "beter" | "all" => t(&format!("verdieping-kind-{kind}")),
        other => t(&format!("session-kind-{other}")),
    }
}

fn slice_label(slice: &Slice) -> String {
    let mut label = kind_label(&slice.kind);
    if slice.theme != "all" {
        label = format!("{label} · {}", theme_label(&slice.theme));
    }
    if let Some(moment) = slice.moment {
        label = format!("{label} · {}", t(&format!("session-moment-{moment}")));
    }
    label
}

fn rests_on(counts: Option<LayerCounts>) -> String {
    counts.map_or_else(
        || t("verdieping-too-few"),
        |counts| {
            let pins = tv("ui-count-pins", &[("n", counts.pins.into())]);
            let people = tv("ui-count-people", &[("n", counts.people.into())]);
            tv("verdieping-layer-rests-on", &[("pins", pins.into()), ("people", people.into())])
        },
    )
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

fn section(at: usize) -> String {
    format!("kaart-{at}")
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

fn map_card(view: &View, at: usize, slice: &Slice, grid: &HeatGrid) -> impl IntoView + use<> {
    let source = &view.source;
    let bands = isobands(grid, |x, y| lonlat(source, x, y));
    let projection = source.area.projection;
    let project = |lon: f64, lat: f64| {
        let [x, y] = projection.to_svg(lon, lat);
        (x, y)
    };
    let ramp = Ramp::of_kind(&slice.kind);
    let paths = bands_svg(&bands, ramp, project);
    let hatch = hatch_path(&bands, project);
    let [width, height] = projection.size();
    let (label, rests) = (slice_label(slice), rests_on(grid.counts()));
    let drawing = drawing(&source.area, None);
    let pattern = format!("arcering-{at}");
    let fill = format!("url(#{pattern})");
    let table = places_table(source, grid, &label);
    view! {
        <section class="card heat-card">
            <h2>{label}</h2>
            <p>{rests}</p>
            <div class="heat-map" id=section(at)>
                {drawing}
                <svg class="map-drawing" aria-hidden="true" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMid meet">
                    <defs><pattern id=pattern width="28" height="28" patternUnits="userSpaceOnUse">
                        <path d="M-2 30L30 -2" stroke="#5B564B" stroke-opacity="0.45" stroke-width="3.5"></path>
                    </pattern></defs>
                    <g inner_html=paths></g>
                    <path d=hatch fill=fill fill-rule="evenodd"></path>
                </svg>
                <div class="map-live"></div>
            </div>
            {legend(ramp)}
            {table}
        </section>
    }
}

fn legend(ramp: Ramp) -> impl IntoView {
    let name = if ramp == Ramp::Sterk { "sterk" } else { "beter" };
    let swatches = (1..=5).map(|class| view! { <span class=format!("ramp-{name}-{class}")></span> });
    view! {
        <div class="heat-legend" role="group" aria-label=t("verdieping-legend")>
            <div class="ramp" aria-hidden="true">{swatches.collect_view()}</div>
            <p class="ramp-words"><span>{t("heat-class-weinig")}</span><span>{t("heat-class-meer")}</span><span>{t("heat-class-veel")}</span></p>
            <ul class="legend"><li><span class="swatch swatch-suppressed" aria-hidden="true"></span>{t("heat-suppressed")}</li></ul>
        </div>
    }
}

/// The layer as a table: the streets and places of the buurt, those with the most answers first.
fn places_table(source: &Source, grid: &HeatGrid, label: &str) -> impl IntoView + use<> {
    let field = Field::new(grid);
    let peak = grid.peak().unwrap_or(0.0);
    let mut rows: Vec<(f64, String)> = source
        .area
        .names
        .all()
        .filter_map(|named| {
            let at = source.area.metres(Place { lon: named.lon, lat: named.lat })?;
            Some((field.at(at.x, at.y)?, named.name.clone()))
        })
        .collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    rows.truncate(MOST_PLACES);
    let none = rows.is_empty().then(|| view! { <p>{t("heat-suppressed")}</p> });
    let caption = tv("verdieping-places-caption", &[("layer", label.to_owned().into())]);
    let rows = rows.into_iter().map(|(value, name)| {
        let word = match value / peak {
            share if share >= 0.5 => "veel",
            share if share >= 0.25 => "meer",
            _ => "weinig",
        };
        view! {
            <tr class="utrecht-table__row">
                <th scope="row" class="utrecht-table__header-cell">{name}</th>
                <td class="utrecht-table__cell">{t(&format!("heat-class-{word}"))}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <details><summary>{t("verdieping-as-table")}</summary>
            {none}
            <div class="table-scroll" tabindex="0" role="region" aria-label=caption.clone()>
                <table class="utrecht-table">
                    <caption class="utrecht-table__caption">{caption.clone()}</caption>
                    <thead class="utrecht-table__header"><tr class="utrecht-table__row">
                        <th scope="col" class="utrecht-table__header-cell">{t("verdieping-place")}</th>
                        <th scope="col" class="utrecht-table__header-cell">{t("verdieping-answers")}</th>
                    </tr></thead>
                    <tbody class="utrecht-table__body">{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

/// Every layer there is: what holds something is a link, what does not says so before it is chosen.
fn overview(view: &View) -> impl IntoView + use<> {
    let kinds = Slice::KINDS;
    let head = kinds
        .iter()
        .map(|kind| view! { <th scope="col" class="utrecht-table__header-cell">{kind_label(kind)}</th> });
    let head = head.collect_view();
    let rows = view.layers.chunks(kinds.len()).map(|row| overview_row(view, row)).collect_view();
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
}

fn overview_row(view: &View, row: &[LayerInfo]) -> impl IntoView + use<> {
    let theme = row.first().map(|layer| layer.theme.clone()).unwrap_or_default();
    let name = if theme == "all" { t("verdieping-all-themes") } else { theme_label(&theme) };
    let cells = row.iter().map(|layer| {
        let content = match layer.counts {
            Some(counts) => {
                let href = address(view, &theme, Some(&layer.kind), None, view.bandwidth);
                let slice = Slice { theme: theme.clone(), kind: layer.kind.clone(), moment: None };
                let label = format!("{}: {}", slice_label(&slice), rests_on(layer.counts));
                let short =
                    tv("verdieping-cell", &[("pins", counts.pins.into()), ("people", counts.people.into())]);
                view! { <a class="utrecht-link" href=href aria-label=label>{short}</a> }.into_any()
            }
            None => view! { <span class="soft">{t("verdieping-cell-none")}</span> }.into_any(),
        };
        view! { <td class="utrecht-table__cell">{content}</td> }
    });
    view! {
        <tr class="utrecht-table__row"><th scope="row" class="utrecht-table__header-cell">{name}</th>{cells.collect_view()}</tr>
    }
}

#[cfg(test)]
mod tests {
    use super::kind_label;
    use crate::session::Kind;

    #[test]
    fn every_kind_of_layer_has_a_name() {
        for kind in ["sterk", "beter", "all"].into_iter().chain(Kind::ALL.iter().map(|kind| kind.word())) {
            assert!(!kind_label(kind).contains('-'), "{kind}");
        }
    }
}
