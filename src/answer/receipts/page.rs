//! The end of a turn, and what somebody finds back with five words.

use std::collections::HashMap;

use axum::response::Response;
use leptos::prelude::*;

use super::model::{Misread, Slip, WORDS_EACH, misread};
use crate::answer::feedback::{Became, PublicPoint};
use crate::answer::teruglegging::{self, Own};
use crate::input::photos::Photo;
use crate::input::pins::{self, Found, FoundState};
use crate::input::session::{self, Status, Traject, Wijksessie};
use crate::input::walks::{StopState, Walk};
use crate::platform::App;
use crate::platform::texts::{find, t, tv};
use crate::ui::{Page, TurnEnd, escape, footer, header, render};

/// The end of a turn: thanks, and the five words where something was put.
pub(super) async fn done(app: &App, session: &Wijksessie, words: Option<Vec<String>>) -> Response {
    let (title, code) = (session.title.clone(), session.code.clone());
    let five = words.map(|words| five(app, session, &words));
    let end = TurnEnd::done(&code, session.turn_pause());
    let told = end.told();
    render(&app.assets, Page::new(t("receipts-done-title")).of_turn(end), move || {
        view! {
            {header(&title, false)}
            <main id="inhoud" class="page stack">
                <h2>{t("receipts-done-title")}</h2>
                <p class="lead">{t("receipts-done-lead")}</p>
                {told}
                {five}
                <p class="no-print"><a class="utrecht-button utrecht-button--primary-action big" href=format!("/s/{code}")>{t("receipts-next")}</a></p>
            </main>
            {footer()}
        }
    }).await
}

/// Five words, where they lead, and until when.
fn five(app: &App, session: &Wijksessie, words: &[String]) -> impl IntoView + use<> {
    let list = words.iter().map(|word| view! { <li>{word.clone()}</li> }).collect_view();
    let (place, until) = pins::of_receipts(app, session);
    let until = until.map(|until| view! { <p class="small">{until}</p> });
    let carried = code(app, session, words).map(|qr| {
        view! {
            <div class="receipt-carry">
                <div class="receipt-qr" role="img" aria-label=t("board-receipt-qr") inner_html=qr></div>
                <p>{t("board-receipt-qr-what")}</p>
            </div>
        }
    });
    view! {
        <section class="card stack" aria-labelledby="woorden">
            <h3 id="woorden">{t("receipts-words-title")}</h3>
            <ol class="receipt-words">{list}</ol>
            <p>{t("receipts-words-what")}</p>
            {carried}
            <p>{place}</p>
            {until}
        </section>
    }
}

/// The address that fills the words in, as a picture to scan; nothing where it is too long for one. What stands behind `#` never
/// reaches a server.
pub(super) fn code(app: &App, session: &Wijksessie, words: &[impl AsRef<str>]) -> Option<String> {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    session::qr(&format!("{}/s/{}/terug#{}", app.public_url, session.code, words.join("-"))).ok()
}

/// Asks for the five words; `typed`: those that led to nothing.
pub(super) async fn ask(app: &App, session: &Wijksessie, typed: Option<&str>) -> Response {
    let (title, code) = (session.title.clone(), session.code.clone());
    let wrong = typed.map(misread);
    let told = wrong.as_ref().map(|wrong| {
        let lines = lines(wrong).into_iter().map(|line| view! { <p><bdi>{line}</bdi></p> });
        let lines = lines.collect_view();
        view! {
            <div class="utrecht-alert utrecht-alert--warning" role="alert" id="woorden-mis">
                <div class="utrecht-alert__content">{lines}</div>
            </div>
        }
    });
    let (is_wrong, words) = (wrong.is_some(), wrong.map(|wrong| wrong.mended));
    let about = is_wrong.then_some("woorden-mis");
    let end = TurnEnd::writing(&code, session.turn_pause());
    let page = Page::new(t("receipts-ask-title")).of_turn(end).with_script("five-words.mjs");
    render(&app.assets, page, move || {
        view! {
            {header(&title, false)}
            <main id="inhoud" class="page stack">
                <h2>{t("receipts-ask-title")}</h2>
                {told}
                <form method="post" action=format!("/s/{code}/terug") class="card" autocomplete="off">
                    <label class="field">
                        <span class="utrecht-form-label">{t("receipts-ask-label")}</span>
                        <input dir="auto" class="utrecht-textbox" id="vijf-woorden" name="words" required maxlength="120" autocomplete="off"
                            autocapitalize="none" spellcheck="false" value=words aria-invalid=is_wrong.to_string() aria-describedby=about/>
                    </label>
                    <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("receipts-ask-button")}</button>
                </form>
                <p><a class="utrecht-link" href=format!("/s/{code}")>{t("receipts-to-map")}</a></p>
            </main>
            {footer()}
        }
    }).await
}

