//! The panel beside the map on a tablet: place, kind, words, done. One thing at a time.
//!
//! A turn (`turn`) ends by the button, or by itself after a time without touch (`ui/turn-end.mjs`: by the clock, so a
//! tablet that slept does not ask). `endTurn` takes the cookie away and tells every other tab; a page that comes back
//! from the browser's memory reloads itself. Pages beside the map are of a turn too (`ui::TurnEnd`) and end in the same
//! way; without script the cookie runs out and the page leaves by itself. Nobody gets five words of a turn that ended
//! by itself.
//!
//! What a device keeps of a turn stands in databases of that turn alone (`ui/turn-store.mjs`): what waits, what was
//! typed and chosen, a walk. A half pin (`draft`) is kept (`keeping`) a moment after the last key, by the map and
//! the form alike, and ends with the turn, which says so before. Each database is deleted whole, for a browser's log
//! keeps what is deleted one by one; what waits outlives the turn until its last answer. After each step no tap of a
//! pointer counts for 400 ms (`ui/tap.mjs`), so that who taps twice does one thing.
//!
//! Photos (`pictures`): up to six. Each is made small in a worker (on the page where there is none, in strips with a
//! pause after each), and that new picture, never the file, is kept as a draft: a closed page offers to go on, the end
//! of a turn throws drafts away. With their words they go out one by one, with how far they are in photos and bytes
//! (`ui/batches.mjs`). What a browser cannot read never leaves it.

#![allow(missing_docs, reason = "the macro `island` makes an item that it leaves without a word")]

mod after;
mod changes;
mod draft;
mod feature;
mod keeping;
mod others;
mod own;
mod pictures;
mod state;
mod steps;
mod sync;
mod turn;

use leptos::prelude::*;

use after::{After, Changing, Mine};
use others::Others;
use state::{Board, Keeps, Step};
use steps::{Kinds, Searching, Start, Writing, moving, problem};
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
            {move || elsewhere(board)}
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
    let shown = board.device.get().keeps == Keeps::Nothing && board.setup(|setup| setup.open);
    shown.then(|| {
        view! { <p class="utrecht-alert utrecht-alert--warning" role="status">{board.icon("info")}{board.text("unkept")}</p> }
    })
}

/// "Nog te versturen": what is only on this tablet so far.
fn waiting_bar(board: Board) -> impl IntoView {
    let waiting = board.waiting();
    (waiting > 0).then(|| {
        let text = board.text_of_keeping("waiting").replace("%n%", &waiting.to_string());
        view! { <p class="utrecht-alert utrecht-alert--warning" role="status" data-waiting=waiting>{board.icon("wacht")}{text}</p> }
    })
}

/// What is wrong, where nobody is writing.
fn elsewhere(board: Board) -> Option<impl IntoView> {
    (!matches!(board.step.get(), Step::Words | Step::Change(_))).then(|| problem(board))
}
