//! Walks as pages: making one (the page's script does the work, for photos are many), and following one: a line with
//! numbered stops, a strip of photos, a story for paper. The story needs no script.

use std::fmt::Write as _;

use axum::response::Response;
use leptos::prelude::*;
use serde_json::json;

use super::{MOST_MATTER, MOST_PHOTOS, Stop, StopState, Walk};
use crate::buurt::TrajectArea;
use crate::photos::MAX_CAPTION_CHARS;
use crate::pins::{Place, drawing, map_options, near, theme_label};
use crate::platform::App;
use crate::session::{Kind, Status, Wijksessie};
use crate::ui::texts::{t, tv};
use crate::ui::{Page, TurnEnd, footer, header, render, staff_header};
use crate::verdieping;

/// What the page on which a walk is made says, each `walk-make-NAME`.
const TEXTS: &[&str] = &[
    "name",
    "name-first",
    "choose",
    "gpx",
    "ask",
    "words",
    "left",
    "left-go",
    "left-drop",
    "reading",
    "unreadable",
    "heic",
    "twice",
    "many",
    "gps-ask",
    "gps-yes",
    "gps-no",
    "gps-none",
    "odd-place",
    "odd-time",
    "outside",
    "track-told",
    "track-no-times",
    "track-elsewhere",
    "track-bad",
    "track-broken",
    "track-empty",
    "track-points",
    "track-large",
    "track-many",
    "track-no-zone",
    "track-passed-over",
    "track-impossible",
    "track-year",
    "track-short",
    "home-ask",
    "home-why",
    "home-yes",
    "home-no",
    "clock",
    "clock-now",
    "clock-back",
    "clock-on",
    "hand",
    "hand-now",
    "hand-list",
    "hand-same",
    "placed-gps",
    "placed-time",
    "placed-hand",
    "unplaced",
    "photo",
    "caption",
    "kind",
    "kind-none",
    "theme",
    "theme-none",
    "matters",
    "matters-many",
    "move",
    "away",
    "away-done",
    "away-undo",
    "send",
    "send-unplaced",
    "progress",
    "waiting",
    "refused",
    "done",
    "done-link",
    "again",
    "track-refused",
    "keep-open",
    "unkept",
    "late",
    "late-save",
    "late-drop",
    "end-unsent",
];

/// The page at `/s/{code}/wandeling`.
pub(super) fn make(app: &App, session: &Wijksessie, area: &TrajectArea) -> Response {
    let title = tv("walk-make-title", &[("session", session.title.clone().into())]);
    let (invented, open, code) = (area.invented, session.status == Status::Open, session.code.clone());
    if !open {
        return render(&app.assets, Page::new(title.clone()), move || {
            view! { {header(&title, invented)}<main id="inhoud" class="page"><h2>{t("board-closed-title")}</h2><p>{t("board-closed-lead")}</p></main>{footer()} }
        });
    }
    let texts: serde_json::Map<_, _> =
        TEXTS.iter().map(|name| ((*name).to_owned(), json!(t(&format!("walk-make-{name}"))))).collect();
    let kinds: Vec<_> =
        Kind::ALL.iter().map(|kind| (kind.word(), t(&format!("session-kind-{kind}")))).collect();
    let themes: Vec<_> = session.themes.iter().map(|slug| (slug.clone(), theme_label(slug))).collect();
    let bbox = area.bbox;
    let setup = json!({
        "code": code, "texts": texts, "kinds": kinds, "themes": themes, "names": area.names_url(), "most": MOST_PHOTOS,
        "mostMatter": MOST_MATTER, "longest": MAX_CAPTION_CHARS,
        "map": map_options(area, [bbox.west, bbox.south, bbox.east, bbox.north]),
    });
    let drawn = drawing(area, None);
    let end = TurnEnd::writing(&code, session.turn_pause());
    let page = Page::new(title.clone())
        .with_layout("tafel-page")
        .with_map()
        .with_script("walk-maker.mjs")
        .of_turn(end);
    render(&app.assets, page, move || {
        view! {
            {header(&title, invented)}
            <main id="inhoud" class="tafel">
                <section class="tafel-map" id="kaart" aria-label=t("walk-map")>{drawn}<div class="map-live"></div></section>
                <section class="tafel-panel walk-maker" data-setup=setup.to_string()>
                    <div class="panel-body">
                        <h2>{t("walk-make-start")}</h2>
                        <p class="lead">{t("walk-make-lead")}</p>
                        <noscript><p class="utrecht-alert utrecht-alert--warning">{t("walk-make-script")}</p></noscript>
                        <div id="maken" class="stack"></div>
                        <form method="post" action=format!("/s/{code}/klaar") class="walk-end">
                            <button class="utrecht-button utrecht-button--secondary-action wide" type="submit">{t("form-done")}</button>
                        </form>
                    </div>
                    <nav class="panel-links"><a class="utrecht-link" href=format!("/s/{code}")>{t("list-to-map")}</a></nav>
                </section>
            </main>
            {footer()}
        }
    })
}

