//! `/traject/{id}/naast`: what residents said on the left, a figure on the right, in the same view; or one over the other with
//! a slider between. Without script: two drawings beside each other.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;

use super::service::Half;
use super::shapes::{Drawn, drawn};
use crate::input::session::theme_label;
use crate::layers::heat::{self, Bandwidth, Ramp, Slice, Source, kind_label, patterns};
use crate::platform::texts::{t, tv};
use crate::platform::{App, Problem};
use crate::step3::frame::{tabs, trail};
use crate::step3::indicators::{self, Figure, Indicator};
use crate::step3::verdieping::{Sheet, legend, sheet};
use crate::ui::{Page, is_invented, render, staff_header};

/// The numbers of the two maps, for their patterns.
const LEFT: usize = 60;
const RIGHT: usize = 61;

/// As it stands in the address.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Params {
    thema: Option<String>,
    soort: Option<String>,
    cijfer: Option<String>,
    wijze: Option<String>,
}

/// What is on the right: a figure, or, where there is none, the other layer.
enum Right {
    Figure(Box<Drawn>),
    Layer(Box<Half>),
}

/// Everything the page shows.
pub(super) struct View {
    source: Source,
    left: Half,
    right: Right,
    figures: Vec<Arc<Indicator>>,
    slider: bool,
}

async fn half(app: &App, source: &Source, at: usize, theme: &str, kind: &str) -> Result<Half, Problem> {
    let slice = Slice { theme: theme.to_owned(), kind: kind.to_owned(), moment: None };
    let grid = heat::layer_of(app, source, &slice, Bandwidth::default()).await?;
    let about = heat::provenance(source, &slice, &grid);
    let sheet = Some(sheet(app, source, at, &slice, grid.bandwidth()).await?);
    Ok(Half { slice, grid, about, sheet, quotes: crate::input::moderation::Quoted::default() })
}

/// What is asked for; a figure of the theme's domain where none is named.
///
/// # Errors
/// No such layer or figure, or the database's.
pub(super) async fn view(app: &App, traject: &str, asked: Params) -> Result<View, Problem> {
    let set = |word: Option<String>| word.filter(|word| !word.is_empty());
    let source = heat::source(app, traject).await?;
    let theme = set(asked.thema).unwrap_or_else(|| "all".to_owned());
    let kind = set(asked.soort).unwrap_or_else(|| "sterk".to_owned());
    let left = half(app, &source, LEFT, &theme, &kind).await?;
    let all = indicators::of_traject(app, traject).await?;
    let mut figures: Vec<Arc<Indicator>> = Vec::new();
    for figure in &all {
        if !figures.iter().any(|known| known.id == figure.indicator.id) {
            figures.push(figure.indicator.clone());
        }
    }
    let chosen = match set(asked.cijfer) {
        Some(id) => {
            let none = || Problem::new(StatusCode::NOT_FOUND, "no-figures");
            Some(figures.iter().find(|one| one.id == id).cloned().ok_or_else(none)?)
        }
        None => figures.iter().find(|one| one.domain == theme).or(figures.first()).cloned(),
    };
    let mine = |one: &Arc<Indicator>| -> Vec<Figure> {
        all.iter().filter(|figure| figure.indicator.id == one.id).cloned().collect()
    };
    let figure = match &chosen {
        Some(one) => drawn(app, &source, RIGHT, mine(one)).await?,
        None => None,
    };
    let right = if let Some(figure) = figure {
        Right::Figure(Box::new(figure))
    } else {
        let other = if Ramp::of_kind(&kind) == Ramp::Sterk { "beter" } else { "sterk" };
        Right::Layer(Box::new(half(app, &source, RIGHT, &theme, other).await?))
    };
    Ok(View { source, left, right, figures, slider: asked.wijze.as_deref() == Some("schuif") })
}

