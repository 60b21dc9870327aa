//! The pages of what is coming.

use axum::response::Response;
use form_urlencoded::Serializer;
use leptos::prelude::*;
use serde_json::json;

use super::{Coming, Draft, Kind, LONGEST_WORDS, marks, when};
use crate::input::pins::{drawing, drawing_to, map_options};
use crate::input::session::Traject;
use crate::place::buurt::TrajectArea;
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::frame;
use crate::ui::{Page, escape, is_invented, render, staff_header};

/// Most places that a search shows.
const MOST_FOUND: usize = 30;

/// Something that is being written down.
pub(super) struct Editing<'a> {
    pub draft: &'a Draft,
    /// What is searched.
    pub search: Option<&'a str>,
    /// Its id and version, where it is there already.
    pub known: Option<(&'a str, i64)>,
    /// What stands there now, for who comes second.
    pub now: Option<&'a Coming>,
    /// It was refused: what is wrong is put beside its fields.
    pub again: bool,
}

impl Default for Editing<'_> {
    fn default() -> Self {
        static EMPTY: Draft = Draft {
            kind: String::new(),
            title: String::new(),
            words: String::new(),
            source: String::new(),
            place: None,
            place_name: String::new(),
            starts_on: String::new(),
            ends_on: String::new(),
        };
        Self { draft: &EMPTY, search: None, known: None, now: None, again: false }
    }
}

/// The plattegrond with what is coming; a tap leads to `address`.
fn map(area: &TrajectArea, all: &[Coming], address: &str) -> impl IntoView + use<> {
    let [width, height] = area.projection.size();
    let mut options = map_options(area);
    options.labels.map = t("coming-map");
    let options = json!(options).to_string();
    let marks = marks(all, area.projection);
    let (drawing, address, credit) =
        (drawing_to(area, Some(&format!("{address}?plek="))), address.to_owned(), area.attribution.clone());
    view! {
        <div class="heat-map coming-map" id="kaart" data-map-options=options data-to=address>
            {drawing}
            <svg class="map-drawing map-over" aria-hidden="true" focusable="false" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMid meet">{marks}</svg>
            <div class="map-live"></div>
        </div>
        <p class="small soft">{credit}</p>
    }
}

pub(super) async fn list(app: &App, traject: &Traject, area: &TrajectArea, all: &[Coming]) -> Response {
    let title = t("coming-title");
    let mut page = Page::new(title.clone()).for_staff().with_map().with_script("coming.mjs");
    page.preload.push(area.ground_url());
    let base = format!("/traject/{}/plannen", traject.id);
    let new = format!("{base}/nieuw");
    let map = map(area, all, &new);
    let none = all.is_empty().then(|| view! { <p class="utrecht-alert utrecht-alert--info"><span class="utrecht-alert__content">{t("coming-none")}</span></p> });
    let items = all.iter().map(|one| item(&base, one)).collect_view();
    let (trail, bar, invented) =
        (frame::trail(&traject.id, &traject.title), frame::tabs(&traject.id, "/plannen"), area.invented);
    render(&app.assets, page, move || {
        view! {
            {staff_header(&title, trail)}
            {is_invented(invented)}
            {bar}
            <main id="inhoud" class="page page-wide stack">
                <p class="lead">{t("coming-lead")}</p>
                <p class="no-print"><a class="utrecht-button utrecht-button--primary-action" href=new>{t("coming-new")}</a>" "<span class="soft">{t("coming-tap")}</span></p>
                <div class="coming-beside">
                    <div>{map}</div>
                    <div>{none}<ol class="coming-numbers stack">{items}</ol></div>
                </div>
            </main>
        }
    }).await
}

fn item(base: &str, one: &Coming) -> impl IntoView + use<> {
    let (edit, away) = (format!("{base}/{}", one.id), format!("{base}/{}/weg", one.id));
    let words =
        (!one.words.is_empty()).then(|| view! { <p class="small" dir="auto">{one.words.clone()}</p> });
    let source = (!one.source.is_empty()).then(|| view! { <p class="small soft">{tv("coming-source-is", &[("source", one.source.clone().into())])}</p> });
    let made = [("who", one.changed_by.clone().into()), ("day", one.changed_at[..10].to_owned().into())];
    let (edit_label, away_label) = (
        tv("coming-edit-of", &[("title", one.title.clone().into())]),
        tv("coming-remove-of", &[("title", one.title.clone().into())]),
    );
    view! {
        <li class="card">
            <h2 class="coming-head"><bdi>{one.title.clone()}</bdi>" "<span class="badge">{t(&format!("coming-kind-{}", one.kind))}</span></h2>
            <p>{when(one)}" · "{one.place_name.clone()}</p>
            {words}{source}
            <p class="small soft">{tv("coming-made", &made)}</p>
            <div class="row no-print">
                <a class="utrecht-button utrecht-button--secondary-action" href=edit aria-label=edit_label>{t("coming-edit")}</a>
                <form method="post" action=away><input type="hidden" name="version" value=one.version.to_string()/>
                    <button class="utrecht-button utrecht-button--subtle" type="submit" aria-label=away_label>{t("coming-remove")}</button></form>
            </div>
        </li>
    }
}

