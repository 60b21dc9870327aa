//! The pages of the agenda.

use axum::response::Response;
use leptos::prelude::*;
use serde_json::json;

use super::{Draft, LONGEST_LINE, LONGEST_WORDS, Point, Status, map, read_place};
use crate::input::pins::{drawing, map_options, near};
use crate::input::session::{Traject, theme_label};
use crate::place::buurt::TrajectArea;
use crate::platform::App;
use crate::platform::texts::{find, t, tv};
use crate::step3::boards::{self, Board, Desk, Late, Notice, Version, parts};
use crate::step3::evidence::{self, Found};
use crate::step3::frame::{self, tabs};
use crate::ui::{Page, is_invented, render, staff_header};

const TAB: &str = "/agenda";

fn trail(traject: &Traject, deep: bool) -> Vec<(String, String)> {
    let mut trail = frame::trail(&traject.id, &traject.title);
    if deep {
        trail.push((t("agenda-title"), format!("/traject/{}/agenda", traject.id)));
    }
    trail
}

fn label(field: &str) -> String {
    find(&format!("agenda-field-{field}"), &[]).unwrap_or_else(|| field.to_owned())
}

fn value(field: &str, value: &str) -> String {
    match (field, value) {
        ("theme", "") => t("boards-theme-none"),
        ("theme", slug) => theme_label(slug),
        ("status", word) => find(&format!("agenda-status-{word}"), &[]).unwrap_or_else(|| word.to_owned()),
        ("quick" | "public", "1") => t("agenda-yes"),
        ("quick" | "public", _) => t("agenda-no"),
        ("plek", "") => t("agenda-whole"),
        ("plek", place) => tv("agenda-at", &[("place", place.to_owned().into())]),
        (_, words) => words.to_owned(),
    }
}

/// The plattegrond with the points on it, and what the script needs to make it move.
fn map(
    area: &TrajectArea,
    points: &[Point],
    spot: Option<crate::place::buurt::Place>,
) -> impl IntoView + use<> {
    let mut options = map_options(area);
    options.labels.map = t("agenda-map");
    let options = json!(options).to_string();
    let stops = map::stops(points).to_string();
    let numbers = map::numbers(points);
    let marks = map::marks(area, &numbers);
    let spot = spot.map(|place| json!([place.lon, place.lat]).to_string());
    view! {
        <div class="heat-map agenda-map" id="kaart" data-map-options=options data-stops=stops data-spot=spot>
            {drawing(area, None)}{marks}<div class="map-live"></div>
            <p class="map-credit small">{area.attribution.clone()}</p>
        </div>
    }
}

/// Every point, on the map and as a list.
pub(super) async fn list(
    app: &App,
    traject: &Traject,
    area: &TrajectArea,
    points: &[Point],
    told: Notice,
) -> Response {
    let title = t("agenda-title");
    let (trail, bar) = (trail(traject, false), tabs(&traject.id, TAB));
    let none = points.is_empty().then(|| view! { <p class="lead">{t("agenda-none")}</p> });
    let map = (!points.is_empty()).then(|| map(area, points, None));
    let items = points.iter().enumerate().map(|(at, point)| item(area, &traject.id, at + 1, point));
    let items = items.collect_view();
    let new = format!("/traject/{}/agenda/nieuw", traject.id);
    let invented = area.invented;
    let page = Page::new(title.clone()).for_staff().with_map().with_script("boards.mjs");
    render(&app.assets, page, move || {
        view! {
            {staff_header(&title, trail)}
            {is_invented(invented)}
            {bar}
            <main id="inhoud" class="page page-wide stack" data-unsaved=t("boards-unsaved") data-drop=t("boards-unsaved-drop")>
                {boards::alerts(told)}
                <p class="lead">{t("agenda-lead")}</p>
                <p><a class="utrecht-button utrecht-button--primary-action" href=new>{t("agenda-new")}</a></p>
                {none}
                <div class="agenda">{map}<ol class="list-plain stack agenda-list">{items}</ol></div>
            </main>
        }
    }).await
}

fn place_words(area: &TrajectArea, point: &Point) -> String {
    let on_the_map = point.place.map(|place| near(area, place));
    let words = Some(point.where_words.clone()).filter(|words| !words.is_empty());
    let parts: Vec<String> = words.into_iter().chain(on_the_map).collect();
    if parts.is_empty() { t("agenda-whole") } else { parts.join(", ") }
}

fn item(area: &TrajectArea, traject: &str, number: usize, point: &Point) -> impl IntoView + use<> {
    let href = Board::Agenda.address(traject, &point.id);
    let facts = facts(area, point);
    let badges = badges(point);
    let rests = tv("assumptions-rests", &[("n", point.evidence.len().into())]);
    let theme = point.theme.as_deref().map(theme_label).map(|theme| format!("{theme} · "));
    let what = point.what.clone();
    view! {
        <li class="card board-row" id=format!("punt-{number}")><h2><span class="agenda-number">{number.to_string()}</span>" "<a class="utrecht-link" href=href>{what}</a></h2>
            <p>{badges}</p>{facts}<p class="small soft">{theme}{rests}</p></li>
    }
}

