//! The pages of themes: which there are, and all there is about one, strengths first.

use axum::response::Response;
use leptos::prelude::*;

use super::figures::{figure_cards, figures_table};
use super::service::{Half, Overview, Passes, Theme};
use crate::input::session::theme_label;
use crate::layers::heat::{LayerInfo, voices_label};
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::coming;
use crate::step3::frame::{tabs, trail};
use crate::step3::verdieping::sheet_map;
use crate::ui::{Page, is_invented, render, staff_header};

/// Every theme, with what may be told of it.
pub(super) async fn themes(app: &App, overview: &Overview) -> Response {
    let traject = &overview.source.traject;
    let id = traject.id.clone();
    let title = t("themes-title");
    let trail = trail(&id, &traject.title);
    let bar = tabs(&id, "/themas");
    let invented = overview.source.area.invented;
    let cards =
        overview.themes.iter().map(|(theme, layers, figures)| theme_card(&id, theme, layers, *figures));
    let cards = cards.collect_view();
    let general = (!overview.general.is_empty()).then(|| {
        let cards = figure_cards(&overview.general);
        view! { <section class="card stack"><h2>{t("themes-general")}</h2>{cards}</section> }
    });
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {is_invented(invented)}
            {bar}
            <main id="inhoud" class="page page-wide stack">
                <p class="lead">{t("themes-lead")}</p>
                <p><a class="utrecht-button utrecht-button--secondary-action" href=format!("/traject/{id}/naast")>{t("themes-to-beside")}</a></p>
                <ul class="theme-cards list-plain">{cards}</ul>
                {general}
            </main>
        }
    }).await
}

fn theme_card(id: &str, theme: &str, layers: &[LayerInfo], figures: usize) -> impl IntoView + use<> {
    let told = layers.iter().map(|layer| {
        let kind = t(&format!("themes-side-{}", layer.kind));
        let told = layer.voices.map_or_else(|| t("verdieping-cell-none"), voices_label);
        view! { <li>{kind}": "{told}</li> }
    });
    let told = told.collect_view();
    let figures = tv("themes-figures-count", &[("n", figures.into())]);
    let href = format!("/traject/{id}/thema/{}", encoded(theme));
    view! {
        <li class="card"><h2><a class="utrecht-link" href=href>{theme_label(theme)}</a></h2>
            <ul class="list-plain">{told}<li>{figures}</li></ul></li>
    }
}

/// A theme in an address: a traject's own themes are words.
pub(super) fn encoded(theme: &str) -> String {
    form_urlencoded::byte_serialize(theme.as_bytes()).collect::<String>().replace('+', "%20")
}

/// All there is about a theme; `whole`: all quotes are asked for, part by part.
pub(super) async fn theme(app: &App, mut theme: Theme, whole: bool) -> Response {
    let traject = &theme.source.traject;
    let id = traject.id.clone();
    let title = theme_label(&theme.theme);
    let mut trail = trail(&id, &traject.title);
    trail.push((t("themes-title"), format!("/traject/{id}/themas")));
    let bar = tabs(&id, "/themas");
    let invented = theme.source.area.invented;
    let others = traject.themes.iter().map(|other| {
        let current = (*other == theme.theme).then_some("page");
        let href = format!("/traject/{id}/thema/{}", encoded(other));
        view! { <a class="tab" href=href aria-current=current>{theme_label(other)}</a> }
    });
    let others = others.collect_view();
    let here = format!("/traject/{id}/thema/{}", encoded(&theme.theme));
    let halves = std::mem::take(&mut theme.halves);
    let notes = halves.first().map(|half| half.about.notes().join(" "));
    let halves = halves.into_iter().map(|half| half_view(&theme, half, &here, whole)).collect_view();
    let walks = walks_view(&id, &theme.walks);
    let figures = figures_view(&theme);
    let coming = coming::list(&theme.coming, &id);
    let naast = format!("/traject/{id}/naast?thema={}", encoded(&theme.theme));
    let mut page = Page::new(title.clone()).for_staff();
    page.preload.push(theme.source.area.ground_url());
    render(&app.assets, page, move || {
        view! {
            {staff_header(&title, trail)}
            {is_invented(invented)}
            {bar}
            <main id="inhoud" class="page page-wide stack">
                <nav class="tabs theme-nav no-print" aria-label=t("themes-title")>{others}</nav>
                <div class="theme-halves">{halves}</div>
                {walks}
                {figures}
                {coming}
                <p class="no-print"><a class="utrecht-button utrecht-button--secondary-action" href=naast>{t("themes-to-beside")}</a></p>
                <p class="small soft">{notes}</p>
            </main>
        }
    }).await
}

