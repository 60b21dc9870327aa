//! Small parts that several pages show.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use super::shell::{Page, render};
use super::texts::t;
use crate::platform::Problem;
use crate::platform::assets::Assets;

/// A picture from the sprite, hidden from screen readers: words stand beside it.
#[component]
pub fn Icon(
    /// Address of the sprite.
    sprite: String,
    /// Its name in the sprite.
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icoon" aria-hidden="true" focusable="false" width="24" height="24">
            <use href=format!("{sprite}#{name}")></use>
        </svg>
    }
}

/// A problem as a page: what happened, that nothing is lost, what to do.
pub fn problem_page(assets: &Assets, problem: &Problem) -> Response {
    let (title, detail) = (problem.title(), problem.detail());
    let fields: Vec<String> = problem.field_errors().iter().map(|field| field.detail.clone()).collect();
    let page = Page::new(title.clone());
    let mut response = render(assets, page, move || {
        view! {
            <main id="inhoud" class="smal">
                <h1>{title}</h1>
                <p class="melding melding-fout" role="alert">{detail}</p>
                <ul>{fields.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
                <p><a class="knop" href="/">{t("ui-home")}</a></p>
            </main>
        }
    });
    let status = problem.status;
    *response.status_mut() = if status.is_success() { StatusCode::INTERNAL_SERVER_ERROR } else { status };
    response
}
