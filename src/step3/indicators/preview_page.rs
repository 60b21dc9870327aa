//! Looking at a file before it is kept.

use axum::response::Response;
use leptos::prelude::*;

use super::draft::Draft;
use super::form::{self, Fields, one};
use super::parts::{self, select, text_field, themes};
use super::read::Options;
use super::{Column, Description, FileError, Meaning, Report, Shape, Survey, describe, import, report};
use crate::input::session::Traject;
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::frame;
use crate::ui::{Page, render, staff_header};

/// Most areas that are named on the page.
const MOST_NAMED: usize = 300;

/// A file as it was looked at.
pub(super) struct Preview {
    pub options: Options,
    pub described: Option<&'static Description>,
    pub heads: Vec<String>,
    pub survey: Option<Survey>,
    /// What is wrong, or must be asked before anything can be seen.
    pub broken: Option<FileError>,
}

impl Preview {
    /// A file that cannot be looked at as it is.
    pub(super) fn broken(
        options: Options,
        described: Option<&'static Description>,
        error: FileError,
    ) -> Self {
        Self { options, described, heads: Vec::new(), survey: None, broken: Some(error) }
    }

    fn slug(&self, fields: &Fields) -> String {
        if one(fields, "as") == "geen" {
            "geen".to_owned()
        } else {
            self.described.map_or("", |one| one.slug).to_owned()
        }
    }
}

pub(super) async fn show(
    app: &App,
    traject: &Traject,
    draft: &Draft,
    seen: &Preview,
    fields: &Fields,
    problems: &[String],
) -> Response {
    let title = t("indicators-preview-title");
    let trail = parts::trail(traject);
    let bar = frame::tabs(&traject.id, "/cijfers");
    let action = format!("/traject/{}/cijfers/nieuw/{}", traject.id, draft.id);
    let mut asks: Vec<String> = problems.to_vec();
    asks.extend(seen.broken.iter().map(ToString::to_string));
    let survey = seen.survey.as_ref();
    asks.extend(survey.iter().flat_map(|survey| &survey.asks).map(ToString::to_string));
    let unclear = survey.iter().flat_map(|survey| &survey.columns).find(|column| column.must_ask);
    asks.extend(unclear.map(|column| column.ask().to_string()));
    asks.dedup();
    let ready =
        seen.broken.is_none() && survey.is_some_and(|survey| survey.asks.is_empty()) && unclear.is_none();
    let found = survey.map(found);
    let again = again(&action, seen, fields, !ready);
    let keep = survey.filter(|_| ready).map(|survey| keep(&action, seen, survey, fields));
    let asks = parts::problems(&asks);
    let name = draft.name.clone();
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page page-wide stack">
                <p class="lead">{name}</p>
                <p class="soft">{t("indicators-preview-lead")}</p>
                {asks}
                {found}
                {again}
                {keep}
            </main>
        }
    })
    .await
}

/// What is in the file and what matched.
fn found(survey: &Survey) -> impl IntoView + use<> {
    let report = Report { survey: survey.clone(), ..Report::default() };
    let lines = report::in_words(&report).into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <section class="card stack" aria-labelledby="gevonden">
            <h2 id="gevonden">{t("indicators-found")}</h2>
            <ul>{lines}</ul>
            {matches(survey)}
            {strangers(survey)}
            {columns(survey)}
        </section>
    }
}

