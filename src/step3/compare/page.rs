//! The pages of comparing.

use axum::response::Response;
use form_urlencoded::Serializer;
use leptos::prelude::*;

use super::service::Row;
use super::{Figures, Finding, LONGEST_WHY, Reading, Residents, Says, Verdict};
use crate::input::session::{Traject, theme_label};
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::frame;
use crate::ui::{Page, escape, render, staff_header};

/// What somebody wanted to say, when it could not be kept as it was.
pub(super) struct Mine {
    pub judged: Verdict,
    pub why: String,
    /// Somebody else was first.
    pub second: bool,
}

/// The mark of a theme on the page.
pub(super) fn anchor(theme: &str) -> String {
    let letters =
        theme.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign.to_ascii_lowercase() } else { '-' });
    format!("thema-{}", letters.collect::<String>())
}

/// What residents say, in words.
pub fn residents_words(residents: Residents) -> String {
    t(match residents {
        Residents::Silent => "compare-residents-silent",
        Residents::Strong => "compare-residents-strong",
        Residents::Better => "compare-residents-better",
        Residents::Mixed => "compare-residents-mixed",
    })
}

/// What figures say, in words.
pub fn figures_words(figures: Figures) -> String {
    t(match figures {
        Figures::Silent => "compare-figures-silent",
        Figures::Favourable => "compare-figures-favourable",
        Figures::Unfavourable => "compare-figures-unfavourable",
        Figures::Mixed => "compare-figures-mixed",
    })
}

fn verdict_words(verdict: Verdict) -> String {
    t(&format!("compare-verdict-{verdict}"))
}

fn address(traject: &str, row: &Row) -> String {
    let pairs = [("thema", row.theme.as_str()), ("deel", row.part.0.as_str())];
    let query = Serializer::new(String::new()).extend_pairs(pairs).finish();
    format!("/traject/{traject}/vergelijken/oordeel?{query}")
}

/// The rule, in words.
fn rule() -> impl IntoView {
    let lines = ["residents", "area", "squares", "points", "together", "verdict", "limits"]
        .map(|part| view! { <li>{t(&format!("compare-rule-{part}"))}</li> });
    view! { <details class="card"><summary>{t("compare-rule")}</summary><ul>{lines}</ul></details> }
}

pub(super) async fn list(app: &App, traject: &Traject, rows: &[Row]) -> Response {
    let title = t("compare-title");
    let (trail, bar) = (frame::trail(&traject.id, &traject.title), frame::tabs(&traject.id, "/vergelijken"));
    let counts = Verdict::ALL.iter().copied().map(|verdict| {
        let n = rows.iter().filter(|row| row.verdict() == verdict).count();
        view! { <li class=format!("verdict verdict-{verdict}")><strong>{n}</strong>" "{verdict_words(verdict)}</li> }
    });
    let counts = counts.collect_view();
    let judged = rows.iter().filter(|row| !row.readings.is_empty()).count();
    let told = tv("compare-judged-n", &[("n", judged.into()), ("all", rows.len().into())]);
    let sections = traject.themes.iter().map(|theme| {
        let mine: Vec<&Row> = rows.iter().filter(|row| row.theme == *theme).collect();
        section(&traject.id, theme, &mine)
    });
    let sections = sections.collect_view();
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page page-wide stack">
                <p class="lead">{t("compare-lead")}</p>
                <ul class="list-plain verdict-counts">{counts}</ul>
                <p class="soft">{told}</p>
                {rule()}
                {sections}
            </main>
        }
    })
    .await
}

