//! `/traject/{id}/bewijs`: laying something under a row of a board, from the map or from the row.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, RawQuery, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;

use super::page;
use super::service::{on_the_map, relink, row_of, rows};
use crate::people::accounts::{Right, Signed};
use crate::platform::{App, Problem};
use crate::step3::boards::{Board, FormValues, own};
use crate::step3::evidence::{self, EvidenceError, Relink};

const LARGEST_FORM: usize = 64 * 1024;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/traject/{id}/bewijs", get(from_map).post(link_from_map))
        .route("/traject/{id}/bewijs/{bord}/{rij}", get(choose).post(link))
        .route("/traject/{id}/bewijs/{bord}/{rij}/weg", post(unlink))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

fn to(traject: &str, board: Board, row: &str, done: &str) -> Response {
    Redirect::to(&format!("{}?gedaan={done}", board.address(traject, row))).into_response()
}

/// What is on the map, and under which row it goes.
async fn from_map(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (_, traject) = own(&app, &signed, Right::Deepen, &id).await?;
    let query = query.unwrap_or_default();
    let found = async {
        let offer = on_the_map(&app, &id, &query).await?;
        Ok::<_, Problem>((offer, rows(&app, &id).await?))
    };
    let (offer, rows) = found.await?;
    Ok(page::which_row(&app, &traject, &offer, rows).await)
}

async fn link_from_map(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (staff, _) = own(&app, &signed, Right::Deepen, &id).await?;
    let sent = FormValues::new(pairs);
    let (board, row) = sent.one("bij").split_once(':').ok_or(EvidenceError::None)?;
    let board: Board = board.parse().map_err(|_| EvidenceError::None)?;
    let offer = on_the_map(&app, &id, sent.one("kaart")).await?;
    relink(&app, staff, &id, (board, row), Relink::Add(vec![offer])).await?;
    Ok(to(&id, board, row, "bewijs"))
}

#[derive(Deserialize)]
struct Params {
    #[serde(default)]
    zoek: String,
}

/// What a row can rest on, to choose from.
async fn choose(
    State(app): State<App>,
    signed: Signed,
    Path((id, board, row)): Path<(String, String, String)>,
    Query(asked): Query<Params>,
) -> Result<Response, Problem> {
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
    let (board, words, picker) = found.await?;
    Ok(page::choose(&app, &traject, (board, &row), words, picker).await)
}

async fn link(
    State(app): State<App>,
    signed: Signed,
    Path((id, board, row)): Path<(String, String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (staff, _) = own(&app, &signed, Right::Deepen, &id).await?;
    let sent = FormValues::new(pairs);
    let (board, _) = row_of(&app, &id, &board, &row).await?;
    let shelves = evidence::shelves(&app, &id).await?;
    let mut offers = Vec::new();
    for one in sent.all("bewijs") {
        let (of, reference) = one.split_once(':').ok_or(EvidenceError::None)?;
        let of = of.parse().map_err(|_| EvidenceError::None)?;
        offers.push(shelves.find(of, reference).cloned().ok_or(EvidenceError::None)?);
    }
    relink(&app, staff, &id, (board, &row), Relink::Add(offers)).await?;
    Ok(to(&id, board, &row, "bewijs"))
}

async fn unlink(
    State(app): State<App>,
    signed: Signed,
    Path((id, board, row)): Path<(String, String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (staff, _) = own(&app, &signed, Right::Deepen, &id).await?;
    let one = FormValues::new(pairs).one("bewijs").to_owned();
    let board: Board = board.parse().map_err(|_| EvidenceError::None)?;
    relink(&app, staff, &id, (board, &row), Relink::Remove(one)).await?;
    Ok(to(&id, board, &row, "bewijs-weg"))
}
