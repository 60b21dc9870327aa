//! The view for the projector, and the page to take home.

use axum::response::Response;
use leptos::prelude::*;

use super::json::as_json;
use super::service::Room;
use crate::input::moderation::Quoted;
use crate::input::pins::drawing;
use crate::input::session::{SessionError, Status, Traject, Wijksessie, qr};
use crate::layers::heat::{Contours, Source};
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::verdieping::layer_map;
use crate::ui::{Page, escape, is_invented, render, staff_header};

/// For the projector: the plattegrond, the code, totals, balance, approved words.
///
/// # Errors
/// An address that is too long for a QR code.
pub(super) async fn screen(app: &App, session: &Wijksessie, room: &Room) -> Result<Response, SessionError> {
    let qr = qr(&format!("{}/s/{}", app.public_url, session.code))?;
    let site = app.site().to_owned();
    let [width, height] = room.area.projection.size();
    let (title, code, k) = (session.title.clone(), session.code.clone(), session.k);
    let trail = vec![(t("moderation-to-session"), format!("/sessie/{code}"))];
    let data = escape(&as_json(session, room).to_string());
    let url = format!("/sessie/{code}/scherm.json");
    let (map, invented) = (drawing(&room.area, None), room.area.invented);
    let page = Page::new(title.clone()).for_staff().with_script("live.mjs");
    Ok(render(&app.assets, page, move || {
        view! {
            {staff_header(&title, trail)}
            {is_invented(invented)}
            <main id="inhoud" class="screen" data-url=url data-failed=t("live-failed")>
                <template id="stand" inner_html=data></template>
                <div class="screen-map">
                    {map}
                    <svg class="map-drawing" role="img" aria-label=t("live-map") viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMid meet">
                        <g id="leeg" class="screen-empty"></g><g id="stippen"></g>
                    </svg>
                </div>
                <div class="screen-side">
                    <section class="screen-join" aria-label=t("live-join")>
                        <div class="screen-qr" inner_html=qr></div>
                        <div><p>{tv("session-poster-go", &[("site", site.into())])}</p><p class="join-code">{code}</p></div>
                    </section>
                    <section class="screen-totals" aria-live="off">
                        <p><strong id="aantal-stippen">"0"</strong><span>{t("live-pins")}</span></p>
                        <p><strong id="aantal-mensen">"0"</strong><span>{t("live-people")}</span></p>
                    </section>
                    <section class="screen-balance">
                        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="concerns" width="100" height="8"></rect><rect id="balans" class="strengths" width="50" height="8"></rect></svg>
                        <p><span>{t("live-strengths")}" "<strong id="aantal-sterk">"0"</strong></span><span>{t("live-concerns")}" "<strong id="aantal-beter">"0"</strong></span></p>
                        <p class="small soft">{tv("live-groups", &[("k", k.into())])}</p>
                    </section>
                    <section class="screen-quotes" id="citaten" aria-label=t("live-quotes")></section>
                    <ul class="legend small"><li><span class="swatch swatch-empty" aria-hidden="true"></span>{t("live-empty")}</li></ul>
                    <p id="storing" class="utrecht-alert utrecht-alert--warning" role="status" hidden></p>
                </div>
            </main>
        }
    }).await)
}

/// A4, to print in one click: the layers of this wijksessie, what was said, when people hear more.
pub(super) async fn home(
    app: &App,
    session: &Wijksessie,
    traject: &Traject,
    source: &Source,
    layers: &[Contours],
    said: Quoted,
) -> Response {
    let title = session.title.clone();
    let question = if traject.question.is_empty() { traject.title.clone() } else { traject.question.clone() };
    let maps = layers.iter().enumerate().map(|(at, layer)| {
        view! { <section class="heat-card">{layer_map(source, at, layer)}</section> }
    });
    // Before the release there is no table: a map of this wijksessie by itself would be a second count of the same people.
    let maps = if session.status == Status::Released {
        view! { <div class="home-maps">{maps.collect_view()}</div> }.into_any()
    } else {
        view! { <p class="home-later">{t("live-home-later")}</p> }.into_any()
    };
    let lines = |text: &str| {
        text.lines().map(|line| view! { <p dir="auto">{line.to_owned()}</p> }).collect::<Vec<_>>()
    };
    let (promise, feedback) = (lines(&session.promise), lines(&traject.feedback));
    let feedback = (!feedback.is_empty())
        .then(|| view! { <section><h2>{t("live-home-feedback")}</h2>{feedback}</section> });
    let back =
        tv("live-home-words", &[("address", format!("{}/s/{}/terug", app.public_url, session.code).into())]);
    let none = said.is_empty().then(|| view! { <p>{t("live-home-none")}</p> });
    let here = format!("/sessie/{}/thuis", session.code);
    let said = said.view(&source.area, move |mark| match mark {
        Some(mark) => format!("{here}?na={mark}#gezegd"),
        None => format!("{here}#gezegd"),
    });
    let (credit, k, invented) = (source.area.attribution.clone(), traject.k, source.area.invented);
    let trail = vec![(t("moderation-to-session"), format!("/sessie/{}", session.code))];
    let page = Page::new(title.clone()).for_staff().with_script("print.mjs");
    render(&app.assets, page, move || {
        view! {
            {staff_header(&title, trail)}
            {is_invented(invented)}
            <main id="inhoud" class="home-page">
                <p class="no-print"><button id="afdrukken" type="button" class="utrecht-button utrecht-button--primary-action big" hidden>{t("live-home-print")}</button></p>
                <h1 class="home-title" dir="auto">{title.clone()}</h1>
                <p class="lead" dir="auto">{question}</p>
                {maps}
                <p class="small">{tv("live-home-k", &[("k", k.into())])}" "{credit}</p>
                <section><h2 id="gezegd">{t("verdieping-said")}</h2>{none}{said}</section>
                {feedback}
                <section class="home-promise"><h2>{t("live-home-promise")}</h2>{promise}<p>{back}</p></section>
            </main>
        }
    }).await
}