fn section(traject: &str, theme: &str, rows: &[&Row]) -> impl IntoView + use<> {
    let (id, label) = (anchor(theme), theme_label(theme));
    let heading = id.clone();
    let heads = ["compare-part", "compare-residents", "compare-figures", "compare-proposal", "compare-team"]
        .map(|head| view! { <th scope="col" role="columnheader" class="utrecht-table__header-cell">{t(head)}</th> });
    let is_silent = |row: &&&Row| row.suggested == Verdict::BothSilent && row.readings.is_empty();
    let lines = rows.iter().filter(|row| !is_silent(row)).map(|row| line(traject, row)).collect::<Vec<_>>();
    let quiet = rows.iter().filter(is_silent).map(|row| {
        let (href, part) = (address(traject, row), row.part.1.clone());
        view! { <li><a class="utrecht-link" href=href>{part}</a></li> }
    });
    let quiet = quiet.collect::<Vec<_>>();
    let quiet = (!quiet.is_empty()).then(|| {
        view! { <div class="soft"><p>{t("compare-quiet")}</p><ul class="compare-quiet">{quiet}</ul></div> }
    });
    let caption = tv("compare-caption", &[("theme", label.clone().into())]);
    let region = caption.clone();
    let table = (!lines.is_empty()).then(|| {
        view! {
            <div class="table-scroll" tabindex="0" role="region" aria-label=region>
                <table class="utrecht-table compare-table" role="table"><caption class="utrecht-table__caption visually-hidden">{caption}</caption>
                    <thead class="utrecht-table__header" role="rowgroup"><tr class="utrecht-table__row" role="row">{heads}</tr></thead>
                    <tbody class="utrecht-table__body" role="rowgroup">{lines}</tbody></table>
            </div>
        }
    });
    view! {
        <section class="stack" aria-labelledby=id>
            <h2 id=heading>{label}</h2>
            {table}
            {quiet}
        </section>
    }
}

fn line(traject: &str, row: &Row) -> impl IntoView + use<> {
    let href = address(traject, row);
    let n = row.told.iter().filter(|told| told.says.is_some()).count();
    let count = (n > 0)
        .then(|| view! { <br/><small class="soft">{tv("compare-figures-n", &[("n", n.into())])}</small> });
    let team = match row.readings.first() {
        Some(reading) => {
            let stale = row
                .is_stale()
                .then(|| view! { <br/><span class="badge badge-waiting">{t("compare-stale")}</span> });
            view! { <span class=format!("verdict verdict-{}", reading.judged)>{verdict_words(reading.judged)}</span><br/><span class="small" dir="auto">{reading.why.clone()}</span>{stale} }.into_any()
        }
        None => view! { <span class="soft">{t("compare-not-yet")}</span> }.into_any(),
    };
    let label = tv(
        "compare-judge-of",
        &[("theme", theme_label(&row.theme).into()), ("part", row.part.1.clone().into())],
    );
    view! {
        <tr class="utrecht-table__row" role="row">
            <th scope="row" role="rowheader" class="utrecht-table__header-cell">{row.part.1.clone()}</th>
            <td class="utrecht-table__cell" role="cell" data-label=t("compare-residents")>{residents_words(row.residents)}</td>
            <td class="utrecht-table__cell" role="cell" data-label=t("compare-figures")>{figures_words(row.figures)}{count}</td>
            <td class="utrecht-table__cell" role="cell" data-label=t("compare-proposal")><span class=format!("verdict verdict-{}", row.suggested)>{verdict_words(row.suggested)}</span></td>
            <td class="utrecht-table__cell" role="cell" data-label=t("compare-team")>{team}<br/><a class="utrecht-link no-print" href=href aria-label=label>{t("compare-judge")}</a></td>
        </tr>
    }
}

fn told(list: &[Finding]) -> AnyView {
    if list.is_empty() {
        return view! { <p class="soft">{t("compare-no-figures")}</p> }.into_any();
    }
    let items = list.iter().map(|one| {
        let says = t(match one.says {
            Some(Says::Favourable) => "compare-says-favourable",
            Some(Says::Unfavourable) => "compare-says-unfavourable",
            Some(Says::Same) => "compare-says-same",
            None => "compare-says-nothing",
        });
        view! { <li><bdi>{one.words.clone()}</bdi>" "<span class="badge">{says}</span></li> }
    });
    view! { <ul>{items.collect_view()}</ul> }.into_any()
}