/// Walks to choose from, or the one that was chosen.
pub(super) struct Story {
    /// Each with the title of its moment.
    pub walks: Vec<(Walk, String)>,
    /// For staff: the address of the list.
    pub staff: Option<String>,
    /// One step back.
    pub back: String,
    /// Of a resident's page: how the turn ends.
    pub end: Option<TurnEnd>,
}

/// A walk on the map with its strip of photos; a list where there are more to choose from.
pub(super) fn story(app: &App, area: &TrajectArea, story: Story) -> Response {
    let Story { mut walks, staff, back, end } = story;
    if walks.len() != 1 {
        return list(app, &walks, staff.as_deref().unwrap_or_default(), back);
    }
    let Some((walk, moment)) = walks.pop() else { return list(app, &[], "", back) };
    let title = walk.title.clone().unwrap_or_else(|| t("walk-title"));
    let bbox = area.bbox;
    let options = json!(map_options(area, [bbox.west, bbox.south, bbox.east, bbox.north])).to_string();
    let shown = json!({"line": line(&walk), "stops": points(&walk)}).to_string();
    let drawn = drawing(area, None);
    let over = over(area, &walk);
    let attribution = area.attribution.clone();
    let count = tv("walk-photos", &[("n", walk.stops.len().into())]);
    let stops =
        walk.stops.iter().enumerate().map(|(at, stop)| stop_item(area, at + 1, stop)).collect::<Vec<_>>();
    let mut page = Page::new(title.clone()).with_map().with_script("walk.mjs");
    page.staff = staff.is_some();
    page.turn = end;
    let is_staff = staff.is_some();
    let (invented, heading) = (area.invented, title.clone());
    let trail = vec![(t("walk-back"), back.clone())];
    render(&app.assets, page, move || {
        view! {
            {if is_staff { staff_header(&title, trail).into_any() } else { header(&title, invented).into_any() }}
            <main id="inhoud" class="walk">
                <div class="walk-head">{is_staff.then(|| view! { <p class="only-print walk-title">{heading}</p> })}<p class="soft">{moment}" "{count}</p></div>
                <section class="walk-map" id="kaart" data-map-options=options data-walk=shown aria-label=t("walk-map")>
                    <div class="walk-drawing">{drawn}{over}</div><div class="map-live"></div>
                    <p class="map-credit small">{attribution}</p>
                </section>
                <div class="row row-spread walk-steps no-print" hidden>
                    <button type="button" class="utrecht-button utrecht-button--secondary-action" data-step="-1">{t("walk-previous")}</button>
                    <strong id="stap-nu" role="status"></strong>
                    <button type="button" class="utrecht-button utrecht-button--secondary-action" data-step="1">{t("walk-next")}</button>
                </div>
                <ol class="walk-strip list-plain" aria-label=t("walk-strip") tabindex="0" data-now=t("walk-now")>{stops}</ol>
                <p class="row no-print"><button type="button" class="utrecht-button utrecht-button--secondary-action" data-print="ja" hidden>{t("walk-print")}</button>
                    <a class="utrecht-link" href=back>{t("walk-back")}</a></p>
            </main>
            {(!is_staff).then(footer)}
        }
    })
}

fn list(app: &App, walks: &[(Walk, String)], here: &str, back: String) -> Response {
    let title = t("walk-list-title");
    let none = walks.is_empty().then(|| view! { <p class="lead">{t("walk-none")}</p> });
    let items = walks.iter().map(|(walk, moment)| {
        let name = walk.title.clone().unwrap_or_else(|| t("walk-title"));
        let count = tv("walk-photos", &[("n", walk.stops.len().into())]);
        view! { <li class="card"><a class="utrecht-link" href=format!("{here}?w={}", walk.id)>{name}</a>" "<span class="soft">{moment.clone()}" · "{count}</span></li> }
    });
    let items = items.collect_view();
    let traject = here.strip_prefix("/traject/").and_then(|rest| rest.split('/').next());
    let bar = traject.map(|traject| verdieping::tabs(traject, "/wandelingen"));
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! { {staff_header(&title, vec![(t("walk-back"), back)])}{bar}<main id="inhoud" class="page stack">{none}<ul class="list-plain stack">{items}</ul></main> }
    })
}

