//! The steps before a pin is on the map: where, what, in which words.

use leptos::prelude::*;

use super::draft::Draft;
use super::state::{Board, Step};
use crate::input::pins::{LONGEST_TEXT, MOST_PEOPLE};
use crate::input::session::Kind;
use crate::place::buurt::{Place, ranked};
use crate::ui::browser;

/// Most names shown for a search: more do not help.
const MOST_FOUND: usize = 8;

fn board() -> Board {
    expect_context::<Board>()
}

/// Where? On the map, by name, or "over de hele buurt".
#[component]
pub(super) fn Start() -> impl IntoView {
    let board = board();
    if !board.setup(|setup| setup.open) {
        return view! { <h2 id="stap" tabindex="-1">{board.text("closed-title")}</h2><p>{board.text("closed-lead")}</p> }
            .into_any();
    }
    view! {
        {move || promise(board)}
        <h2 id="stap" tabindex="-1">{board.text("start-title")}</h2>
        <p class="lead">{board.text("start-lead")}</p>
        <div class="stack">
            <button type="button" class="utrecht-button utrecht-button--secondary-action wide"
                on:click=move |_| board.go(Step::Search)>
                {board.icon("zoek")}{board.text("search-button")}
            </button>
            <button type="button" class="utrecht-button utrecht-button--secondary-action wide"
                on:click=move |_| board.choose_place(None)>
                {board.icon("hele-buurt")}{board.text("whole-button")}
            </button>
        </div>
        {board.setup(|setup| setup.tables).then(|| people(board))}
    }
    .into_any()
}

/// Why we ask and what happens with it: open to read until somebody has put something.
fn promise(board: Board) -> impl IntoView {
    let begun = board.pins.with(|pins| !pins.is_empty());
    let lines = board.setup(|setup| setup.promise.clone());
    view! {
        <details class="promise" open=!begun>
            <summary>{board.text("promise")}</summary>
            {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        </details>
    }
}

/// At a group table: with how many people do you sit here?
fn people(board: Board) -> impl IntoView {
    let choose = move |event| {
        if let Ok(people) = event_target_value(&event).parse() {
            board.people.set(people);
        }
    };
    view! {
        <label class="field">
            <span>{board.text("people")}</span>
            <select class="select" on:change=choose>
                {(1..=MOST_PEOPLE).map(|n| {
                    view! { <option value=n.to_string() selected=move || board.people.get() == n>{n.to_string()}</option> }
                }).collect_view()}
            </select>
        </label>
    }
}

/// Where, by name: a street or a place of the buurt.
#[component]
pub(super) fn Searching() -> impl IntoView {
    let board = board();
    view! {
        <h2 id="stap" tabindex="-1">{board.text("search-title")}</h2>
        {search(board, move |place| board.choose_place(Some(place)))}
        {back(board, Board::start)}
    }
}

/// Another place for a pin: with a tap, or by name for whom dragging a map is hard.
pub(super) fn moving(board: Board, id: String) -> impl IntoView {
    let moved = id.clone();
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
        {search(board, move |place| board.moved(&moved, Some(place)))}
        <button type="button" class="utrecht-button utrecht-button--secondary-action wide" on:click=back>
            {board.text("back")}
        </button>
    }
}

/// A field, and what has that name.
fn search(board: Board, choose: impl Fn(Place) + Clone + Send + 'static) -> impl IntoView {
    let names = RwSignal::new(None::<Vec<(String, f64, f64)>>);
    let query = RwSignal::new(String::new());
    let offline = RwSignal::new(false);
    let address = board.setup(|setup| setup.names.clone());
    browser::spawn(async move {
        let list = browser::get(&address, "").await;
        let list = list.and_then(|list| read_names(&list));
        offline.set(list.is_none());
        names.set(list);
    });
    let found = move || {
        let names = names.get().unwrap_or_default();
        let query = query.get();
        if query.trim().is_empty() {
            return Vec::new();
        }
        let found = ranked(names.iter().map(|(name, ..)| name.as_str()), &query);
        found.into_iter().take(MOST_FOUND).map(|at| names[at].clone()).collect::<Vec<_>>()
    };
    let told = move || match found().len() {
        _ if query.get().trim().is_empty() || names.get().is_none() => String::new(),
        0 => board.text("search-none"),
        1 => board.text("search-one"),
        many => board.text("search-many").replace("%n%", &many.to_string()),
    };
    view! {
        <label class="field">
            <span>{board.text("search-label")}</span>
            <input class="utrecht-textbox" type="search" autocomplete="off" enterkeyhint="search"
                prop:value=query on:input=move |event| query.set(event_target_value(&event))/>
        </label>
        <p role="status" class="soft">
            {told}
            {move || if offline.get() { board.text("search-offline") } else { String::new() }}
        </p>
        <ul class="results" hidden=move || found().is_empty()>
            {move || found().into_iter().map(|(name, lon, lat)| {
                let (place, choose) = (Place { lon, lat }, choose.clone());
                view! {
                    <li><button type="button" on:click=move |_| choose(place)>
                        {board.icon("plek")}<span>{name}</span>
                    </button></li>
                }
            }).collect_view()}
        </ul>
    }
}

