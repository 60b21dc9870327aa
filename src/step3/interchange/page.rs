//! What can be taken along of a traject, and what is in it.

use axum::response::Response;
use leptos::prelude::*;

use super::model::{Export, Form, Shape, Table};
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::frame::{tabs, trail};
use crate::ui::{Page, is_invented, render, staff_header};

pub(super) async fn take_along(app: &App, id: &str, export: &Export, invented: bool) -> Response {
    let title = t("interchange-title");
    let tabs = tabs(id, "/meenemen");
    let trail = trail(id, &export.title);
    let files = Form::ALL.map(|form| file_card(id, form)).collect_view();
    let rows = export.tables.iter().map(|table| row(table, export.named.contains(&table.id))).collect_view();
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {is_invented(invented)}
            {tabs}
            <main id="inhoud" class="page page-wide stack">
                <p class="lead">{t("interchange-lead")}</p>
                <div class="take-files">{files}</div>
                <p class="utrecht-alert utrecht-alert--info"><span class="utrecht-alert__content">{t("interchange-mind-both")}" "{t("interchange-mind-pass-on")}</span></p>
                <h2>{t("interchange-inside")}</h2>
                <p>{t("interchange-inside-lead")}</p>
                <div class="table-scroll" tabindex="0" role="region" aria-label=t("interchange-inside")>
                    <table class="utrecht-table">
                        <caption class="utrecht-table__caption visually-hidden">{t("interchange-inside")}</caption>
                        <thead class="utrecht-table__header"><tr class="utrecht-table__row">
                            <th scope="col" class="utrecht-table__header-cell">{t("interchange-inside-layer")}</th>
                            <th scope="col" class="utrecht-table__header-cell">{t("interchange-inside-name")}</th>
                            <th scope="col" class="utrecht-table__header-cell">{t("interchange-inside-shape")}</th>
                            <th scope="col" class="utrecht-table__header-cell number">{t("interchange-inside-rows")}</th>
                        </tr></thead>
                        <tbody class="utrecht-table__body">{rows}</tbody>
                    </table>
                </div>
            </main>
        }
    }).await
}

fn file_card(id: &str, form: Form) -> impl IntoView + use<> {
    let end = form.extension();
    let href = format!("/traject/{id}/export.{end}");
    let text = |part: &str| t(&format!("interchange-{end}{part}"));
    view! {
        <section class="card take-file" aria-labelledby=format!("bestand-{end}")>
            <h2 id=format!("bestand-{end}")>{text("")}</h2>
            <p>{text("-for")}</p>
            <p class="small soft">{text("-how")}</p>
            <p><a class="utrecht-button utrecht-button--primary-action" href=href download="">{text("-get")}</a></p>
        </section>
    }
}

fn row(table: &Table, named: bool) -> impl IntoView + use<> {
    let shape = match table.shape {
        Shape::Nowhere => "list",
        Shape::Point => "points",
        Shape::Line => "lines",
        Shape::Area => "areas",
    };
    let rows = if named {
        t("interchange-rows-classes")
    } else {
        tv("interchange-rows", &[("n", table.rows.len().into())])
    };
    view! {
        <tr class="utrecht-table__row">
            <th scope="row" class="utrecht-table__header-cell">{table.title.clone()}</th>
            <td class="utrecht-table__cell"><code>{table.id.clone()}</code></td>
            <td class="utrecht-table__cell">{t(&format!("interchange-shape-{shape}"))}</td>
            <td class="utrecht-table__cell number">{rows}</td>
        </tr>
    }
}
