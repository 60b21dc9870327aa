//! The same without map, WebAssembly or pointer: ordinary forms. Whose turn it is stands in a cookie that
//! only this wijksessie's pages are sent.

#![allow(clippy::result_large_err, reason = "what goes wrong is answered at once, as a page")]

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Multipart, Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use serde::Deserialize;
use uuid::Uuid;

use super::form_page::{self, Chosen, FormView};
use super::listing::{self, Listed};
use super::{Pin, PinError, Place, list_page, page, pin_id, service, together};
use crate::buurt;
use crate::photos::{self, StoreError};
use crate::platform::web::with_cookie;
use crate::platform::{App, Problem};
use crate::session::{self, Method, Status, Wijksessie};
use crate::teruglegging;
use crate::ui::{Shown, show};

const COOKIE: &str = "beurt";
const LARGEST_FORM: usize = 64 * 1024;

/// The pages of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/s/{code}", get(board))
        .route("/s", get(find))
        .route("/s/{code}/formulier", get(form).post(place))
        .route("/s/{code}/lijst", get(list))
        .route("/s/{code}/stip/{id}", get(edit).post(save))
        .route("/s/{code}/stip/{id}/weg", post(remove))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .route("/s/{code}/stip/{id}/foto", get(photo_page).post(photo).layer(photos::upload_limit()))
}

/// Whose turn it is, from the cookie; otherwise a new one. And whether it is new.
///
/// # Errors
/// When the system has no randomness: the page that says so.
pub fn turn(app: &App, jar: &CookieJar) -> Result<(Uuid, bool), Response> {
    if let Some(known) = jar.get(COOKIE).and_then(|cookie| Uuid::try_parse(cookie.value()).ok()) {
        return Ok((known, false));
    }
    let new = app.chance.ids.uuid().map_err(|error| show(app, Problem::internal(&error)))?;
    Ok((new, true))
}

/// The cookie is readable by the page's own script: the map and the forms are one person's turn.
pub fn with_turn(response: Response, app: &App, code: &str, (turn, new): (Uuid, bool)) -> Response {
    if !new {
        return response;
    }
    let cookie = format!("{COOKIE}={turn}; Path=/s/{code}; SameSite=Strict");
    with_cookie(response, app, &cookie).unwrap_or_else(|problem| show(app, problem))
}

async fn session(app: &App, code: &str) -> Result<Wijksessie, Response> {
    session::find(app, code).await.map_err(|error| show(app, error))
}

async fn area(app: &App, session: &Wijksessie) -> Result<std::sync::Arc<buurt::TrajectArea>, Response> {
    buurt::area(app, &session.buurten).await.map_err(|error| show(app, PinError::from(error)))
}

async fn board(
    State(app): State<App>,
    Path(code): Path<String>,
    jar: CookieJar,
    Query(laid): Query<teruglegging::Asked>,
) -> Shown {
    let found = session(&app, &code).await?;
    if found.code != code {
        // One address for one wijksessie: the cookie of a turn belongs to it.
        return Ok(Redirect::permanent(&format!("/s/{}", found.code)).into_response());
    }
    if found.method == Method::Teruglegging {
        return teruglegging::show(&app, &found, &jar, laid).await;
    }
    let area = area(&app, &found).await?;
    Ok(page::board(&app, &found, &area))
}

#[derive(Deserialize)]
struct Typed {
    code: Option<String>,
}

/// A code typed on the first page.
async fn find(State(app): State<App>, Query(typed): Query<Typed>) -> Shown {
    let found = session(&app, typed.code.as_deref().unwrap_or_default()).await?;
    Ok(Redirect::to(&format!("/s/{}", found.code)).into_response())
}

#[derive(Deserialize)]
struct Where {
    zoek: Option<String>,
    plek: Option<String>,
    naam: Option<String>,
}

