//! The pages of who prepares and guides: a traject, its moments, and one moment from plan to close.

use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};

use super::hooks::Hooks;
use super::plan::{self, Draft};
use super::{AGES, Attended, Audience, Method, PAUSE_S, Plan, ROLES, SessionError, page, paper, service};
use crate::input::arrivals;
use crate::people::accounts::{Right, Signed, Staff};
use crate::place::buurt;
use crate::platform::{App, Problem, Typed};

/// The pages of this room.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/traject/nieuw", get(new_traject).post(make_traject))
        .route("/traject/{id}/voorbereiding", get(edit_traject).post(save_traject))
        .route("/traject/{id}/momenten", get(moments))
        .route("/traject/{id}/momenten/nieuw", get(new_moment).post(plan_moment))
        .route("/sessie/{code}", get(moment))
        .route("/sessie/{code}/open", post(open))
        .route("/sessie/{code}/dicht", post(close))
        .route("/sessie/{code}/aanwezig", post(attended))
        .route("/sessie/{code}/poster", get(poster))
        .route("/sessie/{code}/plattegrond", get(plattegrond))
}

/// The longest time after which a turn ends, in seconds.
const LONGEST_PAUSE_S: u32 = 600;
/// Most people of an age or a role at a moment.
const MOST_THERE: u32 = 10_000;

/// What a form sends, field by field; some come more than once.
type Fields = Vec<(String, String)>;

fn to(address: &str) -> Response {
    Redirect::to(address).into_response()
}

fn one<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
}

fn all(fields: &Fields, name: &str) -> Vec<String> {
    fields.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect()
}

fn draft(fields: &Fields) -> Draft {
    let mut themes = all(fields, "theme");
    themes.extend(one(fields, "themes").lines().map(str::to_owned));
    Draft {
        title: one(fields, "title").to_owned(),
        buurten: all(fields, "buurt"),
        question: one(fields, "question").to_owned(),
        checklist: all(fields, "checklist"),
        promise: one(fields, "promise").to_owned(),
        themes,
        sensitive: all(fields, "sensitive"),
        k: one(fields, "k").parse().unwrap_or(0),
        erase_on: one(fields, "erase_on").to_owned(),
        keep_layers: one(fields, "keep_layers") == "1",
        assume_first: one(fields, "assume_first") == "1",
    }
}

/// A box that is ticked sends `1` and nothing else.
fn check_ticks(fields: &Fields) -> Result<(), Problem> {
    let mut typed = Typed::default();
    for name in ["keep_layers", "assume_first"] {
        typed.one_of(name, one(fields, name), ["1"]);
    }
    typed.done()
}

async fn new_traject(State(app): State<App>, signed: Signed) -> Result<Response, Problem> {
    signed.may(&app, Right::Prepare, None).await?;
    let buurten = buurt::list(&app).await.map_err(SessionError::from)?;
    Ok(page::traject(&app, None, &buurten, false).await)
}

async fn make_traject(
    State(app): State<App>,
    signed: Signed,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::Prepare, None).await?;
    check_ticks(&fields)?;
    let made = plan::make(&app, Some(staff), draft(&fields)).await?;
    Ok(to(&format!("/traject/{}/momenten", made.id)))
}

async fn edit_traject(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    signed.may(&app, Right::Prepare, Some(&id)).await?;
    let traject = service::find_traject(&app, &id).await?;
    let released = super::released(&app, &id).await?;
    let settled = !released.is_empty() || traject.opened.is_some();
    Ok(page::traject(&app, Some(&traject), &[], settled).await)
}

async fn save_traject(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::Prepare, Some(&id)).await?;
    let before = service::find_traject(&app, &id).await?;
    check_ticks(&fields)?;
    plan::change(&app, staff, &before, draft(&fields)).await?;
    Ok(to(&format!("/traject/{id}/momenten")))
}

async fn moments(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    signed.may(&app, Right::Prepare, Some(&id)).await?;
    let traject = service::find_traject(&app, &id).await?;
    let plans = plan::plans(&app, &id).await?;
    Ok(page::moments(&app, &traject, plans).await)
}

/// What another page fills in before: where people are found.
#[derive(serde::Deserialize)]
struct Before {
    #[serde(default)]
    vindplaats: String,
}

