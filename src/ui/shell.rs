//! One page as HTML: head, header, content, footer. No inline script or style: the policy forbids them.

use std::future::ready;
use std::pin::Pin;
use std::sync::Once;

use any_spawner::Executor;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::http::response::Parts;
use axum::response::Response;
use futures::stream::once;
use futures::{Stream, StreamExt as _};
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
pub async fn render<V: IntoView + 'static>(
    assets: &Assets,
    page: Page,
    content: impl FnOnce() -> V + Send + 'static,
) -> Response {
    whole(assets, page, Box::new(move || content().into_any())).await
}

/// What makes a view, whatever page it is of: the machinery of rendering is compiled once, not for each page.
type Content = Box<dyn FnOnce() -> AnyView + Send>;

async fn whole(assets: &Assets, page: Page, content: Content) -> Response {
    let layout = page.layout;
    let head = head(assets, page).into_any();
    let document = move || document(head, layout, content()).into_any();
    let (mut parts, html) = rendered(Box::new(document)).await;
    parts.headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(parts, format!("<!DOCTYPE html>{html}").into())
}

/// A part of a page, to take the place of one that is there.
pub async fn fragment<V: IntoView + 'static>(content: impl FnOnce() -> V + Send + 'static) -> String {
    rendered(Box::new(move || content().into_any())).await.1
}

/// What a view is as HTML, with the head of its response.
async fn rendered(content: Content) -> (Parts, String) {
    static TASKS: Once = Once::new();
    // An error says that somebody told it before.
    TASKS.call_once(|| drop(Executor::init_tokio()));
    let app = move || {
        if let Some(shared) = Owner::current_shared_context() {
            // Outside islands nothing is hydrated.
            shared.set_is_hydrating(false);
        }
        content()
    };
    // Pages know where they are before they are drawn: they do not ask the request.
    let response = leptos_axum::handle_response_inner(|| {}, app, Request::default(), in_one).await;
    let (parts, body) = response.into_parts();
    let pieces: Vec<_> = body.into_data_stream().filter_map(|piece| ready(piece.ok())).collect().await;
    let html = String::from_utf8_lossy(&pieces.concat()).into_owned();
    // What came in before such signs were taken off at the door.
    (parts, tidy_page(&html).into_owned())
}

type Pieces = Pin<Box<dyn Stream<Item = String> + Send>>;

/// A page in one piece. The integration's own streams write what resources held into inline scripts, which the policy forbids:
/// ours hold nothing, and wait for nothing.
fn in_one(
    view: AnyView,
    _: Box<dyn FnOnce() -> Pieces + Send>,
    _: bool,
) -> Pin<Box<dyn Future<Output = Pieces> + Send>> {
    let html = view.to_html();
    Box::pin(ready(Box::pin(once(ready(html))) as Pieces))
}

fn head(assets: &Assets, page: Page) -> impl IntoView + use<> {
    // A title holds text only: a view's marks would be read aloud.
    let title = escape(&format!("{} · {}", page.title, t("ui-name")));
    let preload = page.preload.into_iter().map(|url| view! { <link rel="preload" href=url r#as="image"/> });
    view! {
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
    }
}

fn document(head: AnyView, layout: &'static str, content: AnyView) -> impl IntoView + use<> {
    view! {
        <html lang="nl">
            {head}
            <body class=format!("thema-buurtblik {layout}")>
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
            <div class="site-header"><h1 class="site-name"><bdi>{title}</bdi></h1>{aloud()}</div>
            {invented.then(|| view! { <p class="invented">{t("ui-invented")}</p> })}
        </header>
    }
}

/// Reads the step that is there aloud: a page with a script shows it where the device has a voice of its own.
fn aloud() -> impl IntoView {
    view! {
        <button type="button" class="utrecht-button utrecht-button--subtle push aloud no-print" hidden data-aloud
            data-read=t("ui-aloud") data-stop=t("ui-aloud-stop")>
            <svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M15 8a5 5 0 0 1 0 8M17.7 5a9 9 0 0 1 0 14M6 15H4a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1h2l3.5-4.5A.8.8 0 0 1 11 5v14a.8.8 0 0 1-1.5.5z"/></svg>
            <span>{t("ui-aloud")}</span>
        </button>
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
