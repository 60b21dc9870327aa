//! Residents beside figures, in the dossier: contradictions in a table, where one of them is silent in a list; and what is coming.

use leptos::prelude::*;

use super::service::Dossier;
use crate::input::session::theme_label;
use crate::platform::texts::{t, tv};
use crate::step3::coming;
use crate::step3::compare::{Row, Verdict, figures_words, residents_words};

/// Where residents and figures contradict each other, where one is silent, and what is coming.
pub(super) fn contradictions(dossier: &Dossier) -> impl IntoView + use<> {
    let of = |verdict: Verdict| dossier.compared.iter().filter(move |row| row.verdict() == verdict);
    let rows: Vec<_> = of(Verdict::Contradict).map(row).collect();
    let table = if rows.is_empty() {
        view! { <p class="soft">{t("dossier-compared-none")}</p> }.into_any()
    } else {
        let heads = ["verdieping-theme", "compare-residents", "compare-figures", "dossier-compared-team"];
        let heads =
            heads.map(|key| view! { <th scope="col" class="utrecht-table__header-cell">{t(key)}</th> });
        view! {
            <div class="table-scroll" tabindex="0" role="region" aria-label=t("dossier-compared-caption")><table class="utrecht-table">
                <caption class="utrecht-table__caption">{t("dossier-compared-caption")}</caption>
                <thead class="utrecht-table__header"><tr class="utrecht-table__row">{heads}</tr></thead>
                <tbody class="utrecht-table__body">{rows}</tbody>
            </table></div>
        }
        .into_any()
    };
    let quiet = of(Verdict::FiguresSilent).chain(of(Verdict::ResidentsSilent)).map(|row| {
        let told = tv(
            "dossier-compared-quiet-row",
            &[
                ("theme", theme_label(&row.theme).into()),
                ("part", row.part.1.clone().into()),
                ("verdict", t(&format!("compare-verdict-{}", row.verdict())).into()),
            ],
        );
        view! { <li>{told}</li> }
    });
    let quiet: Vec<_> = quiet.collect();
    let quiet = (!quiet.is_empty())
        .then(|| view! { <h3>{t("dossier-compared-quiet")}</h3><ul class="dossier-quiet">{quiet}</ul> });
    let coming = (!dossier.all.coming.is_empty())
        .then(|| view! { <h3>{t("dossier-coming")}</h3>{coming::numbered(&dossier.all.coming)} });
    view! { <p>{t("dossier-compared-lead")}</p>{table}{quiet}{coming} }
}

fn row(row: &Row) -> impl IntoView + use<> {
    let told = row.told.iter().map(|told| view! { <li dir="auto">{told.words.clone()}</li> }).collect_view();
    let team =
        row.readings.first().map_or_else(|| t("dossier-compared-proposal"), |reading| reading.why.clone());
    view! {
        <tr class="utrecht-table__row">
            <th scope="row" class="utrecht-table__header-cell dossier-words">{theme_label(&row.theme)}<span class="small soft">{row.part.1.clone()}</span></th>
            <td class="utrecht-table__cell">{residents_words(row.residents)}</td>
            <td class="utrecht-table__cell">{figures_words(row.figures)}<ul class="small list-plain">{told}</ul></td>
            <td class="utrecht-table__cell">{team}</td>
        </tr>
    }
}
