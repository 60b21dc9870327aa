//! The page at the table: a released layer or the draft agenda on the left, on the right what residents say of it.

use axum::response::Response;
use leptos::prelude::*;
use serde_json::json;
use uuid::Uuid;

use super::labels::label;
use super::service::{Laid, Own};
use super::{About, LONGEST_WORDS, Says};
use crate::input::pins::{credit, drawing, drawing_to, leftovers, map_options, near};
use crate::input::session::Wijksessie;
use crate::place::buurt::{Place, TrajectArea};
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::agenda::{self, Point};
use crate::step3::boards::FormValues;
use crate::ui::{Page, TurnEnd, escape, footer, header, render};

/// Most streets and places to choose from without a map.
const MOST_PLACES: usize = 80;

/// What the page shows.
pub(super) struct Table {
    pub laid: Laid,
    /// One's own answers.
    pub own: Vec<Own>,
    /// An id for each form: the one about a place, then one for each point.
    pub ids: Vec<Uuid>,
    pub about: About,
    /// The place that was chosen.
    pub place: Option<Place>,
    pub done: Option<&'static str>,
    /// What was typed and could not be kept, and why.
    pub typed: FormValues,
    pub wrong: Vec<String>,
}

/// The page of a teruglegging that is not open.
pub(super) async fn closed(app: &App, session: &Wijksessie) -> Response {
    let (title, code) = (session.title.clone(), session.code.clone());
    render(&app.assets, Page::new(title.clone()), move || {
        view! {
            {header(&title, false)}
            <main id="inhoud" class="page stack">
                <h2>{t("problem-session-closed")}</h2><p class="lead">{t("teruglegging-closed")}</p>
                <p><a class="utrecht-button utrecht-button--secondary-action" href=format!("/s/{code}/terug")>{t("board-receipt-link")}</a></p>
            </main>
            {footer()}
        }
    }).await
}

/// The page.
pub(super) async fn table(app: &App, session: &Wijksessie, table: &Table) -> Response {
    let (title, code) = (session.title.clone(), session.code.clone());
    let area = table.laid.layers.source.area.clone();
    let end = TurnEnd::writing(&code, session.turn_pause());
    let told = end.told();
    let mut page = Page::new(title.clone())
        .with_layout("tafel-page")
        .with_map()
        .with_script("teruglegging.mjs")
        .of_turn(end);
    page.preload.push(area.ground_url());
    let map = map(&code, &area, table);
    let tabs = tabs(&code, table.about);
    let done = table.done.map(|key| view! {
        <div class="utrecht-alert utrecht-alert--ok" role="status"><div class="utrecht-alert__content"><p>{t(key)}</p></div></div>
    });
    let wrong = (!table.wrong.is_empty()).then(|| {
        let lines = table.wrong.iter().map(|line| view! { <p>{line.clone()}</p> }).collect_view();
        view! { <div class="utrecht-alert utrecht-alert--error" role="alert"><div class="utrecht-alert__content">{lines}</div></div> }
    });
    let panel = if table.about == About::Punt {
        points(&code, &area, table)
    } else {
        place_panel(&code, &area, table)
    };
    let own = own(&code, &area, &table.laid.points, &table.own);
    let invented = area.invented;
    let promise = session.promise.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    render(&app.assets, page, move || {
        view! {
            {header(&title, invented)}
            <main id="inhoud" class="tafel" data-code=code.clone() data-sent=t("teruglegging-given")
                data-waits=t("teruglegging-waits") data-unkept=t("board-unkept") data-place=t("teruglegging-place-tapped")
                data-choose=t("teruglegging-wrong-says") data-missing=t("teruglegging-wrong-missing")>
                {map}
                <section class="tafel-panel" aria-label=t("teruglegging-panel")>
                    <div class="panel-body">
                        <h2>{t("teruglegging-title")}</h2>
                        <p>{t("teruglegging-lead")}</p>
                        {told}
                        <details class="promise"><summary>{t("board-promise")}</summary>{promise}</details>
                        {tabs}
                        {done}{wrong}
                        <p id="stand" role="status"></p>
                        {panel}
                        {own}
                        {leftovers(&code)}
                        <form method="post" action=format!("/s/{code}/klaar")><button class="utrecht-button utrecht-button--primary-action big wide" type="submit">{t("form-done")}</button></form>
                    </div>
                    <nav class="panel-links" aria-label=t("board-other")><a class="utrecht-link" href=format!("/s/{code}/terug")>{t("board-receipt-link")}</a></nav>
                </section>
            </main>
            {footer()}
        }
    }).await
}

