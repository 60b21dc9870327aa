//! What rests on figures: asked, and told, before somebody takes them out.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use super::{Indicator, page};
use crate::boards::Board;
use crate::evidence::{Evidence, Of};
use crate::platform::{App, Problem};
use crate::session::Traject;
use crate::ui::texts::{t, tv};
use crate::ui::{Page, render, staff_header};
use crate::{agenda, assumptions, verdieping};

/// A row of a board that rests on figures.
pub(super) struct Resting {
    board: Board,
    row: String,
    words: String,
}

/// The assumptions and points of a traject that rest on one of these figures.
///
/// # Errors
/// The database's.
pub(super) async fn on(
    app: &App,
    traject: &str,
    figures: &[impl AsRef<Indicator>],
) -> Result<Vec<Resting>, Problem> {
    let rests = |evidence: &[Evidence]| {
        evidence.iter().any(|one| {
            one.of == Of::Figure && figures.iter().any(|figure| figure.as_ref().id == one.reference)
        })
    };
    let assumptions = assumptions::of_traject(app, traject).await?.into_iter();
    let assumptions = assumptions.filter(|one| !one.removed && rests(&one.evidence)).map(|one| Resting {
        board: Board::Aanname,
        row: one.id,
        words: one.words,
    });
    let points = agenda::of_traject(app, traject).await?.into_iter();
    let points = points.filter(|one| !one.removed && rests(&one.evidence)).map(|one| Resting {
        board: Board::Agenda,
        row: one.id,
        words: one.what,
    });
    Ok(assumptions.chain(points).collect())
}

/// Asks whether somebody is sure. `name`: what would go; `action`: where the answer goes; `back`: where nothing happens.
pub(super) fn ask(
    app: &App,
    traject: &Traject,
    name: &str,
    resting: &[Resting],
    (action, back): (String, String),
) -> Response {
    let title = t("indicators-resting-title");
    let (trail, bar) = (page::trail(traject), verdieping::tabs(&traject.id, "/cijfers"));
    let lead = [("name", name.to_owned().into()), ("n", resting.len().into())];
    let lead = tv("indicators-resting-lead", &lead);
    let rows = resting.iter().map(|one| {
        let board = t(&format!("boards-board-{}", one.board));
        view! { <li><a class="utrecht-link" href=one.board.address(&traject.id, &one.row)>{one.words.clone()}</a>" "<span class="soft small">{board}</span></li> }
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
    });
    *answer.status_mut() = StatusCode::CONFLICT;
    answer
}