/// The page.
pub(super) async fn page(app: &App, view: &View) -> Response {
    let traject = &view.source.traject;
    let id = traject.id.clone();
    let title = t("themes-beside");
    let trail = trail(&id, &traject.title);
    let bar = tabs(&id, "/naast");
    let invented = view.source.area.invented;
    let form = choices(&id, view);
    let credit = view.source.area.attribution.clone();
    let left = heat_pane(&view.source, LEFT, &view.left);
    let right = match &view.right {
        Right::Figure(figure) => figure_pane(&view.source, figure).into_any(),
        Right::Layer(half) => heat_pane(&view.source, RIGHT, half).into_any(),
    };
    let none = view.figures.is_empty().then(|| view! { <p class="utrecht-alert utrecht-alert--info no-print"><span class="utrecht-alert__content">{t("themes-beside-none")}</span></p> });
    let way = if view.slider { "schuif" } else { "naast" };
    let mut page = Page::new(title.clone()).for_staff().with_script("beside.mjs");
    page.preload.push(view.source.area.ground_url());
    render(&app.assets, page, move || {
        view! {
            {staff_header(&title, trail)}
            {is_invented(invented)}
            {bar}
            <main id="inhoud" class="page page-wide stack">
                <p class="lead no-print">{t("themes-beside-lead")}</p>
                {none}
                {form}
                <div class="beside-tools no-print" hidden>
                    <button type="button" class="utrecht-button utrecht-button--secondary-action button-icon" data-zoom="in" aria-label=t("board-zoom-in")>"+"</button>
                    <button type="button" class="utrecht-button utrecht-button--secondary-action button-icon" data-zoom="out" aria-label=t("board-zoom-out")>"−"</button>
                    <button type="button" class="utrecht-button utrecht-button--secondary-action" data-zoom="all">{t("themes-beside-all")}</button>
                    <label class="beside-slide"><span>{t("themes-beside-slide")}</span><input type="range" min="0" max="100" value="50" aria-label=t("themes-beside-slide")/></label>
                </div>
                <div class="beside" data-way=way>{left}{right}</div>
                <p class="small soft">{credit}</p>
            </main>
        }
    }).await
}

fn choices(id: &str, view: &View) -> impl IntoView + use<> {
    let option =
        |value: String, label: String, now: bool| view! { <option value=value selected=now>{label}</option> };
    let slice = &view.left.slice;
    let themes = std::iter::once(("all".to_owned(), t("verdieping-all-themes")))
        .chain(view.source.traject.themes.iter().map(|theme| (theme.clone(), theme_label(theme))));
    let themes = themes.map(|(slug, label)| option(slug.clone(), label, slug == slice.theme)).collect_view();
    let kinds =
        Slice::KINDS.map(|kind| option(kind.to_owned(), kind_label(kind), kind == slice.kind)).collect_view();
    let now = match &view.right {
        Right::Figure(figure) => figure.indicator.id.clone(),
        Right::Layer(_) => String::new(),
    };
    let figures = view.figures.iter().map(|one| option(one.id.clone(), one.named(), one.id == now));
    let figures: Vec<_> = figures.collect();
    let figures = (!figures.is_empty()).then(|| view! {
        <label class="field"><span class="utrecht-form-label">{t("themes-beside-figure")}</span><select class="select" name="cijfer">{figures}</select></label>
    });
    let ways = [("naast", !view.slider), ("schuif", view.slider)]
        .map(|(way, now)| option(way.to_owned(), t(&format!("themes-way-{way}")), now))
        .collect_view();
    view! {
        <form class="beside-choices card no-print" method="get" action=format!("/traject/{id}/naast")>
            <label class="field"><span class="utrecht-form-label">{t("verdieping-theme")}</span><select class="select" name="thema">{themes}</select></label>
            <label class="field"><span class="utrecht-form-label">{t("verdieping-kind")}</span><select class="select" name="soort">{kinds}</select></label>
            {figures}
            <label class="field"><span class="utrecht-form-label">{t("verdieping-way")}</span><select class="select" name="wijze">{ways}</select></label>
            <button class="utrecht-button utrecht-button--primary-action" type="submit">{t("themes-beside-show")}</button>
        </form>
    }
}

/// One map: the plattegrond with paths over it, in one drawing of which the script moves the view.
fn drawing(source: &Source, at: usize, label: String, paths: String) -> impl IntoView + use<> {
    let [width, height] = source.area.projection.size();
    let hint = format!("beside-uitleg-{at}");
    // Halves of a screen: letters as for a phone are those that are read.
    let letters = source.area.letterings().into_iter().next().map(|(address, _)| address);
    view! {
        <svg class="visually-hidden" width="0" height="0" aria-hidden="true" focusable="false"><defs inner_html=patterns(at)></defs></svg>
        <div class="beside-view" tabindex="0" role="group" aria-label=label aria-describedby=hint.clone()>
            <svg class="beside-svg" aria-hidden="true" focusable="false" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMid meet">
                <image href=source.area.ground_url() width=width.to_string() height=height.to_string()></image>
                <g inner_html=paths></g>
                <image href=letters width=width.to_string() height=height.to_string()></image>
            </svg>
        </div>
        <p id=hint class="visually-hidden">{t("themes-beside-keys")}</p>
    }
}