fn half_view(theme: &Theme, half: Half, here: &str, whole: bool) -> impl IntoView + use<> {
    let kind = half.slice.kind.clone();
    let heading = format!("zijde-{kind}");
    let map = match &half.sheet {
        Some(sheet) => {
            let label = tv(
                "themes-map",
                &[("layer", half.about.label().into()), ("rests", half.about.sentence().into())],
            );
            sheet_map(&theme.source, sheet, &half.about, &theme.coming, label).into_any()
        }
        None => view! { <p class="soft">{half.about.sentence()}</p> }.into_any(),
    };
    let to_map = format!("/traject/{}?thema={}&soort={kind}", theme.source.traject.id, encoded(&theme.theme));
    let link = half.sheet.is_some().then(
        || view! { <p class="no-print"><a class="utrecht-link" href=to_map>{t("themes-to-map")}</a></p> },
    );
    let said = said_view(theme, half, here, whole);
    view! {
        <section class="card theme-half" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{crate::layers::heat::kind_label(&kind)}</h2>
            {map}
            {link}
            {said}
        </section>
    }
}

fn said_view(theme: &Theme, half: Half, here: &str, whole: bool) -> impl IntoView + use<> {
    let (said, area, kind) = (half.quotes, &theme.source.area, half.slice.kind);
    let none = said.is_empty().then(|| view! { <p class="soft">{t("themes-said-none")}</p> });
    let list = if whole {
        let address = |mark: Option<&str>| {
            let mark = mark.map(|mark| format!("&{kind}={mark}")).unwrap_or_default();
            format!("{here}?alles=ja{mark}#zijde-{kind}")
        };
        said.view(area, address).into_any()
    } else {
        let more = (said.more() > 0).then(|| {
            let label = tv("themes-said-more", &[("n", said.whole().into())]);
            view! { <p class="no-print"><a class="utrecht-link" href=format!("{here}?alles=ja#zijde-{kind}")>{label}</a></p> }
        });
        view! { {said.list(area)}{more} }.into_any()
    };
    view! { <h3>{t("themes-said")}</h3>{none}{list} }
}

fn walks_view(id: &str, walks: &[Passes]) -> impl IntoView + use<> {
    let items: Vec<_> = walks
        .iter()
        .map(|walk| {
            let href = format!("/traject/{id}/wandelingen?w={}", walk.id);
            let photos = tv("walk-photos", &[("n", walk.photos.into())]);
            view! { <li><a class="utrecht-link" href=href>{walk.moment.clone().unwrap_or_else(|| t("walk-title"))}</a>" "<span class="soft">{photos}</span></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <section class="card"><h2>{t("frame-tab-walks")}</h2><ul class="list-plain">{items}</ul></section> }
    })
}

fn figures_view(theme: &Theme) -> impl IntoView + use<> {
    if theme.figures.is_empty() {
        return view! { <section class="card"><h2>{t("themes-figures")}</h2><p class="soft">{t("themes-figures-none")}</p></section> }.into_any();
    }
    let cards = figure_cards(&theme.figures);
    let table = figures_table(&theme.figures, &t("themes-figures-caption"));
    view! {
        <section class="card stack" aria-labelledby="cijfers">
            <h2 id="cijfers">{t("themes-figures")}</h2>
            <p class="small soft">{t("themes-figures-lead")}</p>
            {cards}
            <details class="figures-table"><summary>{t("themes-figures-table")}</summary>{table}</details>
        </section>
    }
    .into_any()
}