/// What is wrong with the words, and what to do.
fn lines(wrong: &Misread) -> Vec<String> {
    let mut lines: Vec<String> = wrong.slips.iter().map(named).collect();
    if wrong.count != WORDS_EACH {
        lines.push(tv("receipts-wrong-count", &[("n", wrong.count.into())]));
    } else if wrong.slips.is_empty() {
        lines.push(t("receipts-wrong"));
    } else if wrong.slips.iter().all(|slip| slip.meant.len() == 1) {
        lines.push(t("receipts-mended"));
    }
    lines
}

/// A word that is not given, and what it may have been.
fn named(slip: &Slip) -> String {
    let word = ("word", slip.typed.clone().into());
    if slip.meant.is_empty() {
        return tv("receipts-slip", &[word]);
    }
    let quoted: Vec<String> = slip.meant.iter().map(|word| format!("‘{word}’")).collect();
    tv("receipts-slip-meant", &[word, ("meant", quoted.join(t("receipts-or").as_str()).into())])
}

/// What somebody finds back.
pub(super) struct List {
    pub found: Vec<Found>,
    /// What they said of what was laid before them.
    pub answers: Vec<Own>,
    /// Their walks.
    pub walks: Vec<Walk>,
    /// What became of it.
    pub became: Became,
    /// Their five words, as they typed them.
    pub words: String,
    /// What was just done, as a text key.
    pub said: Option<&'static str>,
}

/// The answer of the team: in short, and where the rest is.
fn answer(traject: &Traject, page: Option<String>) -> Option<impl IntoView + use<>> {
    let told = !traject.feedback.trim().is_empty() || page.is_some();
    told.then(|| {
        let lines: Vec<_> = traject.feedback.lines().map(str::to_owned).collect();
        let page = page
            .map(|href| view! { <p><a class="utrecht-link" href=href>{t("receipts-feedback-page")}</a></p> });
        view! {
            <section class="card"><h3>{t("receipts-feedback")}</h3>
                {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}{page}
            </section>
        }
    })
}

/// The points under which the team laid somebody's own words or photos.
fn points(told: &[PublicPoint]) -> Option<impl IntoView + use<>> {
    let items = told.iter().map(|point| {
        let status = t(&format!("feedback-status-{}", point.status));
        let when = (point.status.is_promised() && !point.when.is_empty())
            .then(|| format!("{} {}", t("feedback-when"), point.when));
        let why = (!point.status.is_promised() && !point.why.is_empty())
            .then(|| format!("{} {}", t("feedback-why"), point.why));
        let more =
            when.into_iter().chain(why).map(|more| view! { <p class="small">{more}</p> }).collect_view();
        view! { <li><p><bdi>{point.words.clone()}</bdi>" "<span class="badge">{status}</span></p>{more}</li> }
    });
    let items = items.collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <div class="receipt-points"><p><strong>{t("receipts-points")}</strong></p><ul>{items}</ul></div> })
}

