//! The queue as pages: looking, and deciding by form.

use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;

use super::page::{self, Queue};
use super::{Decision, Mark, ModerationError, Of, Reason, Verdict, approval, service};
use crate::input::session;
use crate::people::accounts::{Right, Signed};
use crate::place::buurt;
use crate::platform::{App, Problem, Typed};

/// The pages of this room.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/sessie/{code}/bekijken", get(queue))
        .route("/sessie/{code}/bekijken/samen", post(together))
        .route("/sessie/{code}/bekijken/{id}", post(decide))
}

#[derive(Deserialize)]
struct Params {
    al: Option<String>,
    laat: Option<String>,
    na: Option<String>,
}

async fn queue(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
    Query(asked): Query<Params>,
) -> Result<Response, Problem> {
    let session = session::for_staff(&app, &signed, Right::Moderate, &code).await?;
    let shown = async {
        let area = buurt::area(&app, &session.buurten).await?;
        let decided = asked.al.is_some();
        let after = asked.na.map(|text| Mark::read(&text).ok_or(ModerationError::NoCursor)).transpose()?;
        let (part, total) = if decided {
            let part = service::decided(&app, &signed.0, &session, after.as_ref(), service::PAGE).await?;
            (part, service::count_decided(&app, &session.code).await?)
        } else {
            let part = service::waiting(&app, &signed.0, &session, after.as_ref(), service::PAGE).await?;
            let counts = service::counts(&app, &session.code).await?;
            (part, counts.texts + counts.photos)
        };
        let after = after.map(|mark| mark.to_string());
        let queue = Queue { part, total, after, decided, late: asked.laat.is_some() };
        Ok::<_, ModerationError>(page::queue(&app, &session, &area, &queue).await)
    };
    shown.await.map_err(Problem::from)
}

/// What the form of one item sends. A choice that was left open is empty.
#[derive(Deserialize)]
struct DecisionForm {
    of: Option<Of>,
    decision: Decision,
    #[serde(default)]
    text: String,
    /// The words as the page showed them.
    #[serde(default)]
    was: String,
    theme: Option<String>,
    #[serde(default)]
    place_name: String,
    #[serde(default)]
    reason: String,
    version: Option<i64>,
    street: Option<String>,
    #[serde(default)]
    again: bool,
    /// Behind which item the page began.
    na: Option<String>,
}

async fn decide(
    State(app): State<App>,
    signed: Signed,
    Path((code, id)): Path<(String, String)>,
    Form(sent): Form<DecisionForm>,
) -> Result<Response, Problem> {
    let session = session::for_staff(&app, &signed, Right::Moderate, &code).await?;
    let mut wrong = Typed::default();
    wrong.one_of("reason", &sent.reason, Reason::ALL.into_iter().map(Reason::word));
    wrong.done()?;
    let back = page::address(&session.code, sent.again, sent.na.as_deref());
    let typed = sent.text.replace("\r\n", "\n").trim() != sent.was.replace("\r\n", "\n").trim();
    let verdict = Verdict {
        of: sent.of,
        decision: sent.decision,
        // Browsers send the ends of lines as two characters.
        text: Some(sent.text.replace("\r\n", "\n")),
        theme: sent.theme,
        place: None,
        street: sent.street.is_some(),
        place_name: Some(sent.place_name),
        reason: Reason::ALL.into_iter().find(|reason| reason.word() == sent.reason),
        version: sent.version,
        again: sent.again,
    };
    match service::decide(&app, &signed.0, session, id, verdict).await {
        Ok(_) => Ok(Redirect::to(&back).into_response()),
        // Where words were changed, the page of the problem gives them back.
        Err(ModerationError::Decided | ModerationError::NoItem) if !typed => {
            let also = if back.contains('?') { '&' } else { '?' };
            Ok(Redirect::to(&format!("{back}{also}laat=1")).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Texts that were ticked, each as `of:id:version`.
async fn together(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let session = session::for_staff(&app, &signed, Right::Moderate, &code).await?;
    let read = |value: &str| {
        let [of, id, version] = value.split(':').collect::<Vec<_>>()[..] else { return None };
        Some((Of::from_word(of)?, id.to_owned(), version.parse().ok()?))
    };
    let (mut seen, mut wrong) = (Vec::new(), Typed::default());
    for (_, value) in fields.iter().filter(|(name, _)| name == "item") {
        match read(value) {
            Some(one) => seen.push(one),
            None => wrong.one_of("item", value, []),
        }
    }
    wrong.done()?;
    let late = approval::approve_many(&app, Some(&signed.0), &session, seen).await?;
    let more = if late > 0 { "?laat=1" } else { "" };
    Ok(Redirect::to(&format!("/sessie/{}/bekijken{more}", session.code)).into_response())
}