/// The plattegrond with what is laid before people. A square of it is a link, so a tap works without script.
fn map(code: &str, area: &TrajectArea, table: &Table) -> impl IntoView + use<> {
    let mut options = map_options(area);
    options.labels.map =
        t(if table.about == About::Punt { "agenda-map-residents" } else { "teruglegging-map" });
    let options = json!(options).to_string();
    let [width, height] = area.projection.size();
    let spot = table.place.map(|place| json!([place.lon, place.lat]).to_string());
    let credit = credit(&area.attribution);
    if table.about == About::Punt {
        let numbers = agenda::numbers(&table.laid.points);
        let stops = json!({"line": [], "stops": numbers.iter().map(|(number, place)| {
            json!({"number": number, "lon": place.lon, "lat": place.lat, "label": tv("agenda-number", &[("n", (*number).into())])})
        }).collect::<Vec<_>>()});
        return view! {
            <section class="tafel-map" id="kaart" data-map-options=options data-stops=stops.to_string()>
                {drawing(area, None)}{agenda::marks(area, &numbers)}<div class="map-live"></div>{credit}
            </section>
        }
        .into_any();
    }
    let shown = table.laid.layers.map(table.about.word());
    let (patterns, paths) = shown.map(|shown| (shown.patterns, shown.paths)).unwrap_or_default();
    let dot = table.place.map(|place| {
        let [x, y] = area.projection.to_svg(place.lon, place.lat);
        view! { <circle class="drawn-pin drawn-draft map-static" cx=format!("{x:.0}") cy=format!("{y:.0}") r="26"></circle> }
    });
    let to = format!("/s/{code}?kaart={}&plek=", table.about);
    view! {
        <section class="tafel-map" id="kaart" data-map-options=options data-tik="" data-spot=spot>
            <svg class="visually-hidden" width="0" height="0" aria-hidden="true" focusable="false"><defs inner_html=patterns></defs></svg>
            {drawing_to(area, Some(&to))}
            <svg class="map-drawing map-over" aria-hidden="true" focusable="false" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMid meet">
                <g inner_html=paths></g>{dot}
            </svg>
            <div class="map-live"></div>
            {credit}
        </section>
    }
    .into_any()
}

/// Strengths first, then what can be better, then what the team wants to do.
fn tabs(code: &str, here: About) -> impl IntoView + use<> {
    let tabs = About::ALL.iter().map(|about| {
        let current = (*about == here).then_some("page");
        view! { <a class="tab" href=format!("/s/{code}?kaart={about}") aria-current=current>{t(&format!("teruglegging-tab-{about}"))}</a> }
    });
    view! { <nav class="tabs" aria-label=t("teruglegging-tabs")>{tabs.collect_view()}</nav> }
}

/// A map: what it rests on, choosing a place, and saying whether it is right there.
fn place_panel(code: &str, area: &TrajectArea, table: &Table) -> AnyView {
    let about = table.about;
    let shown = table.laid.layers.map(about.word());
    let legend = shown.map(|shown| {
        view! { <section class="stack" aria-label=t("verdieping-legend")><h3>{shown.label}</h3><p class="small">{shown.sentence}</p><div class="heat-legend">{shown.legend}</div></section> }
    });
    let heading = table.place.map(|place| {
        let word = table.laid.layers.at(about.word(), place).map(|(word, _)| word).unwrap_or_default();
        tv("teruglegging-here", &[("place", near(area, place).into()), ("word", word.into())])
    });
    let hidden = table.place.is_none();
    let id = table.ids.first().copied().unwrap_or_default();
    let plek = table.place.map(agenda::place_text).unwrap_or_default();
    let fields = view! { <input type="hidden" name="plek" value=plek/> }.into_any();
    let form = form(code, about, id, fields, &table.typed, "antwoord");
    let names = names(code, area, table);
    view! {
        <p class="lead" id="tik-uitleg">{t("teruglegging-tap")}</p>
        {names}
        <section id="antwoord" class="card stack" aria-labelledby="antwoord-kop" hidden=hidden>
            <h3 id="antwoord-kop" tabindex="-1">{heading}</h3>
            {form}
        </section>
        {legend}
    }
    .into_any()
}

/// The streets and places by name, those where the map shows something first: for a keyboard, a screen reader, a browser without script.
fn names(code: &str, area: &TrajectArea, table: &Table) -> impl IntoView + use<> {
    let about = table.about;
    let mut places: Vec<(bool, String, Place, String)> = Vec::new();
    for named in area.names.all() {
        let place = Place { lon: named.lon, lat: named.lat };
        if let Some((word, shows)) = table.laid.layers.at(about.word(), place) {
            places.push((!shows, named.name.clone(), place, word));
        }
    }
    places.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    places.dedup_by(|a, b| a.1 == b.1);
    places.truncate(MOST_PLACES);
    let links = places.into_iter().map(|(_, name, place, word)| {
        let at = agenda::place_text(place);
        let href = format!("/s/{code}?kaart={about}&plek={at}#antwoord");
        let known = (name.clone(), word.clone());
        view! { <li><a href=href data-plek=at data-naam=known.0 data-woord=known.1>{name}" "<span class="soft small">{word}</span></a></li> }
    });
    view! { <details><summary>{t("teruglegging-choose-place")}</summary><ul class="results">{links.collect_view()}</ul></details> }
}

