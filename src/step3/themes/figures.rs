//! Figures of a domain: each as bars for buurt, wijk and city, and all of them as one table.

use leptos::prelude::*;

use crate::platform::texts::{t, tv};
use crate::step3::indicators::{Better, Figure, Indicator, OfTheme, with_unit};
use crate::ui::bars::{Bar, Heads, Look, bars};

/// A figure in words: with its unit, or why there is none.
pub(super) fn told(indicator: &Indicator, figure: Option<&Figure>) -> String {
    match figure {
        Some(figure) if figure.secret => t("themes-secret"),
        Some(Figure { value: Some(value), .. }) => with_unit(*value, &indicator.unit),
        _ => t("themes-unknown"),
    }
}

/// How a row of a figure is called: the buurt, the wijk, the city.
struct Line<'a> {
    name: String,
    figure: Option<&'a Figure>,
    look: Look,
    of: Option<usize>,
}

fn lines(one: &OfTheme) -> Vec<Line<'_>> {
    let buurten = one.buurten.iter().map(|buurt| Line {
        name: buurt.name.clone(),
        figure: buurt.figure.as_ref(),
        look: Look::Own,
        of: buurt.of,
    });
    let wijken = one.wijken.iter().map(|figure| wider(figure, "wijk", Look::Beside));
    let gemeenten = one.gemeenten.iter().map(|figure| wider(figure, "gemeente", Look::Far));
    buurten.chain(wijken).chain(gemeenten).collect()
}

fn wider<'a>(figure: &'a Figure, level: &str, look: Look) -> Line<'a> {
    let name = tv(&format!("themes-{level}"), &[("name", figure.name.clone().into())]);
    Line { name, figure: Some(figure), look, of: None }
}

/// "2024 · CBS · CC BY 4.0 · meer is beter".
fn source(one: &Indicator) -> String {
    let better = match one.better {
        Better::More => t("themes-better-more"),
        Better::Less => t("themes-better-less"),
        Better::Neither => t("themes-better-neither"),
    };
    let parts = [one.year.to_string(), one.source.clone(), one.licence.clone(), better];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Each figure as bars, with its year, where it comes from and what to mind.
pub fn figure_cards(figures: &[OfTheme]) -> impl IntoView + use<> {
    let cards = figures.iter().map(card).collect_view();
    view! { <div class="figure-cards">{cards}</div> }
}

fn card(one: &OfTheme) -> impl IntoView + use<> {
    let indicator = &one.indicator;
    let rows = lines(one).into_iter().map(|line| {
        let of =
            line.of.map(|n| tv("themes-of-squares", &[("n", n.into())])).filter(|_| line.figure.is_some());
        let told = told(indicator, line.figure);
        Bar {
            label: line.name,
            value: line
                .figure
                .and_then(|figure| figure.value)
                .filter(|_| line.figure.is_some_and(|one| !one.secret)),
            told: of.map_or_else(|| told.clone(), |of| format!("{told} {of}")),
            look: line.look,
        }
    });
    let whole = (indicator.unit.trim() == "%").then_some(100.0);
    let heads = Heads { label: t("themes-area"), told: t("themes-figure"), whole };
    let caption = format!("{} ({})", indicator.name, indicator.year);
    let caveat = (!indicator.caveat.is_empty()).then(|| view! { <p class="small">{tv("themes-caveat", &[("caveat", indicator.caveat.clone().into())])}</p> });
    view! {
        <div class="figure-card">{bars(caption, heads, rows.collect())}<p class="small soft">{source(indicator)}</p>{caveat}</div>
    }
}

/// All figures as one table: a row for each, a column for each buurt, wijk and city.
pub fn figures_table(figures: &[OfTheme], caption: &str) -> impl IntoView + use<> {
    let caption = caption.to_owned();
    let first = figures.first();
    let buurten: Vec<String> =
        first.map(|one| one.buurten.iter().map(|buurt| buurt.name.clone()).collect()).unwrap_or_default();
    let heads = buurten
        .iter()
        .map(|name| view! { <th scope="col" class="utrecht-table__header-cell number">{name.clone()}</th> })
        .collect_view();
    let wide = |figures: &[Figure], indicator: &Indicator| {
        if figures.is_empty() {
            return "–".to_owned();
        }
        let told = figures.iter().map(|figure| {
            let value = told(indicator, Some(figure));
            if figures.len() == 1 { value } else { format!("{}: {value}", figure.name) }
        });
        told.collect::<Vec<_>>().join("; ")
    };
    let rows = figures.iter().map(|one| {
        let cells = one.buurten.iter().map(|buurt| view! { <td class="utrecht-table__cell number">{told(&one.indicator, buurt.figure.as_ref())}</td> }).collect_view();
        view! {
            <tr class="utrecht-table__row">
                <th scope="row" class="utrecht-table__header-cell">{one.indicator.name.clone()}</th>
                <td class="utrecht-table__cell number">{one.indicator.year.to_string()}</td>
                {cells}
                <td class="utrecht-table__cell number">{wide(&one.wijken, &one.indicator)}</td>
                <td class="utrecht-table__cell number">{wide(&one.gemeenten, &one.indicator)}</td>
                <td class="utrecht-table__cell">{one.indicator.source.clone()}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=caption.clone()><table class="utrecht-table">
            <caption class="utrecht-table__caption">{caption.clone()}</caption>
            <thead class="utrecht-table__header"><tr class="utrecht-table__row">
                <th scope="col" class="utrecht-table__header-cell">{t("themes-figure")}</th>
                <th scope="col" class="utrecht-table__header-cell number">{t("themes-year")}</th>
                {heads}
                <th scope="col" class="utrecht-table__header-cell number">{t("themes-wijk-head")}</th>
                <th scope="col" class="utrecht-table__header-cell number">{t("themes-gemeente-head")}</th>
                <th scope="col" class="utrecht-table__header-cell">{t("themes-source")}</th>
            </tr></thead>
            <tbody class="utrecht-table__body">{rows}</tbody>
        </table></div>
    }
}
