//! Whose turn it is: a cookie that only this wijksessie's pages are sent.

use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;
use uuid::Uuid;

use crate::platform::web::with_cookie;
use crate::platform::{App, Problem};
use crate::ui::TurnEnd;

const COOKIE: &str = "beurt";

/// Whose turn it is, from the cookie; otherwise a new one. And whether it is new.
///
/// # Errors
/// When the system has no randomness: the page that says so.
pub fn turn(app: &App, jar: &CookieJar) -> Result<(Uuid, bool), Problem> {
    if let Some(known) = jar.get(COOKIE).and_then(|cookie| Uuid::try_parse(cookie.value()).ok()) {
        return Ok((known, false));
    }
    let new = app.chance.ids.uuid().map_err(|error| Problem::internal(&error))?;
    Ok((new, true))
}

/// The cookie is readable by the page's own script: the map and the forms are one person's turn. It runs out with the page
/// it came with; the page's script, where there is one, keeps it and asks first.
pub fn with_turn(
    response: Response,
    app: &App,
    code: &str,
    (turn, new): (Uuid, bool),
    end: &TurnEnd,
) -> Response {
    let age = end.cookie_age();
    if !new && age.is_none() {
        return response;
    }
    let age = age.map(|age| format!("; Max-Age={age}")).unwrap_or_default();
    let cookie = format!("{COOKIE}={turn}; Path=/s/{code}; SameSite=Strict{age}");
    with_cookie(response, app, &cookie).unwrap_or_else(Problem::into_response)
}