/// The pins of a receipt, what became of them, and taking them back.
pub(super) async fn found(
    app: &App,
    session: &Wijksessie,
    traject: &Traject,
    list: List,
    pictures: &HashMap<String, Vec<Photo>>,
) -> Response {
    let List { found, answers, walks, became, words, said } = list;
    let title = session.title.clone();
    let code = session.code.clone();
    let status = t(&format!("receipts-status-{}", session.status));
    let feedback = answer(traject, became.page.clone());
    let nothing = found.is_empty() && answers.is_empty() && walks.is_empty();
    let none = nothing.then(|| view! { <p>{t("receipts-none")}</p> });
    let said = said.map(|key| view! {
        <div class="utrecht-alert utrecht-alert--ok" role="status"><div class="utrecht-alert__content"><p>{t(key)}</p></div></div>
    });
    let items: Vec<_> = found
        .into_iter()
        .map(|one| {
            let photos = pictures.get(&one.id).cloned().unwrap_or_default();
            let points = became.points.get(&one.id).cloned().unwrap_or_default();
            item(session, &words, one, &photos, &points)
        })
        .collect();
    let walks: Vec<_> = walks.into_iter().map(|walk| walk_items(&code, &words, walk)).collect();
    let answers: Vec<_> = answers.into_iter().map(|own| answer_item(&code, &words, own)).collect();
    let end = TurnEnd::writing(&code, session.turn_pause());
    let told = end.told();
    render(&app.assets, Page::new(t("receipts-found-title")).of_turn(end), move || {
        view! {
            {header(&title, false)}
            <main id="inhoud" class="page stack">
                <h2>{t("receipts-found-title")}</h2>
                {told}
                {said}
                <p>{status}</p>
                {feedback}
                {none}
                <ul class="pin-list">{items}{walks}{answers}</ul>
                <p><a class="utrecht-button utrecht-button--secondary-action" href=format!("/s/{code}/terug")>{t("receipts-leave")}</a></p>
            </main>
            {footer()}
        }
    }).await
}

/// Asks whether a pin or an answer is to be taken back: what is gone does not come back.
pub(super) async fn withdrawing(app: &App, session: &Wijksessie, words: &str, id: &str) -> Response {
    let (title, code) = (session.title.clone(), session.code.clone());
    let (words, id) = (words.to_owned(), id.to_owned());
    let end = TurnEnd::writing(&code, session.turn_pause());
    render(&app.assets, Page::new(t("receipts-withdraw")).of_turn(end), move || {
        view! {
            {header(&title, false)}
            <main id="inhoud" class="page stack">
                <h2>{t("receipts-withdraw")}</h2>
                <p class="lead">{t("receipts-withdraw-ask")}</p>
                <form method="post" action=format!("/s/{code}/terug/weg")>
                    <input type="hidden" name="words" value=words.clone()/>
                    <input type="hidden" name="id" value=id/>
                    <button class="utrecht-button utrecht-button--primary-action utrecht-button--danger" type="submit">{t("board-remove-yes")}</button>
                </form>
                <form method="post" action=format!("/s/{code}/terug")>
                    <input type="hidden" name="words" value=words/>
                    <button class="utrecht-button utrecht-button--secondary-action" type="submit">{t("board-remove-no")}</button>
                </form>
            </main>
            {footer()}
        }
    }).await
}

/// The button with which one thing is taken back.
fn take_back(code: &str, words: &str, id: String, label: &'static str) -> impl IntoView + use<> {
    view! {
        <form method="post" action=format!("/s/{code}/terug/weg")>
            <input type="hidden" name="vraag" value="ja"/>
            <input type="hidden" name="words" value=words.to_owned()/>
            <input type="hidden" name="id" value=id/>
            <button class="utrecht-button utrecht-button--secondary-action utrecht-button--danger" type="submit">{t(label)}</button>
        </form>
    }
}

/// One's own walk, and those of its photos that are no pins: each can be taken back.
fn walk_items(code: &str, words: &str, walk: Walk) -> impl IntoView + use<> {
    let title = walk.title.unwrap_or_default();
    let count = tv("walk-photos", &[("n", walk.stops.len().into())]);
    let photos = walk.stops.into_iter().filter(|stop| !stop.pin).map(|stop| {
        let (src, caption) = (stop.photo.url("thumb"), stop.photo.caption);
        let state = match stop.state {
            StopState::Waits => "receipts-photo-waits",
            StopState::Approved => "receipts-photo-approved",
            StopState::Hidden => "receipts-photo-hidden",
        };
        let take_back = take_back(code, words, stop.photo.id, "receipts-withdraw-photo");
        view! {
            <li class="pin-item"><div class="stack">
                <p><strong>{t("receipts-photo")}</strong></p>
                <img class="photo-small" src=src alt=caption.clone() loading="lazy"/>
                <p class="pin-text">{caption}</p><p class="soft">{t(state)}</p>{take_back}
            </div></li>
        }
    });
    let photos = photos.collect_view();
    let all = take_back(code, words, walk.id, "receipts-withdraw-walk");
    view! {
        <li class="pin-item"><div class="stack">
            <p><strong>{t("receipts-walk")}</strong>" "{title}" "<span class="soft">{count}</span></p>{all}
        </div></li>
        {photos}
    }
}

