//! `/traject/{id}/aannames`: writing down, judging, reading back, and opening the layers.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};

use super::page::{self, Row};
use super::service::{self, Change};
use super::{Assumption, AssumptionError, Verdict};
use crate::input::session::Traject;
use crate::people::accounts::{Right, Role, Signed, Staff};
use crate::platform::texts::t;
use crate::platform::{App, Problem, Typed};
use crate::step3::boards::{self, Board, FormValues, ListQuery, Notice, Saved, own};
use crate::step3::evidence;

const LARGEST_FORM: usize = 64 * 1024;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/traject/{id}/aannames", get(all).post(make))
        .route("/traject/{id}/aannames/{aanname}", get(one).post(save))
        .route("/traject/{id}/aannames/{aanname}/oordeel", post(judge))
        .route("/traject/{id}/aannames/{aanname}/weg", post(remove))
        .route("/traject/{id}/kaarten-open", get(ask_to_open).post(open))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

/// Whether the residents' layers are closed for this person.
fn is_closed(staff: &Staff, traject: &Traject) -> bool {
    staff.role == Role::Professional && traject.is_closed()
}

/// What the address says that went well.
fn done(asked: &ListQuery) -> Notice {
    let done = if asked.word() == Some("open") { Some("assumptions-opened") } else { asked.done() };
    Notice { done, ..Notice::default() }
}

async fn all(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Query(asked): Query<ListQuery>,
) -> Result<Response, Problem> {
    let (staff, traject) = own(&app, &signed, Right::BringIn, &id).await?;
    let told = done(&asked);
    list(&app, staff, traject, told).await
}

async fn list(app: &App, staff: &Staff, traject: Traject, told: Notice) -> Result<Response, Problem> {
    let shown = async {
        let list = service::of_traject(app, &traject.id).await?;
        let opened = service::opened(app, &traject).await?;
        let id = app.chance.ids.uuid().map_err(AssumptionError::from)?;
        Ok::<_, AssumptionError>((list, opened, id))
    };
    let (list, opened, id) = shown.await?;
    let new = id.to_string();
    Ok(page::list(
        app,
        page::List { closed: is_closed(staff, &traject), traject, all: list, opened, new, told },
    )
    .await)
}

async fn make(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (staff, traject) = own(&app, &signed, Right::BringIn, &id).await?;
    let sent = FormValues::new(pairs);
    let row = boards::new_row(&sent).ok_or_else(|| Problem::from(AssumptionError::None))?;
    check_theme(&sent, &traject)?;
    let (words, theme) = (sent.one("words").to_owned(), sent.one("theme"));
    match service::make(&app, staff, &traject, row, words, theme).await {
        Ok(()) => Ok(Redirect::to(&format!("/traject/{id}/aannames?gedaan=gemaakt")).into_response()),
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
    let (staff, traject) = own(&app, &signed, Right::BringIn, &id).await?;
    let found = service::find(&app, &id, &row).await?;
    let told = done(&asked);
    row_page(&app, staff, traject, found, told).await
}

async fn row_page(
    app: &App,
    staff: &Staff,
    traject: Traject,
    found: Assumption,
    told: Notice,
) -> Result<Response, Problem> {
    let closed = is_closed(staff, &traject);
    let shown = async {
        let history = boards::history(app, Board::Aanname, &found.id).await.map_err(AssumptionError::from)?;
        // Before the layers are open there is nothing of residents here either.
        let evidence = if closed {
            Vec::new()
        } else {
            let shelves = evidence::shelves(app, &traject.id).await?;
            evidence::look(app, staff, &traject.id, &shelves, found.evidence.clone()).await?
        };
        Ok::<_, AssumptionError>(Row { traject, closed, found, evidence, history, told })
    };
    Ok(page::row(app, shown.await?).await)
}

/// Changes a row, and shows what came of it: where somebody else was first, both.
async fn changed(
    app: &App,
    staff: &Staff,
    traject: Traject,
    row: String,
    sent: FormValues,
    change: Change,
    to: &str,
) -> Result<Response, Problem> {
    let back = format!("/traject/{}/aannames/{row}", traject.id);
    match service::change(app, staff, traject.clone(), row, sent.version(), change).await {
        Ok(Saved::Kept) => Ok(Redirect::to(&format!("{back}?gedaan=bewaard")).into_response()),
        Ok(Saved::Late(late)) => Ok(page::late(app, &traject, format!("{back}{to}"), &late).await),
        Err(error) => Err(error.into()),
    }
}

async fn save(
    State(app): State<App>,
    signed: Signed,
    Path((id, row)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (staff, traject) = own(&app, &signed, Right::BringIn, &id).await?;
    let sent = FormValues::new(pairs);
    check_theme(&sent, &traject)?;
    let change = Change::Words { words: sent.one("words").to_owned(), theme: sent.one("theme").to_owned() };
    changed(&app, staff, traject, row, sent, change, "").await
}

async fn judge(
    State(app): State<App>,
    signed: Signed,
    Path((id, row)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (staff, traject) = own(&app, &signed, Right::Deepen, &id).await?;
    let sent = FormValues::new(pairs);
    let mut typed = Typed::default();
    typed.choice::<Verdict>("verdict", sent.one("verdict"));
    typed.done()?;
    let change = Change::Verdict {
        verdict: sent.one("verdict").to_owned(),
        because: sent.one("because").to_owned(),
        words: sent.one("words").to_owned(),
    };
    changed(&app, staff, traject, row, sent, change, "/oordeel").await
}

async fn remove(
    State(app): State<App>,
    signed: Signed,
    Path((id, row)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (staff, traject) = own(&app, &signed, Right::BringIn, &id).await?;
    let seen = FormValues::new(pairs).version();
    let now = service::find(&app, &id, &row).await?;
    if now.version != seen && !now.removed {
        // Somebody wrote in it since: that is read first.
        let told = Notice { done: None, wrong: vec![t("assumptions-remove-late")] };
        return row_page(&app, staff, traject, now, told).await;
    }
    service::change(&app, staff, traject, row, seen, Change::Remove).await?;
    Ok(Redirect::to(&format!("/traject/{id}/aannames?gedaan=weg")).into_response())
}

async fn ask_to_open(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let (_, traject) = own(&app, &signed, Right::BringIn, &id).await?;
    let list = service::of_traject(&app, &id).await?;
    Ok(page::ask_to_open(&app, &traject, list.len()).await)
}

async fn open(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<Response, Problem> {
    let (staff, _) = own(&app, &signed, Right::BringIn, &id).await?;
    service::open(&app, staff, &id).await?;
    Ok(Redirect::to(&format!("/traject/{id}/aannames?gedaan=open")).into_response())
}
