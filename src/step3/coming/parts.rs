//! What is coming as other pages show it too: a list, marks on the drawing, and data for a map.

use leptos::prelude::*;

use super::{Coming, Day};
use crate::place::buurt::Projection;
use crate::platform::texts::{t, tv};

fn day(day: &Day) -> String {
    match day.parts() {
        (year, Some(month), Some(number)) => {
            let month = t(&format!("coming-month-{month}"));
            tv(
                "coming-day",
                &[("day", number.into()), ("month", month.into()), ("year", year.to_string().into())],
            )
        }
        (year, Some(month), None) => format!("{} {year}", t(&format!("coming-month-{month}"))),
        (year, None, _) => year.to_string(),
    }
}

/// When, in words: "vanaf maart 2027", "van maart 2027 tot 2029".
pub fn when(one: &Coming) -> String {
    let starts = day(&one.starts_on);
    match &one.ends_on {
        Some(ends) => tv("coming-from-to", &[("from", starts.into()), ("to", day(ends).into())]),
        None => tv("coming-from", &[("from", starts.into())]),
    }
}

/// Numbered marks for the server's drawing of the plattegrond.
pub fn marks(all: &[Coming], projection: Projection) -> impl IntoView + use<> {
    let marks = all.iter().enumerate().map(|(at, one)| {
        let [x, y] = projection.to_svg(one.place.lon, one.place.lat);
        let number = (at + 1).to_string();
        view! {
            <g class="coming-mark" transform=format!("translate({x:.0} {y:.0})")>
                <g class="map-fixed"><rect x="-36" y="-36" width="72" height="72" rx="14"></rect><text y="17" text-anchor="middle">{number}</text></g>
            </g>
        }
    });
    marks.collect_view()
}

/// What is coming as a list with the numbers of [`marks`].
pub fn numbered(all: &[Coming]) -> impl IntoView + use<> {
    let items = all.iter().map(|one| {
        let kind = t(&format!("coming-kind-{}", one.kind));
        let place = (!one.place_name.is_empty()).then(|| format!(" · {}", one.place_name));
        view! { <li><strong><bdi>{one.title.clone()}</bdi></strong>" "<span class="badge">{kind}</span><br/><span class="small">{when(one)}{place}</span></li> }
    });
    view! { <ol class="coming-numbers">{items.collect_view()}</ol> }
}

/// The same with a heading; nothing where nothing is. For every page on which plans are made.
pub fn list(all: &[Coming], traject: &str) -> impl IntoView + use<> {
    let items = numbered(all);
    let href = format!("/traject/{traject}/plannen");
    (!all.is_empty()).then(|| {
        view! {
            <section class="card coming-list" aria-labelledby="komt-kop"><h2 id="komt-kop">{t("coming-view")}</h2>
                <p class="small soft">{t("coming-view-lead")}</p>
                {items}
                <p class="no-print"><a class="utrecht-link" href=href>{t("coming-all")}</a></p>
            </section>
        }
    })
}
