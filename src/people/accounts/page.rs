//! The pages of signing in: a button (link previews must not use the link up), and a password of one's own.

use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse as _, Response};
use leptos::prelude::*;

use super::passwords::SHORTEST;
use crate::platform::texts::{t, tv};
use crate::platform::{App, Problem};
use crate::ui::{Page, header, render, staff_header};

pub(super) async fn login(app: &App, link: &str) -> Response {
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
    }).await
}

/// Signing in with a password; what went wrong before.
pub(super) async fn enter(app: &App, wrong: Option<Problem>) -> Response {
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
    }).await;
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
pub(super) async fn password(
    app: &App,
    login: Option<String>,
    current: bool,
    wrong: Option<Problem>,
) -> Response {
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
    }).await;
    answering(response, wrong)
}
