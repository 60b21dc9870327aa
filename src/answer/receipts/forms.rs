//! The pages of a receipt: the end of a turn with five words, and finding pins back with them. No cookie holds
//! the words: each form carries them, and no page is kept.

use axum::Router;
use axum::extract::{Form, Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{ReceiptError, page, service};
use crate::input::photos;
use crate::input::pins;
use crate::input::session;
use crate::platform::web::with_cookie;
use crate::platform::{App, Problem};
use crate::ui::refused;

/// The pages of this room.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/s/{code}/klaar", post(done))
        .route("/s/{code}/terug", get(ask).post(found))
        .route("/s/{code}/terug/weg", post(withdraw))
        .route("/s/{code}/terug/bewaar", post(save))
}

/// One person's turn ends: five words for what they put, and nothing of it stays at this device.
async fn done(State(app): State<App>, Path(code): Path<String>, jar: CookieJar) -> Result<Response, Problem> {
    let found = session::find(&app, &code).await?;
    let turn = jar.get("beurt").and_then(|cookie| Uuid::try_parse(cookie.value()).ok());
    let words = match turn {
        None => None,
        Some(turn) => match service::give(&app, &found.code, turn, None).await {
            Ok((_, words)) => Some(words),
            Err(ReceiptError::NothingToFind) => None,
            Err(error) => return Err(error.into()),
        },
    };
    let ended = format!("beurt=; Path=/s/{}; SameSite=Strict; Max-Age=0", found.code);
    let page = page::done(&app, &found, words).await;
    with_cookie(page, &app, &ended)
}

async fn ask(State(app): State<App>, Path(code): Path<String>) -> Result<Response, Problem> {
    let found = session::find(&app, &code).await?;
    Ok(page::ask(&app, &found, None).await)
}

#[derive(Deserialize)]
struct Typed {
    words: String,
    #[serde(default)]
    id: String,
    #[serde(default)]
    text: String,
    /// The button asks first; who says yes sends this no more.
    vraag: Option<String>,
}

async fn found(
    State(app): State<App>,
    Path(code): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    list(&app, &code, &typed.words, None).await
}

async fn list(app: &App, code: &str, words: &str, said: Option<&'static str>) -> Result<Response, Problem> {
    let (session, found) = match service::find(app, code, words).await {
        Ok(found) => found,
        Err(ReceiptError::Words) => {
            let session = session::find(app, code).await?;
            return Ok(page::ask(app, &session, Some(words)).await);
        }
        Err(error) => return Err(error.into()),
    };
    let ids: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
    let pictures = photos::of_pins(app, &session.code, &ids).await?;
    let traject = session::find_traject(app, &session.traject).await?;
    let became = service::became(app, &session, &found, &pictures).await?;
    let answers = service::answers(app, code, words).await?;
    let walks = service::walks(app, code, words).await?;
    let list = page::List { found, answers, walks, became, words: words.to_owned(), said };
    Ok(page::found(app, &session, &traject, list, &pictures).await)
}

async fn withdraw(
    State(app): State<App>,
    Path(code): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    if typed.vraag.is_some() {
        let found = session::find(&app, &code).await?;
        return Ok(page::withdrawing(&app, &found, &typed.words, &typed.id).await);
    }
    let id = pins::pin_id(&typed.id)?;
    let gone = match service::withdraw(&app, &code, &typed.words, id).await {
        Err(ReceiptError::NoPin) => service::withdraw_walk(&app, &code, &typed.words, id).await,
        gone => gone,
    };
    match gone {
        Ok(()) => list(&app, &code, &typed.words, Some("receipts-gone")).await,
        // Pressed twice: it is gone already.
        Err(ReceiptError::NoPin) => list(&app, &code, &typed.words, None).await,
        Err(error) => Err(error.into()),
    }
}

async fn save(
    State(app): State<App>,
    Path(code): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let change = async {
        let id = pins::pin_id(&typed.id)?;
        let patch = json!({ "properties": { "text": typed.text } });
        service::change(&app, &code, &typed.words, id, patch).await
    };
    let problem = match change.await {
        Ok(_) => return list(&app, &code, &typed.words, Some("receipts-saved")).await,
        // Without the right words there is no list to show it in.
        Err(error @ ReceiptError::Words) => return Err(error.into()),
        Err(error) => Problem::from(error),
    };
    // What was typed stays in its form, with what is wrong beside it.
    match list(&app, &code, &typed.words, None).await {
        Ok(page) => Ok(refused(page, &problem)),
        Err(_) => Err(problem),
    }
}
