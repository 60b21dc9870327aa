//! The pages of signing in: a button (link previews must not use the link up), and one's trajecten.

use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse as _, Response};
use leptos::prelude::*;

use super::passwords::SHORTEST;
use super::{Right, Role, Staff};
use crate::input::session::Traject;
use crate::platform::texts::{t, tv};
use crate::platform::timekeeping::Doubt;
use crate::platform::{App, Problem, clock};
use crate::ui::{Page, header, render, staff_header};

pub(super) fn login(app: &App, link: &str) -> Response {
    let action = format!("/login/{link}");
    render(&app.assets, Page::new(t("accounts-login-title")), move || {
        view! {
            {header(&t("ui-name"), false)}
            <main id="inhoud" class="page">
                <h2>{t("accounts-login-title")}</h2>
                <p>{t("accounts-login-lead")}</p>
                <form method="post" action=action>
                    <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("accounts-login-button")}</button>
                </form>
            </main>
        }
    })
}

/// Signing in with a password; what went wrong before.
pub(super) fn enter(app: &App, wrong: Option<Problem>) -> Response {
    let told = wrong.as_ref().map(alert);
    let response = render(&app.assets, Page::new(t("accounts-login-title")), move || {
        view! {
            {header(&t("ui-name"), false)}
            <main id="inhoud" class="page stack">
                <h2>{t("accounts-login-title")}</h2>
                {told}
                <form method="post" action="/inloggen" class="card stack">
                    <label class="field"><span class="utrecht-form-label">{t("accounts-name-to-enter")}</span>
                        <input dir="auto" class="utrecht-textbox" name="login" required maxlength="200" autocomplete="username" autocapitalize="none" spellcheck="false"/></label>
                    <label class="field"><span class="utrecht-form-label">{t("accounts-password")}</span>
                        <input class="utrecht-textbox" type="password" name="password" required maxlength="200" autocomplete="current-password"/></label>
                    <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("accounts-login-button")}</button>
                </form>
                <p class="soft">{t("accounts-forgot")}</p>
            </main>
        }
    });
    answering(response, wrong)
}

/// What went wrong, above the form: each field that is not right, or the problem itself.
fn alert(problem: &Problem) -> impl IntoView + use<> {
    let fields = problem.field_errors();
    let title = fields.is_empty().then(|| problem.title());
    let details: Vec<String> = if fields.is_empty() {
        vec![problem.detail()]
    } else {
        fields.iter().map(|field| field.detail.clone()).collect()
    };
    let title = title.map(|title| view! { <strong>{title}</strong>" " });
    view! {
        <div class="utrecht-alert utrecht-alert--warning" role="alert"><div class="utrecht-alert__content"><p>{title}{details.join(" ")}</p></div></div>
    }
}

/// A page with the status, and the time to wait, of what went wrong.
fn answering(mut response: Response, wrong: Option<Problem>) -> Response {
    if let Some(problem) = wrong {
        *response.status_mut() = problem.status;
        if let Some(header) = problem.into_response().headers().get(RETRY_AFTER) {
            response.headers_mut().insert(RETRY_AFTER, header.clone());
        }
    }
    response
}

/// A password of one's own, so that no link is needed any more. `current`: the one until now is asked.
pub(super) fn password(app: &App, login: Option<String>, current: bool, wrong: Option<Problem>) -> Response {
    let (title, shortest) = (t("accounts-password-title"), SHORTEST.to_string());
    let told = wrong.as_ref().map(alert);
    let current = current.then(|| {
        view! {
            <label class="field"><span class="utrecht-form-label">{t("accounts-password-current")}</span>
                <span class="field-hint">{t("accounts-password-current-hint")}</span>
                <input class="utrecht-textbox" type="password" name="current" required maxlength="200" autocomplete="current-password"/></label>
        }
    });
    let response = render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, vec![(t("session-to-mine"), "/mijn".to_owned())])}
            <main id="inhoud" class="page stack">
                {told}
                <p class="lead">{t("accounts-password-lead")}</p>
                <p>{t("accounts-password-ends")}</p>
                <form method="post" action="/mijn/wachtwoord" class="card stack">
                    {current}
                    <label class="field"><span class="utrecht-form-label">{t("accounts-name-to-enter")}</span>
                        <input dir="auto" class="utrecht-textbox" name="login" required maxlength="200" autocomplete="username" autocapitalize="none" spellcheck="false" value=login/></label>
                    <label class="field"><span class="utrecht-form-label">{t("accounts-password-new")}</span>
                        <span class="field-hint">{tv("accounts-password-hint", &[("n", SHORTEST.into())])}</span>
                        <input class="utrecht-textbox" type="password" name="password" required minlength=shortest maxlength="200" autocomplete="new-password"/></label>
                    <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("session-save")}</button>
                </form>
            </main>
        }
    });
    answering(response, wrong)
}