fn heat_pane(source: &Source, at: usize, half: &Half) -> impl IntoView + use<> {
    let paths = half.sheet.as_ref().map(|sheet| sheet.paths().to_owned()).unwrap_or_default();
    let has_nobody = half.sheet.as_ref().is_some_and(Sheet::has_nobody);
    let label =
        tv("themes-map", &[("layer", half.about.label().into()), ("rests", half.about.sentence().into())]);
    view! {
        <section class="beside-pane" aria-labelledby=format!("naast-{at}")>
            <h2 id=format!("naast-{at}")>{half.about.label()}</h2>
            {drawing(source, at, label, paths)}
            <div class="beside-about"><p>{half.about.sentence()}</p>{legend(at, &half.slice.kind, has_nobody)}</div>
        </section>
    }
}

fn figure_pane(source: &Source, figure: &Drawn) -> impl IntoView + use<> {
    let one = &figure.indicator;
    let title = format!("{} ({})", one.name, one.year);
    let told = figure
        .rows
        .iter()
        .take(12)
        .map(|(name, value)| format!("{name}: {value}"))
        .collect::<Vec<_>>()
        .join("; ");
    let label = tv("themes-figure-map", &[("figure", title.clone().into()), ("told", told.into())]);
    let dense = figure.dense.then(|| {
        let grain = [("metres", Bandwidth::default().to_string().into())];
        view! { <p class="small">{tv("themes-dense", &grain)}</p> }
    });
    let classes = figure.classes.iter().map(|(_, colour, label)| {
        view! { <li><svg class="swatch" aria-hidden="true" focusable="false" viewBox="0 0 10 10" preserveAspectRatio="none"><rect width="10" height="10" fill=*colour fill-opacity="0.78"></rect></svg>{label.clone()}</li> }
    });
    let classes = classes.collect_view();
    let unknown = figure.has_unknown.then(|| view! { <li><svg class="swatch" aria-hidden="true" focusable="false" viewBox="0 0 108 72" preserveAspectRatio="xMidYMid slice"><rect width="108" height="72" fill=format!("url(#arcering-{RIGHT})")></rect></svg>{t("themes-unknown-area")}</li> });
    let rows = figure.rows.iter().map(|(name, value)| view! { <tr class="utrecht-table__row"><th scope="row" class="utrecht-table__header-cell">{name.clone()}</th><td class="utrecht-table__cell number">{value.clone()}</td></tr> }).collect_view();
    let source_line = [one.source.clone(), one.year.to_string(), one.licence.clone()];
    let source_line = source_line.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let caveat = (!one.caveat.is_empty()).then(
        || view! { <p class="small">{tv("themes-caveat", &[("caveat", one.caveat.clone().into())])}</p> },
    );
    view! {
        <section class="beside-pane" aria-labelledby=format!("naast-{RIGHT}")>
            <h2 id=format!("naast-{RIGHT}")>{title.clone()}</h2>
            {drawing(source, RIGHT, label, figure.paths.clone())}
            <div class="beside-about"><p class="small soft">{source_line}</p>{caveat}{dense}<ul class="legend">{classes}{unknown}</ul>
                <details><summary>{t("themes-as-table")}</summary><div class="table-scroll" tabindex="0" role="region" aria-label=title.clone()><table class="utrecht-table">
                    <caption class="utrecht-table__caption visually-hidden">{title.clone()}</caption>
                    <thead class="utrecht-table__header"><tr class="utrecht-table__row"><th scope="col" class="utrecht-table__header-cell">{t("themes-area")}</th><th scope="col" class="utrecht-table__header-cell number">{t("themes-figure")}</th></tr></thead>
                    <tbody class="utrecht-table__body">{rows}</tbody></table></div></details>
            </div>
        </section>
    }
}
