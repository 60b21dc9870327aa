//! The page at the table: the plattegrond and, beside it, the panel in which residents place pins.
//! Before and without WebAssembly the same is done with the forms of `forms.rs`.

use std::collections::BTreeMap;

use axum::response::Response;
use leptos::prelude::*;

use super::PICTURE_WORDS;
use super::island::{PinBoard, Setup};
use crate::input::session::{Kind, Moment, Status, Wijksessie, theme_label};
use crate::place::buurt::{Bbox, LEAST_PX, NEAREST_PX, TrajectArea};
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::ui::map::{MapLabels, MapOptions};
use crate::ui::{Page, footer, header, render};

/// A tap before WebAssembly is there goes to the form with a place this large chosen, in metres.
const SQUARE_M: f64 = 42.0;

/// What the panel says, by the name it has there and its key in the language file.
const BOARD_TEXTS: &[&str] = &[
    "waiting",
    "waiting-keeping",
    "waiting-unkept",
    "unkept",
    "late",
    "move-title",
    "move-lead",
    "back",
    "closed-title",
    "closed-lead",
    "start-title",
    "start-lead",
    "search-button",
    "whole-button",
    "people",
    "search-title",
    "search-label",
    "search-none",
    "search-one",
    "search-many",
    "search-offline",
    "kind-title",
    "kind-title-whole",
    "kind-hint",
    "words-lead",
    "words-label",
    "words-hint",
    "place-button",
    "thanks-title",
    "thanks-lead",
    "next-button",
    "done-title",
    "done-title-late",
    "another-button",
    "finish-button",
    "more-title",
    "move-button",
    "change-button",
    "state-sent",
    "state-late",
    "state-waiting",
    "state-waiting-keeping",
    "state-waiting-unkept",
    "moment-title",
    "theme-title",
    "theme-none",
    "photo-title",
    "photo-caption",
    "photo-button",
    "photo-sent",
    "photo-waiting",
    "photo-camera",
    "photo-busy",
    "photo-poster",
    "photo-drop",
    "photo-send",
    "photo-send-one",
    "photo-sending",
    "photo-all-sent",
    "photo-many",
    "photo-first",
    "photo-left",
    "photo-left-keeping",
    "photo-left-unkept",
    "photo-left-button",
    "photo-progress",
    "photo-progress-done",
    "photo-progress-label",
    "photo-heic",
    "photo-unreadable",
    "mine-title",
    "badge-late",
    "badge-waiting",
    "badge-refused",
    "change-label",
    "gone-title",
    "change-title",
    "save-button",
    "remove-button",
    "remove-ask",
    "remove-yes",
    "remove-no",
    "kind-legend",
    "placed",
    "placed-sent",
    "removed",
    "changed",
    "draft-label",
    "promise",
    "leaving-title",
    "leaving-lead",
    "leaving-lead-unsent",
    "ended-lead",
    "ended-lead-lost",
    "leaving-stay",
    "receipt-wait",
    "receipt-missed",
    "receipt-missed-keeping",
    "receipt-missed-sent",
    "receipt-missed-unkept",
    "receipt-title",
    "receipt-what",
    "receipt-print",
    "receipt-qr",
    "receipt-qr-what",
    "others-title",
    "me-too",
];

/// The page at `/s/{code}`.
pub(super) async fn board(app: &App, session: &Wijksessie, area: &TrajectArea) -> Response {
    let title = session.title.clone();
    let mut page = Page::new(title.clone()).with_islands("tafel-page");
    page.preload.push(area.ground_url());
    page.offline = true;
    let setup = setup(app, session, area);
    let code = session.code.clone();
    let drawing = drawing(area, Some(&code));
    let sprite = app.assets.url("icons.svg");
    let attribution = area.attribution.clone();
    let invented = area.invented;
    let open = session.status == Status::Open;
    // With it the page shows later that this was said in time.
    let stamp = open.then(|| app.keys.stamp(&session.code));
    render(&app.assets, page, move || {
        view! {
            {header(&title, invented)}
            <main id="inhoud" class="tafel" data-stamp=stamp>
                <section class="tafel-map" id="kaart">
                    {drawing}
                    <div class="map-live"></div>
                    {open.then(|| view! { <p class="map-hint" aria-hidden="true">{t("board-hint")}</p> })}
                    {credit(&attribution)}
                </section>
                <section class="tafel-panel" aria-label=t("board-panel")>
                    <PinBoard setup/>
                    {leftovers(&code)}
                    <nav class="panel-links" aria-label=t("board-other")>
                        <a class="utrecht-link" href=format!("/s/{code}/formulier")>
                            {icon(&sprite, "potlood")}{t("board-form-link")}
                        </a>
                        <a class="utrecht-link" href=format!("/s/{code}/lijst")>
                            {icon(&sprite, "lijst")}{t("board-list-link")}
                        </a>
                        <a class="utrecht-link" href=format!("/s/{code}/wandeling")>
                            {icon(&sprite, "foto")}{t("board-walk-link")}
                        </a>
                        <a class="utrecht-link" href=format!("/s/{code}/terug")>
                            {icon(&sprite, "zoek")}{t("board-receipt-link")}
                        </a>
                    </nav>
                </section>
            </main>
            {footer()}
        }
    })
    .await
}

