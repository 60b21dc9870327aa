//! The buurten there are, for a beheerder.

use axum::response::Response;
use leptos::prelude::*;

use super::BuurtRef;
use super::store::Listed;
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::ui::{Page, render, staff_header};

/// So many buurten are named in a sentence.
const MOST_NAMED: usize = 8;

/// Some names, for a sentence.
pub(super) fn names(all: &[BuurtRef]) -> String {
    let mut names: Vec<&str> = all.iter().take(MOST_NAMED).map(|one| one.name.as_str()).collect();
    if all.len() > names.len() {
        names.push("…");
    }
    names.join(", ")
}

/// What became of an import.
pub(super) struct Notice(pub String);

pub(super) async fn list(app: &App, all: &[Listed], told: Option<Notice>) -> Response {
    let title = t("buurt-title");
    let told = told.map(|Notice(text)| {
        view! { <div class="utrecht-alert utrecht-alert--ok" role="status"><div class="utrecht-alert__content"><p>{text}</p></div></div> }
    });
    let none = all.is_empty().then(|| view! { <p>{t("buurt-none")}</p> });
    let rows = all.iter().map(row).collect_view();
    let heads = ["buurt-name", "buurt-code", "buurt-map", "buurt-used"]
        .map(|head| view! { <th scope="col" class="utrecht-table__header-cell">{t(head)}</th> });
    let caption = tv("buurt-count", &[("n", all.len().into())]);
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, vec![(t("session-to-mine"), "/mijn".to_owned())])}
            <main id="inhoud" class="page page-wide stack">
                {told}
                {form()}
                {none}
                <div class="table-scroll" tabindex="0" role="region" aria-label=title.clone()>
                    <table class="utrecht-table"><caption class="utrecht-table__caption">{caption}</caption>
                        <thead class="utrecht-table__header"><tr class="utrecht-table__row">{heads}</tr></thead>
                        <tbody class="utrecht-table__body">{rows}</tbody></table>
                </div>
            </main>
        }
    }).await
}

fn row(one: &Listed) -> impl IntoView + use<> {
    let map = if one.attribution.is_empty() { t("buurt-map-none") } else { one.attribution.clone() };
    view! {
        <tr class="utrecht-table__row"><th scope="row" class="utrecht-table__header-cell">{one.name.clone()}</th>
            <td class="utrecht-table__cell">{one.code.clone()}</td><td class="utrecht-table__cell">{map}</td>
            <td class="utrecht-table__cell">{tv("buurt-used-by", &[("n", one.trajects.into())])}</td></tr>
    }
}

fn form() -> impl IntoView {
    let words = |name: &'static str, label: &str, hint: &str| {
        view! {
            <label class="field"><span class="utrecht-form-label">{t(label)}</span><span class="field-hint">{t(hint)}</span>
                <input dir="auto" class="utrecht-textbox" name=name maxlength="200" autocomplete="off"/></label>
        }
    };
    // Without `accept`: phones that do not know the ending show such files grey. What a file is, is seen from its bytes.
    let file = |name: &'static str, label: &str, hint: &str, required: bool| {
        view! {
            <label class="field"><span class="utrecht-form-label">{t(label)}</span><span class="field-hint">{t(hint)}</span>
                <input type="file" name=name required=required/></label>
        }
    };
    view! {
        <form method="post" action="/beheer/buurten" enctype="multipart/form-data" class="card stack" autocomplete="off">
            <h2>{t("buurt-add-title")}</h2>
            <p class="soft">{t("buurt-add-lead")}</p>
            {file("boundary", "buurt-boundary", "buurt-boundary-hint", true)}
            {file("osm", "buurt-osm", "buurt-osm-hint", false)}
            <div class="row">
                {words("code", "buurt-one", "buurt-one-hint")}
                {words("code_field", "buurt-code-field", "buurt-code-field-hint")}
                {words("name_field", "buurt-name-field", "buurt-name-field-hint")}
                {words("layer", "buurt-layer", "buurt-layer-hint")}
            </div>
            <label class="tick"><input type="checkbox" name="replace_map" value="1"/><span>{t("buurt-replace-map")}</span></label>
            <p><button class="utrecht-button utrecht-button--primary-action" type="submit">{t("buurt-add")}</button></p>
        </form>
    }
}
