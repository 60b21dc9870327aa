//! The forms and the list as pages: for a keyboard, a screen reader, a browser without WebAssembly.

use axum::response::Response;
use leptos::prelude::*;

use super::form_view::FormView;
use super::listing::Listed;
use super::page::{front_door, icon};
use super::place_part::place_part;
use super::{LONGEST_TEXT, MOST_PEOPLE, PICTURE_WORDS};
use crate::input::session::{Kind, Moment, Wijksessie, theme_label};
use crate::place::buurt::TrajectArea;
use crate::platform::App;
use crate::platform::texts::t;
use crate::ui::{Page, TurnEnd, escape, footer, header, render};

/// Place a pin without the map.
pub(super) async fn form(app: &App, session: &Wijksessie, area: &TrajectArea, view: &FormView) -> Response {
    let title = t("form-title");
    let action = format!("/s/{}/formulier", session.code);
    let place = place_part(&action, area, view);
    let rest = view.chosen.is_some().then(|| fields(app, session, view, &action, "form-submit").into_any());
    let problems = problems(&view.problems);
    let end = TurnEnd::writing(&session.code, session.turn_pause());
    page(app, session, area, (title, end), move || view! { {problems} {place} {rest} }).await
}

/// Change a pin without the map.
pub(super) async fn edit(app: &App, session: &Wijksessie, area: &TrajectArea, view: &FormView) -> Response {
    let action = format!("/s/{}/stip/{}", session.code, view.id);
    let fields = fields(app, session, view, &action, "form-save");
    let problems = problems(&view.problems);
    let end = TurnEnd::writing(&session.code, session.turn_pause());
    page(app, session, area, (t("board-change-title"), end), move || view! { {problems} {fields} }).await
}

pub(super) async fn page<V: IntoView + 'static>(
    app: &App,
    session: &Wijksessie,
    area: &TrajectArea,
    (title, end): (String, TurnEnd),
    content: impl FnOnce() -> V + Send + 'static,
) -> Response {
    let (code, session_title, invented) = (session.code.clone(), session.title.clone(), area.invented);
    let told = end.told();
    render(&app.assets, Page::new(format!("{title} · {session_title}")).of_turn(end), move || {
        view! {
            {header(&session_title, invented)}
            <main id="inhoud" class="page">
                <h2>{title}</h2>
                {told}
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
    .await
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
    let people = (new && session.tables).then(|| people_part(&view.people));
    let more = more_part(session, view);
    // A browser takes the first line break of a textarea away.
    let text = format!("\n{}", escape(&view.text));
    let (id, action) = (view.id.clone(), action.to_owned());
    let other = new.then(|| view! {
        <p><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="stap" value="plek" formnovalidate>{t("form-other-place")}</button></p>
    });
    let typed = (!new).then(|| format!("stip-{id}"));
    let (half, given) = (new.then_some("ja"), view.given.then_some("ja"));
    view! {
        <form method="post" action=action data-half=half data-typed=typed data-given=given>
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
            {other}
        </form>
    }
}

fn kind_card(sprite: &str, kind: Kind, checked: bool) -> impl IntoView + use<> {
    let more = crate::platform::texts::find(&format!("session-kind-{kind}.more"), &[]);
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

fn people_part(chosen: &str) -> impl IntoView + use<> {
    let options = (1..=MOST_PEOPLE).map(|n| {
        let selected = n.to_string() == chosen;
        view! { <option value=n.to_string() selected=selected>{n.to_string()}</option> }
    });
    view! {
        <label class="field"><span class="utrecht-form-label">{t("board-people")}</span>
            <select class="select" name="people">{options.collect_view()}</select></label>
    }
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

/// Asks whether one's own pin is to be taken back: what is gone does not come back.
pub(super) async fn taking_back(
    app: &App,
    session: &Wijksessie,
    area: &TrajectArea,
    listed: &Listed,
) -> Response {
    let (action, back) =
        (format!("/s/{}/stip/{}/weg", session.code, listed.id), format!("/s/{}/lijst", session.code));
    let text = listed.pin.text.clone();
    let end = TurnEnd::reading(&session.code, session.turn_pause());
    page(app, session, area, (t("board-remove-button"), end), move || {
        view! {
            <p class="lead">{t("board-remove-ask")}</p>
            <p class="pin-text" dir="auto">{text}</p>
            <form method="post" action=action class="row">
                <button class="utrecht-button utrecht-button--primary-action utrecht-button--danger" type="submit">{t("board-remove-yes")}</button>
                <a class="utrecht-button utrecht-button--secondary-action" href=back>{t("board-remove-no")}</a>
            </form>
        }
    }).await
}

/// A photo at one's own pin, by form.
pub(super) async fn photo(
    app: &App,
    session: &Wijksessie,
    area: &TrajectArea,
    listed: &Listed,
    new: uuid::Uuid,
) -> Response {
    let action = format!("/s/{}/stip/{}/foto?nieuw={new}", session.code, listed.id);
    let text = listed.pin.text.clone();
    let end = TurnEnd::writing(&session.code, session.turn_pause());
    page(app, session, area, (t("photo-page-title"), end), move || {
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
    }).await
}
