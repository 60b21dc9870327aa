//! What is printed before a moment: a poster on A4, the plattegrond on A3 with room to write.

use axum::response::Response;
use leptos::prelude::*;
use qrcode::QrCode;
use qrcode::render::svg;

use super::{Plan, SessionError, Traject};
use crate::place::buurt::TrajectArea;
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::ui::{Page, render};

/// Columns of the grid on the printed plattegrond.
pub const COLUMNS: [&str; 12] = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"];
/// Rows of the same grid.
pub const ROWS: u32 = 8;
/// Lines to write on.
const LINES: u32 = 14;

/// The address of a wijksessie as a QR code, an `<svg>` of its own.
///
/// # Errors
/// An address that is too long for a QR code.
pub fn qr(address: &str) -> Result<String, SessionError> {
    let code = QrCode::new(address).map_err(|_| SessionError::Form("session-wrong-address"))?;
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(200, 200).quiet_zone(true).build();
    // The page is HTML: the declaration of an XML file does not belong inside it.
    Ok(drawn.split_once("?>").map_or(drawn.clone(), |(_, svg)| svg.to_owned()))
}

/// A4: the question, the code, the promise.
pub(super) async fn poster(app: &App, traject: &Traject, plan: &Plan) -> Result<Response, SessionError> {
    let address = format!("{}/s/{}", app.public_url, plan.code);
    let qr = qr(&address)?;
    let site = app.site().to_owned();
    let question = if traject.question.is_empty() { traject.title.clone() } else { traject.question.clone() };
    let about: Vec<String> = [plan.day.clone().unwrap_or_default(), plan.vindplaats.clone()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let (title, code) = (plan.title.clone(), plan.code.clone());
    let lines: Vec<String> = traject.promise.lines().map(str::to_owned).collect();
    let page = Page::new(title.clone()).for_staff();
    Ok(render(&app.assets, page, move || {
        view! {
            <main id="inhoud" class="poster">
                <p class="no-print soft">{t("session-print-hint")}</p>
                <p class="poster-title">{title}</p>
                <h1>{question}</h1>
                <p class="poster-about">{about.join(" · ")}</p>
                <div class="poster-join">
                    <div class="poster-qr" role="img" aria-label=address inner_html=qr></div>
                    <div><p>{tv("session-poster-go", &[("site", site.into())])}</p><p class="join-code">{code}</p></div>
                </div>
                <section class="poster-promise"><h2>{t("board-promise")}</h2>
                    {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}</section>
            </main>
        }
    }).await)
}

/// A3: the plattegrond under a lettered grid, and lines to write on.
pub(super) async fn plattegrond(
    app: &App,
    traject: &Traject,
    plan: &Plan,
    area: &TrajectArea,
) -> Result<Response, SessionError> {
    let qr = qr(&format!("{}/s/{}", app.public_url, plan.code))?;
    let [width, height] = area.projection.size();
    let column = width / f64::from(u32::try_from(COLUMNS.len()).unwrap_or(1));
    let row = height / f64::from(ROWS);
    let mut marks = Vec::new();
    let mut x = 0.0;
    for name in COLUMNS {
        marks.push(view! { <text x=(x + column / 2.0).to_string() y=(row / 4.0).to_string()>{name.to_owned()}</text> }.into_any());
        marks.push(
            view! { <line x1=x.to_string() x2=x.to_string() y1="0" y2=height.to_string()></line> }.into_any(),
        );
        x += column;
    }
    let mut y = 0.0;
    for number in 1..=ROWS {
        marks.push(view! { <text x=(column / 6.0).to_string() y=(y + row * 0.6).to_string()>{number.to_string()}</text> }.into_any());
        marks.push(
            view! { <line x1="0" x2=width.to_string() y1=y.to_string() y2=y.to_string()></line> }.into_any(),
        );
        y += row;
    }
    let (title, code, svg) = (plan.title.clone(), plan.code.clone(), area.svg_url());
    let question = traject.question.clone();
    let lines = (1..=LINES)
        .map(|number| view! { <tr><th scope="row">{number.to_string()}</th><td></td><td></td><td></td></tr> })
        .collect_view();
    let credit = area.attribution.clone();
    let page = Page::new(title.clone()).for_staff();
    Ok(render(&app.assets, page, move || {
        view! {
            <main id="inhoud" class="sheet">
                <header class="sheet-head"><h1>{title}</h1><p>{question}</p>
                    <div class="sheet-join"><span class="join-code">{code}</span><div class="sheet-qr" inner_html=qr></div></div></header>
                <svg class="sheet-map" viewBox=format!("0 0 {width} {height}") role="img" aria-label=t("session-a3-map")>
                    <image href=svg width=width.to_string() height=height.to_string()></image>
                    <g class="sheet-grid">{marks}</g>
                </svg>
                <section class="sheet-lines">
                    <p>{t("session-a3-rule")}</p>
                    <table><thead><tr><th></th><th>{t("session-a3-square")}</th><th>{t("session-a3-kind")}</th><th>{t("session-a3-words")}</th></tr></thead>
                        <tbody>{lines}</tbody></table>
                    <p class="small">{credit}</p>
                </section>
            </main>
        }
    }).await)
}
