//! One page as HTML: head, header, content, footer. No inline script or style: the policy forbids them.

use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use super::turn_end::TurnEnd;
use crate::platform::assets::Assets;
use crate::platform::text::tidy_page;
use crate::platform::texts::t;

/// What a page is beside its content.
#[allow(clippy::struct_excessive_bools, reason = "what a page has, each beside any other")]
pub struct Page {
    /// In the title bar, before the name of the program.
    pub title: String,
    /// Has islands: WebAssembly is loaded.
    pub islands: bool,
    /// Class of `<body>`: the layout of the page.
    pub layout: &'static str,
    /// Pictures to fetch early.
    pub preload: Vec<String>,
    /// Keeps working without network: starts the service worker.
    pub offline: bool,
    /// For staff, or for paper: has the styles of those pages too.
    pub staff: bool,
    /// A module of `ui/pages/` that makes the page move.
    pub script: Option<&'static str>,
    /// Its plattegrond can be moved.
    pub map: bool,
    /// Of a turn at a device that goes round: how that ends.
    pub turn: Option<TurnEnd>,
}

impl Page {
    /// A plain page with this title.
    pub fn new(title: String) -> Self {
        Self {
            title,
            islands: false,
            layout: "",
            preload: Vec::new(),
            offline: false,
            staff: false,
            script: None,
            map: false,
            turn: None,
        }
    }

    /// A page of somebody's turn.
    #[must_use]
    pub fn of_turn(mut self, turn: TurnEnd) -> Self {
        self.turn = Some(turn);
        self
    }

    /// A page for staff, for paper, or with bars: with the second style sheet.
    #[must_use]
    pub fn for_staff(mut self) -> Self {
        self.staff = true;
        self
    }

    /// A page with a script of its own: the name of a module in `ui/pages/`, such as `live.mjs`.
    #[must_use]
    pub fn with_script(mut self, name: &'static str) -> Self {
        self.script = Some(name);
        self
    }

    /// A page with a live map that its script opens.
    #[must_use]
    pub fn with_map(mut self) -> Self {
        self.map = true;
        self
    }

    /// A page with a layout of its own.
    #[must_use]
    pub fn with_layout(mut self, layout: &'static str) -> Self {
        self.layout = layout;
        self
    }

    /// A page with islands, a map that moves and a layout of its own.
    #[must_use]
    pub fn with_islands(mut self, layout: &'static str) -> Self {
        self.islands = true;
        self.map = true;
        self.layout = layout;
        self
    }
}

/// Renders a whole page. `content` is run once, at once: everything it needs has been fetched before.
pub fn render<V: IntoView + 'static>(assets: &Assets, page: Page, content: impl FnOnce() -> V) -> Response {
    let html = html(|| document(assets, page, content().into_any()));
    let mut response = (StatusCode::OK, Html(format!("<!DOCTYPE html>{html}"))).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A part of a page, to take the place of one that is there.
pub fn fragment<V: IntoView + 'static>(content: impl FnOnce() -> V) -> String {
    html(|| content().into_any())
}

fn html<V: IntoView + 'static>(content: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| {
        if let Some(shared) = Owner::current_shared_context() {
            // Outside islands nothing is hydrated.
            shared.set_is_hydrating(false);
        }
        content().into_view().to_html()
    });
    drop(owner);
    // What came in before such signs were taken off at the door.
    tidy_page(&html).into_owned()
}