/// Three answers and a few words.
fn form(
    code: &str,
    about: About,
    id: Uuid,
    fields: AnyView,
    typed: &FormValues,
    key: &str,
) -> impl IntoView + use<> {
    let action = format!("/s/{code}/antwoord");
    let mine = typed.one("id") == id.to_string() || (about != About::Punt && !typed.one("about").is_empty());
    let says = Says::ALL.iter().map(|says| {
        let checked = mine && typed.one("says") == says.word();
        view! { <label class="radio-card"><input type="radio" name="says" value=says.word() checked=checked required/><span>{t(&format!("teruglegging-says-{says}"))}</span></label> }
    });
    let says = says.collect_view();
    let field = format!("woorden-{key}");
    let words = format!("\n{}", if mine { escape(typed.one("words")) } else { String::new() });
    let hint = format!("{field}-uitleg");
    view! {
        <form method="post" action=action class="stack answer-form" autocomplete="off">
            <input type="hidden" name="id" value=id.to_string()/>
            <input type="hidden" name="about" value=about.word()/>
            {fields}
            <fieldset class="fieldset"><legend class="visually-hidden">{t("teruglegging-says")}</legend><div class="radio-cards">{says}</div></fieldset>
            <div class="field"><label class="utrecht-form-label" for=field.clone()>{t("teruglegging-words")}</label>
                <textarea dir="auto" class="utrecht-textarea" id=field name="words" rows="2" maxlength=LONGEST_WORDS.to_string() autocomplete="off" aria-describedby=hint.clone() inner_html=words></textarea>
                <p class="field-hint" id=hint>{t("board-words-hint")}</p></div>
            <button class="utrecht-button utrecht-button--primary-action" type="submit">{t("teruglegging-send")}</button>
        </form>
    }
}

/// What the team wants to do, point by point.
fn points(code: &str, area: &TrajectArea, table: &Table) -> AnyView {
    let points = &table.laid.points;
    let none = points.is_empty().then(|| view! { <p class="lead">{t("teruglegging-no-points")}</p> });
    let items = points.iter().enumerate().map(|(at, point)| {
        let id = table.ids.get(at + 1).copied().unwrap_or_default();
        let fields = view! { <input type="hidden" name="punt" value=point.id.clone()/> }.into_any();
        let form = form(code, About::Punt, id, fields, &table.typed, &(at + 1).to_string());
        let place = point.place.map(|place| near(area, place));
        let when = (point.status.is_promised() && !point.public_when.is_empty())
            .then(|| view! { <p><strong>{t("feedback-when")}</strong>" "{point.public_when.clone()}</p> });
        let why = (point.status == agenda::Status::GaatNietDoor && !point.public_why.is_empty())
            .then(|| view! { <p><strong>{t("feedback-why")}</strong>" "{point.public_why.clone()}</p> });
        let heading = format!("punt-kop-{}", at + 1);
        view! {
            <li class="card stack" id=format!("punt-{}", at + 1)><h3 id=heading tabindex="-1">{(at + 1).to_string()}". "<bdi>{point.public_words.clone()}</bdi></h3>
                <p class="small soft">{place}" "<span class=format!("badge status-{}", point.status)>{t(&format!("feedback-status-{}", point.status))}</span></p>
                {when}{why}{form}</li>
        }
    });
    let items = items.collect_view();
    view! { {none}<ol class="list-plain stack">{items}</ol> }.into_any()
}

/// What somebody said, and taking it back.
fn own(code: &str, area: &TrajectArea, points: &[Point], own: &[Own]) -> impl IntoView + use<> {
    let items = own.iter().map(|own| {
        let place = own.answer.place.map(|place| near(area, place));
        let point = own.answer.point.as_ref().and_then(|id| points.iter().find(|point| point.id == *id));
        let place = place.or_else(|| point.map(|point| point.public_words.clone()));
        let words = (!own.answer.words.is_empty()).then(|| view! { <p class="pin-text" dir="auto">{own.answer.words.clone()}</p> });
        view! {
            <li class="stack"><p><strong>{label(&own.answer)}</strong>" "<span class="soft">{place}</span></p>{words}
                <form method="post" action=format!("/s/{code}/antwoord/weg")><input type="hidden" name="id" value=own.id.clone()/>
                    <button class="utrecht-button utrecht-button--subtle" type="submit">{t("teruglegging-take-back")}</button></form></li>
        }
    });
    let items = items.collect::<Vec<_>>();
    let none = items.is_empty().then(|| view! { <p class="soft">{t("teruglegging-own-none")}</p> });
    view! { <section id="antwoorden" class="stack" aria-labelledby="antwoorden-kop"><h3 id="antwoorden-kop">{t("teruglegging-own")}</h3>{none}<ul class="list-plain stack">{items}</ul></section> }
}
