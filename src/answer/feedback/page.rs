//! The page for everybody, and the desk on which the team writes it.

use axum::response::Response;
use leptos::prelude::*;

use super::choosing::choosing;
use super::photos::{Picture, alternative};
use super::service::{Beside, Desk, Public};
use super::{LONGEST_PART, PublicPoint as Answer, Published};
use crate::input::session::Traject;
use crate::platform::App;
use crate::platform::clock::day_for_people;
use crate::platform::texts::{find, t, tv};
use crate::step3::agenda::Status;
use crate::step3::boards::{self, Desk as Row, Late, Notice, Version, parts};
use crate::step3::frame::{tabs, trail};
use crate::step3::themes::figure_cards;
use crate::ui::{Page, footer, header, render, staff_header};

const TAB: &str = "/terugkoppeling";
/// The form in which the team writes.
const WORDS: &str = "woorden-van-het-team";

/// Lines of a text as paragraphs.
pub(super) fn lines(text: &str) -> Vec<AnyView> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| view! { <p dir="auto">{line.to_owned()}</p> }.into_any()).collect()
}

/// What is online: everybody may read it.
pub(super) async fn public(app: &App, slug: &str, public: &Public) -> Response {
    let title = public.traject.title.clone();
    let told = content(
        &public.page,
        &Beside {
            pictures: Picture::for_everybody(app, slug, &public.beside.photos),
            figures: public.beside.figures.clone(),
        },
    );
    let since = tv("feedback-since", &[("day", day_for_people(&public.since).into())]);
    let mut page = Page::new(title.clone());
    if !public.beside.figures.is_empty() {
        // Bars are drawn by the second style sheet.
        page = page.for_staff();
    }
    render(&app.assets, page, move || {
        view! {
            {header(&title, false)}
            <main id="inhoud" class="page stack feedback">{told}<p class="small soft">{since}</p></main>
            {footer()}
        }
    })
    .await
}

/// The same, for the team, before it is online.
pub(super) async fn preview(app: &App, traject: &Traject, page: &Published, beside: &Beside) -> Response {
    let title = traject.title.clone();
    let told = content(page, beside);
    let trail = vec![(t("feedback-title"), format!("/traject/{}/terugkoppeling", traject.id))];
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            <main id="inhoud" class="page stack feedback">
                <p class="utrecht-alert utrecht-alert--info"><span class="utrecht-alert__content">{t("feedback-preview")}</span></p>
                {told}
            </main>
        }
    }).await
}

/// Strengths first; what is done; what is not, and why.
fn content(page: &Published, beside: &Beside) -> AnyView {
    let photos = pictures(&beside.pictures);
    let figures = (!beside.figures.is_empty()).then(|| {
        let cards = figure_cards(&beside.figures);
        view! { <h2>{t("feedback-figures")}</h2><p class="small soft">{t("feedback-figures-told")}</p>{cards} }
    });
    let words = &page.words;
    let part = |key: &'static str, text: &str, class: &'static str| {
        (!text.is_empty()).then(|| view! { <section class=class><h3>{t(key)}</h3>{lines(text)}</section> })
    };
    let strong = part("feedback-strong", &words.strong, "card feedback-strong");
    let better = part("feedback-better", &words.better, "card feedback-better");
    let doing = page.doing().into_iter().map(point).collect::<Vec<_>>();
    let not = page.not_doing().into_iter().map(point).collect::<Vec<_>>();
    let doing = (!doing.is_empty())
        .then(|| view! { <h2>{t("feedback-doing")}</h2><ul class="list-plain stack">{doing}</ul> });
    let not = (!not.is_empty())
        .then(|| view! { <h2>{t("feedback-not-doing")}</h2><ul class="list-plain stack">{not}</ul> });
    let closing = (!words.closing.is_empty())
        .then(|| view! { <h2>{t("feedback-closing")}</h2>{lines(&words.closing)} });
    view! {
        <div class="lead">{lines(&words.intro)}</div>
        <h2>{t("feedback-told")}</h2>
        {strong}{photos}{better}{doing}{not}{figures}{closing}
    }
    .into_any()
}

