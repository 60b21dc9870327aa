//! Walks as pages: making one (the page's script does the work, for photos are many), and following one: a line with
//! numbered stops, a strip of photos, a story for paper. The story needs no script.

use axum::response::Response;
use leptos::prelude::*;
use serde_json::json;

use super::drawing::{line, over, points};
use super::{MOST_MATTER, MOST_PHOTOS, Stop, StopState, Walk};
use crate::input::moderation::{Spot, spot_label};
use crate::input::photos::MAX_CAPTION_CHARS;
use crate::input::pins::{credit, drawing, map_options, near};
use crate::input::session::{Kind, Status, Wijksessie, theme_label};
use crate::place::buurt::TrajectArea;
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::ui::{Page, TurnEnd, footer, header, render, staff_header};

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
    "track-bad-times",
    "track-unreadable",
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
    "waiting-unkept",
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
pub(super) async fn make(app: &App, session: &Wijksessie, area: &TrajectArea) -> Response {
    let title = tv("walk-make-title", &[("session", session.title.clone().into())]);
    let (invented, open, code) = (area.invented, session.status == Status::Open, session.code.clone());
    if !open {
        return render(&app.assets, Page::new(title.clone()), move || {
            view! { {header(&title, invented)}<main id="inhoud" class="page"><h2>{t("board-closed-title")}</h2><p>{t("board-closed-lead")}</p></main>{footer()} }
        }).await;
    }
    let texts: serde_json::Map<_, _> =
        TEXTS.iter().map(|name| ((*name).to_owned(), json!(t(&format!("walk-make-{name}"))))).collect();
    let kinds: Vec<_> =
        Kind::ALL.iter().map(|kind| (kind.word(), t(&format!("session-kind-{kind}")))).collect();
    let themes: Vec<_> = session.themes.iter().map(|slug| (slug.clone(), theme_label(slug))).collect();
    let setup = json!({
        "code": code, "texts": texts, "kinds": kinds, "themes": themes, "names": area.names_url(), "most": MOST_PHOTOS,
        "mostMatter": MOST_MATTER, "longest": MAX_CAPTION_CHARS,
        "map": map_options(area), "area": area.geojson_url(),
    });
    let drawn = drawing(area, None);
    let attribution = area.attribution.clone();
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
                <section class="tafel-map" id="kaart" aria-label=t("walk-map")>{drawn}<div class="map-live"></div>{credit(&attribution)}</section>
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
    }).await
}

/// Walks to choose from, or the one that was chosen.
pub struct Story {
    /// Each with the title of its moment, where that may be told.
    pub walks: Vec<(Walk, Option<String>)>,
    /// Photos stand at squares or without a place: the page says why.
    pub at_squares: bool,
    /// For staff: the address of the list.
    pub staff: Option<String>,
    /// What stands above the list of them.
    pub bar: Option<AnyView>,
    /// One step back.
    pub back: String,
    /// Of a resident's page: how the turn ends.
    pub end: Option<TurnEnd>,
}

/// A walk on the map with its strip of photos; a list where there are more to choose from.
pub async fn story(app: &App, area: &TrajectArea, story: Story) -> Response {
    let Story { mut walks, at_squares, staff, bar, back, end } = story;
    if walks.len() != 1 {
        return list(app, &walks, staff.as_deref().unwrap_or_default(), bar, back).await;
    }
    let Some((walk, moment)) = walks.pop() else { return list(app, &[], "", bar, back).await };
    let title = walk.title.clone().unwrap_or_else(|| t("walk-title"));
    let options = json!(map_options(area)).to_string();
    let shown = json!({"line": line(&walk), "stops": points(&walk)}).to_string();
    let drawn = drawing(area, None);
    let over = over(area, &walk);
    let attribution = area.attribution.clone();
    let count = moment_and_count(moment, walk.stops.len());
    let why = at_squares.then(|| view! { <p class="small soft">{t("walk-squares")}</p> });
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
                <div class="walk-head">{is_staff.then(|| view! { <p class="only-print walk-title">{heading}</p> })}<p class="soft">{count}</p>{why}</div>
                <section class="walk-map" id="kaart" data-map-options=options data-walk=shown aria-label=t("walk-map")>
                    <div class="walk-drawing">{drawn}{over}</div><div class="map-live"></div>
                    {credit(&attribution)}
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
    }).await
}

fn moment_and_count(moment: Option<String>, photos: usize) -> String {
    let count = tv("walk-photos", &[("n", photos.into())]);
    moment.into_iter().chain([count]).collect::<Vec<_>>().join(" · ")
}

async fn list(
    app: &App,
    walks: &[(Walk, Option<String>)],
    here: &str,
    bar: Option<AnyView>,
    back: String,
) -> Response {
    let title = t("walk-list-title");
    let none = walks.is_empty().then(|| view! { <p class="lead">{t("walk-none")}</p> });
    let items = walks.iter().map(|(walk, moment)| {
        let name = walk.title.clone().unwrap_or_else(|| t("walk-title"));
        let count = moment_and_count(moment.clone(), walk.stops.len());
        view! { <li class="card"><a class="utrecht-link" href=format!("{here}?w={}", walk.id)>{name}</a>" "<span class="soft">{count}</span></li> }
    });
    let items = items.collect_view();
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! { {staff_header(&title, vec![(t("walk-back"), back)])}{bar}<main id="inhoud" class="page stack">{none}<ul class="list-plain stack">{items}</ul></main> }
    }).await
}

/// Where a photo stands, in words.
pub fn place_label(area: &TrajectArea, stop: &Stop) -> String {
    match (stop.place, stop.side) {
        (Some(middle), Some(side)) => spot_label(area, Spot::Square(middle, side)),
        (Some(place), None) => near(area, place),
        // A pin has a place: it is not told.
        (None, _) if stop.pin => spot_label(area, Spot::Untold),
        (None, _) => t("walk-no-place"),
    }
}

fn stop_item(area: &TrajectArea, number: usize, stop: &Stop) -> impl IntoView + use<> {
    let photo = &stop.photo;
    let alt = if photo.caption.is_empty() {
        tv("walk-stop", &[("n", number.into())])
    } else {
        photo.caption.clone()
    };
    let place = place_label(area, stop);
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
