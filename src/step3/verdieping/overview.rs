//! All layers of a traject in one table: what holds something to see is a link, what does not says so.

use leptos::prelude::*;

use super::choices::theme_name;
use crate::layers::heat::{LayerInfo, Slice, kind_label, slice_label};
use crate::platform::texts::{t, tv};

use super::cards::rests_on;

/// The table; `link` gives the address of a layer, or nothing where it is only to be looked at.
pub(super) fn overview(layers: &[LayerInfo], link: impl Fn(&LayerInfo) -> Option<String>) -> AnyView {
    let kinds = Slice::KINDS;
    let head = kinds
        .iter()
        .map(|kind| view! { <th scope="col" class="utrecht-table__header-cell">{kind_label(kind)}</th> });
    let head = head.collect_view();
    let rows: Vec<_> = layers.chunks(kinds.len()).map(|row| theme_row(row, &link)).collect();
    view! {
        <h2>{t("verdieping-all-layers")}</h2>
        <p>{t("verdieping-all-layers-lead")}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label=t("verdieping-all-layers")>
            <table class="utrecht-table">
                <caption class="utrecht-table__caption visually-hidden">{t("verdieping-all-layers")}</caption>
                <thead class="utrecht-table__header"><tr class="utrecht-table__row">
                    <th scope="col" class="utrecht-table__header-cell">{t("verdieping-theme")}</th>{head}
                </tr></thead>
                <tbody class="utrecht-table__body">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn theme_row(row: &[LayerInfo], link: &impl Fn(&LayerInfo) -> Option<String>) -> AnyView {
    let theme = row.first().map(|layer| layer.theme.clone()).unwrap_or_default();
    let cells = row.iter().map(|layer| {
        let content = if layer.shown {
            let slice = Slice { theme: theme.clone(), kind: layer.kind.clone(), moment: None };
            let label = format!("{}: {}", slice_label(&slice), rests_on(layer.voices));
            let short = tv("heat-voices-short", &[("n", layer.voices.unwrap_or_default().into())]);
            match link(layer) {
                Some(href) => {
                    view! { <a class="utrecht-link" data-kies="" href=href aria-label=label>{short}</a> }
                        .into_any()
                }
                None => view! { <span>{short}</span> }.into_any(),
            }
        } else {
            view! { <span class="soft">{t("verdieping-cell-none")}</span> }.into_any()
        };
        view! { <td class="utrecht-table__cell">{content}</td> }
    });
    view! {
        <tr class="utrecht-table__row"><th scope="row" class="utrecht-table__header-cell">{theme_name(&theme)}</th>{cells.collect_view()}</tr>
    }
    .into_any()
}
