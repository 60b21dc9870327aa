//! `/s/{code}` of a teruglegging, and its forms: everything works without script.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::post;
use axum_extra::extract::CookieJar;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::page::{self, Table};
use super::{About, AnswerError, read_answer, service};
use crate::input::pins;
use crate::input::session::{self, SessionError, Status, Wijksessie};
use crate::platform::{App, Problem};
use crate::step3::agenda::read_place;
use crate::step3::boards::FormValues;
use crate::ui::TurnEnd;

const LARGEST_FORM: usize = 16 * 1024;

/// The pages of this room.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/s/{code}/antwoord", post(give))
        .route("/s/{code}/antwoord/weg", post(take_back))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

/// What is looked at: which map or the agenda, which place, and what was just done.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct TableQuery {
    kaart: Option<String>,
    plek: Option<String>,
    gedaan: Option<String>,
}

/// The page at `/s/{code}` of a teruglegging.
///
/// # Errors
/// The page that says what is wrong.
pub async fn show(
    app: &App,
    session: &Wijksessie,
    jar: &CookieJar,
    asked: TableQuery,
) -> Result<Response, Problem> {
    if session.status != Status::Open {
        return Ok(page::closed(app, session).await);
    }
    let about = asked.kaart.as_deref().and_then(|word| word.parse().ok()).unwrap_or(About::Sterk);
    let place = asked.plek.as_deref().and_then(read_place);
    let done = match asked.gedaan.as_deref() {
        Some("antwoord") => Some("teruglegging-given"),
        Some("weg") => Some("teruglegging-taken-back"),
        _ => None,
    };
    table(app, session, jar, Looking { about, place, done, typed: FormValues::default(), wrong: Vec::new() })
        .await
}

/// What is looked at, and what was typed that could not be kept.
struct Looking {
    about: About,
    place: Option<crate::place::buurt::Place>,
    done: Option<&'static str>,
    typed: FormValues,
    wrong: Vec<String>,
}

async fn table(
    app: &App,
    session: &Wijksessie,
    jar: &CookieJar,
    looking: Looking,
) -> Result<Response, Problem> {
    let turn = pins::turn(app, jar)?;
    let found = async {
        let laid = service::laid(app, session).await?;
        let own = service::own(app, &session.code, turn.0).await?;
        let ids: Result<Vec<Uuid>, _> = (0..=laid.points.len()).map(|_| app.chance.ids.uuid()).collect();
        let ids = ids.map_err(SessionError::from)?;
        Ok::<_, AnswerError>((laid, own, ids))
    };
    let (laid, own, ids) = found.await?;
    let Looking { about, place, done, typed, wrong } = looking;
    let page = page::table(app, session, &Table { laid, own, ids, about, place, done, typed, wrong }).await;
    Ok(with_turn(page, app, session, turn))
}

fn with_turn(page: Response, app: &App, session: &Wijksessie, turn: (Uuid, bool)) -> Response {
    pins::with_turn(page, app, &session.code, turn, &TurnEnd::writing(&session.code, session.turn_pause()))
}

/// A field of a form that may be left open.
fn optional(word: &str) -> Value {
    if word.is_empty() { Value::Null } else { word.into() }
}

async fn give(
    State(app): State<App>,
    Path(code): Path<String>,
    jar: CookieJar,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let session = session::find(&app, &code).await?;
    let turn = pins::turn(&app, &jar)?;
    let sent = FormValues::new(pairs);
    let place = read_place(sent.one("plek"));
    let body = json!({
        "about": sent.one("about"), "point": optional(sent.one("punt")),
        "place": place.map(|place| [place.lon, place.lat]),
        "says": sent.one("says"), "words": sent.one("words"), "participant": turn.0.to_string(),
    });
    let outcome = async {
        app.limits.write(&session.code, &turn.0.to_string())?;
        let (answer, who) = read_answer(&body).map_err(AnswerError::Wrong)?;
        let id = Uuid::try_parse(sent.one("id")).map_err(|_| AnswerError::Id)?;
        service::put(&app, &session.code, id, answer, who).await?;
        Ok::<_, Problem>(())
    };
    let about = sent.one("about").to_owned();
    let response = match outcome.await {
        Ok(()) => Redirect::to(&format!("/s/{}?kaart={about}&gedaan=antwoord#antwoorden", session.code))
            .into_response(),
        Err(wrong) if session.status == Status::Open && wrong.status.as_u16() == 422 => {
            let status = wrong.status;
            let lines = match wrong.field_errors() {
                [] => vec![wrong.detail()],
                fields => fields.iter().map(|field| field.detail.clone()).collect(),
            };
            let about = about.parse().unwrap_or(About::Sterk);
            let looking = Looking { about, place, done: None, typed: sent, wrong: lines };
            let mut page = table(&app, &session, &jar, looking).await?;
            *page.status_mut() = status;
            page
        }
        Err(wrong) => wrong.into_response(),
    };
    Ok(with_turn(response, &app, &session, turn))
}

async fn take_back(
    State(app): State<App>,
    Path(code): Path<String>,
    jar: CookieJar,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let session = session::find(&app, &code).await?;
    let turn = pins::turn(&app, &jar)?;
    let id = Uuid::try_parse(FormValues::new(pairs).one("id")).map_err(|_| AnswerError::Id)?;
    service::take_back(&app, &session.code, id, turn.0).await?;
    Ok(Redirect::to(&format!("/s/{}?gedaan=weg#antwoorden", session.code)).into_response())
}