/// For each buurt the nearest level there is a figure of.
pub(super) fn matches(survey: &Survey) -> impl IntoView + use<> {
    let rows = survey.matches.iter().take(MOST_NAMED).map(|one| {
        let level = one.level.map_or("none", super::Level::word);
        view! {
            <tr class="utrecht-table__row"><th scope="row" class="utrecht-table__header-cell">{one.name.clone()}</th>
                <td class="utrecht-table__cell">{one.code.clone()}</td>
                <td class="utrecht-table__cell">{t(&format!("indicators-level-{level}"))}</td></tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        let caption = t("indicators-matches");
        parts::table(&caption, &["indicators-buurt", "indicators-code", "indicators-has"], rows)
    })
}

/// The areas that are none of ours, by code.
pub(super) fn strangers(survey: &Survey) -> impl IntoView + use<> {
    let count = survey.strangers_count;
    let rest = count.saturating_sub(MOST_NAMED.min(survey.strangers.len()));
    let names = survey
        .strangers
        .iter()
        .take(MOST_NAMED)
        .map(|(code, name)| view! { <li>{format!("{code} ({name})")}</li> });
    let names = names.collect_view();
    let rest = (rest > 0).then(|| view! { <li>{tv("indicators-and-more", &[("n", rest.into())])}</li> });
    (count > 0).then(|| {
        view! {
            <details><summary>{tv("indicators-strangers", &[("n", count.into())])}</summary>
                <p class="soft">{t("indicators-strangers-why")}</p>
                <ul class="columns small">{names}{rest}</ul>
            </details>
        }
    })
}

fn columns(survey: &Survey) -> impl IntoView + use<> {
    let rows = survey.columns.iter().map(|column| {
        let what = if column.is_number() { "indicators-column-number" } else { "indicators-column-words" };
        let marks = tv(
            "indicators-column-marks",
            &[("missing", column.missing.into()), ("secret", column.secret.into()), ("words", (column.words + column.formulas).into())],
        );
        view! {
            <tr class="utrecht-table__row"><th scope="row" class="utrecht-table__header-cell">{column.name.clone()}</th>
                <td class="utrecht-table__cell">{t(what)}</td>
                <td class="utrecht-table__cell">{column.examples.join(" · ")}</td>
                <td class="utrecht-table__cell">{marks}</td></tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    let caption = t("indicators-columns");
    let heads = [
        "indicators-column",
        "indicators-column-what",
        "indicators-column-examples",
        "indicators-column-rest",
    ];
    let table = parts::table(&caption, &heads, rows);
    view! { <details><summary>{tv("indicators-columns-n", &[("n", survey.columns.len().into())])}</summary>{table}</details> }
}

/// What can be chosen for a part of how a file is read: the word in the address, the key of its text.
fn choices(name: &str) -> Vec<(String, String)> {
    let all: &[(&str, &str)] = match name {
        "shape" => &[
            ("area", "indicators-shape-area"),
            ("square", "indicators-shape-square"),
            ("point", "indicators-shape-point"),
        ],
        "crs" => &[("wgs", "indicators-crs-wgs"), ("rd", "indicators-crs-rd")],
        "decimal" => &[("komma", "indicators-decimal-comma"), ("punt", "indicators-decimal-point")],
        "square" => &[("100", "indicators-square-100"), ("500", "indicators-square-500")],
        "separator" => &[
            (";", "indicators-separator-semicolon"),
            (",", "indicators-separator-comma"),
            ("tab", "indicators-separator-tab"),
            ("|", "indicators-separator-bar"),
        ],
        _ => &[("geen", "indicators-as-none")],
    };
    let itself = [("", "indicators-itself")];
    itself.iter().chain(all).map(|(value, key)| ((*value).to_owned(), t(key))).collect()
}

/// The form for looking again in another way.
fn again(action: &str, seen: &Preview, fields: &Fields, open: bool) -> impl IntoView + use<> {
    let options = &seen.options;
    let heads = |chosen: &Option<String>| {
        let own = seen.heads.iter().map(|head| (head.clone(), head.clone()));
        let all = std::iter::once((String::new(), t("indicators-itself"))).chain(own);
        (all.collect::<Vec<_>>(), chosen.clone().unwrap_or_default())
    };
    let column = |name: &'static str, label: &str, chosen: &Option<String>| {
        let (all, chosen) = heads(chosen);
        select(name, &t(label), None, all, &chosen)
    };
    let now = form::as_fields(options, &seen.slug(fields));
    let value = |name: &str| {
        now.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let mut described = choices("as");
    described.extend(describe::ALL.map(|one| (one.slug.to_owned(), one.title.to_owned())));
    let choose =
        |name: &str| select(name, &t(&format!("indicators-{name}")), None, choices(name), &value(name));
    let action = action.to_owned();
    view! {
        <details class="card" open=open><summary>{t("indicators-again")}</summary>
            <form method="get" action=action class="stack" autocomplete="off">
                <div class="form-grid">
                    {select("as", &t("indicators-as"), None, described, &value("as"))}
                    {column("area_field", "indicators-area-field", &options.area_field)}
                    {column("name_field", "indicators-name-field", &options.name_field)}
                    {column("base_field", "indicators-base-field", &options.base_field)}
                    {choose("shape")}
                    {choose("crs")}
                    {choose("decimal")}
                    {choose("separator")}
                    {text_field("header_rows", &t("indicators-header-rows"), None, &value("header_rows"), "number", false)}
                    {choose("square")}
                    {column("category_field", "indicators-category-field", &options.category_field)}
                    {column("x_field", "indicators-x-field", &options.x_field)}
                    {column("y_field", "indicators-y-field", &options.y_field)}
                    {text_field("layer", &t("indicators-layer"), None, &value("layer"), "text", false)}
                    {column("only_field", "indicators-only-field", &options.only.first().map(|only| only.0.clone()))}
                    {text_field("only_value", &t("indicators-only-value"), None, &value("only_value"), "text", false)}
                </div>
                <button class="utrecht-button utrecht-button--secondary-action" type="submit">{t("indicators-again-button")}</button>
            </form>
        </details>
    }
}

/// The form that brings the file in.
fn keep(action: &str, seen: &Preview, survey: &Survey, fields: &Fields) -> AnyView {
    let proposed = import::meanings(survey, seen.described);
    let all = import::meanings(survey, None);
    let sent_before = fields.iter().any(|(key, _)| key == "source");
    let before = form::meanings(fields);
    // What a description knows comes first and is ticked; other columns with figures can be added.
    let others = all.into_iter().filter(|one| proposed.iter().all(|known| known.column != one.column));
    let mut rows: Vec<(Meaning, bool)> = proposed.iter().cloned().map(|one| (one, true)).collect();
    rows.extend(others.map(|one| (one, false)));
    if sent_before {
        for (one, ticked) in &mut rows {
            let again = before.iter().find(|known| known.column == one.column);
            *ticked = again.is_some();
            if let Some(again) = again {
                *one = again.clone();
            }
        }
    }
    if rows.is_empty() {
        return parts::problems(&[import::no_numbers(survey).to_string()]).into_any();
    }
    let about = if sent_before { form::about(fields) } else { parts::about_of(seen.described) };
    let hidden = form::as_fields(&seen.options, &seen.slug(fields));
    let hidden = hidden
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view();
    let is_point = survey.shape == Some(Shape::Point);
    let columns = rows
        .iter()
        .enumerate()
        .map(|(at, (one, ticked))| column_form(at, one, *ticked, survey))
        .collect_view();
    let action = action.to_owned();
    let lead = if is_point { t("indicators-keep-point") } else { t("indicators-keep-lead") };
    view! {
        <form method="post" action=action class="card stack" autocomplete="off">
            <h2>{t("indicators-keep")}</h2>
            <p>{lead}</p>
            {hidden}
            <ul class="list-plain stack">{columns}</ul>
            <h3>{t("indicators-about")}</h3>
            {parts::about_fields(&about)}
            <p class="small soft">{report::secret_rule()}</p>
            <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("indicators-keep-button")}</button>
        </form>
    }
    .into_any()
}

fn column_form(at: usize, one: &Meaning, ticked: bool, survey: &Survey) -> impl IntoView + use<> {
    let column = survey.columns.iter().find(|column| column.name == one.column);
    let examples = column.map(|column| column.examples.join(" · ")).unwrap_or_default();
    let stray = column.and_then(|column: &Column| column.stray.clone());
    let stray = stray
        .map(|text| view! { <p class="small soft">{tv("indicators-stray", &[("text", text.into())])}</p> });
    let label = if one.column.is_empty() { one.name.clone() } else { one.column.clone() };
    let field = |name: &str| format!("{name}-{at}");
    view! {
        <li class="figure-column">
            <label class="tick"><input type="checkbox" name="keep" value=at.to_string() checked=ticked/><span><strong>{label}</strong>" "<small class="soft">{examples}</small></span></label>
            {stray}
            <input type="hidden" name=field("column") value=one.column.clone()/>
            {parts::meaning_fields(&format!("-{at}"), one, &themes(&one.domain))}
        </li>
    }
}
