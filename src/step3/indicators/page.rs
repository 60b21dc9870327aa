//! The pages of figures: the list of a traject, one file, changing an indicator.

use std::sync::Arc;

use axum::response::Response;
use leptos::prelude::*;

use super::parts::{about_fields, meaning_fields, problems, select, table, themes, trail};
use super::value::shown;
use super::{
    Figure, Import, Indicator, IndicatorError, Level, Meaning, Report, describe, preview_page, report,
};
use crate::input::session::{Traject, theme_label};
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::frame;
use crate::ui::{Page, render, staff_header};

/// A file with what a traject sees of it.
pub(super) struct File {
    pub import: Import,
    pub indicators: Vec<Arc<Indicator>>,
    pub figures: Vec<Figure>,
}

/// Choosing a file.
pub(super) async fn new(app: &App, traject: &Traject, problem: Option<String>) -> Response {
    let title = t("indicators-new");
    let trail = trail(traject);
    let bar = frame::tabs(&traject.id, "/cijfers");
    let action = format!("/traject/{}/cijfers/nieuw", traject.id);
    let problem = problems(&problem.into_iter().collect::<Vec<_>>());
    let mut described = vec![(String::new(), t("indicators-itself"))];
    described.extend(describe::ALL.map(|one| (one.slug.to_owned(), one.title.to_owned())));
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack">
                {problem}
                <form method="post" action=action enctype="multipart/form-data" class="card stack" autocomplete="off">
                    <p class="lead">{t("indicators-new-lead")}</p>
                    <label class="field"><span class="utrecht-form-label">{t("indicators-file")}</span><span class="field-hint">{t("indicators-file-hint")}</span>
                        <input type="file" name="file" required/></label>
                    {select("as", &t("indicators-as"), Some(t("indicators-as-hint")), described, "")}
                    <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("indicators-look")}</button>
                    <p class="soft small">{t("indicators-new-safe")}</p>
                </form>
            </main>
        }
    }).await
}

/// Every file of a traject.
pub(super) async fn list(app: &App, traject: &Traject, files: &[(Import, Vec<Arc<Indicator>>)]) -> Response {
    let title = t("indicators-title");
    let mut trail = trail(traject);
    trail.pop();
    let bar = frame::tabs(&traject.id, "/cijfers");
    let base = format!("/traject/{}/cijfers", traject.id);
    let new = format!("{base}/nieuw");
    let none = files.is_empty().then(|| view! { <p class="utrecht-alert utrecht-alert--info"><span class="utrecht-alert__content">{t("indicators-none")}</span></p> });
    let cards = files.iter().map(|(import, indicators)| card(&base, import, indicators)).collect_view();
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack">
                <p class="lead">{t("indicators-lead")}</p>
                <p><a class="utrecht-button utrecht-button--primary-action" href=new>{t("indicators-new")}</a></p>
                {none}
                <ul class="list-plain stack">{cards}</ul>
            </main>
        }
    }).await
}

fn badges(import: &Import) -> impl IntoView + use<> {
    let public = if import.about.public { "indicators-is-public" } else { "indicators-not-public" };
    let all =
        import.traject.is_none().then(|| view! { " "<span class="badge">{t("indicators-of-all")}</span> });
    view! { <span class="badge">{t(public)}</span>{all} }
}

fn card(base: &str, import: &Import, indicators: &[Arc<Indicator>]) -> impl IntoView + use<> {
    let href = format!("{base}/{}", import.id);
    let head = import.about.named();
    let mut domains: Vec<String> = indicators.iter().map(|one| theme_label(&one.domain)).collect();
    domains.sort();
    domains.dedup();
    let caveat = (!import.about.caveat.is_empty())
        .then(|| view! { <p class="small">{import.about.caveat.clone()}</p> });
    view! {
        <li class="card stack">
            <h2><a class="utrecht-link" href=href>{head}</a></h2>
            <p>{badges(import)}</p>
            <p>{tv("indicators-n", &[("n", indicators.len().into())])}" · "{domains.join(", ")}</p>
            {caveat}
        </li>
    }
}