async fn new_moment(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Query(before): Query<Before>,
) -> Result<Response, Problem> {
    signed.may(&app, Right::Prepare, Some(&id)).await?;
    let traject = service::find_traject(&app, &id).await?;
    Ok(page::new_moment(&app, &traject, before.vindplaats).await)
}

async fn plan_moment(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::Prepare, Some(&id)).await?;
    let traject = service::find_traject(&app, &id).await?;
    let mut typed = Typed::default();
    let method = typed.choice("method", one(&fields, "method")).unwrap_or(Method::Wijksessie);
    let audience = typed.choice("audience", one(&fields, "audience")).unwrap_or(Audience::Bewoners);
    let expected = typed.number("expected", one(&fields, "expected"), 0..=MOST_THERE);
    typed.one_of("tables", one(&fields, "tables"), ["1"]);
    typed.done()?;
    let set = |name: &str| Some(one(&fields, name).to_owned()).filter(|text| !text.trim().is_empty());
    let planned = Plan {
        code: String::new(),
        traject: traject.id,
        title: one(&fields, "title").to_owned(),
        method,
        audience,
        tables: one(&fields, "tables") == "1",
        group: one(&fields, "group").trim().to_owned(),
        vindplaats: one(&fields, "vindplaats").trim().to_owned(),
        day: set("day"),
        expected,
        pause: PAUSE_S,
        attended: Attended::default(),
        status: None,
    };
    let planned = plan::plan(&app, staff, planned).await?;
    Ok(to(&format!("/sessie/{}", planned.code)))
}

/// The moment, for a begeleider of its traject.
async fn own<'a>(app: &App, signed: &'a Signed, code: &str) -> Result<(&'a Staff, Plan), Problem> {
    let plan = plan::find_plan(app, code).await?;
    let staff = signed.may(app, Right::Guide, Some(&plan.traject)).await?;
    Ok((staff, plan))
}

async fn moment(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let (_, plan) = own(&app, &signed, &code).await?;
    let traject = service::find_traject(&app, &plan.traject).await?;
    let hooks = app.given.of::<Hooks>()?;
    let mut outside = Vec::new();
    for told in hooks.outside {
        outside.extend(told(&app, &plan.code).await?);
    }
    let floods = arrivals::floods_of(&app, &plan.code).await.map_err(SessionError::from)?;
    Ok(page::moment(&app, &traject, &plan, !floods.is_empty(), outside).await)
}

async fn open(State(app): State<App>, signed: Signed, Path(code): Path<String>) -> Result<Response, Problem> {
    let (staff, found) = own(&app, &signed, &code).await?;
    plan::open(&app, staff, &found).await?;
    Ok(to(&format!("/sessie/{}", found.code)))
}

async fn close(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let (staff, found) = own(&app, &signed, &code).await?;
    match service::close(&app, Some(&staff.id), &found.code).await {
        // Pressed twice: it is closed already.
        Ok(()) | Err(SessionError::NotOpen) => Ok(to(&format!("/sessie/{}", found.code))),
        Err(error) => Err(error.into()),
    }
}

async fn attended(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let (_, found) = own(&app, &signed, &code).await?;
    let mut typed = Typed::default();
    let mut count = |start: &str, names: &[&str]| {
        let counted = names.iter().filter_map(|name| {
            let field = format!("{start}-{name}");
            Some(((*name).to_owned(), typed.number(&field, one(&fields, &field), 0..=MOST_THERE)?))
        });
        counted.collect()
    };
    let attended = Attended { age: count("age", &AGES), role: count("role", &ROLES) };
    let pause = typed.number("pause", one(&fields, "pause"), 0..=LONGEST_PAUSE_S).unwrap_or(found.pause);
    typed.done()?;
    plan::settle(&app, &found, pause, attended).await?;
    Ok(to(&format!("/sessie/{}", found.code)))
}

async fn poster(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let (_, found) = own(&app, &signed, &code).await?;
    let traject = service::find_traject(&app, &found.traject).await?;
    paper::poster(&app, &traject, &found).await.map_err(Problem::from)
}

async fn plattegrond(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let (_, found) = own(&app, &signed, &code).await?;
    let traject = service::find_traject(&app, &found.traject).await?;
    let area = buurt::area(&app, &traject.buurten).await.map_err(SessionError::from)?;
    paper::plattegrond(&app, &traject, &found, &area).await.map_err(Problem::from)
}
