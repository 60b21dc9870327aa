//! The forms and the list as pages: for a keyboard, a screen reader, a browser without WebAssembly.

use axum::response::Response;
use form_urlencoded::Serializer;
use leptos::prelude::*;

use super::listing::Listed;
use super::page::{icon, theme_label};
use super::{LONGEST_TEXT, MOST_PEOPLE, PICTURE_WORDS, Place};
use crate::buurt::TrajectArea;
use crate::platform::App;
use crate::session::{Kind, Moment, Wijksessie};
use crate::ui::texts::{t, tv};
use crate::ui::{Page, escape, footer, header, render};

const MOST_FOUND: usize = 30;

/// A place that was chosen, with its name where it has one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Chosen {
    pub place: Option<Place>,
    pub name: Option<String>,
}

/// What a form shows: empty at first, what was sent when something was not right.
#[derive(Debug, Default)]
pub(super) struct FormView {
    pub search: String,
    pub chosen: Option<Chosen>,
    pub id: String,
    pub kind: String,
    pub words: Vec<String>,
    pub text: String,
    pub theme: String,
    pub moment: String,
    pub problems: Vec<String>,
}

/// Place a pin without the map.
pub(super) fn form(app: &App, session: &Wijksessie, area: &TrajectArea, view: &FormView) -> Response {
    let title = t("form-title");
    let action = format!("/s/{}/formulier", session.code);
    let place = place_part(&action, area, view);
    let rest = view.chosen.is_some().then(|| fields(app, session, view, &action, "form-submit").into_any());
    let problems = problems(&view.problems);
    page(app, session, area, title, move || view! { {problems} {place} {rest} })
}

/// Change a pin without the map.
pub(super) fn edit(app: &App, session: &Wijksessie, area: &TrajectArea, view: &FormView) -> Response {
    let action = format!("/s/{}/stip/{}", session.code, view.id);
    let fields = fields(app, session, view, &action, "form-save");
    let problems = problems(&view.problems);
    page(app, session, area, t("board-change-title"), move || view! { {problems} {fields} })
}

pub(super) fn page<V: IntoView + 'static>(
    app: &App,
    session: &Wijksessie,
    area: &TrajectArea,
    title: String,
    content: impl FnOnce() -> V + 'static,
) -> Response {
    let (code, session_title, invented) = (session.code.clone(), session.title.clone(), area.invented);
    render(&app.assets, Page::new(format!("{title} · {session_title}")), move || {
        view! {
            {header(&session_title, invented)}
            <main id="inhoud" class="page">
                <h2>{title}</h2>
                {content().into_any()}
                <nav class="row" aria-label=t("board-other")>
                    <a class="utrecht-link" href=format!("/s/{code}")>{t("list-to-map")}</a>
                    <a class="utrecht-link" href=format!("/s/{code}/lijst")>{t("board-list-link")}</a>
                    <a class="utrecht-link" href=format!("/s/{code}/formulier")>{t("list-new")}</a>
                </nav>
            </main>
            {footer()}
        }
    })
}

fn problems(list: &[String]) -> Option<impl IntoView + use<>> {
    let list = list.to_vec();
    (!list.is_empty()).then(|| {
        let lines = list.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
        view! {
            <div class="utrecht-alert utrecht-alert--error" role="alert">
                <div class="utrecht-alert__content">{lines}</div>
            </div>
        }
    })
}