/// Photos with their captions; each opens large.
fn pictures(photos: &[Picture]) -> impl IntoView + use<> {
    let items = photos.iter().map(|photo| {
        let alt = alternative(&photo.caption);
        view! {
            <li><figure><a href=photo.large.clone()><img src=photo.thumb.clone() alt=alt loading="lazy"/></a>
                <figcaption dir="auto">{photo.caption.clone()}</figcaption></figure></li>
        }
    });
    let items = items.collect_view();
    (!photos.is_empty()).then(|| {
        view! { <section><h3>{t("feedback-photos")}</h3><ul class="feedback-photos list-plain">{items}</ul></section> }
    })
}

fn point(told: &Answer) -> impl IntoView + use<> {
    // What is done already need not be soon any more.
    let quick = (told.quick_win && told.status != Status::Klaar)
        .then(|| view! { " "<span class="badge">{t("feedback-quick")}</span> });
    let when = (told.status.is_promised() && !told.when.is_empty())
        .then(|| view! { <p><strong>{t("feedback-when")}</strong>" "<bdi>{told.when.clone()}</bdi></p> });
    let why = (told.status == Status::GaatNietDoor && !told.why.is_empty())
        .then(|| view! { <p><strong>{t("feedback-why")}</strong>" "<bdi>{told.why.clone()}</bdi></p> });
    view! {
        <li class="card feedback-point"><p>{status(told.status)}{quick}</p>{lines(&told.words)}{when}{why}</li>
    }
}

/// How far a point is, in residents' words.
pub(super) fn status(status: Status) -> impl IntoView {
    view! { <span class=format!("badge feedback-status status-{status}")>{t(&format!("feedback-status-{status}"))}</span> }
}

fn label(field: &str) -> String {
    find(&format!("feedback-field-{field}"), &[]).unwrap_or_else(|| field.to_owned())
}

fn value(_: &str, value: &str) -> String {
    value.to_owned()
}

/// Where the team writes.
pub(super) async fn desk(
    app: &App,
    traject: &Traject,
    desk: Desk,
    history: &[Version],
    told: Notice,
) -> Response {
    let title = t("feedback-title");
    let (trail, bar) = (trail(&traject.id, &traject.title), tabs(&traject.id, TAB));
    let base = format!("/traject/{}/terugkoppeling", traject.id);
    let online = online(app, &base, &desk);
    let agenda = from_agenda(&traject.id, &desk);
    let choosing = choosing(&base, &desk.choices);
    let history = boards::history_part(history, label, value);
    let words = desk.words;
    let version = desk.version;
    let erase = traject
        .erase_on
        .clone()
        .map(|day| view! { <p class="small soft">{tv("feedback-erase", &[("day", day.into())])}</p> });
    let action = base.clone();
    render(&app.assets, Page::new(title.clone()).for_staff().with_script("boards.mjs"), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack" data-unsaved=t("boards-unsaved") data-drop=t("boards-unsaved-drop")>
                {boards::alerts(told)}
                <p class="lead">{t("feedback-lead")}</p>
                {online}
                <form id=WORDS method="post" action=action class="card stack" autocomplete="off" data-bord="terugkoppeling">
                    {parts::version(version)}
                    {parts::area("intro", "feedback-field-intro", &words.intro, LONGEST_PART, Some("feedback-intro-hint"))}
                    {parts::area("strong", "feedback-field-strong", &words.strong, LONGEST_PART, Some("feedback-strong-hint"))}
                    {parts::area("better", "feedback-field-better", &words.better, LONGEST_PART, Some("feedback-better-hint"))}
                    {parts::area("closing", "feedback-field-closing", &words.closing, LONGEST_PART, Some("feedback-closing-hint"))}
                    <button class="utrecht-button utrecht-button--primary-action" type="submit">{t("boards-save")}</button>
                </form>
                {choosing}
                {agenda}
                {erase}
                <details class="card"><summary>{t("boards-history")}</summary>{history}</details>
            </main>
        }
    }).await
}

