//! The rooms of step 3 as one bar, on each of their pages.

use leptos::prelude::*;

use crate::ui::texts::t;

/// The pages in the order in which a team comes to them: text, and what follows the address of the traject.
const TABS: [(&str, &str); 6] = [
    ("verdieping-tab-map", ""),
    ("verdieping-tab-walks", "/wandelingen"),
    ("verdieping-tab-assumptions", "/aannames"),
    ("verdieping-tab-agenda", "/agenda"),
    ("verdieping-tab-answers", "/teruglegging"),
    ("verdieping-tab-feedback", "/terugkoppeling"),
];

/// The bar of a traject's pages; `here` is what follows the traject's address, as in the table above.
pub fn tabs(traject: &str, here: &str) -> impl IntoView + use<> {
    let tabs = TABS.iter().map(|(text, path)| {
        let href = format!("/traject/{traject}{path}");
        let current = (*path == here).then_some("page");
        view! { <li><a class="room-tab" href=href aria-current=current>{t(text)}</a></li> }
    });
    let tabs = tabs.collect_view();
    view! { <nav class="room-tabs no-print" aria-label=t("verdieping-tabs")><ul class="list-plain">{tabs}</ul></nav> }
}