fn place_part(action: &str, area: &TrajectArea, view: &FormView) -> AnyView {
    if let Some(chosen) = &view.chosen {
        let name = match (&chosen.name, chosen.place) {
            (Some(name), _) => name.clone(),
            (None, None) => t("list-whole"),
            (None, Some(place)) => near(area, place),
        };
        let other = action.to_owned();
        return view! {
            <p class="utrecht-alert utrecht-alert--info">
                <span class="utrecht-alert__content">{tv("form-chosen", &[("place", name.into())])}" "
                <a class="utrecht-link" href=other>{t("form-other-place")}</a></span>
            </p>
        }
        .into_any();
    }
    let searched = !view.search.trim().is_empty();
    let found: Vec<_> = if searched {
        area.names.search(&view.search).into_iter().take(MOST_FOUND).cloned().collect()
    } else {
        Vec::new()
    };
    let none = (searched && found.is_empty()).then(|| view! { <p role="status">{t("form-search-none")}</p> });
    let results = (!found.is_empty()).then(|| {
        let links = found.into_iter().map(|named| {
            let query =
                [("plek", format!("{:.6},{:.6}", named.lon, named.lat)), ("naam", named.name.clone())];
            view! { <li><a href=format!("{action}?{}", Serializer::new(String::new()).extend_pairs(query).finish())>{named.name}</a></li> }
        });
        view! { <p role="status">{t("form-results")}</p><ul class="results">{links.collect_view()}</ul> }
    });
    let (action, search, whole) = (action.to_owned(), view.search.clone(), format!("{action}?plek=buurt"));
    view! {
        <h3>{t("form-where")}</h3>
        <form method="get" action=action>
            <label class="field">
                <span class="utrecht-form-label">{t("form-search")}</span>
                <input dir="auto" class="utrecht-textbox" type="search" name="zoek" value=search autocomplete="off"/>
            </label>
            <button class="utrecht-button utrecht-button--primary-action" type="submit">{t("form-search-button")}</button>
            " "
            <a class="utrecht-button utrecht-button--secondary-action" href=whole>{t("form-whole")}</a>
        </form>
        {none}
        {results}
    }
    .into_any()
}

/// The street or place of the plattegrond nearest to a place.
pub fn near(area: &TrajectArea, place: Place) -> String {
    area.nearest(place).map_or_else(
        || t("form-chosen-tap"),
        |named| tv("list-near", &[("place", named.name.clone().into())]),
    )
}

fn fields(
    app: &App,
    session: &Wijksessie,
    view: &FormView,
    action: &str,
    submit: &'static str,
) -> impl IntoView + use<> {
    let sprite = app.assets.url("icons.svg");
    let place = view.chosen.as_ref().and_then(|chosen| chosen.place);
    let plek = place.map_or("buurt".to_owned(), |place| format!("{},{}", place.lon, place.lat));
    let naam = view.chosen.as_ref().and_then(|chosen| chosen.name.clone()).unwrap_or_default();
    let kinds =
        Kind::ALL.iter().map(|&kind| kind_card(&sprite, kind, view.kind == kind.word())).collect_view();
    let new = submit == "form-submit";
    let words = new.then(|| words_part(&sprite, &view.words));
    let people = (new && session.tables).then(people_part);
    let more = more_part(session, view);
    // A browser takes the first line break of a textarea away.
    let text = format!("\n{}", escape(&view.text));
    let (id, action) = (view.id.clone(), action.to_owned());
    view! {
        <form method="post" action=action>
            <input type="hidden" name="id" value=id/>
            <input type="hidden" name="plek" value=plek/>
            <input type="hidden" name="naam" value=naam/>
            <fieldset class="fieldset"><legend>{t("form-what")}</legend><div class="radio-cards">{kinds}</div></fieldset>
            <h3>{t("form-words")}</h3>
            {words}
            <div class="field">
                <label class="utrecht-form-label" for="woorden">{t("board-words-label")}</label>
                <textarea dir="auto" class="utrecht-textarea" id="woorden" name="text" rows="3" autocomplete="off"
                    maxlength=LONGEST_TEXT.to_string() aria-describedby="uitleg" inner_html=text></textarea>
                <p class="field-hint" id="uitleg">{t("board-words-hint")}</p>
            </div>
            {people}
            {more}
            <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t(submit)}</button>
        </form>
    }
}

fn kind_card(sprite: &str, kind: Kind, checked: bool) -> impl IntoView + use<> {
    let more = crate::ui::texts::find(&format!("session-kind-{kind}.more"), &[]);
    let picture = icon(sprite, &format!("stip-{kind}"));
    view! {
        <label class=format!("radio-card kind-{kind}")>
            <input type="radio" name="kind" value=kind.word() required checked=checked/>
            {picture}
            <span>{t(&format!("session-kind-{kind}"))}{more.map(|more| view! { " "<small class="soft">{more}</small> })}</span>
        </label>
    }
}