/// The names of streets and places, each with its longitude and latitude.
fn read_names(list: &str) -> Option<Vec<(String, f64, f64)>> {
    let list: serde_json::Value = serde_json::from_str(list).ok()?;
    let read =
        |one: &serde_json::Value| Some((one[0].as_str()?.to_owned(), one[1].as_f64()?, one[2].as_f64()?));
    list.as_array()?.iter().map(read).collect()
}

/// What do you see here? Four choices, strengths first.
#[component]
pub(super) fn Kinds() -> impl IntoView {
    let board = board();
    let title = move || {
        let whole = board.draft.with(|draft| draft.place.is_none());
        board.text(if whole { "kind-title-whole" } else { "kind-title" })
    };
    let hint = move || {
        board.draft.with(|draft| draft.place.is_some()).then(|| {
            view! { <p class="soft small">{board.text("kind-hint")}</p> }
        })
    };
    view! {
        <h2 id="stap" tabindex="-1">{title}</h2>
        <div class="choices">
            {Kind::ALL.iter().map(|&kind| choice(board, kind)).collect_view()}
        </div>
        {hint}
        {back(board, Board::start)}
    }
}

fn choice(board: Board, kind: Kind) -> impl IntoView {
    let more = board.text(&format!("{kind}-more"));
    let choose = move |_| {
        board.draft.update(|draft| draft.kind = Some(kind));
        board.go(Step::Words);
    };
    view! {
        <button type="button" class=format!("choice kind-{kind}") data-kind=kind.word() on:click=choose>
            {board.icon(picture(kind))}
            <span>{board.text(kind.word())}{(!more.is_empty()).then(|| view! { <small>{more}</small> })}</span>
        </button>
    }
}

/// The picture of a kind.
pub(super) fn picture(kind: Kind) -> &'static str {
    match kind {
        Kind::GaatGoed => "hart",
        Kind::Kracht => "ster",
        Kind::Zorg => "kan-beter",
        Kind::Idee => "lamp",
    }
}

/// A few words, tapped or written: nobody has to write.
#[component]
pub(super) fn Writing() -> impl IntoView {
    let board = board();
    let kind = board.draft.with_untracked(|draft| draft.kind).unwrap_or(Kind::GaatGoed);
    let words = board.setup(|setup| setup.words.clone());
    let written = move || board.draft.with(|draft| draft.text.clone());
    let left = move || LONGEST_TEXT.saturating_sub(board.draft.with(|draft| draft.text.chars().count()));
    view! {
        <h2 id="stap" tabindex="-1" class=format!("kind-{kind}")>{board.icon(picture(kind))}{board.text(kind.word())}</h2>
        <p>{board.text("words-lead")}</p>
        <ul class="chips">
            {words.into_iter().map(|(label, icon)| chip(board, label, &icon)).collect_view()}
        </ul>
        {move || problem(board)}
        <div class="field">
            <label for="woorden">{board.text("words-label")}</label>
            <textarea dir="auto" id="woorden" class="utrecht-textarea" rows="3" maxlength=LONGEST_TEXT.to_string()
                autocomplete="off" aria-invalid=move || is_wrong(board) aria-describedby="fout woorden-uitleg" prop:value=written
                on:input=move |event| board.draft.update(|draft| draft.text = event_target_value(&event))></textarea>
            <p class="field-hint" id="woorden-uitleg">{board.text("words-hint")}</p>
            <p class="field-count" hidden=move || { left() > 100 }>{move || left()}</p>
        </div>
        <div class="panel-foot">
            <button type="button" class="utrecht-button utrecht-button--primary-action big" id="zet-op-de-kaart"
                on:click=move |_| board.place_pin()>
                {board.text("place-button")}
            </button>
            <button type="button" class="utrecht-button utrecht-button--subtle" on:click=move |_| board.go(Step::Kind)>
                {board.text("back")}
            </button>
        </div>
    }
}

/// What is wrong, in a sentence; where somebody writes it stands beside what they wrote.
pub(super) fn problem(board: Board) -> impl IntoView {
    board.problem.get().map(|detail| {
        view! {
            <div class="utrecht-alert utrecht-alert--error" role="alert" id="fout">
                {board.icon("fout")}<p>{detail}</p>
            </div>
        }
    })
}

/// For `aria-invalid`.
pub(super) fn is_wrong(board: Board) -> String {
    board.problem.with(Option::is_some).to_string()
}

fn chip(board: Board, label: String, icon: &str) -> impl IntoView + use<> {
    let named = label.clone();
    let pressed = move || board.draft.with(|draft| draft.chosen.contains(&named));
    let tapped = label.clone();
    let toggle = move |_| board.draft.update(|draft| toggle_word(draft, &tapped));
    view! {
        <li>
            <button type="button" class="chip" aria-pressed=move || pressed().to_string() on:click=toggle>
                {board.icon(icon)}{label}
            </button>
        </li>
    }
}

fn toggle_word(draft: &mut Draft, word: &str) {
    match draft.chosen.iter().position(|chosen| chosen == word) {
        Some(at) => drop(draft.chosen.remove(at)),
        None => draft.chosen.push(word.to_owned()),
    }
}

/// A quiet way back.
pub(super) fn back(board: Board, to: impl Fn(Board) + Clone + Send + 'static) -> impl IntoView {
    view! {
        <p><button type="button" class="utrecht-button utrecht-button--subtle" on:click=move |_| to(board)>
            {board.icon("terug")}{board.text("back")}
        </button></p>
    }
}