fn history(all: &[Reading]) -> impl IntoView + use<> {
    let items = all.iter().map(|one| {
        let made = [("who", one.judged_by.clone().into()), ("day", one.judged_at[..10].to_owned().into())];
        view! { <li><strong>{verdict_words(one.judged)}</strong>": "<bdi>{one.why.clone()}</bdi>" "<small class="soft">{tv("compare-made", &made)}</small></li> }
    });
    let items = items.collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <section class="card"><h2>{t("compare-history")}</h2><ol reversed class="stack">{items}</ol></section> })
}

/// The form in which the team confirms or corrects.
fn form(traject: &str, row: &Row, mine: Option<&Mine>) -> impl IntoView + use<> {
    let now = mine.map_or_else(|| row.verdict(), |mine| mine.judged);
    let why = mine.map(|mine| mine.why.clone()).unwrap_or_default();
    let choices = Verdict::ALL.iter().copied().map(|verdict| {
        let proposed = (verdict == row.suggested).then(|| view! { " "<span class="badge">{t("compare-proposed")}</span> });
        view! {
            <label class="radio-card"><input type="radio" name="judged" value=verdict.word() required checked=verdict == now/>
                <span>{verdict_words(verdict)}{proposed}</span></label>
        }
    });
    let choices = choices.collect_view();
    let version = row.readings.first().map_or(0, |reading| reading.version).to_string();
    let (theme, part, why) = (row.theme.clone(), row.part.0.clone(), escape(&why));
    view! {
        <form method="post" action=format!("/traject/{traject}/vergelijken/oordeel") class="card stack" autocomplete="off">
            <input type="hidden" name="thema" value=theme/>
            <input type="hidden" name="deel" value=part/>
            <input type="hidden" name="version" value=version/>
            <fieldset class="fieldset"><legend>{t("compare-what")}</legend><div class="radio-cards">{choices}</div></fieldset>
            <label class="field"><span class="utrecht-form-label">{t("compare-why")}</span><span class="field-hint">{t("compare-why-hint")}</span>
                <textarea dir="auto" class="utrecht-textarea" name="why" rows="3" required maxlength=LONGEST_WHY.to_string() autocomplete="off" inner_html=why></textarea></label>
            <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("compare-save")}</button>
        </form>
    }
}

pub(super) async fn one(app: &App, traject: &Traject, row: &Row, mine: Option<&Mine>) -> Response {
    let title = format!("{} · {}", theme_label(&row.theme), row.part.1);
    let mut trail = frame::trail(&traject.id, &traject.title);
    trail.push((t("compare-title"), format!("/traject/{}/vergelijken", traject.id)));
    let bar = frame::tabs(&traject.id, "/vergelijken");
    let second = mine.filter(|mine| mine.second).and(row.readings.first()).map(|now| {
        let words = [("verdict", verdict_words(now.judged).into()), ("why", now.why.clone().into()), ("who", now.judged_by.clone().into())];
        view! { <div class="utrecht-alert utrecht-alert--warning" role="alert"><div class="utrecht-alert__content">
            <p>{t("compare-second")}</p><p>{tv("compare-stands", &words)}</p></div></div> }
    });
    let stale = row.is_stale().then(|| view! { <p class="utrecht-alert utrecht-alert--info"><span class="utrecht-alert__content">{t("compare-stale-lead")}</span></p> });
    let (residents, figures) = (residents_words(row.residents), figures_words(row.figures));
    let (told, form, history) = (told(&row.told), form(&traject.id, row, mine), history(&row.readings));
    let proposal = verdict_words(row.suggested);
    let class = format!("verdict verdict-{}", row.suggested);
    let query = Serializer::new(String::new()).extend_pairs([("thema", &row.theme)]).finish();
    let map = format!("/traject/{}?{query}", traject.id);
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack">
                {second}{stale}
                <section class="card stack">
                    <h2>{t("compare-residents")}</h2>
                    <p>{residents}" "<a class="utrecht-link" href=map>{t("compare-to-map")}</a></p>
                    <h2>{t("compare-figures")}</h2>
                    <p>{figures}</p>
                    {told}
                    <p>{t("compare-proposal")}": "<span class=class>{proposal}</span></p>
                </section>
                {form}
                {history}
                {rule()}
            </main>
        }
    })
    .await
}