/// One's own answer, and taking it back.
fn answer_item(code: &str, words: &str, own: Own) -> impl IntoView + use<> {
    let (told, said) = (teruglegging::label(&own.answer), own.answer.words.clone());
    view! {
        <li class="pin-item"><div class="stack">
            <p><strong>{told}</strong></p><p class="pin-text" dir="auto">{said}</p>
            <form method="post" action=format!("/s/{code}/terug/weg")>
                <input type="hidden" name="vraag" value="ja"/>
                <input type="hidden" name="words" value=words.to_owned()/>
                <input type="hidden" name="id" value=own.id/>
                <button class="utrecht-button utrecht-button--secondary-action utrecht-button--danger" type="submit">{t("teruglegging-take-back")}</button>
            </form></div></li>
    }
}

fn item(
    session: &Wijksessie,
    words: &str,
    found: Found,
    photos: &[Photo],
    told: &[PublicPoint],
) -> impl IntoView + use<> {
    let points = points(told);
    let (code, kind, state) = (session.code.clone(), found.pin.kind, found.state);
    let state_words = match (state, &found.reason) {
        (FoundState::Waits, _) => t("receipts-state-waits"),
        (FoundState::Approved, _) => t("receipts-state-approved"),
        (FoundState::Hidden, None) => t("receipts-state-hidden"),
        (FoundState::Hidden, Some(reason)) => {
            let why = find(&format!("moderation-reason-{reason}"), &[]).unwrap_or_default();
            format!("{} {why}", t("receipts-state-hidden"))
        }
        (FoundState::Withdrawn, _) => t("receipts-state-withdrawn"),
    };
    let pictures = photos.iter().map(|photo| {
        let (src, alt) = (photo.url("thumb"), photo.caption.clone());
        view! { <li><img class="photo-small" src=src alt=alt loading="lazy"/></li> }
    });
    let pictures = pictures.collect_view();
    let text = escape(&found.pin.text);
    let change = (session.status == Status::Open && state != FoundState::Withdrawn).then(|| view! {
        <form method="post" action=format!("/s/{code}/terug/bewaar") autocomplete="off">
            <input type="hidden" name="words" value=words.to_owned()/>
            <input type="hidden" name="id" value=found.id.clone()/>
            <label class="field"><span class="utrecht-form-label">{t("receipts-text")}</span>
                <textarea dir="auto" class="utrecht-textarea" name="text" rows="2" maxlength="1000" autocomplete="off" inner_html=text></textarea></label>
            <button class="utrecht-button utrecht-button--secondary-action" type="submit">{t("receipts-save")}</button>
        </form>
    });
    let withdraw = (state != FoundState::Withdrawn).then(|| view! {
        <form method="post" action=format!("/s/{code}/terug/weg")>
            <input type="hidden" name="vraag" value="ja"/>
            <input type="hidden" name="words" value=words.to_owned()/>
            <input type="hidden" name="id" value=found.id.clone()/>
            <button class="utrecht-button utrecht-button--secondary-action utrecht-button--danger" type="submit">{t("receipts-withdraw")}</button>
        </form>
    });
    let shown = (session.status != Status::Open)
        .then(|| view! { <p class="pin-text" dir="auto">{found.pin.text}</p> });
    view! {
        <li class=format!("pin-item kind-{kind}")>
            <div class="stack">
                <p><strong>{t(&format!("session-kind-{kind}"))}</strong></p>
                {shown}
                <p class="soft">{state_words}</p>
                {points}
                <ul class="list-plain row">{pictures}</ul>
                {change}
                {withdraw}
            </div>
        </li>
    }
}
