//! Signing in and out, and who is asking on a staff route.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use serde::Deserialize;

use super::passwords::{self, SignedBy};
use super::{AccountError, Right, Staff, page, service};
use crate::platform::web::with_cookie;
use crate::platform::{App, Problem};

const COOKIE: &str = "buurtblik";
/// As long as the token behind it: twelve hours.
const LOGIN_HOLDS: &str = "Max-Age=43200";
const LARGEST_FORM: usize = 16 * 1024;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/login/{link}", get(show_login).post(sign_in))
        .route("/logout", post(sign_out))
        .route("/inloggen", get(show_enter).post(enter))
        .route("/mijn/wachtwoord", get(show_password).post(set_password))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

/// A member of staff, by login cookie or bearer token; without one 401.
#[derive(Clone)]
pub struct Signed(pub Staff, Token);

/// By what somebody is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    /// That of a machine.
    Bearer,
    /// The cookie of a login.
    Cookie,
}

impl Signed {
    /// Checks the right to do something, with a traject where it is about one.
    ///
    /// # Errors
    /// 403 where the role or the traject does not fit.
    pub fn allow(&self, right: Right, traject: Option<&str>) -> Result<(), AccountError> {
        service::allow(&self.0, right, traject)
    }

    /// As [`Self::allow`]; a refusal is written in the audit trail.
    ///
    /// # Errors
    /// 403 where the role or the traject does not fit, or the database's.
    pub async fn may(&self, app: &App, right: Right, traject: Option<&str>) -> Result<&Staff, AccountError> {
        let allowed = self.allow(right, traject);
        if allowed.is_err() {
            service::refused(app, &self.0, right, traject).await?;
        }
        allowed.map(|()| &self.0)
    }
}

impl FromRequestParts<App> for Signed {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        // The door has asked already.
        if let Some(signed) = parts.extensions.get::<Self>() {
            return Ok(signed.clone());
        }
        let bearer = parts
            .headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.strip_prefix("Bearer "));
        let jar = CookieJar::from_headers(&parts.headers);
        match (bearer, jar.get(COOKIE)) {
            (Some(token), _) => Ok(Self(service::who(app, token.trim(), "bearer").await?, Token::Bearer)),
            (None, Some(cookie)) => {
                Ok(Self(service::who(app, cookie.value(), "cookie").await?, Token::Cookie))
            }
            (None, None) => Err(AccountError::NotSignedIn.into()),
        }
    }
}

async fn show_login(State(app): State<App>, Path(link): Path<String>) -> Response {
    match service::link_holds(&app, &link).await {
        Ok(true) => page::login(&app, &link).await,
        Ok(false) => Problem::from(AccountError::Link).into_response(),
        Err(error) => Problem::from(error).into_response(),
    }
}

async fn sign_in(State(app): State<App>, Path(link): Path<String>) -> Response {
    match service::sign_in(&app, &link).await {
        Ok(token) => with_login(Redirect::to("/mijn").into_response(), &app, &token, LOGIN_HOLDS),
        Err(error) => Problem::from(error).into_response(),
    }
}

async fn sign_out(State(app): State<App>, jar: CookieJar) -> Response {
    if let Some(cookie) = jar.get(COOKIE)
        && let Err(error) = service::sign_out(&app, cookie.value()).await
    {
        return Problem::from(error).into_response();
    }
    with_login(Redirect::to("/").into_response(), &app, "", "Max-Age=0")
}

fn with_login(response: Response, app: &App, token: &str, age: &str) -> Response {
    let cookie = format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax; {age}");
    with_cookie(response, app, &cookie).unwrap_or_else(IntoResponse::into_response)
}

#[derive(Deserialize)]
struct LoginForm {
    login: String,
    password: String,
}

async fn show_enter(State(app): State<App>) -> Response {
    page::enter(&app, None).await
}

async fn enter(State(app): State<App>, Form(sent): Form<LoginForm>) -> Response {
    match passwords::enter(&app, &sent.login, &sent.password).await {
        Ok(token) => with_login(Redirect::to("/mijn").into_response(), &app, &token, LOGIN_HOLDS),
        Err(error @ (AccountError::Wrong | AccountError::Slow(_))) => {
            page::enter(&app, Some(error.into())).await
        }
        Err(error) => Problem::from(error).into_response(),
    }
}

async fn show_password(State(app): State<App>, signed: Signed, jar: CookieJar) -> Response {
    let found = async {
        let login = service::login_of(&app, &signed.0).await?;
        Ok::<_, AccountError>((
            signed_by(&app, &signed, &jar).await?.asks_current() && login.is_some(),
            login,
        ))
    };
    match found.await {
        Ok((asks, login)) => page::password(&app, login, asks, None).await,
        Err(error) => Problem::from(error).into_response(),
    }
}

/// How whoever chooses a password is known.
async fn signed_by(app: &App, signed: &Signed, jar: &CookieJar) -> Result<SignedBy, AccountError> {
    match (signed.1, jar.get(COOKIE)) {
        (Token::Cookie, Some(cookie)) if service::is_by_link(app, cookie.value()).await? => {
            Ok(SignedBy::Link)
        }
        (Token::Cookie, _) => Ok(SignedBy::Password),
        (Token::Bearer, _) => Ok(SignedBy::Machine),
    }
}

#[derive(Deserialize)]
struct NewPassword {
    login: String,
    password: String,
    #[serde(default)]
    current: String,
}

async fn set_password(
    State(app): State<App>,
    signed: Signed,
    jar: CookieJar,
    Form(sent): Form<NewPassword>,
) -> Response {
    let wish = passwords::Wish { login: &sent.login, password: &sent.password, current: &sent.current };
    let by = match signed_by(&app, &signed, &jar).await {
        Ok(by) => by,
        Err(error) => return Problem::from(error).into_response(),
    };
    let error = match passwords::set(&app, &signed.0, by, wish).await {
        Ok(token) => return with_login(Redirect::to("/mijn").into_response(), &app, &token, LOGIN_HOLDS),
        Err(error) => Problem::from(error),
    };
    match (error.status, service::login_of(&app, &signed.0).await) {
        // What was typed stays, but for the passwords: those no page sends back.
        (StatusCode::UNPROCESSABLE_ENTITY | StatusCode::TOO_MANY_REQUESTS, Ok(before)) => {
            let asks = by.asks_current() && before.is_some();
            page::password(&app, Some(sent.login), asks, Some(error)).await
        }
        _ => error.into_response(),
    }
}
