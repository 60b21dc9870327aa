//! The pins as a list: for a keyboard, a screen reader, a browser without WebAssembly. A page at a time.

use axum::response::Response;
use leptos::prelude::*;

use super::form_page::page;
use super::listing::{Listed, Mark, Pages, Part};
use super::page::icon;
use super::place_part::near;
use crate::input::session::{Status, Wijksessie};
use crate::place::buurt::TrajectArea;
use crate::platform::App;
use crate::platform::texts::t;
use crate::ui::TurnEnd;

/// One's own pins with their words, others' where they are.
pub(super) async fn list(
    app: &App,
    session: &Wijksessie,
    area: &TrajectArea,
    pages: Pages,
    said: Option<&'static str>,
) -> Response {
    let sprite = app.assets.url("icons.svg");
    let code = session.code.clone();
    let place = |pin: &Listed| pin.pin.place.map_or_else(|| t("list-whole"), |place| near(area, place));
    let open = session.status == Status::Open;
    let own = pages.own.map(|part| {
        let next = next(&code, part.next.as_ref());
        let none = part.pins.is_empty().then(|| view! { <p>{t("list-mine-none")}</p> });
        let items: Vec<_> =
            part.pins.into_iter().map(|pin| own_item(&sprite, &code, place(&pin), pin, open)).collect();
        let done = format!("/s/{code}/klaar");
        view! {
            <h3>{t("list-mine")}</h3>
            {none}
            <ul class="pin-list">{items}</ul>
            {next}
            <form method="post" action=done>
                <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("form-done")}</button>
            </form>
        }
    });
    let others = pages.others.map(|Part { pins, next: mark }| {
        let next = next(&code, mark.as_ref());
        let none = pins.is_empty().then(|| view! { <p>{t("list-others-none")}</p> });
        let items: Vec<_> = pins.into_iter().map(|pin| other_item(&sprite, place(&pin), pin)).collect();
        view! {
            <h3>{t("list-others")}</h3>
            <p class="soft">{t("list-others-lead")}</p>
            {none}
            <ul class="pin-list">{items}</ul>
            {next}
        }
    });
    let said = said.map(|key| {
        view! {
            <div class="utrecht-alert utrecht-alert--ok" role="status">
                <div class="utrecht-alert__content"><p>{t(key)}</p></div>
            </div>
        }
    });
    let end = TurnEnd::reading(&session.code, session.turn_pause());
    page(app, session, area, (t("list-title"), end), move || view! { {said}{own}{others} }).await
}

/// The way to the pins behind these, where there are more.
fn next(code: &str, mark: Option<&Mark>) -> Option<impl IntoView + use<>> {
    let href = format!("/s/{code}/lijst?na={}", mark?);
    Some(view! { <p><a class="utrecht-link" href=href rel="next">{t("list-next")}</a></p> })
}

fn own_item(sprite: &str, code: &str, place: String, listed: Listed, open: bool) -> impl IntoView + use<> {
    let (id, kind) = (listed.id, listed.pin.kind);
    let pictures = listed.photos.into_iter().map(|photo| {
        let caption = photo.caption.clone();
        view! {
            <li><img class="photo-small" src=photo.url("thumb") alt=photo.caption loading="lazy"/>" "<bdi>{caption}</bdi></li>
        }
    });
    let base = format!("/s/{code}/stip/{id}");
    let actions = open.then(|| {
        view! {
            <div class="row">
                <a class="utrecht-button utrecht-button--secondary-action" href=base.clone()>{t("list-change")}</a>
                <a class="utrecht-button utrecht-button--secondary-action" href=format!("{base}/foto")>{t("list-photo")}</a>
                <form method="post" action=format!("{base}/weg")>
                    <input type="hidden" name="vraag" value="ja"/>
                    <button class="utrecht-button utrecht-button--subtle" type="submit">{t("list-remove")}</button>
                </form>
            </div>
        }
    });
    let picture = icon(sprite, &format!("stip-{kind}"));
    view! {
        <li class=format!("pin-item kind-{kind}") id=format!("stip-{id}")>
            {picture}
            <div>
                <p><strong>{t(&format!("session-kind-{kind}"))}</strong>" "<span class="soft">{place}</span></p>
                <p class="pin-text" dir="auto">{listed.pin.text}</p>
                <ul class="list-plain">{pictures.collect_view()}</ul>
            </div>
            {actions}
        </li>
    }
}

fn other_item(sprite: &str, place: String, listed: Listed) -> impl IntoView + use<> {
    let kind = listed.pin.kind;
    let picture = icon(sprite, &format!("stip-{kind}"));
    let text = listed.words.then(|| view! { <p class="pin-text" dir="auto">{listed.pin.text}</p> });
    view! {
        <li class=format!("pin-item kind-{kind}")>
            {picture}
            <div><p><strong>{t(&format!("session-kind-{kind}"))}</strong>" "<span class="soft">{place}</span></p>{text}</div>
        </li>
    }
}
