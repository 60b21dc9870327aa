//! The dossier as one page: on the screen with a table of contents, on paper as A4 with page numbers in the margin.

use axum::response::Response;
use leptos::prelude::*;

use super::service::Dossier;
use super::{comparisons, conclusions, residents};
use crate::input::session::theme_label;
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::frame::{tabs, trail};
use crate::step3::unheard::{ages_table, moments_tables, parts_list, parts_map};
use crate::ui::{Page, is_invented, render, staff_header};

/// The chapters in their order: the id of each, which is the last part of its text's key.
const CHAPTERS: [&str; 7] =
    ["sterk", "themas", "tegenspraak", "aannames", "niet-gehoord", "agenda", "verantwoording"];

pub(super) async fn dossier(app: &App, dossier: &Dossier) -> Response {
    let traject = &dossier.source.traject;
    let id = traject.id.clone();
    let title = tv("dossier-title", &[("traject", traject.title.clone().into())]);
    let trail = trail(&id, &traject.title);
    let bar = tabs(&id, "/dossier");
    let invented = dossier.source.area.invented;
    let cover = cover(dossier);
    let contents = contents(dossier);
    let strong = chapter("sterk", 1, residents::strengths(dossier).into_any());
    let themes = chapter("themas", 2, residents::themes(dossier).into_any());
    let compared = chapter("tegenspraak", 3, comparisons::contradictions(dossier).into_any());
    let assumptions = chapter("aannames", 4, conclusions::assumptions(dossier).into_any());
    let unheard = chapter("niet-gehoord", 5, unheard(dossier).into_any());
    let agenda = chapter("agenda", 6, conclusions::agenda(dossier).into_any());
    let made = chapter("verantwoording", 7, made(dossier).into_any());
    let page = Page::new(title.clone()).for_staff().with_script("print.mjs").with_layout("dossier-page");
    render(&app.assets, page, move || {
        view! {
            {staff_header(&title, trail)}
            // Its cover says so on paper.
            <div class="no-print">{is_invented(invented)}</div>
            {bar}
            <main id="inhoud" class="page page-wide dossier">
                <p class="no-print row"><button id="afdrukken" type="button" class="utrecht-button utrecht-button--primary-action" hidden>{t("dossier-print")}</button>
                    <a class="utrecht-link" href=format!("/traject/{id}/meenemen")>{t("dossier-files")}</a></p>
                {cover}
                {contents}
                {strong}{themes}{compared}{assumptions}{unheard}{agenda}{made}
            </main>
        }
    }).await
}

fn chapter(name: &'static str, number: usize, content: AnyView) -> AnyView {
    let heading = format!("{number}. {}", t(&format!("dossier-{name}")));
    view! {
        <section class="dossier-chapter" id=name aria-labelledby=format!("{name}-kop")>
            <h2 id=format!("{name}-kop")>{heading}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn cover(dossier: &Dossier) -> impl IntoView + use<> {
    let (traject, area) = (&dossier.source.traject, &dossier.source.area);
    let question = (!traject.question.is_empty())
        .then(|| view! { <p class="lead">{tv("dossier-question", &[("question", traject.question.clone().into())])}</p> });
    let invented = area.invented.then(|| view! { <p><strong>{t("ui-invented")}</strong></p> });
    let moments = tv("dossier-moments", &[("n", dossier.unheard.moments.into())]);
    view! {
        <section class="dossier-cover" aria-label=t("dossier-cover")>
            <p class="dossier-kind">{t("dossier-kind")}</p>
            <p class="dossier-name" dir="auto">{traject.title.clone()}</p>
            <p>{area.name.clone()}</p>
            {question}
            <p>{moments}" "{tv("dossier-day", &[("day", dossier.day.clone().into())])}</p>
            {invented}
            <p class="dossier-warn">{t("dossier-for-whom")}</p>
        </section>
    }
}

fn contents(dossier: &Dossier) -> impl IntoView + use<> {
    let themes: Vec<_> = dossier
        .themes
        .iter()
        .map(|theme| {
            let href = format!("#{}", residents::anchor(&theme.theme));
            view! { <li><a class="utrecht-link" href=href>{theme_label(&theme.theme)}</a></li> }
        })
        .collect();
    let mut themes = Some(themes);
    let chapters = CHAPTERS.iter().zip(1..).map(|(name, number): (&&str, usize)| {
        let inside = (*name == "themas").then(|| themes.take()).flatten();
        let inside = inside.map(|inside| view! { <ul class="list-plain">{inside}</ul> });
        let label = format!("{number}. {}", t(&format!("dossier-{name}")));
        view! { <li><a class="utrecht-link" href=format!("#{name}")>{label}</a>{inside}</li> }
    });
    let chapters = chapters.collect_view();
    view! { <nav class="dossier-contents" aria-label=t("dossier-contents")><h2>{t("dossier-contents")}</h2><ol class="list-plain">{chapters}</ol></nav> }
}

fn unheard(dossier: &Dossier) -> impl IntoView + use<> {
    let unheard = &dossier.unheard;
    if unheard.moments == 0 {
        return view! { <p class="soft">{t("unheard-none")}</p> }.into_any();
    }
    view! {
        <p>{t("dossier-unheard-lead")}</p>
        <h3>{t("unheard-ages")}</h3>
        {ages_table(unheard)}
        <h3>{t("unheard-parts")}</h3>
        <div class="dossier-two">{parts_map(unheard)}{parts_list(unheard, None)}</div>
        <h3>{t("unheard-how")}</h3>
        {moments_tables(unheard)}
    }
    .into_any()
}

/// How the maps were made, and where the figures come from.
fn made(dossier: &Dossier) -> impl IntoView + use<> {
    let notes = dossier.all.halves.first().map(|half| half.about.notes()).unwrap_or_default();
    let notes = notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view();
    let mut sources: Vec<String> = Vec::new();
    for one in dossier.themes.iter().flat_map(|theme| &theme.figures) {
        let figure = &one.indicator;
        let parts =
            [figure.source.clone(), figure.year.to_string(), figure.licence.clone(), figure.caveat.clone()];
        let line = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        if !sources.contains(&line) {
            sources.push(line);
        }
    }
    let figures = (!sources.is_empty()).then(|| {
        let items = sources.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <h3>{t("dossier-sources")}</h3><ul>{items}</ul> }
    });
    view! { <h3>{t("dossier-made")}</h3><ul>{notes}</ul>{figures}<p>{t("dossier-mind")}</p> }
}
