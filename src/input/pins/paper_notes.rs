//! Notes of a paper table, typed in afterwards as pins "from paper".

use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use leptos::prelude::*;
use serde::Deserialize;

use super::from_paper::{MOST_TABLES, put_from_paper};
use super::{MOST_PEOPLE, Pin};
use crate::input::session::{
    self, Kind, PAPER_COLUMNS, PAPER_ROWS, SessionError, Status, Wijksessie, theme_label,
};
use crate::people::accounts::{Right, Signed};
use crate::place::buurt::{self, Place, TrajectArea};
use crate::platform::texts::t;
use crate::platform::{App, Problem, Typed};
use crate::ui::{Page, render, staff_header};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/sessie/{code}/papier", get(form).post(add))
}

async fn own(app: &App, signed: &Signed, code: &str) -> Result<Wijksessie, Problem> {
    let session = session::for_staff(app, signed, Right::Guide, code).await?;
    if session.status == Status::Released {
        return Err(SessionError::AlreadyReleased(session.code).into());
    }
    Ok(session)
}

#[derive(Deserialize)]
struct Before {
    tafel: Option<u32>,
    mensen: Option<u32>,
}

async fn form(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
    Query(before): Query<Before>,
) -> Result<Response, Problem> {
    let session = own(&app, &signed, &code).await?;
    Ok(page(&app, &session, &before).await)
}

/// A note as the form sends it.
#[derive(Deserialize)]
struct Note {
    vak: String,
    kind: Kind,
    text: String,
    #[serde(default)]
    theme: String,
    tafel: u32,
    #[serde(default = "one")]
    mensen: u32,
}

fn one() -> u32 {
    1
}

async fn add(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
    Form(note): Form<Note>,
) -> Result<Response, Problem> {
    let session = own(&app, &signed, &code).await?;
    let mut typed = Typed::default();
    typed.number("tafel", &note.tafel.to_string(), 1..=MOST_TABLES);
    typed.number("mensen", &note.mensen.to_string(), 1..=MOST_PEOPLE);
    typed.done()?;
    let area = buurt::area(&app, &session.buurten).await.map_err(SessionError::from)?;
    let place = square(&area, &note.vak)?;
    let pin = Pin {
        place,
        kind: note.kind,
        text: note.text.replace("\r\n", "\n"),
        theme: Some(note.theme).filter(|theme| !theme.is_empty()),
        moment: None,
        people: note.mensen,
        created_at: None,
    };
    // One voice for each table, the same for all its notes.
    put_from_paper(&app, &signed.0.id, &session, pin, note.tafel).await?;
    let next = format!("/sessie/{}/papier?tafel={}&mensen={}", session.code, note.tafel, note.mensen);
    Ok(Redirect::to(&next).into_response())
}

/// The middle of a square of the printed plattegrond, such as `C4`; nothing for the whole buurt.
fn square(area: &TrajectArea, typed: &str) -> Result<Option<Place>, SessionError> {
    let typed = typed.trim().to_uppercase();
    if typed.is_empty() {
        return Ok(None);
    }
    let wrong = || SessionError::Form("session-wrong-square");
    let column = PAPER_COLUMNS.iter().position(|column| typed.starts_with(column)).ok_or_else(wrong)?;
    let row: u32 = typed[1..].trim().parse().map_err(|_| wrong())?;
    if !(1..=PAPER_ROWS).contains(&row) {
        return Err(wrong());
    }
    let [width, height] = area.projection.size();
    let along = |at: f64, of: f64, length: f64| (at + 0.5) / of * length;
    let column = f64::from(u32::try_from(column).unwrap_or(0));
    let columns = f64::from(u32::try_from(PAPER_COLUMNS.len()).unwrap_or(1));
    let [lon, lat] = area
        .projection
        .to_wgs(along(column, columns, width), along(f64::from(row - 1), f64::from(PAPER_ROWS), height));
    Ok(Some(Place { lon, lat }))
}

async fn page(app: &App, session: &Wijksessie, before: &Before) -> Response {
    let title = t("pins-notes-title");
    let trail = vec![(session.title.clone(), format!("/sessie/{}", session.code))];
    let action = format!("/sessie/{}/papier", session.code);
    let kinds: Vec<_> = Kind::ALL
        .iter()
        .map(|kind| view! { <option value=kind.word()>{t(&format!("session-kind-{kind}"))}</option> })
        .collect();
    let themes: Vec<_> = session
        .themes
        .iter()
        .map(|slug| view! { <option value=slug.clone()>{theme_label(slug)}</option> })
        .collect();
    let numbers = |most: u32, chosen: u32| -> Vec<_> {
        (1..=most)
            .map(|n| view! { <option value=n.to_string() selected=n == chosen>{n.to_string()}</option> })
            .collect()
    };
    let tables = numbers(MOST_TABLES, before.tafel.unwrap_or(1));
    let people = session.tables.then(|| numbers(MOST_PEOPLE, before.mensen.unwrap_or(1)));
    let kept = before.tafel.is_some().then(|| view! {
        <div class="utrecht-alert utrecht-alert--ok" role="status"><div class="utrecht-alert__content"><p>{t("pins-notes-kept")}</p></div></div>
    });
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        let people = people.map(|people| view! {
            <label class="field"><span class="utrecht-form-label">{t("board-people")}</span><select class="select" name="mensen">{people}</select></label>
        });
        view! {
            {staff_header(&title, trail)}
            <main id="inhoud" class="page stack">
                {kept}
                <p class="lead">{t("pins-notes-lead")}</p>
                <form method="post" action=action class="card stack" autocomplete="off">
                    <div class="row">
                        <label class="field"><span class="utrecht-form-label">{t("session-a3-square")}</span><span class="field-hint">{t("pins-notes-square")}</span>
                            <input dir="auto" class="utrecht-textbox" name="vak" maxlength="3" autocapitalize="characters" autocomplete="off" autofocus/></label>
                        <label class="field"><span class="utrecht-form-label">{t("pins-notes-table")}</span><select class="select" name="tafel">{tables}</select></label>
                        {people}
                    </div>
                    <label class="field"><span class="utrecht-form-label">{t("session-a3-kind")}</span><select class="select" name="kind">{kinds}</select></label>
                    <label class="field"><span class="utrecht-form-label">{t("session-a3-words")}</span>
                        <textarea dir="auto" class="utrecht-textarea" name="text" rows="3" maxlength="1000" required></textarea></label>
                    <label class="field"><span class="utrecht-form-label">{t("moderation-theme")}</span>
                        <select class="select" name="theme"><option value="">{t("moderation-theme-none")}</option>{themes}</select></label>
                    <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("pins-notes-add")}</button>
                </form>
            </main>
        }
    }).await
}
