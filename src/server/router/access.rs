//! Who may do what: every route of the program, in one table, held at the door.

use axum::extract::{FromRequestParts as _, MatchedPath, RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::input::session::{self, SessionError};
use crate::people::accounts::{self, AccountError, Right, Signed};
use crate::platform::{App, Problem};

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody: nothing here is of a person or a wijksessie.
    Anyone,
    /// Whoever knows the address, which is a secret: a login link, the address of a photo.
    Link,
    /// Residents: whoever has the join code; what is somebody's own hangs on their participant or five words.
    Code,
    /// Staff with this right. Where the address names a traject or a wijksessie, it must be one of their own.
    Staff(Right),
}

use Access::{Anyone, Code, Link, Staff};
use Right::{
    BringIn, Deepen, Guide, ManageBuurten, ManageSettings, ManageStaff, Moderate, Prepare, ReadAudit,
    ReadMetrics, Release, SeeLayers, SignedIn,
};

/// Every route: method, path, who. A route that does not stand here answers nobody.
pub const ROUTES: &[(&str, &str, Access)] = &[
    ("GET", "/", Anyone),
    ("GET", "/healthz", Anyone),
    ("GET", "/readyz", Anyone),
    ("GET", "/privacy", Anyone),
    ("GET", "/toegankelijkheid", Anyone),
    ("GET", "/terug/{slug}", Anyone),
    ("GET", "/terug/{slug}/foto/{number}", Anyone),
    ("GET", "/plattegrond/{file}", Anyone),
    ("GET", "/inloggen", Anyone),
    ("POST", "/inloggen", Anyone),
    ("POST", "/logout", Anyone),
    ("GET", "/login/{link}", Link),
    ("POST", "/login/{link}", Link),
    ("GET", "/photos/{address}", Link),
    // Residents.
    ("GET", "/s", Code),
    ("GET", "/s/{code}", Code),
    ("GET", "/s/{code}/formulier", Code),
    ("POST", "/s/{code}/formulier", Code),
    ("GET", "/s/{code}/lijst", Code),
    ("GET", "/s/{code}/stip/{id}", Code),
    ("POST", "/s/{code}/stip/{id}", Code),
    ("POST", "/s/{code}/stip/{id}/weg", Code),
    ("GET", "/s/{code}/stip/{id}/foto", Code),
    ("POST", "/s/{code}/stip/{id}/foto", Code),
    ("GET", "/s/{code}/wandeling", Code),
    ("GET", "/s/{code}/wandeling/{id}", Code),
    ("POST", "/s/{code}/antwoord", Code),
    ("POST", "/s/{code}/antwoord/weg", Code),
    ("POST", "/s/{code}/klaar", Code),
    ("GET", "/s/{code}/terug", Code),
    ("POST", "/s/{code}/terug", Code),
    ("POST", "/s/{code}/terug/weg", Code),
    ("POST", "/s/{code}/terug/bewaar", Code),
    ("GET", "/api/v1/sessions/{code}", Code),
    ("GET", "/api/v1/sessions/{code}/pins", Code),
    ("PUT", "/api/v1/sessions/{code}/pins/{id}", Code),
    ("PATCH", "/api/v1/sessions/{code}/pins/{id}", Code),
    ("DELETE", "/api/v1/sessions/{code}/pins/{id}", Code),
    ("PUT", "/api/v1/sessions/{code}/pins/{id}/me-too", Code),
    ("DELETE", "/api/v1/sessions/{code}/pins/{id}/me-too", Code),
    ("PUT", "/api/v1/sessions/{code}/late/{id}", Code),
    ("PATCH", "/api/v1/sessions/{code}/late/{id}", Code),
    ("DELETE", "/api/v1/sessions/{code}/late/{id}", Code),
    ("PUT", "/api/v1/sessions/{code}/devices/{id}", Code),
    ("PUT", "/api/v1/sessions/{code}/pins/{pin}/photos/{photo}", Code),
    ("GET", "/api/v1/sessions/{code}/walks", Code),
    ("GET", "/api/v1/sessions/{code}/walks/{id}", Code),
    ("PUT", "/api/v1/sessions/{code}/walks/{id}", Code),
    ("DELETE", "/api/v1/sessions/{code}/walks/{id}", Code),
    ("PUT", "/api/v1/sessions/{code}/walks/{id}/track", Code),
    ("PUT", "/api/v1/sessions/{code}/walks/{id}/photos/{photo}", Code),
    ("DELETE", "/api/v1/sessions/{code}/walks/{id}/photos/{photo}", Code),
    ("GET", "/api/v1/sessions/{code}/answers", Code),
    ("PUT", "/api/v1/sessions/{code}/answers/{id}", Code),
    ("DELETE", "/api/v1/sessions/{code}/answers/{id}", Code),
    ("POST", "/api/v1/sessions/{code}/receipts", Code),
    ("GET", "/api/v1/sessions/{code}/receipts/pins", Code),
    ("PATCH", "/api/v1/sessions/{code}/receipts/pins/{id}", Code),
    ("DELETE", "/api/v1/sessions/{code}/receipts/pins/{id}", Code),
    ("DELETE", "/api/v1/sessions/{code}/receipts/walks/{id}", Code),
    // Staff.
    ("GET", "/mijn", Staff(SignedIn)),
    ("GET", "/mijn/wachtwoord", Staff(SignedIn)),
    ("POST", "/mijn/wachtwoord", Staff(SignedIn)),
    ("GET", "/traject/nieuw", Staff(Prepare)),
    ("POST", "/traject/nieuw", Staff(Prepare)),
    ("GET", "/traject/{id}/voorbereiding", Staff(Prepare)),
    ("POST", "/traject/{id}/voorbereiding", Staff(Prepare)),
    ("GET", "/traject/{id}/momenten", Staff(Prepare)),
    ("GET", "/traject/{id}/momenten/nieuw", Staff(Prepare)),
    ("POST", "/traject/{id}/momenten/nieuw", Staff(Prepare)),
    ("GET", "/sessie/{code}", Staff(Guide)),
    ("POST", "/sessie/{code}/open", Staff(Guide)),
    ("POST", "/sessie/{code}/dicht", Staff(Guide)),
    ("POST", "/sessie/{code}/aanwezig", Staff(Guide)),
    ("GET", "/sessie/{code}/poster", Staff(Guide)),
    ("GET", "/sessie/{code}/plattegrond", Staff(Guide)),
    ("GET", "/sessie/{code}/scherm", Staff(Guide)),
    ("GET", "/sessie/{code}/scherm.json", Staff(Guide)),
    ("GET", "/sessie/{code}/thuis", Staff(Guide)),
    ("GET", "/sessie/{code}/papier", Staff(Guide)),
    ("POST", "/sessie/{code}/papier", Staff(Guide)),
    ("GET", "/sessie/{code}/inlezen", Staff(Moderate)),
    ("POST", "/sessie/{code}/inlezen", Staff(Moderate)),
    ("GET", "/sessie/{code}/toeloop", Staff(Moderate)),
    ("POST", "/sessie/{code}/toeloop/eruit", Staff(Moderate)),
    ("POST", "/sessie/{code}/toeloop/terug", Staff(Moderate)),
    ("GET", "/sessie/{code}/wandelingen", Staff(Moderate)),
    ("GET", "/traject/{id}/wandelingen", Staff(SeeLayers)),
    ("GET", "/sessie/{code}/bekijken", Staff(Moderate)),
    ("POST", "/sessie/{code}/bekijken/{id}", Staff(Moderate)),
    ("POST", "/sessie/{code}/bekijken/samen", Staff(Moderate)),
    ("GET", "/api/v1/sessions/{code}/moderation", Staff(Moderate)),
    ("POST", "/api/v1/sessions/{code}/moderation/{id}", Staff(Moderate)),
    ("GET", "/api/v1/sessions/{code}/moderation/{id}/faces", Staff(Moderate)),
    ("POST", "/api/v1/sessions/{code}/moderation/{id}/edit", Staff(Moderate)),
    ("GET", "/traject/{id}/vrijgeven", Staff(Release)),
    ("POST", "/traject/{id}/vrijgeven", Staff(Release)),
    ("GET", "/traject/{id}", Staff(SeeLayers)),
    ("GET", "/traject/{id}/kaart.json", Staff(SeeLayers)),
    ("GET", "/traject/{id}/plek", Staff(SeeLayers)),
    ("GET", "/traject/{id}/beeld.png", Staff(SeeLayers)),
    ("GET", "/traject/{id}/beeld.svg", Staff(SeeLayers)),
    ("GET", "/traject/{id}/cijfers", Staff(BringIn)),
    ("GET", "/traject/{id}/cijfers/nieuw", Staff(BringIn)),
    ("POST", "/traject/{id}/cijfers/nieuw", Staff(BringIn)),
    ("GET", "/traject/{id}/cijfers/nieuw/{draft}", Staff(BringIn)),
    ("POST", "/traject/{id}/cijfers/nieuw/{draft}", Staff(BringIn)),
    ("GET", "/traject/{id}/cijfers/{file}", Staff(BringIn)),
    ("POST", "/traject/{id}/cijfers/{file}", Staff(BringIn)),
    ("POST", "/traject/{id}/cijfers/{file}/weg", Staff(BringIn)),
    ("GET", "/traject/{id}/cijfers/{file}/cijfer/{indicator}", Staff(BringIn)),
    ("POST", "/traject/{id}/cijfers/{file}/cijfer/{indicator}", Staff(BringIn)),
    ("POST", "/traject/{id}/cijfers/{file}/cijfer/{indicator}/weg", Staff(BringIn)),
    ("GET", "/traject/{id}/vergelijken", Staff(Deepen)),
    ("GET", "/traject/{id}/vergelijken/oordeel", Staff(Deepen)),
    ("POST", "/traject/{id}/vergelijken/oordeel", Staff(Deepen)),
    ("GET", "/traject/{id}/plannen", Staff(BringIn)),
    ("GET", "/traject/{id}/plannen/nieuw", Staff(BringIn)),
    ("POST", "/traject/{id}/plannen/nieuw", Staff(BringIn)),
    ("GET", "/traject/{id}/plannen/{plan}", Staff(BringIn)),
    ("POST", "/traject/{id}/plannen/{plan}", Staff(BringIn)),
    ("POST", "/traject/{id}/plannen/{plan}/weg", Staff(BringIn)),
    ("GET", "/traject/{id}/themas", Staff(Deepen)),
    ("GET", "/traject/{id}/thema/{theme}", Staff(Deepen)),
    ("GET", "/traject/{id}/naast", Staff(Deepen)),
    ("GET", "/traject/{id}/niet-gehoord", Staff(Deepen)),
    ("GET", "/traject/{id}/dossier", Staff(Deepen)),
    ("GET", "/traject/{id}/meenemen", Staff(Deepen)),
    ("GET", "/traject/{id}/export.gpkg", Staff(Deepen)),
    ("GET", "/traject/{id}/export.geojson", Staff(Deepen)),
    ("GET", "/traject/{id}/export.csv", Staff(Deepen)),
    ("GET", "/api/v1/trajects/{id}/layers", Staff(SeeLayers)),
    ("GET", "/api/v1/trajects/{id}/layers/{theme}/{file}", Staff(SeeLayers)),
    ("GET", "/api/v1/trajects/{id}/coverage.geojson", Staff(SeeLayers)),
    ("GET", "/api/v1/trajects/{id}/at/{theme}/{kind}", Staff(SeeLayers)),
    // Step 3: what professionals bring in is open before the residents' layers are; the rest is not.
    ("GET", "/traject/{id}/aannames", Staff(BringIn)),
    ("POST", "/traject/{id}/aannames", Staff(BringIn)),
    ("GET", "/traject/{id}/aannames/{aanname}", Staff(BringIn)),
    ("POST", "/traject/{id}/aannames/{aanname}", Staff(BringIn)),
    ("POST", "/traject/{id}/aannames/{aanname}/oordeel", Staff(Deepen)),
    ("POST", "/traject/{id}/aannames/{aanname}/weg", Staff(BringIn)),
    ("GET", "/traject/{id}/kaarten-open", Staff(BringIn)),
    ("POST", "/traject/{id}/kaarten-open", Staff(BringIn)),
    ("GET", "/traject/{id}/agenda", Staff(Deepen)),
    ("POST", "/traject/{id}/agenda", Staff(Deepen)),
    ("GET", "/traject/{id}/agenda/nieuw", Staff(Deepen)),
    ("GET", "/traject/{id}/agenda/{punt}", Staff(Deepen)),
    ("POST", "/traject/{id}/agenda/{punt}", Staff(Deepen)),
    ("POST", "/traject/{id}/agenda/{punt}/weg", Staff(Deepen)),
    ("GET", "/traject/{id}/teruglegging", Staff(Deepen)),
    ("GET", "/traject/{id}/terugkoppeling", Staff(Deepen)),
    ("POST", "/traject/{id}/terugkoppeling", Staff(Deepen)),
    ("GET", "/traject/{id}/terugkoppeling/voorbeeld", Staff(Deepen)),
    ("GET", "/traject/{id}/terugkoppeling/poster", Staff(Deepen)),
    ("POST", "/traject/{id}/terugkoppeling/keuze", Staff(Deepen)),
    ("POST", "/traject/{id}/terugkoppeling/online", Staff(Deepen)),
    ("POST", "/traject/{id}/terugkoppeling/offline", Staff(Deepen)),
    ("GET", "/traject/{id}/bewijs", Staff(Deepen)),
    ("POST", "/traject/{id}/bewijs", Staff(Deepen)),
    ("GET", "/traject/{id}/bewijs/{bord}/{rij}", Staff(Deepen)),
    ("POST", "/traject/{id}/bewijs/{bord}/{rij}", Staff(Deepen)),
    ("POST", "/traject/{id}/bewijs/{bord}/{rij}/weg", Staff(Deepen)),
    ("GET", "/beheer/medewerkers", Staff(ManageStaff)),
    ("POST", "/beheer/medewerkers", Staff(ManageStaff)),
    ("POST", "/beheer/medewerkers/{id}/link", Staff(ManageStaff)),
    ("POST", "/beheer/medewerkers/{id}/weg", Staff(ManageStaff)),
    ("POST", "/beheer/medewerkers/{id}/traject", Staff(ManageStaff)),
    ("GET", "/beheer/logboek", Staff(ReadAudit)),
    ("GET", "/beheer/logboek.csv", Staff(ReadAudit)),
    ("GET", "/beheer/buurten", Staff(ManageBuurten)),
    ("POST", "/beheer/buurten", Staff(ManageBuurten)),
    ("GET", "/beheer/organisatie", Staff(ManageSettings)),
    ("POST", "/beheer/organisatie", Staff(ManageSettings)),
    ("GET", "/metrics", Staff(ReadMetrics)),
];