fn document(assets: &Assets, page: Page, content: AnyView) -> impl IntoView + use<> {
    // A title holds text only: a view's marks would be read aloud.
    let title = escape(&format!("{} · {}", page.title, t("ui-name")));
    let preload = page.preload.into_iter().map(|url| view! { <link rel="preload" href=url r#as="image"/> });
    view! {
        <html lang="nl">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="theme-color" content="#F7F4EC"/>
                <title inner_html=title></title>
                <link rel="stylesheet" href=assets.url("app.css")/>
                {page.staff.then(|| view! { <link rel="stylesheet" href=assets.url("staff.css")/> })}
                {page.script.map(|name| view! { <script type="module" src=assets.url(name)></script> })}
                {preload.collect_view()}
                <link rel="manifest" href="/manifest.webmanifest"/>
                <link rel="icon" href=assets.url("icon.svg") type="image/svg+xml"/>
                {page.offline.then(|| view! { <meta name="buurtblik-sw" content="/sw.js"/> })}
                {page.map.then(|| map(assets))}
                {page.islands.then(|| scripts(assets))}
                {page.turn.map(|turn| turn.head(assets))}
            </head>
            <body class=format!("thema-buurtblik {}", page.layout)>
                <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">{t("ui-skip")}</a>
                {content}
            </body>
        </html>
    }
}

/// Text for the elements whose content the view library writes as it is (`title`, `textarea`).
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What moves a plattegrond: after the picture of it, which is what people wait for, and before the first tap.
fn map(assets: &Assets) -> impl IntoView + use<> {
    view! {
        <link rel="stylesheet" href=assets.url("map.css")/>
        <meta name="buurtblik-map" content=assets.url("plattegrond.mjs")/>
        <link rel="modulepreload" href=assets.url("plattegrond.mjs") fetchpriority="low"/>
    }
}

fn scripts(assets: &Assets) -> impl IntoView + use<> {
    view! {
        <meta name="buurtblik-js" content=assets.url("buurtblik.js")/>
        <meta name="buurtblik-wasm" content=assets.url("buurtblik_bg.wasm")/>
        // After the picture of the plattegrond, which is what people wait for.
        <link rel="modulepreload" href=assets.url("buurtblik.js") fetchpriority="low"/>
        <link rel="preload" href=assets.url("buurtblik_bg.wasm") r#as="fetch" crossorigin="anonymous" fetchpriority="low"/>
        <script type="module" src=assets.url("start.mjs")></script>
    }
}

/// The bar at the top of a page, with the name of what it shows; says where a buurt is invented.
pub fn header(title: &str, invented: bool) -> impl IntoView + use<> {
    let title = title.to_owned();
    view! {
        <header>
            <div class="site-header"><h1 class="site-name"><bdi>{title}</bdi></h1></div>
            {invented.then(|| view! { <p class="invented">{t("ui-invented")}</p> })}
        </header>
    }
}

/// Says that a buurt is invented, where it is: between the header and the content of a page for staff.
pub fn is_invented(invented: bool) -> impl IntoView + use<> {
    invented
        .then(|| view! { <aside aria-label=t("ui-note")><p class="invented">{t("ui-invented")}</p></aside> })
}

/// The line at the foot of every page for residents.
pub fn footer() -> impl IntoView + use<> {
    view! { <footer class="site-footer"><p>{t("ui-danger")}</p>
    <p><a class="utrecht-link" href="/privacy">{t("upkeep-privacy")}</a>" · "<a class="utrecht-link" href="/toegankelijkheid">{t("upkeep-accessibility")}</a></p></footer> }
}

/// The bar at the top of a page for staff: its title, the way back (label and address, from far to near),
/// and signing out.
pub fn staff_header(title: &str, trail: Vec<(String, String)>) -> impl IntoView + use<> {
    let title = title.to_owned();
    let crumbs = trail.into_iter().map(|(label, href)| {
        view! { <li><a class="utrecht-link" href=href><bdi>{label}</bdi></a></li> }
    });
    let crumbs = crumbs.collect_view();
    view! {
        <header class="no-print">
            <div class="site-header">
                <h1 class="site-name"><bdi>{title}</bdi></h1>
                <form class="push" method="post" action="/logout">
                    <button class="utrecht-button utrecht-button--subtle" type="submit">{t("ui-sign-out")}</button>
                </form>
            </div>
            <nav class="trail" aria-label=t("ui-trail")><ol>{crumbs}</ol></nav>
        </header>
    }
}
