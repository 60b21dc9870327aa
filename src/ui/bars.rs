//! Bars beside figures: one table in which each row shows its figure as a bar too. Who cannot see the bar has the figure.

use leptos::prelude::*;

use crate::platform::texts::t;

/// What a bar stands for, which is its colour; the words beside it say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// What this is about.
    Own,
    /// What it is held against.
    Beside,
    /// What it is held against, from further away.
    Far,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Own => "bar-own",
            Self::Beside => "bar-beside",
            Self::Far => "bar-far",
        }
    }
}

/// One row: what it is of, how long its bar is, and the figure in words.
#[derive(Debug, Clone)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// The figure; without one there is no bar.
    pub value: Option<f64>,
    /// The figure as people read it, or why there is none.
    pub told: String,
    /// Its colour.
    pub look: Look,
}

/// What stands above the columns.
pub struct Heads {
    /// Above what each row is of.
    pub label: String,
    /// Above the figures.
    pub told: String,
    /// What a full bar stands for at least, such as 100 of per cents.
    pub whole: Option<f64>,
}

/// A table of bars under `caption`. Bars begin at nought; the longest is as long as there is room, and one below nought is
/// drawn to the left of it. One figure by itself, of which nobody knows what the whole is, has no bar: it would be full whatever
/// it says.
pub fn bars(caption: String, heads: Heads, rows: Vec<Bar>) -> impl IntoView {
    let values = || rows.iter().filter_map(|bar| bar.value).filter(|value| value.is_finite());
    let (low, high) = (values().fold(0.0, f64::min), values().fold(heads.whole.unwrap_or(0.0), f64::max));
    let alone = heads.whole.is_none() && values().count() < 2;
    let span = if high > low { high - low } else { 1.0 };
    let rows = rows.into_iter().map(|bar| row(bar, low, span, alone)).collect_view();
    view! {
        <table class="bars">
            <caption>{caption}</caption>
            <thead class="visually-hidden"><tr><th scope="col">{heads.label}</th><th scope="col">{t("ui-bar")}</th><th scope="col">{heads.told}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(bar: Bar, low: f64, span: f64, alone: bool) -> impl IntoView {
    let share = |value: f64| 100.0 * value / span;
    let drawn = bar.value.filter(|value| value.is_finite() && !alone).map(|value| {
        let x = share(value.min(0.0) - low);
        // A figure of nought has a line, not nothing.
        let width = share(value.abs()).max(0.6);
        let class = bar.look.class();
        view! { <rect class=class x=format!("{x:.1}") y="0" width=format!("{width:.1}") height="10"></rect> }
    });
    let nought = (low < 0.0 && !alone).then(|| {
        let x = share(-low);
        view! { <path class="bar-nought" d=format!("M{x:.1} 0V10")></path> }
    });
    let soft = bar.value.is_none().then_some("soft");
    view! {
        <tr>
            <th scope="row">{bar.label}</th>
            <td class="bar-cell"><svg class="bar-svg" aria-hidden="true" focusable="false" viewBox="0 0 100.6 10" preserveAspectRatio="none">{drawn}{nought}</svg></td>
            <td class="bar-told"><span class=soft>{bar.told}</span></td>
        </tr>
    }
}
