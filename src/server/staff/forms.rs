//! `/mijn`, and `/beheer/…`: staff and the audit trail, for a beheerder.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;

use super::mine;
use super::page::{self, Given};
use crate::input::session;
use crate::people::accounts::{self, AccountError, Line, NewStaff, Right, Role, Signed, Staff};
use crate::platform::spreadsheet::harmless;
use crate::platform::{App, Problem};

const LARGEST_FORM: usize = 16 * 1024;
/// Lines of the audit trail on a page, and at most in a file.
const ON_A_PAGE: u32 = 100;
const IN_A_FILE: u32 = 100_000;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/mijn", get(mine))
        .route("/beheer/medewerkers", get(staff).post(add))
        .route("/beheer/medewerkers/{id}/link", post(link))
        .route("/beheer/medewerkers/{id}/weg", post(revoke))
        .route("/beheer/medewerkers/{id}/traject", post(give_traject))
        .route("/beheer/logboek", get(trail))
        .route("/beheer/logboek.csv", get(export))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

async fn mine(State(app): State<App>, signed: Signed) -> Result<Response, Problem> {
    let all = session::trajects(&app).await?;
    Ok(mine::mine(&app, &signed.0, all).await)
}

async fn shown(app: &App, given: Option<Given>) -> Result<Response, Problem> {
    let all = accounts::list(app).await?;
    let trajects = session::trajects(app).await?;
    Ok(page::staff(app, &all, &trajects, given).await)
}

async fn staff(State(app): State<App>, signed: Signed) -> Result<Response, Problem> {
    signed.may(&app, Right::ManageStaff, None).await?;
    shown(&app, None).await
}

#[derive(Deserialize)]
struct New {
    name: String,
    role: Role,
    traject: String,
}

async fn add(State(app): State<App>, signed: Signed, Form(new): Form<New>) -> Result<Response, Problem> {
    let by = signed.may(&app, Right::ManageStaff, None).await?;
    let traject = Some(new.traject).filter(|traject| !traject.is_empty() && new.role != Role::Beheerder);
    if let Some(traject) = &traject {
        session::find_traject(&app, traject).await?;
    }
    let made = NewStaff { name: new.name.clone(), role: new.role, traject };
    let added = accounts::add(&app, Some(&by.id), made).await?;
    shown(&app, Some(given(&app, new.name, &added.link))).await
}

/// The link is shown once, on the page that answers: only its hash is kept.
fn given(app: &App, name: String, link: &str) -> Given {
    Given { name, link: format!("{}/login/{link}", app.public_url) }
}

async fn link(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<Response, Problem> {
    let by = signed.may(&app, Right::ManageStaff, None).await?;
    let link = accounts::new_link(&app, Some(&by.id), &id).await?;
    let all = accounts::list(&app).await?;
    let name = all.into_iter().find(|one| one.id == id).map(|one| one.name).unwrap_or_default();
    shown(&app, Some(given(&app, name, &link))).await
}

async fn revoke(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<Response, Problem> {
    let by = signed.may(&app, Right::ManageStaff, None).await?;
    if by.id == id {
        return Err(AccountError::Oneself.into());
    }
    accounts::revoke(&app, Some(&by.id), &id).await?;
    Ok(Redirect::to("/beheer/medewerkers").into_response())
}

#[derive(Deserialize)]
struct Granted {
    traject: String,
}

async fn give_traject(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Form(granted): Form<Granted>,
) -> Result<Response, Problem> {
    let by: &Staff = signed.may(&app, Right::ManageStaff, None).await?;
    let traject = session::find_traject(&app, &granted.traject).await?;
    accounts::give_traject(&app, by, &id, traject.id).await?;
    Ok(Redirect::to("/beheer/medewerkers").into_response())
}

#[derive(Deserialize)]
struct Params {
    #[serde(default)]
    wat: String,
    #[serde(default)]
    vanaf: u32,
}

async fn trail(
    State(app): State<App>,
    signed: Signed,
    Query(asked): Query<Params>,
) -> Result<Response, Problem> {
    signed.may(&app, Right::ReadAudit, None).await?;
    let lines = accounts::trail(&app, &asked.wat, ON_A_PAGE + 1, asked.vanaf).await;
    let mut lines = lines?;
    let more = (lines.len() > ON_A_PAGE as usize).then(|| asked.vanaf.saturating_add(ON_A_PAGE));
    lines.truncate(ON_A_PAGE as usize);
    Ok(page::trail(&app, &lines, &asked.wat, more).await)
}

async fn export(State(app): State<App>, signed: Signed) -> Result<Response, Problem> {
    let by = signed.may(&app, Right::ReadAudit, None).await?;
    accounts::exported(&app, by, "logboek").await?;
    let lines = accounts::trail(&app, "", IN_A_FILE, 0).await?;
    let file = as_csv(&lines).map_err(|error| Problem::internal(&error))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"logboek.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, file).into_response())
}

fn as_csv(lines: &[Line]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["tijd (UTC)", "wie", "wat", "waarover"])?;
    for line in lines {
        let who = line.who.as_deref().unwrap_or("opdrachtregel");
        writer.write_record([&line.at, who, &line.action, &line.subject].map(harmless))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::{Line, as_csv};

    #[test]
    fn a_name_that_looks_like_a_formula_is_a_name() {
        let line = Line {
            at: "2026-01-01T00:00:00Z".to_owned(),
            who: Some("=HYPERLINK(\"http://evil\")".to_owned()),
            action: "look".to_owned(),
            subject: "ABC, \"DEF\"".to_owned(),
        };
        let file = String::from_utf8(as_csv(&[line]).unwrap()).unwrap();
        assert!(file.contains("\"'=HYPERLINK(\"\"http://evil\"\")\""), "{file}");
        assert!(file.contains("\"ABC, \"\"DEF\"\"\""), "{file}");
    }
}