/// Who may use this route; nothing where it does not stand in the table.
fn access(method: &Method, path: &str) -> Option<Access> {
    // Whoever may read may ask whether there is something to read.
    let method = if method == Method::HEAD { "GET" } else { method.as_str() };
    ROUTES.iter().find(|(known, route, _)| *known == method && *route == path).map(|(_, _, access)| *access)
}

/// Holds every route to the table: who is not signed in gets no further than here, nor does who has not the role.
/// And where the address is about a traject, it must be their own; the rooms ask the same once more.
pub(super) async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let Some(path) = request.extensions().get::<MatchedPath>().cloned() else {
        return next.run(request).await;
    };
    let right = match access(request.method(), path.as_str()) {
        Some(Staff(right)) => right,
        Some(Anyone | Code | Link) => return next.run(request).await,
        // The route itself says which methods it knows.
        None if ROUTES.iter().any(|(_, route, _)| *route == path.as_str()) => return next.run(request).await,
        None => {
            tracing::error!(route = path.as_str(), "a route stands in no table of who may use it");
            return Problem::new(StatusCode::NOT_FOUND, "not-found").into_response();
        }
    };
    let (mut parts, body) = request.into_parts();
    let allowed = async {
        let signed = Signed::from_request_parts(&mut parts, &app).await?;
        signed.may(&app, right, None).await?;
        if let Some(traject) = traject(&app, path.as_str(), &mut parts).await? {
            signed.may(&app, right, Some(&traject)).await?;
            may_look(&app, &signed, right, &traject).await?;
        }
        Ok::<_, Problem>(signed)
    };
    match allowed.await {
        Ok(signed) => {
            parts.extensions.insert(signed);
            next.run(Request::from_parts(parts, body)).await
        }
        Err(problem) => problem.into_response(),
    }
}

