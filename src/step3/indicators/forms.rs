//! `/traject/{id}/cijfers`: figures of a traject, bringing a file in, changing and taking out.

use std::slice;
use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use tempfile::TempPath;
use tokio::io::AsyncWriteExt as _;

use super::draft::Draft;
use super::form::{self, Fields, one};
use super::preview_page::{self, Preview};
use super::read::LARGEST_ON_PAGE;
use super::{
    FileError, Indicator, IndicatorError, Request, dependents, describe, import, manage, page, service,
};
use crate::input::session;
use crate::people::accounts::{Right, Signed};
use crate::platform::form::{FormError, Part, Parts};
use crate::platform::texts::t;
use crate::platform::{App, Problem};

/// A form of 300 columns.
const LARGEST_FORM: usize = 1_000_000;
/// What a field of words beside a file may hold, in bytes.
const LONGEST_WORD: usize = 1_000;

/// The pages of this room.
pub fn routes() -> Router<App> {
    let largest = usize::try_from(LARGEST_ON_PAGE + 1_000_000).unwrap_or(usize::MAX);
    let upload = get(new).post(receive).layer(DefaultBodyLimit::max(largest));
    Router::new()
        .route("/traject/{id}/cijfers", get(list))
        .route("/traject/{id}/cijfers/nieuw", upload)
        .route(
            "/traject/{id}/cijfers/nieuw/{draft}",
            get(look).post(keep).layer(DefaultBodyLimit::max(LARGEST_FORM)),
        )
        .route("/traject/{id}/cijfers/{file}", get(show).post(change_about))
        .route("/traject/{id}/cijfers/{file}/weg", post(remove))
        .route("/traject/{id}/cijfers/{file}/cijfer/{indicator}", get(edit).post(change))
        .route("/traject/{id}/cijfers/{file}/cijfer/{indicator}/weg", post(withdraw))
}

fn to(address: &str) -> Response {
    Redirect::to(address).into_response()
}

