//! `/traject/{id}/terugkoppeling` for the team, `/terug/{slug}` for everybody.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;

use super::service;
use super::{FeedbackError, What, Words, page, paper, photos, selection};
use crate::input::photos::PhotoSize;
use crate::input::session::Traject;
use crate::people::accounts::{self, Right, Signed, Staff};
use crate::platform::{App, Problem, Typed};
use crate::step3::boards::{self, Board, FormValues, ListQuery, Notice, Saved, own};

const LARGEST_FORM: usize = 64 * 1024;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/traject/{id}/terugkoppeling", get(write).post(save))
        .route("/traject/{id}/terugkoppeling/voorbeeld", get(preview))
        .route("/traject/{id}/terugkoppeling/poster", get(poster))
        .route("/traject/{id}/terugkoppeling/keuze", post(choose))
        .route("/traject/{id}/terugkoppeling/online", post(publish))
        .route("/traject/{id}/terugkoppeling/offline", post(unpublish))
        .route("/terug/{slug}", get(public))
        .route("/terug/{slug}/foto/{number}", get(photo))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

async fn write(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Query(asked): Query<ListQuery>,
) -> Result<Response, Problem> {
    let (staff, traject) = own(&app, &signed, Right::Deepen, &id).await?;
    let done = match asked.word() {
        Some("bewaard") => Some("boards-saved"),
        Some("online") => Some("feedback-is-online"),
        Some("offline") => Some("feedback-is-offline"),
        Some("keuze") => Some("feedback-chosen"),
        _ => None,
    };
    desk(&app, staff, &traject, Notice { done, ..Notice::default() }).await
}

/// The page with the form.
async fn desk(app: &App, staff: &Staff, traject: &Traject, told: Notice) -> Result<Response, Problem> {
    let shown = async {
        let desk = service::desk(app, traject).await?;
        if !desk.choices.photos.is_empty() {
            accounts::looked::<FeedbackError>(app, &staff.id, &traject.id).await?;
        }
        let history = boards::history(app, Board::Terugkoppeling, &traject.id).await?;
        Ok::<_, FeedbackError>((desk, history))
    };
    let (desk, history) = shown.await?;
    Ok(page::desk(app, traject, desk, &history, told).await)
}

fn words(sent: &FormValues) -> Words {
    let text = |name: &str| sent.one(name).to_owned();
    Words { intro: text("intro"), strong: text("strong"), better: text("better"), closing: text("closing") }
}

async fn save(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (staff, traject) = own(&app, &signed, Right::Deepen, &id).await?;
    let sent = FormValues::new(pairs);
    let (seen, words) = (sent.version(), words(&sent));
    match service::save(&app, staff, &traject, seen, words.clone()).await {
        Ok(Saved::Kept) => {
            Ok(Redirect::to(&format!("/traject/{id}/terugkoppeling?gedaan=bewaard")).into_response())
        }
        Ok(Saved::Late(late)) => Ok(page::late(&app, &traject, &late).await),
        Err(error) => Err(error.into()),
    }
}

async fn publish(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (staff, traject) = own(&app, &signed, Right::Deepen, &id).await?;
    let brought = pairs.iter().any(|(name, _)| name == "strong");
    let sent = FormValues::new(pairs);
    let mut seen = sent.version();
    if brought {
        // What was typed and not saved yet goes along.
        let now = service::desk(&app, &traject).await?;
        if words(&sent).strong.trim().is_empty() {
            return Err(FeedbackError::Wrong("feedback-wrong-strong").into());
        }
        if now.words != words(&sent) || now.version == 0 {
            match service::save(&app, staff, &traject, seen, words(&sent)).await {
                Ok(Saved::Kept) => seen += 1,
                Ok(Saved::Late(late)) => return Ok(page::late(&app, &traject, &late).await),
                Err(error) => return Err(error.into()),
            }
        }
    }
    match service::publish(&app, staff, &id, seen).await {
        Ok(()) => Ok(Redirect::to(&format!("/traject/{id}/terugkoppeling?gedaan=online")).into_response()),
        Err(error) => Err(error.into()),
    }
}

async fn choose(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (staff, _) = own(&app, &signed, Right::Deepen, &id).await?;
    let sent = FormValues::new(pairs);
    let Ok(what) = sent.one("wat").parse::<What>() else {
        return Err(FeedbackError::Wrong("feedback-wrong-choice").into());
    };
    let mut typed = Typed::default();
    typed.one_of("erop", sent.one("erop"), ["ja", "nee"]);
    typed.done()?;
    let on = sent.one("erop") == "ja";
    selection::choose(&app, staff, &id, (what, sent.one("welke")), on).await?;
    Ok(Redirect::to(&format!("/traject/{id}/terugkoppeling?gedaan=keuze#{what}")).into_response())
}

async fn unpublish(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let (staff, _) = own(&app, &signed, Right::Deepen, &id).await?;
    service::unpublish(&app, staff, &id).await?;
    Ok(Redirect::to(&format!("/traject/{id}/terugkoppeling?gedaan=offline")).into_response())
}

async fn preview(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let (_, traject) = own(&app, &signed, Right::Deepen, &id).await?;
    let desk = service::desk(&app, &traject).await?;
    Ok(page::preview(&app, &traject, &desk.next, &desk.beside(&desk.next)).await)
}

async fn poster(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<Response, Problem> {
    let (_, traject) = own(&app, &signed, Right::Deepen, &id).await?;
    let desk = service::desk(&app, &traject).await?;
    // What is online goes on paper as it is online; else the draft, which says that it is one.
    let (page, online) = match &desk.online {
        Some((online, _)) => (online, true),
        None => (&desk.next, false),
    };
    let beside = desk.beside(page);
    let address =
        desk.slug.as_ref().filter(|_| online).map(|slug| format!("{}/terug/{slug}", app.public_url));
    paper::poster(&app, &traject, page, &beside.pictures, address).await.map_err(Problem::from)
}

async fn public(State(app): State<App>, Path(slug): Path<String>) -> Result<Response, Problem> {
    let public = service::public(&app, &slug).await?;
    Ok(page::public(&app, &slug, &public).await)
}

#[derive(Deserialize)]
struct Size {
    size: Option<String>,
    welke: Option<String>,
}

/// A photo of a public page, by its number on it: not by the address that the team uses, which outlives the page.
async fn photo(
    State(app): State<App>,
    Path((slug, number)): Path<(String, usize)>,
    Query(asked): Query<Size>,
) -> Result<Response, Problem> {
    let size = if asked.size.as_deref() == Some("thumb") { PhotoSize::Thumb } else { PhotoSize::Large };
    let served = async {
        let public = service::public(&app, &slug).await?;
        photos::public(&app, &public.beside.photos, number, asked.welke.as_deref(), size).await
    };
    let served = served.await?;
    // Gone from here as soon as it is withdrawn, hidden or taken off, and an hour later from whatever kept it on the way.
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "public, max-age=3600")];
    Ok((headers, served.bytes).into_response())
}
