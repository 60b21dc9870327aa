//! The same without map, WebAssembly or pointer: ordinary forms. Whose turn it is stands in a cookie that
//! only this wijksessie's pages are sent.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use serde::Deserialize;
use uuid::Uuid;

use super::form_fields::{optional, read_sent};
use super::form_page;
use super::form_view::{Chosen, FormView};
use super::listing::{self, Listed};
use super::photo::{PhotoTarget, receive_photo};
use super::place_part::read_chosen;
use super::turn::{turn, with_turn};
use super::{PinError, list_page, page, pin_id, service};
use crate::input::photos::{self, StoreError};
use crate::input::session::{self, Status, Wijksessie};
use crate::place::buurt;
use crate::platform::form::Parts;
use crate::platform::{App, Problem};
use crate::ui::TurnEnd;

const LARGEST_FORM: usize = 64 * 1024;

/// The pages of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/s", get(find))
        .route("/s/{code}/formulier", get(form).post(place))
        .route("/s/{code}/lijst", get(list))
        .route("/s/{code}/stip/{id}", get(edit).post(save))
        .route("/s/{code}/stip/{id}/weg", post(remove))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .route("/s/{code}/stip/{id}/foto", get(photo_page).post(photo).layer(photos::upload_limit()))
}

/// As [`with_turn`], for a page on which somebody writes.
fn writing(response: Response, app: &App, session: &Wijksessie, turn: (Uuid, bool)) -> Response {
    with_turn(response, app, &session.code, turn, &TurnEnd::writing(&session.code, session.turn_pause()))
}

/// As [`with_turn`], for a page on which somebody reads.
fn reading(response: Response, app: &App, session: &Wijksessie, turn: (Uuid, bool)) -> Response {
    with_turn(response, app, &session.code, turn, &TurnEnd::reading(&session.code, session.turn_pause()))
}

async fn session(app: &App, code: &str) -> Result<Wijksessie, Problem> {
    session::find(app, code).await.map_err(Problem::from)
}

async fn area(app: &App, session: &Wijksessie) -> Result<std::sync::Arc<buurt::TrajectArea>, Problem> {
    buurt::area(app, &session.buurten).await.map_err(PinError::from).map_err(Problem::from)
}

/// The page at `/s/{code}` of a wijksessie at which pins are placed.
///
/// # Errors
/// The page that says what is wrong.
pub async fn board(app: &App, session: &Wijksessie) -> Result<Response, Problem> {
    let area = area(app, session).await?;
    Ok(page::board(app, session, &area).await)
}

#[derive(Deserialize)]
struct Typed {
    code: Option<String>,
}

/// A code typed on the first page.
async fn find(State(app): State<App>, Query(typed): Query<Typed>) -> Result<Response, Problem> {
    let found = session(&app, typed.code.as_deref().unwrap_or_default()).await?;
    Ok(Redirect::to(&format!("/s/{}", found.code)).into_response())
}

#[derive(Deserialize)]
struct Where {
    zoek: Option<String>,
    plek: Option<String>,
    naam: Option<String>,
}

async fn form(
    State(app): State<App>,
    Path(code): Path<String>,
    jar: CookieJar,
    Query(asked): Query<Where>,
) -> Result<Response, Problem> {
    let session = session(&app, &code).await?;
    if session.status != Status::Open {
        return Ok(Problem::from(session::SessionError::NotOpen).into_response());
    }
    let area = area(&app, &session).await?;
    let id = app.chance.ids.uuid().map_err(|error| Problem::internal(&error))?;
    let turn = turn(&app, &jar)?;
    let view = FormView {
        search: asked.zoek.unwrap_or_default(),
        chosen: read_chosen(asked.plek.as_deref(), asked.naam),
        id: id.to_string(),
        ..FormView::default()
    };
    Ok(writing(form_page::form(&app, &session, &area, &view).await, &app, &session, turn))
}

async fn place(
    State(app): State<App>,
    Path(code): Path<String>,
    jar: CookieJar,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let session = session(&app, &code).await?;
    let turn = turn(&app, &jar)?;
    let mut sent = read_sent(pairs);
    if let Some(view) = sent.elsewhere() {
        let area = area(&app, &session).await?;
        return Ok(writing(form_page::form(&app, &session, &area, &view).await, &app, &session, turn));
    }
    let outcome = async {
        app.limits.write(&session.code, &turn.0.to_string())?;
        let id = pin_id(&sent.id)?;
        service::put(&app, &session.code, id, sent.pin()?, turn.0).await?;
        Ok::<_, Problem>(id)
    };
    let response = match outcome.await {
        Ok(id) => Redirect::to(&format!("/s/{}/lijst?nieuw={id}", session.code)).into_response(),
        // Also where it was closed meanwhile: the words are there to read, to copy, to show to the begeleider.
        Err(problem) => {
            let area = area(&app, &session).await?;
            let status = problem.status;
            let mut page = form_page::form(&app, &session, &area, &sent.view(&problem)).await;
            *page.status_mut() = status;
            page
        }
    };
    Ok(writing(response, &app, &session, turn))
}

