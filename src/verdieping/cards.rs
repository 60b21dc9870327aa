//! One layer as people see it: the map with its legend and what it rests on, and the same as a table.

use leptos::prelude::*;

use crate::heat::{
    Field, HeatGrid, LayerCounts, Ramp, Slice, Source, bands_svg, hatch_path, isobands, lonlat, slice_label,
};
use crate::pins::{Place, drawing};
use crate::ui::texts::{t, tv};

/// Most rows of the table of places: those with the most answers.
const MOST_PLACES: usize = 40;

pub(super) fn rests_on(counts: Option<LayerCounts>) -> String {
    counts.map_or_else(
        || t("verdieping-too-few"),
        |counts| {
            let pins = tv("ui-count-pins", &[("n", counts.pins.into())]);
            let people = tv("ui-count-people", &[("n", counts.people.into())]);
            tv("verdieping-layer-rests-on", &[("pins", pins.into()), ("people", people.into())])
        },
    )
}

pub(super) fn section(at: usize) -> String {
    format!("kaart-{at}")
}

/// One layer with what it rests on, its map, and the same as a table; `at` tells it from others on the page.
pub(super) fn map_card(source: &Source, at: usize, slice: &Slice, grid: &HeatGrid) -> impl IntoView + use<> {
    let label = slice_label(slice);
    let table = places_table(source, grid, &label);
    view! {
        <section class="card heat-card">
            {layer_map(source, at, slice, grid)}
            {table}
        </section>
    }
}

/// One layer on the plattegrond, with its name, what it rests on and its legend.
pub fn layer_map(source: &Source, at: usize, slice: &Slice, grid: &HeatGrid) -> impl IntoView + use<> {
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
    view! {
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
