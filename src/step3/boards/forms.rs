//! `/traject/{id}/bewijs`: laying something under a row of a board, from the map or from the row.

#![allow(clippy::result_large_err, reason = "what goes wrong is answered at once, as a page")]

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, RawQuery, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use leptos::prelude::*;
use serde::Deserialize;

use super::{Board, Sent, own};
use crate::input::session::Traject;
use crate::people::accounts::{Right, SignedPage, Staff};
use crate::platform::texts::{t, tv};
use crate::platform::{App, Problem};
use crate::step3::evidence::{self, EvidenceError, Of, Offer, Relink};
use crate::step3::verdieping::{self, Linked};
use crate::step3::{agenda, assumptions, frame};
use crate::ui::{Page, Shown, render, show, staff_header};

const LARGEST_FORM: usize = 64 * 1024;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/traject/{id}/bewijs", get(from_map).post(link_from_map))
        .route("/traject/{id}/bewijs/{bord}/{rij}", get(choose).post(link))
        .route("/traject/{id}/bewijs/{bord}/{rij}/weg", post(unlink))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

/// Every row of the boards that something can be laid under: board, id, words.
///
/// # Errors
/// The database's.
pub async fn rows(app: &App, traject: &str) -> Result<Vec<(Board, String, String)>, Problem> {
    let assumed = assumptions::of_traject(app, traject).await?.into_iter();
    let assumed = assumed.map(|one| (Board::Aanname, one.id, one.words));
    let agreed = agenda::of_traject(app, traject).await?.into_iter();
    let agreed = agreed.map(|one| (Board::Agenda, one.id, one.what));
    Ok(assumed.chain(agreed).collect())
}

/// Lays things under a row of either board.
async fn relink(
    app: &App,
    staff: &Staff,
    traject: &str,
    (board, row): (Board, &str),
    relink: Relink,
) -> Result<(), Problem> {
    match board {
        Board::Aanname => Ok(assumptions::relink(app, staff, traject, row, relink).await?),
        Board::Agenda => Ok(agenda::relink(app, staff, traject, row, relink).await?),
        Board::Terugkoppeling => Err(EvidenceError::None.into()),
    }
}

/// What is on the map, as something that a row can rest on.
async fn on_the_map(app: &App, traject: &str, query: &str) -> Result<Offer, Problem> {
    let Linked { is_place, reference, label, href } = verdieping::linked(app, traject, query).await?;
    let of = if is_place { Of::Cell } else { Of::Layer };
    Ok(Offer { of, reference, label, words: None, picture: None, href: Some(href) })
}

fn to(traject: &str, board: Board, row: &str, done: &str) -> Response {
    Redirect::to(&format!("{}?gedaan={done}", board.address(traject, row))).into_response()
}

/// What is on the map, and under which row it goes.
async fn from_map(
    State(app): State<App>,
    signed: SignedPage,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Shown {
    let (_, traject) = own(&app, &signed, Right::Deepen, &id).await?;
    let query = query.unwrap_or_default();
    let found = async {
        let offer = on_the_map(&app, &id, &query).await?;
        Ok::<_, Problem>((offer, rows(&app, &id).await?))
    };
    let (offer, rows) = found.await.map_err(|problem| show(&app, problem))?;
    Ok(which_row(&app, &traject, &offer, rows))
}

fn which_row(app: &App, traject: &Traject, offer: &Offer, rows: Vec<(Board, String, String)>) -> Response {
    let title = t("boards-evidence-title");
    let (trail, bar) = (frame::trail(&traject.id, &traject.title), frame::tabs(&traject.id, ""));
    let action = format!("/traject/{}/bewijs", traject.id);
    let (label, reference) = (offer.label.clone(), offer.reference.clone());
    let none = rows.is_empty().then(|| view! { <p>{t("boards-evidence-none")}</p> });
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
                <fieldset class="fieldset"><legend>{t("boards-evidence-choose")}</legend><div class="radio-cards">{cards}</div></fieldset>
                <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("evidence-link")}</button>
            </form>
        });
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack">
                <p>{t("boards-evidence-lead")}</p><p class="card">{label}</p>
                {none}{form}
                <p class="row"><a class="utrecht-link" href=format!("{base}/aannames")>{t("assumptions-new")}</a>
                    <a class="utrecht-link" href=format!("{base}/agenda/nieuw")>{t("agenda-new")}</a></p>
            </main>
        }
    })
}

