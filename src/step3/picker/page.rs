//! The pages on which a row and what it rests on come together.

use axum::response::Response;
use leptos::prelude::*;

use crate::input::session::Traject;
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::boards::Board;
use crate::step3::evidence::Offer;
use crate::step3::frame;
use crate::ui::{Page, render, staff_header};

/// Something on the map, and the rows under which it can go.
pub(super) async fn which_row(
    app: &App,
    traject: &Traject,
    offer: &Offer,
    rows: Vec<(Board, String, String)>,
) -> Response {
    let title = t("picker-row-title");
    let (trail, bar) = (frame::trail(&traject.id, &traject.title), frame::tabs(&traject.id, ""));
    let action = format!("/traject/{}/bewijs", traject.id);
    let (label, reference) = (offer.label.clone(), offer.reference.clone());
    let none = rows.is_empty().then(|| view! { <p>{t("picker-row-none")}</p> });
    let some = !rows.is_empty();
    let cards = rows.into_iter().map(|(board, row, words)| {
        let board_label = t(&format!("boards-board-{board}"));
        view! { <label class="radio-card"><input type="radio" name="bij" value=format!("{board}:{row}") required/><span><bdi>{words}</bdi>" "<small class="soft">{board_label}</small></span></label> }
    });
    let cards = cards.collect_view();
    let base = format!("/traject/{}", traject.id);
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        let form = some.then(|| view! {
            <form method="post" action=action class="stack">
                <input type="hidden" name="kaart" value=reference/>
                <fieldset class="fieldset"><legend>{t("picker-row-choose")}</legend><div class="radio-cards">{cards}</div></fieldset>
                <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("evidence-link")}</button>
            </form>
        });
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack">
                <p>{t("picker-row-lead")}</p><p class="card">{label}</p>
                {none}{form}
                <p class="row"><a class="utrecht-link" href=format!("{base}/aannames")>{t("assumptions-new")}</a>
                    <a class="utrecht-link" href=format!("{base}/agenda/nieuw")>{t("agenda-new")}</a></p>
            </main>
        }
    }).await
}

/// A row, and everything that it can rest on.
pub(super) async fn choose(
    app: &App,
    traject: &Traject,
    (board, row): (Board, &str),
    words: String,
    picker: impl IntoView + 'static,
) -> Response {
    let title = tv("picker-title", &[("row", words.clone().into())]);
    let mut trail = frame::trail(&traject.id, &traject.title);
    trail.push((words, board.address(&traject.id, row)));
    let bar = frame::tabs(&traject.id, if board == Board::Agenda { "/agenda" } else { "/aannames" });
    let on_map = format!("/traject/{}", traject.id);
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack">
                <p>{t("picker-map")}" "<a class="utrecht-link" href=on_map>{t("frame-tab-map")}</a></p>
                {picker}
            </main>
        }
    })
    .await
}