/// What a tablet could not send in time, as a file for the begeleider; shown by `ui/leftovers.mjs` where there is something.
pub fn leftovers(code: &str) -> impl IntoView + use<> {
    let button = |name: &'static str, kind: &str, hidden: bool| {
        let class = format!("utrecht-button utrecht-button--{kind} wide");
        view! { <button type="button" class=class data-do=name hidden=hidden>{t(&format!("board-left-{name}"))}</button> }
    };
    view! {
        <section id="overgebleven" class="card stack" hidden data-code=code.to_owned() data-told=t("board-left-told") aria-labelledby="overgebleven-kop">
            <h2 id="overgebleven-kop">{t("board-left-title")}</h2>
            <p role="status"></p>
            {button("bewaar", "primary-action", false)}
            {button("wis", "subtle", true)}
        </section>
    }
}

/// What residents are told before they choose a sensitive theme.
pub(super) fn front_door(session: &Wijksessie) -> Option<String> {
    let themes: Vec<_> = session.sensitive.iter().map(|slug| theme_label(slug)).collect();
    (!themes.is_empty()).then(|| tv("pins-front-door", &[("themes", themes.join(", ").into())]))
}

/// A picture of the sprite.
pub(super) fn icon(sprite: &str, name: &str) -> impl IntoView + use<> {
    let href = format!("{sprite}#{name}");
    view! { <svg class="icon" aria-hidden="true" focusable="false"><use href=href></use></svg> }
}

/// The plattegrond as the server drew it. With a code, each square is a link to the form: a tap works
/// before WebAssembly is there. A screen reader has the form and the list instead.
pub fn drawing(area: &TrajectArea, code: Option<&str>) -> impl IntoView + use<> {
    let form = code.map(|code| format!("/s/{code}/formulier?plek="));
    drawing_to(area, form.as_deref())
}

/// As [`drawing`], with each square a link to this address, which ends where the place (`lon,lat`) comes.
pub fn drawing_to(area: &TrajectArea, to: Option<&str>) -> impl IntoView + use<> {
    let projection = area.projection;
    let [width, height] = projection.size();
    let [left, top] = projection.origin();
    let squares = to.map(|to| squares(area, to));
    // There are at least two sets: one for a phone that shows the whole area, one for a larger screen.
    let mut sets = area.letterings().into_iter().map(|(address, _)| address);
    let phone = sets.next();
    let letters = sets.next().or_else(|| phone.clone());
    view! {
        <svg class="map-drawing" aria-hidden="true" focusable="false" viewBox=format!("0 0 {width} {height}")
            preserveAspectRatio="xMidYMid meet"
            data-left=left.to_string() data-top=top.to_string() data-scale=projection.scale().to_string()>
            <image href=area.ground_url() width=width.to_string() height=height.to_string()></image>
            {squares}
        </svg>
        <picture class="map-letters">
            <source media="(max-width: 40rem)" srcset=phone/>
            <img class="map-drawing map-over" src=letters alt="" aria-hidden="true"/>
        </picture>
    }
}

