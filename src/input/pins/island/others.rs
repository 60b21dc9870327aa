//! What others said and a begeleider approved: "dat zie ik ook".

use leptos::prelude::*;

use super::state::{Board, Other};
use super::steps::picture;

impl Board {
    /// This person sees it too, or no more.
    fn see_too(self, other: &Other) {
        let method = if other.seen_too { "DELETE" } else { "PUT" };
        self.send("me-too", method, &other.handle, "/me-too", None);
        self.heard_others.update(|others| {
            if let Some(one) = others.iter_mut().find(|one| one.handle == other.handle) {
                one.seen_too = !one.seen_too;
            }
        });
    }
}

/// What others say, each with a button.
#[component]
pub(super) fn Others() -> impl IntoView {
    let board = expect_context::<Board>();
    let some = move || board.heard_others.with(|others| !others.is_empty());
    let list = move || board.heard_others.get().into_iter().map(|other| item(board, other)).collect_view();
    view! {
        <section hidden=move || !some() aria-labelledby="anderen">
            <h3 id="anderen">{board.text("others-title")}</h3>
            <ul class="pin-list">{list}</ul>
        </section>
    }
}

fn item(board: Board, other: Other) -> impl IntoView {
    let (pressed, text) = (other.seen_too.to_string(), other.text.clone());
    let kind = other.kind;
    view! {
        <li class=format!("pin-item kind-{kind}")>
            {board.icon(picture(kind))}
            <p dir="auto">{text}</p>
            <button type="button" class="chip" aria-pressed=pressed on:click=move |_| board.see_too(&other)>
                {board.icon("vink")}{board.text("me-too")}
            </button>
        </li>
    }
}