/// The pieces of the line; without a track the stops in their order.
fn line(walk: &Walk) -> Vec<Vec<[f64; 2]>> {
    let pair = |place: &Place| [place.lon, place.lat];
    let track: Vec<Vec<_>> = walk
        .track
        .iter()
        .filter(|piece| piece.len() > 1)
        .map(|piece| piece.iter().map(pair).collect())
        .collect();
    if track.is_empty() {
        vec![walk.stops.iter().filter_map(|stop| stop.place.as_ref().map(pair)).collect()]
    } else {
        track
    }
}

fn points(walk: &Walk) -> Vec<serde_json::Value> {
    let stop = |(at, stop): (usize, &Stop)| {
        let place = stop.place?;
        let label = tv("walk-stop", &[("n", (at + 1).into())]);
        Some(
            json!({"number": at + 1, "lon": place.lon, "lat": place.lat, "label": format!("{label} {}", stop.photo.caption)}),
        )
    };
    walk.stops.iter().enumerate().filter_map(stop).collect()
}

/// Line and numbers on the server's drawing: for paper, and before the live map is there.
fn over(area: &TrajectArea, walk: &Walk) -> impl IntoView + use<> {
    let projection = area.projection;
    let [width, height] = projection.size();
    let mut marks = String::new();
    for piece in line(walk) {
        let points = piece.iter().map(|[lon, lat]| {
            let [x, y] = projection.to_svg(*lon, *lat);
            format!("{x:.0},{y:.0}")
        });
        let points = points.collect::<Vec<_>>().join(" ");
        let _ = write!(marks, "<polyline points=\"{points}\"/>");
    }
    for (at, stop) in walk.stops.iter().enumerate() {
        let Some(Place { lon, lat }) = stop.place else { continue };
        let [x, y] = projection.to_svg(lon, lat);
        let number = at + 1;
        // Writing into a string cannot fail.
        let _ = write!(
            marks,
            "<g transform=\"translate({x:.0} {y:.0})\"><circle r=\"38\"/><text y=\"15\">{number}</text></g>"
        );
    }
    view! {
        <svg class="walk-over" aria-hidden="true" focusable="false" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMid meet"
            inner_html=marks></svg>
    }
}

fn stop_item(area: &TrajectArea, number: usize, stop: &Stop) -> impl IntoView + use<> {
    let photo = &stop.photo;
    let alt = if photo.caption.is_empty() {
        tv("walk-stop", &[("n", number.into())])
    } else {
        photo.caption.clone()
    };
    let place = stop.place.map_or_else(|| t("walk-no-place"), |place| near(area, place));
    let about = stop.kind.map(|kind| t(&format!("session-kind-{kind}"))).into_iter();
    let about =
        about.chain(stop.theme.as_deref().map(theme_label)).chain([place]).collect::<Vec<_>>().join(" · ");
    let state = match stop.state {
        StopState::Approved => None,
        StopState::Waits => Some(t("walk-waits")),
        StopState::Hidden => Some(t("moderation-state-hidden")),
    };
    let matters = stop.matters.then(|| view! { " "<span class="badge">{t("walk-matters")}</span> });
    let class = stop.kind.map_or_else(String::new, |kind| format!("kind-{kind}"));
    let (thumb, large) = (photo.url("thumb"), photo.url("large"));
    let sizes = format!("{thumb} 320w, {large} 2048w");
    let (width, height) = (photo.width.to_string(), photo.height.to_string());
    view! {
        <li class=format!("walk-stop {class}") id=format!("stop-{number}") data-number=number.to_string()>
            <figure>
                <a href=large.clone()><img src=thumb srcset=sizes sizes="(max-width: 40rem) 80vw, 22rem" width=width height=height alt=alt loading="lazy" decoding="async"/></a>
                <figcaption><strong class="walk-number">{number.to_string()}</strong>" "<bdi>{photo.caption.clone()}</bdi>
                    <span class="small soft walk-about">{about}{state.map(|state| view! { " "<span class="badge">{state}</span> })}{matters}</span></figcaption>
            </figure>
        </li>
    }
}