fn words_part(sprite: &str, chosen: &[String]) -> impl IntoView + use<> {
    let chips = PICTURE_WORDS.iter().map(|&(word, picture)| {
        let label = t(&format!("pins-word-{word}"));
        let checked = chosen.contains(&label);
        let picture = icon(sprite, picture);
        view! {
            <li><label class="chip">
                <input type="checkbox" name="woord" value=label.clone() checked=checked/>{picture}{label}
            </label></li>
        }
    });
    view! { <fieldset class="fieldset"><legend>{t("form-pictures")}</legend><ul class="chips">{chips.collect_view()}</ul></fieldset> }
}

fn people_part() -> impl IntoView {
    let options = (1..=MOST_PEOPLE).map(|n| view! { <option value=n.to_string()>{n.to_string()}</option> });
    view! {
        <label class="field"><span class="utrecht-form-label">{t("board-people")}</span>
            <select class="select" name="people">{options.collect_view()}</select></label>
    }
}

/// What residents are told before they choose a sensitive theme.
pub(super) fn front_door(session: &Wijksessie) -> Option<String> {
    let themes: Vec<_> = session.sensitive.iter().map(|slug| theme_label(slug)).collect();
    (!themes.is_empty()).then(|| tv("pins-front-door", &[("themes", themes.join(", ").into())]))
}

fn more_part(session: &Wijksessie, view: &FormView) -> impl IntoView + use<> {
    let theme = view.theme.clone();
    let themes = session.themes.clone().into_iter().map(move |slug| {
        let label = theme_label(&slug);
        let selected = slug == theme;
        view! { <option value=slug selected=selected>{label}</option> }
    });
    let chosen = view.moment.clone();
    let moments = Moment::ALL.iter().map(move |&moment| {
        let label = t(&format!("session-moment-{moment}"));
        let selected = moment.word() == chosen;
        view! { <option value=moment.word() selected=selected>{label}</option> }
    });
    view! {
        <h3>{t("form-more")}</h3>
        <label class="field"><span class="utrecht-form-label">{t("form-theme")}</span>
            <select class="select" name="theme"><option value="">{t("board-theme-none")}</option>{themes.collect_view()}</select>
            {front_door(session).map(|told| view! { <span class="field-hint">{told}</span> })}</label>
        <label class="field"><span class="utrecht-form-label">{t("form-moment")}</span>
            <select class="select" name="moment"><option value="">{t("form-moment-none")}</option>{moments.collect_view()}</select></label>
    }
}

/// A photo at one's own pin, by form.
pub(super) fn photo(
    app: &App,
    session: &Wijksessie,
    area: &TrajectArea,
    listed: &Listed,
    new: uuid::Uuid,
) -> Response {
    let action = format!("/s/{}/stip/{}/foto?nieuw={new}", session.code, listed.id);
    let text = listed.pin.text.clone();
    page(app, session, area, t("photo-page-title"), move || {
        view! {
            <p class="pin-text" dir="auto">{text}</p>
            <p>{t("photos-ask-first")}</p>
            <p>{t("board-words-hint")}</p>
            <form method="post" action=action enctype="multipart/form-data">
                <label class="field"><span class="utrecht-form-label">{t("photo-page-button")}</span>
                    <input class="utrecht-textbox" type="file" name="photo" accept="image/jpeg,image/png,image/webp" required/></label>
                <label class="field"><span class="utrecht-form-label">{t("board-photo-caption")}</span>
                    <input dir="auto" class="utrecht-textbox" type="text" name="caption" maxlength="500" autocomplete="off"/></label>
                <p><label class="tick"><input type="checkbox" name="poster" value="1"/><span>{t("board-photo-poster")}</span></label></p>
                <button class="utrecht-button utrecht-button--primary-action" type="submit">{t("form-save")}</button>
            </form>
        }
    })
}