/// Who brought it in, and how to change or take it out; a file of every traject says only who can.
fn own_part(base: &str, file: &File) -> AnyView {
    if file.import.traject.is_none() {
        return view! { <p class="soft">{t("indicators-of-all-lead")}</p> }.into_any();
    }
    let (action, away) = (format!("{base}/{}", file.import.id), format!("{base}/{}/weg", file.import.id));
    view! {
        <details class="card"><summary>{t("indicators-change-about")}</summary>
            <form method="post" action=action class="stack" autocomplete="off">
                {about_fields(&file.import.about)}
                <button class="utrecht-button utrecht-button--secondary-action" type="submit">{t("indicators-save")}</button>
            </form>
        </details>
        <details class="card"><summary>{t("indicators-remove")}</summary>
            <form method="post" action=away class="stack">
                <p>{t("indicators-remove-lead")}</p>
                <button class="utrecht-button utrecht-button--primary-action utrecht-button--danger" type="submit">{t("indicators-remove-button")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// One file: what matched, and every figure from near to far.
///
/// # Errors
/// A report that cannot be read.
pub(super) async fn file(app: &App, traject: &Traject, file: &File) -> Result<Response, IndicatorError> {
    let about = &file.import.about;
    let title = about.named();
    let report: Report = serde_json::from_str(&file.import.report)
        .map_err(|error| IndicatorError::Failed(error.to_string()))?;
    let base = format!("/traject/{}/cijfers", traject.id);
    let (trail, bar) = (trail(traject), frame::tabs(&traject.id, "/cijfers"));
    let lines = report::in_words(&report).into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let (matches, strangers) =
        (preview_page::matches(&report.survey), preview_page::strangers(&report.survey));
    let rows: Vec<_> = file.indicators.iter().map(|one| row(&base, one, &file.figures)).collect();
    let heads = [
        "indicators-name",
        "indicators-buurten",
        "indicators-wijk",
        "indicators-gemeente",
        "indicators-better",
        "indicators-do",
    ];
    let figures = table(&t("indicators-figures"), &heads, rows);
    let (caveat, licence) = (about.caveat.clone(), about.licence.clone());
    let caveat = (!caveat.is_empty()).then(|| view! { <p class="utrecht-alert utrecht-alert--info"><span class="utrecht-alert__content">{caveat}</span></p> });
    let who = file.import.made_by.clone().unwrap_or_else(|| t("indicators-by-command"));
    let made = [
        ("who", who.into()),
        ("day", file.import.made_at[..10].to_owned().into()),
        ("file", file.import.file_name.clone().into()),
    ];
    let (made, badges, own) = (tv("indicators-made", &made), badges(&file.import), own_part(&base, file));
    Ok(render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page page-wide stack">
                <p>{badges}</p>
                {caveat}
                {figures}
                <section class="card stack" aria-labelledby="gevonden"><h2 id="gevonden">{t("indicators-found")}</h2>
                    <ul>{lines}</ul>{matches}{strangers}
                    <p class="small soft">{report::secret_rule()}</p>
                    <p class="small soft">{made}" "{licence}</p></section>
                {own}
            </main>
        }
    }).await)
}

fn row(base: &str, one: &Arc<Indicator>, all: &[Figure]) -> impl IntoView + use<> {
    let mine: Vec<&Figure> = all.iter().filter(|figure| figure.indicator.id == one.id).collect();
    let of = |level: Level| {
        let figures = mine.iter().filter(|figure| figure.level == level);
        let lines: Vec<String> = figures
            .map(|figure| {
                if level == Level::Buurt {
                    format!("{}: {}", figure.name, shown(figure))
                } else {
                    shown(figure)
                }
            })
            .collect();
        if lines.is_empty() { t("indicators-nothing") } else { lines.join("; ") }
    };
    let near = match mine.iter().filter(|figure| matches!(figure.level, Level::Square | Level::Point)).count()
    {
        0 => of(Level::Buurt),
        n => tv("indicators-in-area", &[("n", n.into())]),
    };
    let (href, away) = (
        format!("{base}/{}/cijfer/{}", one.import, one.id),
        format!("{base}/{}/cijfer/{}/weg", one.import, one.id),
    );
    let label = tv("indicators-edit-of", &[("name", one.name.clone().into())]);
    let away_label = tv("indicators-withdraw-of", &[("name", one.name.clone().into())]);
    let own = one.traject.is_some().then(|| view! {
        <span class="row"><a class="utrecht-link" href=href aria-label=label>{t("indicators-edit")}</a>
        <form method="post" action=away><button class="utrecht-button utrecht-button--subtle" type="submit" aria-label=away_label>{t("indicators-withdraw")}</button></form></span>
    });
    view! {
        <tr class="utrecht-table__row">
            <th scope="row" class="utrecht-table__header-cell">{one.name.clone()}<br/><small class="soft">{theme_label(&one.domain)}</small></th>
            <td class="utrecht-table__cell">{near}</td>
            <td class="utrecht-table__cell">{of(Level::Wijk)}</td>
            <td class="utrecht-table__cell">{of(Level::Gemeente)}</td>
            <td class="utrecht-table__cell">{t(&format!("indicators-better-{}", one.better))}</td>
            <td class="utrecht-table__cell">{own}</td>
        </tr>
    }
}

/// Changing what an indicator means. `mine`: what somebody wanted who came second.
pub(super) async fn edit(app: &App, traject: &Traject, now: &Indicator, mine: Option<&Meaning>) -> Response {
    let title = t("indicators-edit-title");
    let (trail, bar) = (trail(traject), frame::tabs(&traject.id, "/cijfers"));
    let action = format!("/traject/{}/cijfers/{}/cijfer/{}", traject.id, now.import, now.id);
    let stands = Meaning {
        column: now.column.clone(),
        name: now.name.clone(),
        unit: now.unit.clone(),
        domain: now.domain.clone(),
        better: now.better,
        counts: now.counts,
    };
    let other = mine.map(|_| {
        let words = [
            ("name", now.name.clone().into()),
            ("unit", now.unit.clone().into()),
            ("theme", theme_label(&now.domain).into()),
            ("better", t(&format!("indicators-better-{}", now.better)).into()),
        ];
        view! { <div class="utrecht-alert utrecht-alert--warning" role="alert"><div class="utrecht-alert__content">
            <p>{t("indicators-edit-second")}</p><p>{tv("indicators-edit-stands", &words)}</p></div></div> }
    });
    let fields = meaning_fields("", mine.unwrap_or(&stands), &themes(&now.domain));
    let (version, column) = (now.version.to_string(), now.column.clone());
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack">
                {other}
                <form method="post" action=action class="card stack" autocomplete="off">
                    <p class="soft">{tv("indicators-edit-column", &[("column", column.into())])}</p>
                    <input type="hidden" name="version" value=version/>
                    {fields}
                    <button class="utrecht-button utrecht-button--primary-action" type="submit">{t("indicators-save")}</button>
                </form>
            </main>
        }
    }).await
}