async fn link_from_map(
    State(app): State<App>,
    signed: SignedPage,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Shown {
    let (staff, _) = own(&app, &signed, Right::Deepen, &id).await?;
    let sent = Sent::new(pairs);
    let done = async {
        let (board, row) = sent.one("bij").split_once(':').ok_or(EvidenceError::None)?;
        let board: Board = board.parse().map_err(|_| EvidenceError::None)?;
        let offer = on_the_map(&app, &id, sent.one("kaart")).await?;
        relink(&app, staff, &id, (board, row), Relink::Add(vec![offer])).await?;
        Ok::<_, Problem>(to(&id, board, row, "bewijs"))
    };
    done.await.map_err(|problem| show(&app, problem))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    zoek: String,
}

/// The row with this id, and what it says.
async fn row_of(app: &App, traject: &str, board: &str, row: &str) -> Result<(Board, String), Problem> {
    let board: Board = board.parse().map_err(|_| EvidenceError::None)?;
    let all = rows(app, traject).await?;
    let found = all.into_iter().find(|(of, id, _)| *of == board && id == row);
    Ok(found.map(|(_, _, words)| (board, words)).ok_or(EvidenceError::None)?)
}

/// What a row can rest on, to choose from.
async fn choose(
    State(app): State<App>,
    signed: SignedPage,
    Path((id, board, row)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Shown {
    let (staff, traject) = own(&app, &signed, Right::Deepen, &id).await?;
    let found = async {
        let (board, words) = row_of(&app, &id, &board, &row).await?;
        let shelves = evidence::shelves(&app, &id).await?;
        shelves.looked(&app, staff).await?;
        let linked = evidence::of_board(&app, &id, board).await?.remove(&row).unwrap_or_default();
        let linked = evidence::look(&app, staff, &id, &shelves, linked).await?;
        let picker = evidence::picker(&id, board, &row, &shelves, &linked, &asked.zoek);
        Ok::<_, Problem>((board, words, picker))
    };
    let (board, words, picker) = found.await.map_err(|problem| show(&app, problem))?;
    let title = tv("boards-picker-title", &[("row", words.clone().into())]);
    let mut trail = frame::trail(&traject.id, &traject.title);
    trail.push((words, board.address(&id, &row)));
    let bar = frame::tabs(&id, if board == Board::Agenda { "/agenda" } else { "/aannames" });
    let on_map = format!("/traject/{id}");
    Ok(render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack">
                <p>{t("boards-picker-map")}" "<a class="utrecht-link" href=on_map>{t("frame-tab-map")}</a></p>
                {picker}
            </main>
        }
    }))
}

async fn link(
    State(app): State<App>,
    signed: SignedPage,
    Path((id, board, row)): Path<(String, String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Shown {
    let (staff, _) = own(&app, &signed, Right::Deepen, &id).await?;
    let sent = Sent::new(pairs);
    let done = async {
        let (board, _) = row_of(&app, &id, &board, &row).await?;
        let shelves = evidence::shelves(&app, &id).await?;
        let mut offers = Vec::new();
        for one in sent.all("bewijs") {
            let (of, reference) = one.split_once(':').ok_or(EvidenceError::None)?;
            let of = of.parse().map_err(|_| EvidenceError::None)?;
            offers.push(shelves.find(of, reference).cloned().ok_or(EvidenceError::None)?);
        }
        relink(&app, staff, &id, (board, &row), Relink::Add(offers)).await?;
        Ok::<_, Problem>(to(&id, board, &row, "bewijs"))
    };
    done.await.map_err(|problem| show(&app, problem))
}

async fn unlink(
    State(app): State<App>,
    signed: SignedPage,
    Path((id, board, row)): Path<(String, String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Shown {
    let (staff, _) = own(&app, &signed, Right::Deepen, &id).await?;
    let one = Sent::new(pairs).one("bewijs").to_owned();
    let done = async {
        let board: Board = board.parse().map_err(|_| EvidenceError::None)?;
        relink(&app, staff, &id, (board, &row), Relink::Remove(one)).await?;
        Ok::<_, Problem>(to(&id, board, &row, "bewijs-weg"))
    };
    done.await.map_err(|problem| show(&app, problem))
}