/// Checks that the residents' layers of a traject are open for them, where it is about those; a refusal is written in the audit
/// trail. The one door for every page, file, picture and token.
async fn may_look(app: &App, signed: &Signed, right: Right, traject: &str) -> Result<(), Problem> {
    if right.shows_residents(signed.0.role) && session::find_traject(app, traject).await?.is_closed() {
        accounts::refused(app, &signed.0, right, Some(traject)).await?;
        return Err(AccountError::LayersClosed(traject.to_owned()).into());
    }
    Ok(())
}

/// Which traject an address is about: it names one, or a moment of one. Nothing where there is no such moment: the
/// room says so. The parts of the address are read as the rooms read them, decoded.
async fn traject(app: &App, route: &str, parts: &mut Parts) -> Result<Option<String>, Problem> {
    let named = RawPathParams::from_request_parts(parts, app).await;
    let named = named.map_err(|_| Problem::new(StatusCode::BAD_REQUEST, "request"))?;
    let part = |name: &str| named.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned());
    if route.starts_with("/traject/") || route.starts_with("/api/v1/trajects/") {
        return Ok(part("id"));
    }
    let Some(code) = part("code") else { return Ok(None) };
    match session::traject_of(app, &code).await {
        Ok(traject) => Ok(Some(traject)),
        Err(SessionError::NoSession) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
