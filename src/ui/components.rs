//! Small parts that several pages show.

use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::Response;
use leptos::prelude::*;

use super::shell::{Page, footer, header, render};
use crate::platform::assets::Assets;
use crate::platform::texts::t;
use crate::platform::{App, Problem, Refusal, Slug};

/// A problem as a page: what happened, that nothing is lost, what to do.
pub fn show(app: &App, problem: impl Into<Problem>) -> Response {
    problem_page(&app.assets, &problem.into())
}

/// A page with a form that is refused: what is wrong is put beside its fields (`platform::refill`).
pub fn refused(mut page: Response, problem: &Problem) -> Response {
    *page.status_mut() = problem.status;
    page.extensions_mut().insert(Slug(problem.slug()));
    page.extensions_mut().insert(Refusal::from(problem));
    page
}

/// A page, or the problem as a page.
pub type Shown = Result<Response, Response>;

/// A page, or the problem as a page.
///
/// # Errors
/// The problem, as a page.
#[allow(clippy::result_large_err, reason = "what goes wrong is answered at once, as a page")]
pub fn shown(app: &App, page: Result<Response, impl Into<Problem>>) -> Shown {
    page.map_err(|problem| show(app, problem))
}

fn problem_page(assets: &Assets, problem: &Problem) -> Response {
    let (title, detail) = (problem.title(), problem.detail());
    let fields: Vec<String> = problem.field_errors().iter().map(|field| field.detail.clone()).collect();
    let page = Page::new(title.clone());
    let slug = problem.slug();
    let enter = (slug == "not-signed-in").then(|| {
        view! { <p><a class="utrecht-button utrecht-button--primary-action" href="/inloggen">{t("accounts-login-title")}</a></p> }
    });
    let next = problem.next_step().map(|(label, href)| {
        view! { <p><a class="utrecht-button utrecht-button--primary-action" href=href.clone()>{t(label)}</a></p> }
    });
    let mut response = render(assets, page, move || {
        view! {
            {header(&t("ui-name"), false)}
            <main id="inhoud" class="page">
                <h2>{title}</h2>
                <div class="utrecht-alert utrecht-alert--warning" role="alert">
                    <div class="utrecht-alert__content"><p>{detail}</p></div>
                </div>
                <ul class="list-plain">{fields.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
                {enter}
                {next}
                <p><a class="utrecht-button utrecht-button--secondary-action" href="/">{t("ui-home")}</a></p>
            </main>
            {footer()}
        }
    });
    response.extensions_mut().insert(Slug(slug));
    if let Some(seconds) = problem.wait() {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    response.extensions_mut().insert(Refusal::from(problem));
    let status = problem.status;
    *response.status_mut() = if status.is_success() { StatusCode::INTERNAL_SERVER_ERROR } else { status };
    response
}
