//! Small parts that several pages show.

use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::Response;
use leptos::prelude::*;

use super::shell::{Page, footer, header, render};
use crate::platform::assets::Assets;
use crate::platform::texts::t;
use crate::platform::{Problem, Refusal};

/// A page with a form that is refused: what is wrong is put beside its fields (`platform::refill`).
pub fn refused(mut page: Response, problem: &Problem) -> Response {
    *page.status_mut() = problem.status;
    page.extensions_mut().insert(Refusal::from(problem));
    page
}

/// A problem as a page: what happened, that nothing is lost, what to do.
pub async fn problem_page(assets: &Assets, refusal: &Refusal) -> Response {
    let Refusal { status, slug, title, detail, errors, retry_after, next } = refusal.clone();
    let page = Page::new(title.clone());
    let enter = (slug == "not-signed-in").then(|| {
        view! { <p><a class="utrecht-button utrecht-button--primary-action" href="/inloggen">{t("accounts-login-title")}</a></p> }
    });
    let next = next.map(|(label, href)| {
        view! { <p><a class="utrecht-button utrecht-button--primary-action" href=href>{t(label)}</a></p> }
    });
    let fields = errors.into_iter().map(|field| view! { <li>{field.detail}</li> }).collect_view();
    let mut response = render(assets, page, move || {
        view! {
            {header(&t("ui-name"), false)}
            <main id="inhoud" class="page">
                <h2>{title}</h2>
                <div class="utrecht-alert utrecht-alert--warning" role="alert">
                    <div class="utrecht-alert__content"><p>{detail}</p></div>
                </div>
                <ul class="list-plain">{fields}</ul>
                {enter}
                {next}
                <p><a class="utrecht-button utrecht-button--secondary-action" href="/">{t("ui-home")}</a></p>
            </main>
            {footer()}
        }
    })
    .await;
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    response.extensions_mut().insert(refusal.clone());
    *response.status_mut() = if status.is_success() { StatusCode::INTERNAL_SERVER_ERROR } else { status };
    response
}
