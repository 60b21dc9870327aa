//! What professionals assumed and what the team agreed, in the dossier.

use leptos::prelude::*;

use super::service::Dossier;
use crate::input::pins::drawing;
use crate::input::session::theme_label;
use crate::platform::texts::{t, tv};
use crate::step3::agenda::{Point, marks, numbers};
use crate::step3::assumptions::Assumption;
use crate::step3::evidence;

/// What was assumed, how it turned out and why, with what it rests on.
pub(super) fn assumptions(dossier: &Dossier) -> impl IntoView + use<> {
    let rows: Vec<_> = dossier.assumptions.iter().filter(|one| !one.removed).map(assumption).collect();
    if rows.is_empty() {
        return view! { <p class="soft">{t("dossier-assumptions-none")}</p> }.into_any();
    }
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t("dossier-aannames")><table class="utrecht-table">
            <caption class="utrecht-table__caption visually-hidden">{t("dossier-aannames")}</caption>
            <thead class="utrecht-table__header"><tr class="utrecht-table__row">
                <th scope="col" class="utrecht-table__header-cell">{t("dossier-assumed")}</th>
                <th scope="col" class="utrecht-table__header-cell">{t("dossier-turned-out")}</th>
                <th scope="col" class="utrecht-table__header-cell">{t("dossier-evidence")}</th>
            </tr></thead>
            <tbody class="utrecht-table__body">{rows}</tbody>
        </table></div>
    }
    .into_any()
}

fn assumption(one: &Assumption) -> impl IntoView + use<> {
    let verdict = one.verdict.map_or_else(
        || t("assumptions-verdict-none"),
        |verdict| t(&format!("assumptions-verdict-{verdict}")),
    );
    let theme = one.theme.as_deref().map(theme_label);
    let because = (!one.because.is_empty()).then(|| view! { <p>{one.because.clone()}</p> });
    view! {
        <tr class="utrecht-table__row">
            <th scope="row" class="utrecht-table__header-cell dossier-words"><bdi>{one.words.clone()}</bdi><span class="small soft">{theme}</span></th>
            <td class="utrecht-table__cell"><strong>{verdict}</strong>{because}</td>
            <td class="utrecht-table__cell small">{evidence::labels(&one.evidence)}</td>
        </tr>
    }
}

/// What was agreed, on the map and in words.
pub(super) fn agenda(dossier: &Dossier) -> impl IntoView + use<> {
    let points: Vec<Point> = dossier.agenda.iter().filter(|point| !point.removed).cloned().collect();
    if points.is_empty() {
        return view! { <p class="soft">{t("dossier-agenda-none")}</p> }.into_any();
    }
    let area = &dossier.source.area;
    let placed = numbers(&points);
    let label = placed.iter().filter_map(|(number, _)| {
        let point = points.get(number - 1)?;
        Some(format!("{number}: {}", point.what))
    });
    let label = tv("dossier-agenda-map", &[("points", label.collect::<Vec<_>>().join("; ").into())]);
    let map = (!placed.is_empty()).then(|| {
        view! { <div class="heat-map dossier-agenda-map" role="img" aria-label=label>{drawing(area, None)}{marks(area, &placed)}</div> }
    });
    let rows =
        points.iter().zip(1..).map(|(point, number): (&Point, usize)| agreed(number, point)).collect_view();
    let heads = ["number", "what", "where", "when", "who", "status"].map(|name| {
        view! { <th scope="col" class="utrecht-table__header-cell">{t(&format!("dossier-agenda-{name}"))}</th> }
    });
    view! {
        {map}
        <div class="table-scroll" tabindex="0" role="region" aria-label=t("dossier-agenda")><table class="utrecht-table">
            <caption class="utrecht-table__caption visually-hidden">{t("dossier-agenda")}</caption>
            <thead class="utrecht-table__header"><tr class="utrecht-table__row">{heads}</tr></thead>
            <tbody class="utrecht-table__body">{rows}</tbody>
        </table></div>
    }
    .into_any()
}

fn agreed(number: usize, point: &Point) -> impl IntoView + use<> {
    let quick = point.quick_win.then(|| view! { " "<span class="badge">{t("dossier-quick-win")}</span> });
    let rests = evidence::labels(&point.evidence);
    let rests = (!rests.is_empty())
        .then(|| view! { <p class="small soft">{tv("dossier-rests", &[("evidence", rests.into())])}</p> });
    view! {
        <tr class="utrecht-table__row">
            <td class="utrecht-table__cell">{number.to_string()}</td>
            <th scope="row" class="utrecht-table__header-cell dossier-words"><bdi>{point.what.clone()}</bdi>{quick}{rests}</th>
            <td class="utrecht-table__cell" dir="auto">{point.where_words.clone()}</td>
            <td class="utrecht-table__cell">{point.when.clone()}</td>
            <td class="utrecht-table__cell">{point.who.clone()}</td>
            <td class="utrecht-table__cell">{t(&format!("agenda-status-{}", point.status))}</td>
        </tr>
    }
}
