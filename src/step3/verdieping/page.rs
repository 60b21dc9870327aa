//! The page of a traject's layers: choices, maps, what is behind a place, strong places, what to take along, quotes.

use axum::response::Response;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::cards::{map_card, section};
use super::choices::choices;
use super::overview::overview;
use super::place;
use super::query::LayerQuery;
use super::service::Shown;
use super::spots::StrongPlace;
use crate::input::moderation::Quoted;
use crate::input::pins::map_options;
use crate::layers::heat::{LayerInfo, Source, voices_label};
use crate::place::buurt::{Place, TrajectArea};
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::coming;
use crate::step3::frame::tabs;
use crate::ui::{Page, fragment, is_invented, render, staff_header};

/// Everything the page shows beside the maps.
pub(super) struct View {
    pub shown: Shown,
    pub layers: Vec<LayerInfo>,
    pub totals: Option<(u32, u32)>,
    pub quotes: Quoted,
    /// What is known of the place that is told about.
    pub here: place::Here,
}

pub(super) async fn layers(app: &App, view: View) -> Response {
    let View { shown, layers, totals: sum, quotes, here } = view;
    let title = shown.source.traject.title.clone();
    let mut page = Page::new(title.clone()).for_staff().with_map().with_script("traject.mjs");
    page.preload.push(shown.source.area.ground_url());
    let area = shown.source.area.clone();
    let id = shown.source.traject.id.clone();
    let (name, invented) = (area.name.clone(), area.invented);
    let data = json!({"maps": live_maps(&shown), "spot": shown.asked.place.map(|at| [at.lon, at.lat])});
    let data = crate::ui::escape(&data.to_string());
    let sum = totals(sum, shown.released);
    let part = part(&shown);
    let place = match shown.asked.place {
        Some(at) => place::panel(&shown, at, here).into_any(),
        None => place::hint().into_any(),
    };
    let released = shown.released;
    let strong = strong_list(&shown.source, &shown.strong, &shown);
    let plans = coming::list(&shown.coming, &id);
    let asked = shown.asked.clone();
    let overview = overview(&layers, |layer| {
        let to = asked.with_theme(&layer.theme).with_kind(Some(&layer.kind)).with_moment(None);
        Some(to.address(&id))
    });
    let here_again = shown.asked.address(&id);
    let said = said(&area, quotes, move |mark| match mark {
        Some(mark) => format!("{here_again}&na={mark}#gezegd"),
        None => format!("{here_again}#gezegd"),
    });
    let tabs = tabs(&id, "");
    let urls = [format!("/traject/{id}/kaart.json"), format!("/traject/{id}/plek")];
    render(&app.assets, page, move || {
        let [data_url, place_url] = urls;
        let place = released.then(|| view! {
            <section class="card heat-place" id="plek" aria-labelledby="plek-kop" data-url=place_url>{place}</section>
        });
        view! {
            {staff_header(&title, vec![(t("session-to-mine"), "/mijn".to_owned())])}
            {is_invented(invented)}
            {tabs}
            <main id="inhoud" class="page page-wide" data-url=data_url data-failed=t("verdieping-failed") data-offline=t("verdieping-offline")
                data-signed-out=t("verdieping-signed-out") data-busy=t("verdieping-busy")>
                <template id="gegevens" inner_html=data></template>
                <p class="lead">{name}</p>
                {sum}
                <p id="stand" class="heat-busy small" role="status"></p>
                <p id="storing" class="utrecht-alert utrecht-alert--warning" role="alert" hidden></p>
                {part}
                {place}
                {plans}
                {strong}
                {overview}
                {said}
            </main>
        }
    }).await
}

/// Choices, maps and how they were made: what changes with a choice.
fn part(shown: &Shown) -> AnyView {
    if !shown.released {
        return ().into_any();
    }
    let choices = choices(shown);
    let maps = if shown.shows() {
        let cards = shown.drawn.iter().map(|drawn| {
            map_card(&shown.source, drawn, &shown.rests, &shown.strong, &shown.coming, &shown.asked)
        });
        let wide = if shown.drawn.len() > 1 { "heat-maps heat-two" } else { "heat-maps heat-one" };
        view! { <div class=wide>{cards.collect_view()}</div> }.into_any()
    } else {
        view! { <p class="utrecht-alert utrecht-alert--info" data-deel="leeg"><span class="utrecht-alert__content">{t("verdieping-nothing-here")}</span></p> }.into_any()
    };
    let notes = shown.rests.first().map(|rest| rest.notes().join(" "));
    view! {
        {choices}
        {maps}
        <div data-deel="onder">
            {take_along(shown)}
            <p class="small soft">{notes}</p>
        </div>
    }
    .into_any()
}

/// What the script puts in the place of what is there.
pub(super) async fn part_json(shown: &Shown) -> Value {
    let label = shown.rests.iter().map(|rest| format!("{}: {}.", rest.label(), rest.sentence()));
    let status = label.collect::<Vec<_>>().join(" ");
    let part = part(shown);
    json!({"html": fragment(move || part).await, "status": status})
}