/// Whether it is online, and what to do next.
fn online(app: &App, base: &str, desk: &Desk) -> impl IntoView + use<> {
    let version = desk.version;
    // Sent with the words of the form below: what is not saved yet is saved first.
    let online = |key: &str| {
        view! { <button class="utrecht-button utrecht-button--primary-action" type="submit" form=WORDS formaction=format!("{base}/online")>{t(key)}</button> }
    };
    let publish = match &desk.online {
        None => Some(online("feedback-publish")),
        Some(_) if desk.has_news() => Some(online("feedback-publish-news")),
        Some(_) => None,
    };
    let off = desk.online.is_some().then(|| {
        view! { <form method="post" action=format!("{base}/offline")>{parts::version(version)}
            <button class="utrecht-button utrecht-button--secondary-action" type="submit">{t("feedback-unpublish")}</button></form> }
    });
    let state = match &desk.online {
        None => t("feedback-state-draft"),
        Some((_, at)) => tv("feedback-state-online", &[("day", day_for_people(at).into())]),
    };
    let news = desk.has_news().then(|| view! { <p>{t("feedback-news")}</p> });
    let address = desk.slug.as_ref().filter(|_| desk.online.is_some()).map(|slug| {
        let (href, shown) = (format!("/terug/{slug}"), format!("{}/terug/{slug}", app.public_url));
        view! { <p><a class="utrecht-link" href=href>{shown}</a></p> }
    });
    let links = [("voorbeeld", "feedback-to-preview"), ("poster", "feedback-to-poster")].map(|(to, key)| {
        view! { <a class="utrecht-button utrecht-button--secondary-action" href=format!("{base}/{to}")>{t(key)}</a> }
    });
    view! {
        <section class="card stack" aria-labelledby="stand"><h2 id="stand">{t("feedback-state-title")}</h2>
            <p>{state}</p>{address}{news}
            <div class="row">{publish}{links}{off}</div>
        </section>
    }
}

/// Which points of the agenda are on the page, and which are not.
fn from_agenda(traject: &str, desk: &Desk) -> impl IntoView + use<> {
    let row = |words: String, status: Status, id: &str| {
        let href = format!("/traject/{traject}/agenda/{id}");
        view! { <li><a class="utrecht-link" href=href><bdi>{words}</bdi></a>" "{self::status(status)}</li> }
    };
    let on: Vec<_> =
        desk.next.points.iter().map(|told| row(told.words.clone(), told.status, &told.id)).collect();
    let waits: Vec<_> = desk
        .points
        .iter()
        .filter(|point| point.shown_to_residents && point.status == Status::Voorstel)
        .map(|point| row(point.public_words.clone(), point.status, &point.id))
        .collect();
    let none = on.is_empty().then(|| view! { <p class="soft">{t("feedback-agenda-none")}</p> });
    let waits = (!waits.is_empty()).then(|| view! { <h3>{t("feedback-agenda-waits")}</h3><ul>{waits}</ul> });
    let to_agenda = format!("/traject/{traject}/agenda");
    view! {
        <section class="card stack" aria-labelledby="punten"><h2 id="punten">{t("feedback-agenda")}</h2>
            <p>{t("feedback-agenda-lead")}</p>
            {none}<ul>{on}</ul>{waits}
            <p><a class="utrecht-link" href=to_agenda>{t("feedback-to-agenda")}</a></p>
        </section>
    }
}

/// Somebody else was first.
pub(super) async fn late(app: &App, traject: &Traject, late: &Late) -> Response {
    let row = Row {
        traject: traject.id.clone(),
        title: t("feedback-title"),
        trail: trail(&traject.id, &traject.title),
        tab: TAB,
        action: format!("/traject/{}/terugkoppeling", traject.id),
        label,
        value,
        written: &["intro", "strong", "better", "closing"],
    };
    boards::late_page(app, row, late).await
}
