//! The poster on A4: what you told us, what we do, what we do not do, and where to read more.

use axum::response::Response;
use leptos::prelude::*;

use super::page::{lines, status};
use super::photos::{Picture, alternative};
use super::{FeedbackError, PublicPoint, Published};
use crate::input::session::{Traject, qr};
use crate::platform::App;
use crate::platform::texts::t;
use crate::step3::agenda::Status;
use crate::ui::{Page, render};

/// The poster; without an address it is a draft, and says so on paper too.
pub(super) async fn poster(
    app: &App,
    traject: &Traject,
    page: &Published,
    photos: &[Picture],
    address: Option<String>,
) -> Result<Response, FeedbackError> {
    let title = traject.title.clone();
    let question = Some(traject.question.clone()).filter(|question| !question.is_empty());
    let words = page.words.clone();
    let part = |key: &'static str, text: &str, class: &'static str| {
        (!text.is_empty()).then(|| view! { <section class=class><h3>{t(key)}</h3>{lines(text)}</section> })
    };
    let strong = part("feedback-strong", &words.strong, "feedback-strong");
    let better = part("feedback-better", &words.better, "feedback-better");
    let pictures = photos.iter().map(|photo| {
        view! { <figure><img src=photo.large.clone() alt=alternative(&photo.caption)/><figcaption dir="auto">{photo.caption.clone()}</figcaption></figure> }
    });
    let pictures = pictures.collect_view();
    let pictures = (!photos.is_empty()).then(|| view! { <div class="answer-photos">{pictures}</div> });
    let doing = page.doing().into_iter().map(item).collect::<Vec<_>>();
    let not = page.not_doing().into_iter().map(item).collect::<Vec<_>>();
    let doing = (!doing.is_empty()).then(
        || view! { <section class="answer-doing"><h2>{t("feedback-doing")}</h2><ul>{doing}</ul></section> },
    );
    let not = (!not.is_empty()).then(
        || view! { <section class="answer-not"><h2>{t("feedback-not-doing")}</h2><ul>{not}</ul></section> },
    );
    let draft = address.is_none().then(|| view! { <p class="answer-draft">{t("feedback-poster-draft")}</p> });
    let code = address.as_ref().map(|address| qr(address)).transpose()?;
    let more = address.zip(code).map(|(address, code)| {
        let shown = address.split("//").last().unwrap_or_default().to_owned();
        view! {
            <div class="answer-more"><div class="answer-qr" role="img" aria-label=address inner_html=code></div>
                <div><p><strong>{t("feedback-poster-more")}</strong></p><p class="answer-address">{shown}</p></div></div>
        }
    });
    let closing = lines(&words.closing);
    let page = Page::new(title.clone()).for_staff().with_script("print.mjs");
    Ok(render(&app.assets, page, move || {
        view! {
            <main id="inhoud" class="answer">
                <p class="no-print"><button id="afdrukken" type="button" class="utrecht-button utrecht-button--primary-action big" hidden>{t("live-home-print")}</button></p>
                {draft}
                <header class="answer-head"><p class="answer-title">{title}</p><h1>{t("feedback-poster-title")}</h1>
                    {question.map(|question| view! { <p class="answer-question">{t("feedback-poster-asked")}" "<q>{question}</q></p> })}</header>
                <section class="answer-told"><h2>{t("feedback-told")}</h2><div class="answer-two">{strong}{better}</div>{pictures}</section>
                {doing}{not}
                <footer class="answer-foot">{more}<div class="answer-closing">{closing}</div></footer>
            </main>
        }
    }).await)
}

fn item(told: &PublicPoint) -> impl IntoView + use<> {
    let when = (told.status.is_promised() && !told.when.is_empty())
        .then(|| view! { <span class="answer-when">{told.when.clone()}</span> });
    let why = (told.status == Status::GaatNietDoor && !told.why.is_empty())
        .then(|| view! { <p><strong>{t("feedback-why")}</strong>" "{told.why.clone()}</p> });
    let mark = told.status.is_promised().then(|| status(told.status));
    view! { <li><div class="answer-line">{lines(&told.words)}{when}{mark}</div>{why}</li> }
}