async fn list(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<Response, Problem> {
    signed.may(&app, Right::BringIn, Some(&id)).await?;
    let traject = session::find_traject(&app, &id).await?;
    let files = manage::of(&app, &id).await?;
    Ok(page::list(&app, &traject, &files).await)
}

async fn new(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<Response, Problem> {
    signed.may(&app, Right::BringIn, Some(&id)).await?;
    let traject = session::find_traject(&app, &id).await?;
    Ok(page::new(&app, &traject, None).await)
}

async fn receive(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    mut form: Parts,
) -> Result<Response, Problem> {
    signed.may(&app, Right::BringIn, Some(&id)).await?;
    let traject = session::find_traject(&app, &id).await?;
    let read = read(&app, &id, &mut form).await;
    if read.is_err() {
        form.drain().await;
    }
    match read? {
        Some((draft, description)) => {
            let query = if description.is_empty() { String::new() } else { format!("?as={description}") };
            Ok(to(&format!("/traject/{id}/cijfers/nieuw/{}{query}", draft.id)))
        }
        None => Ok(page::new(&app, &traject, Some(t("indicators-wrong-no-file"))).await),
    }
}

/// Takes a file in to be looked at; nothing where none was chosen. A form has one file and one word beside it.
async fn read(app: &App, traject: &str, form: &mut Parts) -> Result<Option<(Draft, String)>, Problem> {
    let (mut kept, mut description) = (None, String::new());
    while let Some(part) = form.next().await? {
        match part.name() {
            "file" if kept.is_none() => {
                let draft = Draft::new(app, traject, part.file_name()).await?;
                kept = save(app, &draft, part).await?.map(|file| (draft, file));
            }
            "as" => {
                let text = part.words(LONGEST_WORD).await?;
                describe::named(text.trim()).map_or("", |one| one.slug).clone_into(&mut description);
            }
            _ => part.skip().await?,
        }
    }
    let Some((draft, file)) = kept else { return Ok(None) };
    draft.keep(app).await?;
    file.keep().map_err(|error| Problem::internal(&error))?;
    Ok(Some((draft, description)))
}

/// Writes a file to disk; nothing where it is empty. It goes again by itself where nobody keeps it: the form may be wrong
/// further on, and whoever sends it may hang up in the middle.
async fn save(app: &App, draft: &Draft, mut part: Part<'_>) -> Result<Option<TempPath>, Problem> {
    let failed = |error: std::io::Error| Problem::internal(&error);
    let too_large = || Problem::from(IndicatorError::from(FileError::TooLarge(LARGEST_ON_PAGE / 1_000_000)));
    let path = TempPath::try_from_path(draft.path(app)).map_err(failed)?;
    let mut file = tokio::fs::File::create(&path).await.map_err(failed)?;
    let mut bytes = 0;
    loop {
        let chunk = match part.chunk().await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => break,
            Err(FormError::TooLarge) => return Err(too_large()),
            Err(error) => return Err(error.into()),
        };
        bytes += u64::try_from(chunk.len()).unwrap_or(u64::MAX);
        if bytes > LARGEST_ON_PAGE {
            return Err(too_large());
        }
        file.write_all(&chunk).await.map_err(failed)?;
    }
    file.flush().await.map_err(failed)?;
    Ok((bytes > 0).then_some(path))
}

/// A file as the page looks at it: with the description that was chosen or fits.
async fn preview(app: &App, draft: &Draft, fields: &Fields) -> Result<Preview, IndicatorError> {
    let chosen = describe::named(one(fields, "as")).ok();
    let mut request = Request {
        path: draft.path(app),
        file_name: draft.name.clone(),
        options: form::options(fields),
        traject: Some(draft.traject.clone()),
        about: super::About::default(),
        meanings: None,
    };
    let heads = match import::heads(&request).await {
        Ok(heads) => heads,
        Err(IndicatorError::File(error)) => return Ok(Preview::broken(request.options, chosen, error)),
        Err(error) => return Err(error),
    };
    if let Some(described) = chosen {
        described.apply(&mut request.options, &heads);
    }
    match import::look(app, &request).await {
        Ok(seen) => {
            let survey = seen.survey().clone();
            let plain = one(fields, "as") == "geen";
            let described = chosen.or_else(|| describe::recognised(&survey).filter(|_| !plain));
            Ok(Preview { options: request.options, described, heads, survey: Some(survey), broken: None })
        }
        Err(IndicatorError::File(error)) => {
            Ok(Preview { heads, ..Preview::broken(request.options, chosen, error) })
        }
        Err(error) => Err(error),
    }
}

async fn look(
    State(app): State<App>,
    signed: Signed,
    Path((id, draft)): Path<(String, String)>,
    Query(fields): Query<Fields>,
) -> Result<Response, Problem> {
    signed.may(&app, Right::BringIn, Some(&id)).await?;
    let traject = session::find_traject(&app, &id).await?;
    let draft = Draft::find(&app, &id, &draft).await?;
    let seen = preview(&app, &draft, &fields).await?;
    Ok(preview_page::show(&app, &traject, &draft, &seen, &fields, &[]).await)
}

async fn keep(
    State(app): State<App>,
    signed: Signed,
    Path((id, draft)): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::BringIn, Some(&id)).await?.id.clone();
    let traject = session::find_traject(&app, &id).await?;
    let draft = Draft::find(&app, &id, &draft).await?;
    form::check(&fields)?;
    let request = Request {
        path: draft.path(&app),
        file_name: draft.name.clone(),
        options: form::options(&fields),
        traject: Some(id.clone()),
        about: form::about(&fields),
        meanings: Some(form::meanings(&fields)),
    };
    // In a task of its own: who closes the page does not stop it halfway.
    let inside = app.clone();
    let running = tokio::spawn(async move { import::bring(&inside, Some(&staff), request, None).await });
    let brought = running.await.map_err(|error| Problem::internal(&error))?;
    let problems = match brought {
        Ok(brought) => {
            draft.drop(&app).await?;
            return Ok(to(&format!("/traject/{id}/cijfers/{}", brought.import)));
        }
        Err(IndicatorError::File(error)) => vec![error.to_string()],
        Err(IndicatorError::Broken(list)) => list.iter().map(|one| t(one.rule)).collect(),
        Err(error) => return Err(error.into()),
    };
    let seen = preview(&app, &draft, &fields).await?;
    let mut page = preview_page::show(&app, &traject, &draft, &seen, &fields, &problems).await;
    *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(page)
}

/// A file that this traject may see.
async fn found(app: &App, traject: &str, file: &str) -> Result<page::File, IndicatorError> {
    let files = manage::of(app, traject).await?;
    let (import, indicators) =
        files.into_iter().find(|(one, _)| one.id == file).ok_or(IndicatorError::None)?;
    let figures = service::of_traject(app, traject).await?;
    let figures = figures.into_iter().filter(|one| one.indicator.import == import.id).collect();
    Ok(page::File { import, indicators, figures })
}