/// A place in an address: `buurt`, or longitude and latitude.
fn read_chosen(plek: Option<&str>, naam: Option<String>) -> Option<Chosen> {
    match plek? {
        "buurt" => Some(Chosen { place: None, name: naam }),
        text => {
            let (lon, lat) = text.split_once(',')?;
            let (lon, lat): (f64, f64) = (lon.parse().ok()?, lat.parse().ok()?);
            let sound = lon.abs() <= 180.0 && lat.abs() <= 90.0;
            sound.then_some(Chosen { place: Some(Place { lon, lat }), name: naam })
        }
    }
}

async fn form(
    State(app): State<App>,
    Path(code): Path<String>,
    jar: CookieJar,
    Query(asked): Query<Where>,
) -> Shown {
    let session = session(&app, &code).await?;
    if session.status != Status::Open {
        return Ok(show(&app, session::SessionError::NotOpen));
    }
    let area = area(&app, &session).await?;
    let id = app.chance.ids.uuid().map_err(|error| show(&app, Problem::internal(&error)))?;
    let turn = turn(&app, &jar)?;
    let view = FormView {
        search: asked.zoek.unwrap_or_default(),
        chosen: read_chosen(asked.plek.as_deref(), asked.naam),
        id: id.to_string(),
        ..FormView::default()
    };
    Ok(with_turn(form_page::form(&app, &session, &area, &view), &app, &session.code, turn))
}

/// What the form sends. Fields that hold several values come one by one.
#[derive(Default)]
struct Sent {
    id: String,
    plek: String,
    naam: String,
    kind: String,
    words: Vec<String>,
    text: String,
    theme: String,
    moment: String,
    people: String,
}

/// A field of a form that may be left open.
fn optional(word: &str) -> serde_json::Value {
    if word.is_empty() { serde_json::Value::Null } else { word.into() }
}

fn read_sent(pairs: Vec<(String, String)>) -> Sent {
    let mut sent = Sent::default();
    for (name, value) in pairs {
        match name.as_str() {
            "id" => sent.id = value,
            "plek" => sent.plek = value,
            "naam" => sent.naam = value,
            "kind" => sent.kind = value,
            "woord" => sent.words.push(value),
            "text" => sent.text = value,
            "theme" => sent.theme = value,
            "moment" => sent.moment = value,
            "people" => sent.people = value,
            _ => {}
        }
    }
    sent
}

impl Sent {
    fn pin(&self) -> Result<Pin, PinError> {
        let chosen = read_chosen(Some(&self.plek), None);
        let text = together(&self.words, &self.text);
        let people: u32 = self.people.parse().unwrap_or(1);
        let body = serde_json::json!({
            "type": "Feature",
            "geometry": super::geometry(chosen.and_then(|chosen| chosen.place)),
            "properties": {
                "kind": self.kind, "text": text, "theme": optional(&self.theme),
                "moment": optional(&self.moment), "people": people, "participant": Uuid::nil().to_string(),
            },
        });
        super::read_feature(&body).map(|(pin, _)| pin).map_err(PinError::Wrong)
    }

    fn view(self, problem: &Problem) -> FormView {
        let problems = match problem.field_errors() {
            [] => vec![problem.detail()],
            fields => fields.iter().map(|field| field.detail.clone()).collect(),
        };
        let name = (!self.naam.is_empty()).then_some(self.naam);
        FormView {
            search: String::new(),
            chosen: read_chosen(Some(&self.plek), name),
            id: self.id,
            kind: self.kind,
            words: self.words,
            text: self.text,
            theme: self.theme,
            moment: self.moment,
            problems,
        }
    }
}