/// For a beheerder: why nothing is deleted for good at the moment.
fn doubted(app: &App, role: Role) -> Option<impl IntoView + use<>> {
    let doubt = app.time.doubt().filter(|_| Right::ManageSettings.roles().contains(&role))?;
    let words = match doubt {
        Doubt::Clock { left } => {
            let now = clock::for_people(&app.chance.now_text());
            tv("accounts-clock-jumped", &[("now", now.into()), ("hours", (left / 3600 + 1).into())])
        }
        Doubt::Database { .. } => t("accounts-clock-database"),
    };
    Some(view! {
        <div class="utrecht-alert utrecht-alert--warning" role="status" id="klok"><div class="utrecht-alert__content"><p>{words}</p></div></div>
    })
}

pub(super) fn mine(app: &App, staff: &Staff, all: Vec<Traject>) -> Response {
    let hello = tv("accounts-hello", &[("name", staff.name.clone().into())]);
    let all_trajects = staff.role == Role::Beheerder;
    let own: Vec<_> =
        all.into_iter().filter(|traject| all_trajects || staff.trajects.contains(&traject.id)).collect();
    let sees = Right::SeeLayers.roles().contains(&staff.role);
    let prepares = Right::Prepare.roles().contains(&staff.role);
    let manages = (!sees).then(|| view! { <p>{t("accounts-mine-beheerder")}</p> });
    let none = own.is_empty().then(|| view! { <p>{t("accounts-mine-none")}</p> });
    let role = staff.role;
    let may = |right: Right| right.roles().contains(&role);
    let manage: Vec<_> = [
        (Right::ManageStaff, "/beheer/medewerkers", "accounts-to-staff"),
        (Right::ManageBuurten, "/beheer/buurten", "accounts-to-buurten"),
        (Right::ReadAudit, "/beheer/logboek", "accounts-to-trail"),
        (Right::ManageSettings, "/beheer/organisatie", "accounts-to-organisation"),
    ]
    .into_iter()
    .filter(|(right, ..)| may(*right))
    .map(|(_, href, label)| view! { <li><a class="utrecht-button utrecht-button--secondary-action" href=href>{t(label)}</a></li> })
    .collect();
    let title = t("accounts-mine-title");
    let doubted = doubted(app, role);
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, Vec::new())}
            <main id="inhoud" class="page stack">
                <p>{hello}</p>
                {doubted}
                {none}
                {manages}
                <ul class="list-plain stack">
                    {own.into_iter().map(|traject| { let closed = traject.is_closed(); view! {
                        <li class="card">
                            <h2>{traject.title.clone()}</h2>
                            <p class="row">{prepares.then(|| view! {
                                <a class="utrecht-button utrecht-button--primary-action" href=format!("/traject/{}/momenten", traject.id)>{t("accounts-mine-moments")}</a>
                            })}
                            {sees.then(|| to_see(role, &traject.id, closed))}</p>
                        </li>
                    }}).collect_view()}
                </ul>
                {prepares.then(|| view! { <p><a class="utrecht-button utrecht-button--secondary-action" href="/traject/nieuw">{t("accounts-mine-new")}</a></p> })}
                <ul class="list-plain row">{manage}</ul>
                <p><a class="utrecht-link" href="/mijn/wachtwoord">{t("accounts-password-title")}</a></p>
            </main>
        }
    })
}

/// Where somebody goes on with step 3: to the layers, or first to what the team assumes.
fn to_see(role: Role, traject: &str, closed: bool) -> impl IntoView + use<> {
    let (to, label) = if closed && role == Role::Professional {
        ("/aannames", "accounts-mine-assume")
    } else {
        ("", "accounts-mine-open")
    };
    view! { <a class="utrecht-button utrecht-button--secondary-action" href=format!("/traject/{traject}{to}")>{t(label)}</a> }
}
