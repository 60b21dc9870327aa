//! The panel beside the map on a tablet: place, kind, words, done. One thing at a time.

#![allow(missing_docs, reason = "the macro `island` makes an item that it leaves without a word")]

mod after;
mod changes;
mod draft;
mod others;
mod pictures;
mod state;
mod steps;
mod sync;
mod turn;

use leptos::prelude::*;

use after::{After, Changing, Mine};
use others::Others;
use state::{Board, Step};
use steps::{Kinds, Searching, Start, Writing};
use turn::{Thanks, still_there};

pub use state::Setup;

/// Everything a resident does on the tablet. Draws itself on the server for the first paint.
#[island]
pub fn PinBoard(
    /// What the server knows.
    setup: Setup,
) -> impl IntoView {
    let board = Board::new(setup);
    provide_context(board);
    Effect::new(move |_| board.open());
    view! {
        <div class="panel-body" id="paneel">
            <p class="visually-hidden" role="status" aria-live="polite">{move || board.said.get()}</p>
            {move || still_there(board)}
            {move || unkept(board)}
            {move || waiting_bar(board)}
            {move || problem(board)}
            {move || pictures::left_over(board)}
            {move || match board.step.get() {
                Step::Start => view! { <Start/><Mine/><Others/> }.into_any(),
                Step::Search => view! { <Searching/> }.into_any(),
                Step::Kind => view! { <Kinds/> }.into_any(),
                Step::Words => view! { <Writing/> }.into_any(),
                Step::Done(id) => view! { <After id/> }.into_any(),
                Step::Change(id) => view! { <Changing id/> }.into_any(),
                Step::Move(id) => moving(board, id).into_any(),
                Step::Thanks => view! { <Thanks/> }.into_any(),
            }}
        </div>
    }
}

/// Said before anything is: this browser keeps nothing.
fn unkept(board: Board) -> impl IntoView {
    let shown = !board.device.get().keeps && board.setup(|setup| setup.open);
    shown.then(|| {
        view! { <p class="utrecht-alert utrecht-alert--warning" role="status">{board.icon("info")}{board.text("unkept")}</p> }
    })
}

/// "Nog te verzenden": what is only on this tablet so far.
fn waiting_bar(board: Board) -> impl IntoView {
    let waiting = board.waiting();
    (waiting > 0).then(|| {
        let text = board.text_of_keeping("waiting").replace("%n%", &waiting.to_string());
        view! { <p class="utrecht-alert utrecht-alert--warning" data-waiting=waiting>{board.icon("wacht")}{text}</p> }
    })
}

fn problem(board: Board) -> impl IntoView {
    board.problem.get().map(|detail| {
        view! {
            <div class="utrecht-alert utrecht-alert--error" role="alert">
                {board.icon("fout")}<p>{detail}</p>
            </div>
        }
    })
}

fn moving(board: Board, id: String) -> impl IntoView {
    // Words that were being changed are still there.
    let back = move |_| {
        let changing = board.edit.with_untracked(|edit| edit.as_ref().is_some_and(|edit| edit.id == id));
        if changing {
            board.go(Step::Change(id.clone()));
        } else {
            board.start();
        }
    };
    view! {
        <h2 id="stap" tabindex="-1">{board.text("move-title")}</h2>
        <p>{board.text("move-lead")}</p>
        <button type="button" class="utrecht-button utrecht-button--secondary-action wide" on:click=back>
            {board.text("back")}
        </button>
    }
}