/// Where: by a tap, or by the name of a street or place.
fn place_part(action: &str, area: &TrajectArea, editing: &Editing<'_>) -> AnyView {
    let searched = editing.search.filter(|text| !text.trim().is_empty());
    let found: Vec<_> = searched
        .map(|text| area.names.search(text).into_iter().take(MOST_FOUND).cloned().collect())
        .unwrap_or_default();
    let none = (searched.is_some() && found.is_empty())
        .then(|| view! { <p role="status">{t("coming-search-none")}</p> });
    let links = found.into_iter().map(|named| {
        let query = [("plek", format!("{:.6},{:.6}", named.lon, named.lat)), ("naam", named.name.clone())];
        let href = format!("{action}?{}", Serializer::new(String::new()).extend_pairs(query).finish());
        view! { <li><a href=href>{named.name}</a></li> }
    });
    let links = links.collect::<Vec<_>>();
    let results = (!links.is_empty()).then(|| view! { <ul class="results">{links}</ul> });
    let chosen = editing.draft.place.map(|_| {
        view! { <p class="utrecht-alert utrecht-alert--info"><span class="utrecht-alert__content">{tv("coming-chosen", &[("place", editing.draft.place_name.clone().into())])}</span></p> }
    });
    let (action, search) = (action.to_owned(), editing.search.unwrap_or_default().to_owned());
    view! {
        <section class="card stack" aria-labelledby="waar"><h2 id="waar">{t("coming-where")}</h2>
            {chosen}
            <p class="soft">{t("coming-where-hint")}</p>
            <form method="get" action=action class="row">
                <label class="field"><span class="utrecht-form-label">{t("coming-search")}</span>
                    <input dir="auto" class="utrecht-textbox" type="search" name="zoek" value=search autocomplete="off"/></label>
                <button class="utrecht-button utrecht-button--secondary-action" type="submit">{t("coming-search-button")}</button>
            </form>
            {none}{results}
        </section>
    }
    .into_any()
}

fn field(name: &'static str, label: &str, hint: Option<&str>, value: &str) -> impl IntoView + use<> {
    let (label, value) = (t(label), value.to_owned());
    let hint = hint.map(|hint| view! { <span class="field-hint">{t(hint)}</span> });
    view! {
        <label class="field"><span class="utrecht-form-label">{label}</span>{hint}
            <input dir="auto" class="utrecht-textbox" name=name value=value maxlength="200" autocomplete="off"/></label>
    }
}

fn fields(action: &str, editing: &Editing<'_>) -> impl IntoView + use<> {
    let draft = editing.draft;
    let kinds = Kind::ALL.iter().map(|kind| {
        let selected = draft.kind == kind.word();
        view! { <option value=kind.word() selected=selected>{t(&format!("coming-kind-{kind}"))}</option> }
    });
    let kinds = kinds.collect_view();
    let place = draft.place.map(|place| format!("{:.6},{:.6}", place.lon, place.lat)).unwrap_or_default();
    let (name, words, action) = (draft.place_name.clone(), escape(&draft.words), action.to_owned());
    let version = editing
        .known
        .map(|(_, version)| view! { <input type="hidden" name="version" value=version.to_string()/> });
    view! {
        <form method="post" action=action class="card stack" autocomplete="off">
            <h2>{t("coming-what")}</h2>
            {version}
            <input type="hidden" name="plek" value=place/>
            <input type="hidden" name="naam" value=name/>
            <label class="field"><span class="utrecht-form-label">{t("coming-kind")}</span><select class="select" name="kind">{kinds}</select></label>
            {field("title", "coming-name", Some("coming-name-hint"), &draft.title)}
            <div class="form-grid">
                {field("starts_on", "coming-starts", Some("coming-starts-hint"), &draft.starts_on)}
                {field("ends_on", "coming-ends", Some("coming-ends-hint"), &draft.ends_on)}
            </div>
            <label class="field"><span class="utrecht-form-label">{t("coming-words")}</span>
                <textarea dir="auto" class="utrecht-textarea" name="words" rows="4" maxlength=LONGEST_WORDS.to_string() autocomplete="off" inner_html=words></textarea></label>
            {field("source", "coming-source", Some("coming-source-hint"), &draft.source)}
            <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("coming-save")}</button>
        </form>
    }
}

pub(super) async fn edit(
    app: &App,
    traject: &Traject,
    area: &TrajectArea,
    editing: &Editing<'_>,
) -> Response {
    let title = t(if editing.known.is_some() { "coming-edit-title" } else { "coming-new" });
    let mut page = Page::new(title.clone()).for_staff().with_map().with_script("coming.mjs");
    page.preload.push(area.ground_url());
    let base = format!("/traject/{}/plannen", traject.id);
    let action = editing.known.map_or_else(|| format!("{base}/nieuw"), |(id, _)| format!("{base}/{id}"));
    let now = editing.now.map(|now| {
        let words = [("title", now.title.clone().into()), ("when", when(now).into()), ("words", now.words.clone().into()), ("who", now.changed_by.clone().into())];
        view! { <div class="utrecht-alert utrecht-alert--warning" role="alert"><div class="utrecht-alert__content">
            <p>{t("coming-second")}</p><p>{tv("coming-stands", &words)}</p></div></div> }
    });
    let spot = editing.draft.place.map(|place| json!([place.lon, place.lat]).to_string());
    let (place, fields) = (place_part(&action, area, editing), fields(&action, editing));
    // What was typed already would be lost by going to another address.
    let map = if !editing.again && editing.now.is_none() {
        let map = map(area, &[], &action);
        view! { <div data-spot=spot>{map}</div> }.into_any()
    } else {
        view! { <div class="heat-map">{drawing(area, None)}</div> }.into_any()
    };
    let mut trail = frame::trail(&traject.id, &traject.title);
    trail.push((t("coming-title"), base));
    let (bar, invented) = (frame::tabs(&traject.id, "/plannen"), area.invented);
    render(&app.assets, page, move || {
        view! {
            {staff_header(&title, trail)}
            {is_invented(invented)}
            {bar}
            <main id="inhoud" class="page page-wide stack">
                {now}
                <div class="coming-beside"><div>{map}</div><div class="stack">{place}{fields}</div></div>
            </main>
        }
    })
    .await
}