fn badges(point: &Point) -> impl IntoView + use<> {
    let status = point.status;
    let quick = point.quick_win.then(|| view! { <span class="badge">{t("agenda-quick")}</span>" " });
    let shown = if point.shown_to_residents { "agenda-shown" } else { "agenda-not-shown" };
    view! { <span class=format!("badge status-{status}")>{t(&format!("agenda-status-{status}"))}</span>" "{quick}<span class="soft small">{t(shown)}</span> }
}

/// Where, when, who.
fn facts(area: &TrajectArea, point: &Point) -> impl IntoView + use<> {
    let empty = |words: &str| if words.is_empty() { t("agenda-open") } else { words.to_owned() };
    let rows =
        [("where", place_words(area, point)), ("when", empty(&point.when)), ("who", empty(&point.who))];
    let rows = rows.map(
        |(field, words)| view! { <dt>{t(&format!("agenda-fact-{field}"))}</dt><dd dir="auto">{words}</dd> },
    );
    view! { <dl class="here">{rows}</dl> }
}

/// A new point.
pub(super) async fn new(
    app: &App,
    traject: &Traject,
    area: &TrajectArea,
    id: &str,
    draft: &Draft,
    told: Notice,
) -> Response {
    let title = t("agenda-new");
    let (trail, bar) = (trail(traject, true), tabs(&traject.id, TAB));
    let hidden = view! { <input type="hidden" name="id" value=id.to_owned()/> }.into_any();
    let form = form(traject, area, format!("/traject/{}/agenda", traject.id), "nieuw", hidden, draft);
    let map = map(area, &[], read_place(&draft.plek));
    let invented = area.invented;
    let page = Page::new(title.clone()).for_staff().with_map().with_script("boards.mjs");
    render(&app.assets, page, move || {
        view! {
            {staff_header(&title, trail)}
            {is_invented(invented)}
            {bar}
            <main id="inhoud" class="page page-wide stack" data-unsaved=t("boards-unsaved") data-drop=t("boards-unsaved-drop")>
                {boards::alerts(told)}
                <div class="agenda">{map}{form}</div>
            </main>
        }
    }).await
}

/// Everything that can be said of a point.
fn form(
    traject: &Traject,
    area: &TrajectArea,
    action: String,
    row: &str,
    hidden: AnyView,
    draft: &Draft,
) -> impl IntoView + use<> {
    let statuses = Status::ALL.iter().map(|status| {
        let word = status.word().to_owned();
        (word.clone(), t(&format!("agenda-status-{word}")), draft.status == word)
    });
    let statuses = statuses.collect();
    let row = row.to_owned();
    view! {
        <form method="post" action=action class="stack agenda-form" autocomplete="off" data-bord=row>
            {hidden}
            {parts::area("what", "agenda-field-what", &draft.what, LONGEST_WORDS, Some("agenda-what-hint"))}
            {place_field(area, &draft.plek)}
            {parts::line("where", "agenda-field-where", &draft.where_words, LONGEST_LINE, Some("agenda-where-hint"))}
            {parts::line("when", "agenda-field-when", &draft.when, LONGEST_LINE, Some("agenda-when-hint"))}
            {parts::line("who", "agenda-field-who", &draft.who, LONGEST_LINE, Some("agenda-who-hint"))}
            {parts::theme(&traject.themes, &draft.theme)}
            {parts::tick("quick", "agenda-field-quick", draft.quick_win, Some("agenda-quick-hint"))}
            {parts::one_of("status", "agenda-field-status", statuses)}
            <fieldset class="card public-part"><legend>{t("agenda-public-title")}</legend>
                {parts::tick("public", "agenda-field-public", draft.public, Some("agenda-public-hint"))}
                {parts::area("public_words", "agenda-field-public_words", &draft.public_words, LONGEST_WORDS, Some("agenda-public-words-hint"))}
                {parts::line("public_when", "agenda-field-public_when", &draft.public_when, LONGEST_LINE, Some("agenda-public-when-hint"))}
                {parts::area("public_why", "agenda-field-public_why", &draft.public_why, LONGEST_WORDS, Some("agenda-public-why-hint"))}
            </fieldset>
            <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("boards-save")}</button>
        </form>
    }
}