/// Whom to thank for the map.
pub fn credit(attribution: &str) -> impl IntoView + use<> {
    let is_osm = attribution.to_lowercase().contains("openstreetmap");
    let words = attribution.to_owned();
    let words = if is_osm {
        view! { <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener">{words}</a> }
            .into_any()
    } else {
        words.into_any()
    };
    view! { <p class="map-credit small">{words}</p> }
}

fn squares(area: &TrajectArea, to: &str) -> impl IntoView + use<> {
    let projection = area.projection;
    let [width, height] = projection.size();
    let side = (SQUARE_M * 2.0 * (width.max(height) / 2600.0).max(1.0)).round();
    let count = |length: f64| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a picture of some km")]
        let squares = (length / side).ceil().clamp(1.0, 60.0) as u32;
        squares
    };
    let mut links = Vec::new();
    for row in 0..count(height) {
        for column in 0..count(width) {
            let (x, y) = (f64::from(column) * side, f64::from(row) * side);
            let [lon, lat] = projection.to_wgs(x + side / 2.0, y + side / 2.0);
            let href = format!("{to}{lon:.5},{lat:.5}");
            links.push(view! {
                <a href=href tabindex="-1">
                    <rect x=x.to_string() y=y.to_string() width=side.to_string() height=side.to_string()></rect>
                </a>
            });
        }
    }
    view! { <g class="map-squares">{links}</g> }
}

fn setup(app: &App, session: &Wijksessie, area: &TrajectArea) -> Setup {
    let mut texts: BTreeMap<String, String> =
        BOARD_TEXTS.iter().map(|name| ((*name).to_owned(), t(&format!("board-{name}")))).collect();
    texts.insert("photo-ask".into(), t("photos-ask-first"));
    if let Some(told) = front_door(session) {
        texts.insert("front-door".into(), told);
    }
    for rule in ["pins-wrong-text-empty", "pins-wrong-text-nul", "pins-wrong-text-long"] {
        texts.insert(rule.into(), tv(rule, &[("longest", super::LONGEST_TEXT.into())]));
    }
    let (place, until) = of_receipts(app, session);
    texts.insert("receipt-where".into(), place);
    texts.insert("receipt-until".into(), until.unwrap_or_default());
    for kind in Kind::ALL {
        texts.insert(kind.word().into(), t(&format!("session-kind-{kind}")));
        let more =
            crate::platform::texts::find(&format!("session-kind-{kind}.more"), &[]).unwrap_or_default();
        texts.insert(format!("{kind}-more"), more);
    }
    for moment in Moment::ALL {
        texts.insert(moment.word().into(), t(&format!("session-moment-{moment}")));
    }
    let themes = &session.themes;
    let sprite = app.assets.url("icons.svg");
    let mut options = map_options(area);
    if session.status == Status::Open {
        options.whole = Some((t("board-whole-map"), format!("{sprite}#hele-buurt")));
    }
    Setup {
        code: session.code.clone(),
        open: session.status == Status::Open,
        tables: session.tables,
        pause: session.turn_pause(),
        promise: session.promise.lines().map(str::to_owned).collect(),
        map: serde_json::json!(options).to_string(),
        names: area.names_url(),
        sprite,
        themes: themes.iter().map(|slug| (slug.clone(), theme_label(slug))).collect(),
        words: PICTURE_WORDS
            .iter()
            .map(|&(word, icon)| (t(&format!("pins-word-{word}")), icon.to_owned()))
            .collect(),
        texts,
    }
}

/// What a receipt says of where its words are used, and until when.
pub fn of_receipts(app: &App, session: &Wijksessie) -> (String, Option<String>) {
    let site = app.site().to_owned();
    let place = tv("board-receipt-where", &[("site", site.into()), ("code", session.code.clone().into())]);
    let until = session.erase_on.as_ref();
    (place, until.map(|day| tv("board-receipt-until", &[("day", day.clone().into())])))
}

/// What a map needs to show an area.
pub fn map_options(area: &TrajectArea) -> MapOptions {
    let corners = |bbox: Bbox| [bbox.west, bbox.south, bbox.east, bbox.north];
    MapOptions {
        bbox: corners(area.bbox),
        drawing: corners(area.projection.bbox()),
        size: area.projection.size(),
        letters: area.letterings(),
        least_px: LEAST_PX,
        max_zoom: area.projection.zoom(NEAREST_PX),
        labels: MapLabels {
            map: tv("board-map", &[("buurt", area.name.clone().into())]),
            zoom_in: t("board-zoom-in"),
            zoom_out: t("board-zoom-out"),
        },
        whole: None,
    }
}
