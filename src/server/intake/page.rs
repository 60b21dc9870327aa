//! Reading in the file of a device, as a page.

use axum::response::Response;
use leptos::prelude::*;

use super::service::Outcome;
use crate::input::session::{Status, Wijksessie};
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::ui::{Page, render, staff_header};

/// The page at `/sessie/{code}/inlezen`, with what became of a file that was just read.
pub(super) async fn file(app: &App, session: &Wijksessie, outcome: Option<Outcome>) -> Response {
    let title = t("intake-title");
    let base = format!("/sessie/{}", session.code);
    let trail = vec![(session.title.clone(), base.clone())];
    let action = format!("{base}/inlezen");
    let released = (session.status == Status::Released).then(|| view! {
        <div class="utrecht-alert utrecht-alert--warning"><div class="utrecht-alert__content"><p>{t("intake-released")}</p></div></div>
    });
    let outcome = outcome.map(|outcome| told(outcome, &base));
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            <main id="inhoud" class="page stack">
                {outcome}
                <p class="lead">{t("intake-lead")}</p>
                {released}
                <form method="post" action=action enctype="multipart/form-data" class="card stack" autocomplete="off">
                    <label class="field"><span class="utrecht-form-label">{t("intake-label")}</span>
                        <input type="file" name="file" accept=".geojson,.json,application/geo+json" required/></label>
                    <label class="tick"><input type="checkbox" name="other" value="1"/><span>{t("intake-other")}</span></label>
                    <button class="utrecht-button utrecht-button--primary-action" type="submit">{t("intake-read")}</button>
                </form>
            </main>
        }
    }).await
}

/// What came in, what was here before, and what could not come in, with why not.
fn told(outcome: Outcome, base: &str) -> impl IntoView + use<> {
    let Outcome { new, again, refused, why } = outcome;
    let kind = if refused == 0 { "ok" } else { "warning" };
    let class = format!("utrecht-alert utrecht-alert--{kind}");
    let count = |key: &str, n: u32| (n > 0).then(|| view! { <p>{tv(key, &[("n", n.into())])}</p> });
    let why = why.into_iter().map(|why| view! { <li>{why}</li> }).collect_view();
    let none = (new + again + refused == 0).then(|| view! { <p>{t("intake-empty")}</p> });
    view! {
        <div class=class role="status"><div class="utrecht-alert__content stack">
            {none}
            {count("intake-new", new)}
            {count("intake-again", again)}
            {count("intake-refused", refused)}
            <ul>{why}</ul>
            <p><a class="utrecht-link" href=format!("{base}/bekijken")>{t("session-to-moderation")}</a></p>
        </div></div>
    }
}