/// What is told of a place, as a part of the page.
pub(super) async fn place_part(shown: &Shown, at: Place, here: place::Here) -> String {
    let panel = place::panel(shown, at, here);
    fragment(move || panel).await
}

/// What each map needs to be moved.
fn live_maps(shown: &Shown) -> Value {
    if !shown.shows() {
        return json!([]);
    }
    let area = &shown.source.area;
    let map = |at: usize| {
        let mut options = map_options(area);
        options.labels.map = tv("verdieping-map", &[("n", (at + 1).into())]);
        json!({"section": section(at), "map": options})
    };
    shown.drawn.iter().map(|drawn| map(drawn.at)).collect()
}

/// Files of what is shown, for other programs.
fn take_along(shown: &Shown) -> impl IntoView + use<> {
    let (id, asked) = (&shown.source.traject.id, &shown.asked);
    let rows = shown.rests.iter().filter(|rest| rest.voices.is_some()).map(|rest| {
        let moment = asked.moment.map(|moment| format!("&moment={moment}")).unwrap_or_default();
        let links = ["png", "geojson", "vakken.geojson", "tif", "json"].into_iter().map(|form| {
            let href = format!(
                "/api/v1/trajects/{id}/layers/{}/{}.{form}?bandwidth={}{moment}",
                rest.theme, rest.kind, asked.grain
            );
            let name = format!("{}-{}.{form}", rest.theme, rest.kind);
            let label = format!("{}: {}", rest.label(), t(&format!("verdieping-form-{}", form.replace('.', "-"))));
            view! { <li><a class="utrecht-link" href=href download=name aria-label=label>{t(&format!("verdieping-form-{}", form.replace('.', "-")))}</a></li> }
        });
        view! { <li><span>{rest.label()}</span><ul class="forms list-plain">{links.collect_view()}</ul></li> }
    });
    let rows = rows.collect::<Vec<_>>();
    let both = asked.with_kind(None).with_beside(false).query();
    let picture = format!("/traject/{id}/beeld.png?{both}");
    let evidence = format!("/traject/{id}/bewijs?{}", LayerQuery { place: None, ..asked.clone() }.query());
    (!rows.is_empty()).then(|| {
        view! {
            <p class="no-print"><a class="utrecht-link" href=evidence>{t("verdieping-as-evidence")}</a></p>
            <details class="card no-print"><summary>{t("verdieping-take")}</summary>
                <p><a class="utrecht-link" href=picture>{t("verdieping-take-picture")}</a></p>
                <p>{t("verdieping-take-lead")}</p>
                <ul class="list-plain stack">{rows}</ul>
            </details>
        }
    })
}

/// Strengths that are one of a kind, by name.
pub(super) fn strong_list(source: &Source, strong: &[StrongPlace], shown: &Shown) -> impl IntoView + use<> {
    let id = &source.traject.id;
    let items = strong.iter().map(|place| {
        let at = Place { lon: place.lon, lat: place.lat };
        let href = format!("{}#plek", shown.asked.at(at).address(id));
        view! { <li><a class="utrecht-link" data-plek="" href=href>{place.name.clone()}</a></li> }
    });
    let items = items.collect::<Vec<_>>();
    strong_section(items)
}

/// As [`strong_list`], for looking only.
pub(super) fn strong_plain(strong: &[StrongPlace]) -> impl IntoView + use<> {
    strong_section(strong.iter().map(|place| view! { <li>{place.name.clone()}</li> }).collect())
}

fn strong_section<V: IntoView + 'static>(items: Vec<V>) -> impl IntoView + use<V> {
    (!items.is_empty()).then(|| {
        view! {
            <section class="strong-places"><h2>{t("verdieping-strong")}</h2>
            <p class="small soft">{t("verdieping-strong-lead")}</p>
            <ul class="list-plain">{items}</ul></section>
        }
    })
}

/// What residents said in their own words, as far as it was approved.
pub(super) fn said<F>(area: &TrajectArea, part: Quoted, address: F) -> impl IntoView + use<F>
where
    F: Fn(Option<&str>) -> String,
{
    let none = part.is_empty().then(|| view! { <p class="soft">{t("verdieping-said-none")}</p> });
    view! { <h2 id="gezegd">{t("verdieping-said")}</h2>{none}{part.view(area, address)} }
}

/// The voices of all layers together; why there are none where there are none.
pub(super) fn totals(totals: Option<(u32, u32)>, released: bool) -> impl IntoView {
    let Some((voices, whole)) = totals else {
        if released {
            return view! { <p>{t("heat-suppressed")}</p> }.into_any();
        }
        return view! { <p class="utrecht-alert utrecht-alert--info"><span class="utrecht-alert__content">{t("verdieping-nothing")}</span></p> }
            .into_any();
    };
    let rests = tv("verdieping-rests-on", &[("voices", voices_label(voices).into())]);
    let whole = (whole > 0).then(|| tv("verdieping-whole", &[("n", whole.into())]));
    view! { <p>{rests}" "{whole}</p> }.into_any()
}
