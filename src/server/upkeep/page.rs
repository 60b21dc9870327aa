//! The statements, and the form in which the organisation fills them in.

use axum::response::Response;
use leptos::prelude::*;

use super::Organisation;
use super::model::FIELDS;
use crate::platform::App;
use crate::platform::texts::t;
use crate::ui::{Page, escape, footer, header, render, staff_header};

/// What stands where the organisation did not fill in a field yet.
fn given(organisation: &Organisation, field: &str) -> AnyView {
    match organisation.get(field) {
        Some(value) => value.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view().into_any(),
        None => view! { <p class="soft">{t("upkeep-empty")}</p> }.into_any(),
    }
}

fn facts(keys: &[&'static str]) -> impl IntoView + use<> {
    let items: Vec<_> = keys.iter().map(|key| view! { <li>{t(key)}</li> }).collect();
    view! { <ul>{items}</ul> }
}

pub(super) async fn privacy(app: &App, organisation: &Organisation) -> Response {
    let title = t("upkeep-privacy");
    let parts: Vec<_> = ["naam", "contact", "fg", "grondslag", "privacy"]
        .map(|field| {
            let given = given(organisation, field);
            view! { <section><h3>{t(&format!("upkeep-field-{field}"))}</h3>{given}</section> }
        })
        .into();
    render(&app.assets, Page::new(title.clone()), move || {
        view! {
            {header(&t("ui-name"), false)}
            <main id="inhoud" class="page stack">
                <h2>{title}</h2>
                <p class="lead">{t("upkeep-privacy-lead")}</p>
                <h3>{t("upkeep-privacy-kept")}</h3>
                {facts(&["upkeep-privacy-pins", "upkeep-privacy-nobody", "upkeep-privacy-photos", "upkeep-privacy-tablet"])}
                <h3>{t("upkeep-privacy-who")}</h3>
                {facts(&["upkeep-privacy-begeleider", "upkeep-privacy-professional", "upkeep-privacy-audit"])}
                <h3>{t("upkeep-privacy-long")}</h3>
                {facts(&["upkeep-privacy-erase", "upkeep-privacy-words", "upkeep-privacy-backup"])}
                {parts}
            </main>
            {footer()}
        }
    }).await
}

/// How the program is tested at every version.
const ACCESSIBILITY_TESTS: [&str; 6] = [
    "upkeep-accessibility-axe",
    "upkeep-accessibility-keyboard",
    "upkeep-accessibility-reader",
    "upkeep-accessibility-large",
    "upkeep-accessibility-hands",
    "upkeep-accessibility-colours",
];

pub(super) async fn accessibility(app: &App, organisation: &Organisation) -> Response {
    let title = t("upkeep-accessibility");
    let (given, contact) = (given(organisation, "toegankelijkheid"), given(organisation, "contact"));
    render(&app.assets, Page::new(title.clone()), move || {
        view! {
            {header(&t("ui-name"), false)}
            <main id="inhoud" class="page stack">
                <h2>{title}</h2>
                <p class="lead">{t("upkeep-accessibility-lead")}</p>
                {facts(&["upkeep-accessibility-keys", "upkeep-accessibility-zoom", "upkeep-accessibility-list"])}
                <h3>{t("upkeep-accessibility-tests")}</h3>
                <p>{t("upkeep-accessibility-tested")}</p>
                {facts(&ACCESSIBILITY_TESTS)}
                <section>
                    <h3>{t("upkeep-field-toegankelijkheid")}</h3>
                    {facts(&["upkeep-accessibility-language", "upkeep-accessibility-aloud", "upkeep-accessibility-drawing", "upkeep-accessibility-people"])}
                    {given}
                </section>
                <section><h3>{t("upkeep-field-contact")}</h3>{contact}</section>
            </main>
            {footer()}
        }
    }).await
}

pub(super) async fn form(app: &App, organisation: &Organisation) -> Response {
    let title = t("accounts-to-organisation");
    let fields: Vec<_> = FIELDS
        .iter()
        .map(|&field| {
            let value = escape(organisation.get(field).unwrap_or_default());
            let (label, hint) = (t(&format!("upkeep-field-{field}")), t(&format!("upkeep-hint-{field}")));
            view! {
                <label class="field"><span class="utrecht-form-label">{label}</span><span class="field-hint">{hint}</span>
                    <textarea dir="auto" class="utrecht-textarea" name=field rows="3" maxlength="4000" inner_html=value></textarea></label>
            }
        })
        .collect();
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, vec![(t("session-to-mine"), "/mijn".to_owned())])}
            <main id="inhoud" class="page stack">
                <p class="lead">{t("upkeep-form-lead")}" "<a class="utrecht-link" href="/privacy">{t("upkeep-privacy")}</a>" · "<a class="utrecht-link" href="/toegankelijkheid">{t("upkeep-accessibility")}</a></p>
                <form method="post" action="/beheer/organisatie" class="stack">
                    {fields}
                    <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("session-save")}</button>
                </form>
            </main>
        }
    }).await
}