/// Where: a street or place of the plattegrond, by name; with script also a tap on the map.
fn place_field(area: &TrajectArea, plek: &str) -> impl IntoView + use<> {
    let chosen = read_place(plek);
    let mut known = false;
    let mut named: Vec<(String, String)> = area
        .names
        .all()
        .map(|named| {
            let place = crate::place::buurt::Place { lon: named.lon, lat: named.lat };
            (named.name.clone(), super::place_text(place))
        })
        .collect();
    named.sort();
    named.dedup_by(|a, b| a.0 == b.0);
    let options = named.into_iter().map(|(name, at)| {
        let selected = at == plek;
        known |= selected;
        view! { <option value=at selected=selected>{name}</option> }
    });
    let options = options.collect::<Vec<_>>();
    // What was tapped on the map has no name of its own.
    let tapped = chosen.filter(|_| !known).map(|place| {
        view! { <option value=super::place_text(place) selected data-getikt="">{tv("agenda-tapped", &[("place", near(area, place).into())])}</option> }
    });
    view! {
        <div class="field"><label class="utrecht-form-label" for="plek">{t("agenda-field-plek")}</label>
            <p class="field-hint" id="plek-uitleg">{t("agenda-plek-hint")}</p>
            <select class="select" id="plek" name="plek" aria-describedby="plek-uitleg" data-getikt=t("agenda-tapped-here")>
                <option value="">{t("agenda-whole")}</option>{tapped}{options}
            </select></div>
    }
}

/// What the page of one point shows.
pub(super) struct Row {
    pub found: Point,
    /// What its form shows: the point, or what was typed.
    pub draft: Draft,
    pub evidence: Vec<Found>,
    pub history: Vec<Version>,
    pub told: Notice,
}

/// One point: what it says, what it rests on, changing it, its history.
pub(super) async fn row(app: &App, traject: &Traject, area: &TrajectArea, row: Row) -> Response {
    let Row { found, draft, evidence, history, told } = row;
    let title = t("agenda-title");
    let address = Board::Agenda.address(&traject.id, &found.id);
    let (trail, bar) = (trail(traject, true), tabs(&traject.id, TAB));
    let gone = found.removed.then(|| view! { <p class="utrecht-alert utrecht-alert--info"><span class="utrecht-alert__content">{t("agenda-is-removed")}</span></p> });
    let (what, badges, facts) = (found.what.clone(), badges(&found), facts(area, &found));
    let public = public(&found);
    let rests = rests(&traject.id, &found.id, evidence);
    let history = boards::history_part(&history, label, value);
    let open = !told.wrong.is_empty();
    let version = view! { {parts::version(found.version)} }.into_any();
    let form = form(traject, area, address.clone(), &found.id, version, &draft);
    let map = map(area, &[], read_place(&draft.plek));
    let remove = (!found.removed).then(|| parts::remove(format!("{address}/weg"), found.version));
    let invented = area.invented;
    let page = Page::new(title.clone()).for_staff().with_map().with_script("boards.mjs");
    render(&app.assets, page, move || {
        view! {
            {staff_header(&title, trail)}
            {is_invented(invented)}
            {bar}
            <main id="inhoud" class="page page-wide stack" data-unsaved=t("boards-unsaved") data-drop=t("boards-unsaved-drop")>
                {boards::alerts(told)}
                {gone}
                <h2 class="board-words" dir="auto">{what}</h2>
                <p>{badges}</p>
                {facts}
                {public}
                {rests}
                <details class="card" open=open><summary>{t("boards-edit")}</summary><div class="agenda">{map}{form}</div>{remove}</details>
                <details class="card"><summary>{t("boards-history")}</summary>{history}</details>
            </main>
        }
    }).await
}

/// What residents read of it.
fn public(point: &Point) -> Option<impl IntoView + use<>> {
    point.shown_to_residents.then(|| {
        let lines = [&point.public_words, &point.public_when, &point.public_why];
        let lines = lines.into_iter().filter(|line| !line.is_empty()).cloned();
        let lines = lines.map(|line| view! { <p class="typed">{line}</p> }).collect_view();
        view! { <section class="card" aria-labelledby="bewoners"><h2 id="bewoners">{t("agenda-public-read")}</h2>{lines}</section> }
    })
}

fn rests(traject: &str, row: &str, list: Vec<Found>) -> impl IntoView + use<> {
    let picker = format!("/traject/{traject}/bewijs/{}/{row}", Board::Agenda);
    let away = format!("{picker}/weg");
    view! {
        <section class="card stack" aria-labelledby="bewijs"><h2 id="bewijs">{t("evidence-title")}</h2>
            {evidence::list(list, Some(&away))}
            <p class="small soft">{t("agenda-evidence-hint")}</p>
            <p><a class="utrecht-button utrecht-button--secondary-action" href=picker>{t("evidence-add")}</a></p>
        </section>
    }
}

/// Somebody else was first.
pub(super) async fn late(app: &App, traject: &Traject, action: String, late: &Late) -> Response {
    let desk = Desk {
        traject: traject.id.clone(),
        title: t("agenda-title"),
        trail: trail(traject, true),
        tab: TAB,
        action,
        label,
        value,
        written: &["what", "where", "when", "who", "public_words", "public_when", "public_why"],
    };
    boards::late_page(app, desk, late).await
}