async fn show(
    State(app): State<App>,
    signed: Signed,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    signed.may(&app, Right::BringIn, Some(&id)).await?;
    let traject = session::find_traject(&app, &id).await?;
    let file = found(&app, &id, &file).await?;
    Ok(page::file(&app, &traject, &file).await?)
}

async fn change_about(
    State(app): State<App>,
    signed: Signed,
    Path((id, file)): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::BringIn, Some(&id)).await?;
    form::check(&fields)?;
    let changed = manage::change_about(&app, &staff.id, &id, &file, form::about(&fields)).await;
    changed.map(|()| to(&format!("/traject/{id}/cijfers/{file}"))).map_err(Problem::from)
}

async fn remove(
    State(app): State<App>,
    signed: Signed,
    Path((id, file)): Path<(String, String)>,
    Form(sure): Form<Sure>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::BringIn, Some(&id)).await?;
    let files = manage::of(&app, &id).await?;
    if let Some((import, indicators)) = files.iter().find(|(one, _)| one.id == file) {
        let here = format!("/traject/{id}/cijfers/{file}");
        let name = import.about.named();
        if let Some(ask) = sure.or_ask(&app, &id, &name, indicators, (format!("{here}/weg"), here)).await? {
            return Ok(ask);
        }
    }
    manage::remove_import(&app, Some(&staff.id), Some(&id), &file).await?;
    Ok(to(&format!("/traject/{id}/cijfers")))
}

/// Whether somebody who takes figures out read what rests on them.
#[derive(Deserialize)]
struct Sure {
    zeker: Option<String>,
}

impl Sure {
    /// The page that asks, where something rests on the figures and it was not asked yet.
    async fn or_ask(
        &self,
        app: &App,
        traject: &str,
        name: &str,
        figures: &[Arc<Indicator>],
        ways: (String, String),
    ) -> Result<Option<Response>, Problem> {
        if self.zeker.is_some() {
            return Ok(None);
        }
        let resting = dependents::on(app, traject, figures).await?;
        if resting.is_empty() {
            return Ok(None);
        }
        let traject = session::find_traject(app, traject).await?;
        Ok(Some(dependents::ask(app, &traject, name, &resting, ways).await))
    }
}

type OfIndicator = Path<(String, String, String)>;

async fn edit(
    State(app): State<App>,
    signed: Signed,
    Path((id, file, indicator)): OfIndicator,
) -> Result<Response, Problem> {
    signed.may(&app, Right::BringIn, Some(&id)).await?;
    let traject = session::find_traject(&app, &id).await?;
    let found = service::find(&app, &id, &indicator).await?.filter(|one| one.import == file);
    let found = found.ok_or(IndicatorError::None)?;
    Ok(page::edit(&app, &traject, &found, None).await)
}

/// Who comes second sees what stands there now, beside their own words, and chooses.
async fn change(
    State(app): State<App>,
    signed: Signed,
    Path((id, file, indicator)): OfIndicator,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::BringIn, Some(&id)).await?;
    let version = one(&fields, "version").parse().unwrap_or(-1);
    form::check(&fields)?;
    let wanted = form::meaning(&fields, "");
    match manage::change(&app, &staff.id, &id, &indicator, version, wanted.clone()).await {
        Ok(()) => Ok(to(&format!("/traject/{id}/cijfers/{file}"))),
        Err(IndicatorError::Changed) => {
            let traject = session::find_traject(&app, &id).await?;
            let now = service::find(&app, &id, &indicator).await?.ok_or(IndicatorError::None)?;
            let mut page = page::edit(&app, &traject, &now, Some(&wanted)).await;
            *page.status_mut() = StatusCode::CONFLICT;
            Ok(page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn withdraw(
    State(app): State<App>,
    signed: Signed,
    Path((id, file, indicator)): OfIndicator,
    Form(sure): Form<Sure>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::BringIn, Some(&id)).await?;
    if let Some(found) = service::find(&app, &id, &indicator).await? {
        let here = format!("/traject/{id}/cijfers/{file}");
        let ways = (format!("{here}/cijfer/{indicator}/weg"), here);
        if let Some(ask) = sure.or_ask(&app, &id, &found.name, slice::from_ref(&found), ways).await? {
            return Ok(ask);
        }
    }
    manage::withdraw(&app, &staff.id, &id, &indicator).await?;
    let files = manage::of(&app, &id).await?;
    let left = files.iter().any(|(import, _)| import.id == file);
    Ok(to(&if left { format!("/traject/{id}/cijfers/{file}") } else { format!("/traject/{id}/cijfers") }))
}
