//! A page of a resident at a device that goes round ends by itself: with script after a time without touch, and not before
//! it has asked; without script the server's own clock does it, by a cookie that runs out and a page that leaves.

use leptos::prelude::*;
use serde_json::json;

use crate::platform::assets::Assets;
use crate::platform::texts::{t, tv};

/// Seconds in which somebody can still say that they are there, as `turn-end.mjs` has it.
const ASKED_S: u32 = 20;
/// Where somebody writes and no script can ask whether they are still there, they get at least so many seconds.
const WRITING_S: u32 = 600;
/// Somebody copies five words from the screen: seconds.
const COPYING_S: u32 = 120;

/// How the turn ends of which a page is.
#[derive(Debug, Clone)]
pub struct TurnEnd {
    code: String,
    pause: u32,
    alone: u32,
    done: bool,
}

impl TurnEnd {
    /// Of a page on which somebody reads: the wijksessie's join code and its pause in seconds, 0 for never.
    pub fn reading(code: &str, pause: u32) -> Self {
        Self { code: code.to_owned(), pause, alone: pause + ASKED_S, done: false }
    }

    /// Of a page on which somebody writes.
    pub fn writing(code: &str, pause: u32) -> Self {
        let read = Self::reading(code, pause);
        Self { alone: read.alone.max(WRITING_S), ..read }
    }

    /// Of the page at the end of a turn.
    pub fn done(code: &str, pause: u32) -> Self {
        let read = Self::reading(code, pause);
        Self { alone: read.alone.max(COPYING_S), done: true, ..read }
    }

    /// Seconds after which the cookie of the turn runs out, unless a script keeps it; none where nothing ends by itself.
    pub fn cookie_age(&self) -> Option<u32> {
        (self.pause > 0).then_some(self.alone)
    }

    /// What stands in the head of the page.
    pub(super) fn head(self, assets: &Assets) -> impl IntoView + use<> {
        let script = assets.url("turn-page.mjs");
        let setup = json!({
            "code": self.code, "pause": self.pause, "done": self.done, "title": t("ui-leaving-title"),
            "lead": t("ui-leaving-lead"), "stay": t("ui-leaving-stay"),
        });
        // A second later: by then the cookie has run out.
        let refresh = self.cookie_age().map(|age| format!("{}; url=/s/{}", age + 1, self.code));
        view! {
            <meta name="buurtblik-beurt" content=setup.to_string()/>
            {refresh.map(|refresh| view! { <noscript><meta http-equiv="refresh" content=refresh/></noscript> })}
            <script type="module" src=script></script>
        }
    }

    /// Says without script when the page leaves by itself.
    pub fn told(&self) -> impl IntoView + use<> {
        self.cookie_age().map(|age| {
            let (key, n) = if age < 120 { ("ui-ends-seconds", age) } else { ("ui-ends-minutes", age / 60) };
            view! { <noscript><p class="soft small">{tv(key, &[("n", n.into())])}</p></noscript> }
        })
    }
}
