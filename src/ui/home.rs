//! The first page: type the code of the bijeenkomst, or sign in as staff.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use leptos::prelude::*;

use super::shell::{Page, footer, header, render};
use crate::platform::App;
use crate::platform::texts::t;

/// The route of the first page.
pub fn routes() -> Router<App> {
    Router::new().route("/", get(home))
}

async fn home(State(app): State<App>) -> Response {
    render(&app.assets, Page::new(t("ui-home-title")), move || {
        view! {
            {header(&t("ui-name"), false)}
            <main id="inhoud" class="page stack">
                <h2>{t("ui-home-title")}</h2>
                <p class="lead">{t("ui-home-lead")}</p>
                <form method="get" action="/s" class="card">
                    <label class="field">
                        <span class="utrecht-form-label">{t("ui-home-code")}</span>
                        <input dir="auto" class="utrecht-textbox" name="code" required maxlength="12" autocomplete="off"
                            autocapitalize="characters" spellcheck="false"/>
                    </label>
                    <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("ui-home-go")}</button>
                </form>
                <p><a class="utrecht-link" href="/mijn">{t("ui-home-staff")}</a></p>
            </main>
            {footer()}
        }
    }).await
}
