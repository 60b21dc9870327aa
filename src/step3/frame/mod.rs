//! The rooms of step 3 in one bar, on each of their pages: what a team does one after another, and the pages of what it does
//! now.

use leptos::prelude::*;

use crate::platform::texts::t;

/// A page: text, and what follows the address of the traject.
type Tab = (&'static str, &'static str);

/// What a team does, in the order in which it comes to it, and the pages of each.
const STEPS: [(&str, &[Tab]); 5] = [
    (
        "frame-step-look",
        &[
            ("frame-tab-map", ""),
            ("frame-tab-themes", "/themas"),
            ("frame-tab-beside", "/naast"),
            ("frame-tab-walks", "/wandelingen"),
        ],
    ),
    ("frame-step-figures", &[("indicators-title", "/cijfers"), ("coming-title", "/plannen")]),
    (
        "frame-step-test",
        &[
            ("frame-tab-assumptions", "/aannames"),
            ("compare-title", "/vergelijken"),
            ("frame-tab-unheard", "/niet-gehoord"),
            ("frame-tab-answers", "/teruglegging"),
        ],
    ),
    ("frame-step-agree", &[("frame-tab-agenda", "/agenda")]),
    (
        "frame-step-share",
        &[
            ("frame-tab-dossier", "/dossier"),
            ("frame-tab-feedback", "/terugkoppeling"),
            ("frame-tab-take", "/meenemen"),
        ],
    ),
];

/// The way back from a page of step 3 (the traject's id and title), for [`crate::ui::staff_header`].
pub fn trail(id: &str, title: &str) -> Vec<(String, String)> {
    vec![(t("session-to-mine"), "/mijn".to_owned()), (title.to_owned(), format!("/traject/{id}"))]
}

/// The bar of a traject's pages; `here` is what follows the traject's address, as in the table above.
pub fn tabs(traject: &str, here: &str) -> impl IntoView + use<> {
    let link = |text: &str, path: &str, current: bool, class: &'static str| {
        let href = format!("/traject/{traject}{path}");
        view! { <li><a class=class href=href aria-current=current.then_some("page")>{t(text)}</a></li> }
    };
    let of_here = STEPS.iter().find(|(_, pages)| pages.iter().any(|(_, path)| *path == here));
    let steps = STEPS.iter().map(|(text, pages)| {
        let now = of_here.is_some_and(|(step, _)| step == text);
        let first = pages.first().map_or("", |(_, path)| path);
        let href = format!("/traject/{traject}{first}");
        view! { <li><a class="room-step" href=href aria-current=now.then_some("true")>{t(text)}</a></li> }
    });
    let steps = steps.collect_view();
    // Of a step with one page, that page is the step.
    let pages = of_here.filter(|(_, pages)| pages.len() > 1).map(|(_, pages)| {
        let pages = pages.iter().map(|(text, path)| link(text, path, *path == here, "room-tab"));
        view! { <ul class="room-pages list-plain">{pages.collect_view()}</ul> }
    });
    view! {
        <nav class="room-tabs no-print" aria-label=t("frame-tabs")><ul class="room-steps list-plain">{steps}</ul>{pages}</nav>
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::STEPS;

    #[test]
    fn every_page_stands_in_one_step() {
        let pages: Vec<_> = STEPS.iter().flat_map(|(_, pages)| pages.iter().map(|(_, path)| path)).collect();
        assert_eq!(pages.iter().collect::<BTreeSet<_>>().len(), pages.len());
        assert_eq!(pages.first(), Some(&&""));
    }
}
