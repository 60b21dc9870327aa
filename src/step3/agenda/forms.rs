//! `/traject/{id}/agenda`: the points, writing one, changing one.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};

use super::page::{self, Row};
use super::service;
use super::{AgendaError, Draft, Point, Status};
use crate::input::session::Traject;
use crate::people::accounts::{Right, Signed, Staff};
use crate::place::buurt::{self, TrajectArea};
use crate::platform::texts::t;
use crate::platform::{App, Problem, Typed, text};
use crate::step3::boards::{self, Board, FormValues, ListQuery, Notice, Saved};
use crate::step3::evidence;

const LARGEST_FORM: usize = 64 * 1024;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/traject/{id}/agenda", get(all).post(make))
        .route("/traject/{id}/agenda/nieuw", get(new))
        .route("/traject/{id}/agenda/{punt}", get(one).post(save))
        .route("/traject/{id}/agenda/{punt}/weg", post(remove))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

async fn own<'a>(
    app: &App,
    signed: &'a Signed,
    id: &str,
) -> Result<(&'a Staff, Traject, Arc<TrajectArea>), Problem> {
    let (staff, traject) = boards::own(app, signed, Right::Deepen, id).await?;
    let area = buurt::area(app, &traject.buurten).await;
    let area = area.map_err(AgendaError::from)?;
    Ok((staff, traject, area))
}

fn done(asked: &ListQuery) -> Notice {
    Notice { done: asked.done(), ..Notice::default() }
}

async fn all(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Query(asked): Query<ListQuery>,
) -> Result<Response, Problem> {
    let (_, traject, area) = own(&app, &signed, &id).await?;
    let points = service::of_traject(&app, &id).await?;
    Ok(page::list(&app, &traject, &area, &points, done(&asked)).await)
}

fn draft(sent: &FormValues) -> Draft {
    let text = |name: &str| sent.one(name).to_owned();
    let line = |name: &str| text::line(sent.one(name)).into_owned();
    Draft {
        what: text("what"),
        theme: text("theme"),
        where_words: line("where"),
        plek: text("plek"),
        when: line("when"),
        who: line("who"),
        quick_win: sent.ticked("quick"),
        status: text("status"),
        public: sent.ticked("public"),
        public_words: text("public_words"),
        public_when: line("public_when"),
        public_why: text("public_why"),
    }
}

async fn new(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<Response, Problem> {
    let (_, traject, area) = own(&app, &signed, &id).await?;
    let row = app.chance.ids.uuid().map_err(AgendaError::from)?;
    let draft = Draft { status: Status::Voorstel.word().to_owned(), ..Draft::default() };
    Ok(page::new(&app, &traject, &area, &row.to_string(), &draft, Notice::default()).await)
}

async fn make(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (staff, traject, _) = own(&app, &signed, &id).await?;
    let sent = FormValues::new(pairs);
    let row = boards::new_row(&sent).ok_or_else(|| Problem::from(AgendaError::None))?;
    check_theme(&sent, &traject)?;
    let draft = draft(&sent);
    match service::make(&app, staff, &traject, row.clone(), &draft).await {
        Ok(()) => Ok(Redirect::to(&format!("/traject/{id}/agenda/{row}?gedaan=gemaakt")).into_response()),
        Err(error) => Err(error.into()),
    }
}

/// One of the themes of the traject, or none.
fn check_theme(sent: &FormValues, traject: &Traject) -> Result<(), Problem> {
    let mut typed = Typed::default();
    typed.one_of("theme", sent.one("theme"), traject.themes.iter().map(String::as_str));
    typed.done()
}

async fn one(
    State(app): State<App>,
    signed: Signed,
    Path((id, row)): Path<(String, String)>,
    Query(asked): Query<ListQuery>,
) -> Result<Response, Problem> {
    let (staff, traject, area) = own(&app, &signed, &id).await?;
    let found = service::find(&app, &id, &row).await?;
    let draft = found.draft();
    row_page(&app, staff, &traject, &area, found, draft, done(&asked)).await
}

async fn row_page(
    app: &App,
    staff: &Staff,
    traject: &Traject,
    area: &TrajectArea,
    found: Point,
    draft: Draft,
    told: Notice,
) -> Result<Response, Problem> {
    let shown = async {
        let history = boards::history(app, Board::Agenda, &found.id).await?;
        let shelves = evidence::shelves(app, &traject.id).await?;
        let list = found.evidence.clone();
        let evidence = evidence::look(app, staff, &traject.id, &shelves, list).await?;
        Ok::<_, AgendaError>(Row { found, draft, evidence, history, told })
    };
    Ok(page::row(app, traject, area, shown.await?).await)
}

async fn save(
    State(app): State<App>,
    signed: Signed,
    Path((id, row)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (staff, traject, _) = own(&app, &signed, &id).await?;
    let sent = FormValues::new(pairs);
    check_theme(&sent, &traject)?;
    let (seen, draft) = (sent.version(), draft(&sent));
    let saved = service::change(&app, staff, traject.clone(), row.clone(), seen, Some(draft)).await;
    match saved {
        Ok(Saved::Kept) => {
            Ok(Redirect::to(&format!("/traject/{id}/agenda/{row}?gedaan=bewaard")).into_response())
        }
        Ok(Saved::Late(late)) => {
            Ok(page::late(&app, &traject, Board::Agenda.address(&id, &row), &late).await)
        }
        Err(error) => Err(error.into()),
    }
}

async fn remove(
    State(app): State<App>,
    signed: Signed,
    Path((id, row)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (staff, traject, area) = own(&app, &signed, &id).await?;
    let seen = FormValues::new(pairs).version();
    let now = service::find(&app, &id, &row).await?;
    if now.version != seen && !now.removed {
        // Somebody wrote in it since: that is read first.
        let told = Notice { done: None, wrong: vec![t("assumptions-remove-late")] };
        let draft = now.draft();
        return row_page(&app, staff, &traject, &area, now, draft, told).await;
    }
    service::change(&app, staff, traject, row, seen, None).await?;
    Ok(Redirect::to(&format!("/traject/{id}/agenda?gedaan=weg")).into_response())
}
