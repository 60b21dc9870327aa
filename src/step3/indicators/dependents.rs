//! What rests on figures: asked, and told, before somebody takes them out.

use axum::http::StatusCode;
use axum::response::Response;
use futures::future::BoxFuture;
use leptos::prelude::*;

use super::{Indicator, parts};
use crate::input::session::Traject;
use crate::platform::texts::{t, tv};
use crate::platform::{App, Problem};
use crate::step3::boards::Board;
use crate::step3::frame;
use crate::ui::{Page, render, staff_header};

/// A row of a board that rests on figures: the board, its id, what it says.
pub type Resting = (Board, String, String);

/// What is asked: which rows of a traject's boards rest on one of these figures, by their ids.
pub type WhichRest =
    for<'a> fn(&'a App, &'a str, Vec<String>) -> BoxFuture<'a, Result<Vec<Resting>, Problem>>;

/// Who answers it; given when the program is opened, by the room that knows what lies under a row.
pub struct Rests(pub WhichRest);

/// The rows of a traject's boards that rest on one of these figures.
///
/// # Errors
/// The database's.
pub(super) async fn on(
    app: &App,
    traject: &str,
    figures: &[impl AsRef<Indicator>],
) -> Result<Vec<Resting>, Problem> {
    let rests = app.given.of::<Rests>()?;
    (rests.0)(app, traject, figures.iter().map(|figure| figure.as_ref().id.clone()).collect()).await
}

/// Asks whether somebody is sure. `name`: what would go; `action`: where the answer goes; `back`: where nothing happens.
pub(super) async fn ask(
    app: &App,
    traject: &Traject,
    name: &str,
    resting: &[Resting],
    (action, back): (String, String),
) -> Response {
    let title = t("indicators-resting-title");
    let (trail, bar) = (parts::trail(traject), frame::tabs(&traject.id, "/cijfers"));
    let lead = [("name", name.to_owned().into()), ("n", resting.len().into())];
    let lead = tv("indicators-resting-lead", &lead);
    let rows = resting.iter().map(|(on, row, words)| {
        let board = t(&format!("boards-board-{on}"));
        view! { <li><a class="utrecht-link" href=on.address(&traject.id, row)>{words.clone()}</a>" "<span class="soft small">{board}</span></li> }
    });
    let rows = rows.collect_view();
    let mut answer = render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack">
                <p class="lead">{lead}</p>
                <ul>{rows}</ul>
                <p>{t("indicators-resting-after")}</p>
                <form method="post" action=action class="row">
                    <input type="hidden" name="zeker" value="ja"/>
                    <a class="utrecht-button utrecht-button--secondary-action" href=back>{t("indicators-resting-keep")}</a>
                    <button class="utrecht-button utrecht-button--primary-action utrecht-button--danger" type="submit">{t("indicators-resting-sure")}</button>
                </form>
            </main>
        }
    }).await;
    *answer.status_mut() = StatusCode::CONFLICT;
    answer
}