async fn place(
    State(app): State<App>,
    Path(code): Path<String>,
    jar: CookieJar,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Shown {
    let session = session(&app, &code).await?;
    let turn = turn(&app, &jar)?;
    let sent = read_sent(pairs);
    let outcome = async {
        app.limits.write(&session.code, &turn.0.to_string())?;
        let id = pin_id(&sent.id)?;
        service::put(&app, &session.code, id, sent.pin()?, turn.0).await?;
        Ok::<_, Problem>(id)
    };
    let response = match outcome.await {
        Ok(id) => Redirect::to(&format!("/s/{}/lijst?nieuw={id}", session.code)).into_response(),
        Err(problem) if session.status == Status::Open => {
            let area = area(&app, &session).await?;
            let status = problem.status;
            let mut page = form_page::form(&app, &session, &area, &sent.view(&problem));
            *page.status_mut() = status;
            page
        }
        Err(problem) => show(&app, problem),
    };
    Ok(with_turn(response, &app, &session.code, turn))
}

#[derive(Deserialize)]
struct Told {
    nieuw: Option<String>,
    weg: Option<String>,
    foto: Option<String>,
    na: Option<String>,
}

async fn list(
    State(app): State<App>,
    Path(code): Path<String>,
    jar: CookieJar,
    Query(told): Query<Told>,
) -> Shown {
    let session = session(&app, &code).await?;
    let area = area(&app, &session).await?;
    let turn = turn(&app, &jar)?;
    let pages = listing::pages(&app, &session, turn.0, told.na.as_deref()).await;
    let pages = pages.map_err(|error| show(&app, error))?;
    let said = match (told.nieuw, told.weg, told.foto) {
        (Some(_), _, _) => Some("form-new"),
        (_, Some(_), _) => Some("form-gone"),
        (_, _, Some(_)) => Some("form-photo-kept"),
        _ => None,
    };
    Ok(with_turn(list_page::list(&app, &session, &area, pages, said), &app, &session.code, turn))
}

async fn own(app: &App, session: &Wijksessie, id: &str, turn: Uuid) -> Result<Listed, Response> {
    let mine = listing::own_one(app, session, turn, id).await.map_err(|error| show(app, error))?;
    mine.ok_or_else(|| show(app, PinError::NoPin))
}

async fn edit(State(app): State<App>, Path((code, id)): Path<(String, String)>, jar: CookieJar) -> Shown {
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
    Ok(form_page::edit(&app, &session, &area, &view))
}

async fn save(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    jar: CookieJar,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Shown {
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
        Ok(()) => Ok(Redirect::to(&format!("/s/{}/lijst", session.code)).into_response()),
        Err(problem) if problem.status.as_u16() == 422 => {
            let area = area(&app, &session).await?;
            let mut page = form_page::edit(&app, &session, &area, &sent.view(&problem));
            *page.status_mut() = problem.status;
            Ok(page)
        }
        Err(problem) => Ok(show(&app, problem)),
    }
}

async fn remove(State(app): State<App>, Path((code, id)): Path<(String, String)>, jar: CookieJar) -> Shown {
    let session = session(&app, &code).await?;
    let turn = turn(&app, &jar)?;
    let id = pin_id(&id).map_err(|error| show(&app, error))?;
    service::take_back(&app, &session.code, id, turn.0).await.map_err(|error| show(&app, error))?;
    Ok(Redirect::to(&format!("/s/{}/lijst?weg=1", session.code)).into_response())
}

async fn photo_page(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    jar: CookieJar,
) -> Shown {
    let session = session(&app, &code).await?;
    let turn = turn(&app, &jar)?;
    let pin = own(&app, &session, &id, turn.0).await?;
    let area = area(&app, &session).await?;
    let new = app.chance.ids.uuid().map_err(|error| show(&app, Problem::internal(&error)))?;
    Ok(form_page::photo(&app, &session, &area, &pin, new))
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
    form: Multipart,
) -> Shown {
    let session = session(&app, &code).await?;
    let turn = turn(&app, &jar)?;
    let sent = async {
        let photo_id = Uuid::try_parse(&new.nieuw).map_err(|_| StoreError::Id)?;
        let pin = pin_id(&id)?;
        let target = photos::Target { code: session.code.clone(), pin, id: photo_id, participant: turn.0 };
        photos::receive(&app, target, form).await?;
        Ok::<_, Problem>(())
    };
    match sent.await {
        Ok(()) => Ok(Redirect::to(&format!("/s/{}/lijst?foto=1", session.code)).into_response()),
        Err(problem) => Ok(show(&app, problem)),
    }
}