#[derive(Deserialize)]
struct Params {
    nieuw: Option<String>,
    bewaard: Option<String>,
    weg: Option<String>,
    foto: Option<String>,
    na: Option<String>,
}

async fn list(
    State(app): State<App>,
    Path(code): Path<String>,
    jar: CookieJar,
    Query(told): Query<Params>,
) -> Result<Response, Problem> {
    let session = session(&app, &code).await?;
    let area = area(&app, &session).await?;
    let turn = turn(&app, &jar)?;
    let pages = listing::pages(&app, &session, turn.0, told.na.as_deref()).await?;
    let said = [
        told.nieuw.map(|_| "form-new"),
        told.bewaard.map(|_| "form-changed"),
        told.weg.map(|_| "form-gone"),
        told.foto.map(|_| "form-photo-kept"),
    ];
    let said = said.into_iter().flatten().next();
    Ok(reading(list_page::list(&app, &session, &area, pages, said).await, &app, &session, turn))
}

async fn own(app: &App, session: &Wijksessie, id: &str, turn: Uuid) -> Result<Listed, Problem> {
    let mine = listing::own_one(app, session, turn, id).await?;
    mine.ok_or_else(|| Problem::from(PinError::NoPin))
}

async fn edit(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    jar: CookieJar,
) -> Result<Response, Problem> {
    let session = session(&app, &code).await?;
    let turn = turn(&app, &jar)?;
    let pin = own(&app, &session, &id, turn.0).await?.pin;
    let view = FormView {
        id,
        kind: pin.kind.to_string(),
        text: pin.text,
        theme: pin.theme.unwrap_or_default(),
        moment: pin.moment.map(|moment| moment.to_string()).unwrap_or_default(),
        chosen: Some(Chosen { place: pin.place, name: None }),
        ..FormView::default()
    };
    let area = area(&app, &session).await?;
    Ok(writing(form_page::edit(&app, &session, &area, &view).await, &app, &session, turn))
}

async fn save(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    jar: CookieJar,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let session = session(&app, &code).await?;
    let turn = turn(&app, &jar)?;
    let mut sent = read_sent(pairs);
    sent.id.clone_from(&id);
    let patch = serde_json::json!({"properties": {
        "kind": sent.kind, "text": sent.text.trim(), "theme": optional(&sent.theme), "moment": optional(&sent.moment),
    }});
    let outcome = async {
        app.limits.write(&session.code, &turn.0.to_string())?;
        service::change(&app, &session.code, pin_id(&id)?, patch, turn.0).await?;
        Ok::<_, Problem>(())
    };
    match outcome.await {
        Ok(()) => Ok(Redirect::to(&format!("/s/{}/lijst?bewaard={id}", session.code)).into_response()),
        // Whatever was wrong, the moment that was closed meanwhile too: the words are not lost.
        Err(problem) => {
            let area = area(&app, &session).await?;
            let mut page = form_page::edit(&app, &session, &area, &sent.view(&problem)).await;
            *page.status_mut() = problem.status;
            Ok(writing(page, &app, &session, turn))
        }
    }
}

#[derive(Deserialize)]
struct Away {
    /// The button asks first; who says yes sends this no more.
    vraag: Option<String>,
}

async fn remove(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    jar: CookieJar,
    Form(away): Form<Away>,
) -> Result<Response, Problem> {
    let session = session(&app, &code).await?;
    let turn = turn(&app, &jar)?;
    if away.vraag.is_some() {
        let listed = own(&app, &session, &id, turn.0).await?;
        let area = area(&app, &session).await?;
        return Ok(reading(
            form_page::taking_back(&app, &session, &area, &listed).await,
            &app,
            &session,
            turn,
        ));
    }
    let id = pin_id(&id)?;
    service::take_back(&app, &session.code, id, turn.0).await?;
    Ok(Redirect::to(&format!("/s/{}/lijst?weg=1", session.code)).into_response())
}

async fn photo_page(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    jar: CookieJar,
) -> Result<Response, Problem> {
    let session = session(&app, &code).await?;
    let turn = turn(&app, &jar)?;
    let pin = own(&app, &session, &id, turn.0).await?;
    let area = area(&app, &session).await?;
    let new = app.chance.ids.uuid().map_err(|error| Problem::internal(&error))?;
    Ok(writing(form_page::photo(&app, &session, &area, &pin, new).await, &app, &session, turn))
}

#[derive(Deserialize)]
struct NewPhoto {
    nieuw: String,
}

async fn photo(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    jar: CookieJar,
    Query(new): Query<NewPhoto>,
    form: Parts,
) -> Result<Response, Problem> {
    let session = session(&app, &code).await?;
    let turn = turn(&app, &jar)?;
    let sent = async {
        let photo_id = Uuid::try_parse(&new.nieuw).map_err(|_| StoreError::Id)?;
        let pin = pin_id(&id)?;
        let target = PhotoTarget { code: session.code.clone(), pin, id: photo_id, participant: turn.0 };
        receive_photo(&app, target, form).await?;
        Ok::<_, Problem>(())
    };
    match sent.await {
        Ok(()) => Ok(Redirect::to(&format!("/s/{}/lijst?foto=1", session.code)).into_response()),
        Err(problem) => Ok(problem.into_response()),
    }
}
