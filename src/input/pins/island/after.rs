//! After a pin is on the map: theme, time of day and photo if one likes; changing and taking back.

use leptos::prelude::*;
use serde_json::json;

use super::draft::Edit;
use super::own::{Own, Sent};
use super::pictures::Pictures;
use super::state::{Board, Step};
use super::steps::{is_wrong, picture, problem};
use crate::input::pins::{LONGEST_TEXT, check_text};
use crate::input::session::{Kind, Moment};
use crate::ui::browser;

fn board() -> Board {
    expect_context::<Board>()
}

/// The pin is on the map. More, if one likes.
#[component]
#[allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]
pub(super) fn After(id: String) -> impl IntoView {
    let board = board();
    let (title_id, state_id, theme_id, moment_id, photo_id, move_id, change_id) =
        (id.clone(), id.clone(), id.clone(), id.clone(), id.clone(), id.clone(), id.clone());
    let state = move || board.own(&state_id).map(|own| state_line(board, &own.sent));
    // What came after closing waits for the begeleider, and is on no map.
    let is_late = move || board.own(&title_id).is_some_and(|own| own.sent == Sent::Late);
    let title = move || board.text(if is_late() { "done-title-late" } else { "done-title" });
    view! {
        <h2 id="stap" tabindex="-1">{board.icon("gelukt")}{title}</h2>
        {state}
        <div class="row">
            <button type="button" class="utrecht-button utrecht-button--primary-action big" on:click=move |_| board.start()>
                {board.text("another-button")}
            </button>
            <button type="button" class="utrecht-button utrecht-button--secondary-action" on:click=move |_| board.finish_asked()>
                {board.text("finish-button")}
            </button>
        </div>
        <h3>{board.text("more-title")}</h3>
        <Pictures id=photo_id/>
        {moments(board, &moment_id)}
        {themes(board, theme_id)}
        <div class="row">
            <button type="button" class="utrecht-button utrecht-button--subtle"
                on:click=move |_| board.go(Step::Move(move_id.clone()))>{board.text("move-button")}</button>
            <button type="button" class="utrecht-button utrecht-button--subtle"
                on:click=move |_| board.go(Step::Change(change_id.clone()))>{board.text("change-button")}</button>
        </div>
    }
}

fn state_line(board: Board, sent: &Sent) -> impl IntoView + use<> {
    match sent {
        Sent::Yes => view! {
            <p class="utrecht-alert utrecht-alert--ok" data-sent="yes">{board.text("state-sent")}</p>
        }.into_any(),
        Sent::Late => view! {
            <p class="utrecht-alert utrecht-alert--info" data-sent="late">{board.text("state-late")}</p>
        }.into_any(),
        Sent::Waiting => view! {
            <p class="utrecht-alert utrecht-alert--warning" data-sent="waiting">{board.text_of_keeping("state-waiting")}</p>
        }.into_any(),
        Sent::Refused(detail) => view! {
            <p class="utrecht-alert utrecht-alert--error" data-sent="refused">{detail.clone()}</p>
        }.into_any(),
    }
}

fn moments(board: Board, id: &str) -> impl IntoView + use<> {
    let chips = Moment::ALL.iter().map(|&moment| {
        let (shown, chosen) = (id.to_owned(), id.to_owned());
        let pressed = move || board.own(&shown).is_some_and(|own| own.pin.moment == Some(moment));
        let label = board.text(moment.word());
        let choose = move |_| {
            let before = board.own(&chosen).and_then(|own| own.pin.moment);
            let after = (before != Some(moment)).then_some(moment);
            board.change(&chosen, &json!({ "moment": after }));
        };
        view! {
            <li><button type="button" class="chip" aria-pressed=move || pressed().to_string() on:click=choose>
                {board.icon(moment.word())}{label}
            </button></li>
        }
    });
    view! {
        <fieldset class="fieldset"><legend>{board.text("moment-title")}</legend>
            <ul class="chips">{chips.collect_view()}</ul>
        </fieldset>
    }
}

fn themes(board: Board, id: String) -> impl IntoView {
    let all = board.setup(|setup| setup.themes.clone());
    let chosen_id = id.clone();
    let chosen = move || board.own(&chosen_id).and_then(|own| own.pin.theme).unwrap_or_default();
    let choose = move |event| {
        let slug = event_target_value(&event);
        board.change(&id, &json!({ "theme": (!slug.is_empty()).then_some(slug) }));
    };
    let front_door = board.setup(|setup| setup.texts.get("front-door").cloned());
    view! {
        <label class="field">
            <span>{board.text("theme-title")}</span>
            {front_door.map(|told| view! { <span class="field-hint">{told}</span> })}
            <select class="select" on:change=choose prop:value=chosen>
                <option value="">{board.text("theme-none")}</option>
                {all.into_iter().map(|(slug, label)| view! { <option value=slug>{label}</option> }).collect_view()}
            </select>
        </label>
    }
}

/// One's own pins, each a way to change it.
#[component]
pub(super) fn Mine() -> impl IntoView {
    let board = board();
    let some = move || board.pins.with(|pins| !pins.is_empty());
    let list = move || board.pins.get().into_iter().map(|own| own_item(board, own)).collect_view();
    view! {
        <section hidden=move || !some() aria-labelledby="mijn-stippen">
            <h3 id="mijn-stippen">{board.text("mine-title")}</h3>
            <ul class="pin-list">{list}</ul>
            <button type="button" class="utrecht-button utrecht-button--primary-action wide" on:click=move |_| board.finish_asked()>
                {board.text("finish-button")}
            </button>
        </section>
    }
}

fn own_item(board: Board, own: Own) -> impl IntoView {
    let id = own.id.clone();
    let badge = match own.sent {
        Sent::Yes => None,
        Sent::Late => Some(board.text("badge-late")),
        Sent::Waiting => Some(board.text("badge-waiting")),
        Sent::Refused(_) => Some(board.text("badge-refused")),
    };
    view! {
        <li class=format!("pin-item kind-{}", own.pin.kind)>
            {board.icon(picture(own.pin.kind))}
            <p><bdi>{own.pin.text}</bdi>{badge.map(|badge| view! { " "<span class="badge badge-waiting">{badge}</span> })}</p>
            <button type="button" class="button-icon" aria-label=board.text("change-label")
                on:click=move |_| board.go(Step::Change(id.clone()))>
                {board.icon("potlood")}
            </button>
        </li>
    }
}

/// Changing a pin of one's own, or taking it back.
#[component]
pub(super) fn Changing(id: String) -> impl IntoView {
    let board = board();
    // What arrives meanwhile must not take the field from under somebody's hands.
    let Some(before) = untrack(|| board.own(&id)) else {
        return view! { <h2 id="stap" tabindex="-1">{board.text("gone-title")}</h2> {super::steps::back(board, Board::start)} }.into_any();
    };
    if board.edit.with_untracked(|edit| edit.as_ref().is_none_or(|edit| edit.id != id)) {
        board.edit.set(Some(Edit::of(&before)));
    }
    let write = move |change: &dyn Fn(&mut Edit)| board.edit.update(|edit| edit.iter_mut().for_each(change));
    let text = Memo::new(move |_| {
        board.edit.with(|edit| edit.as_ref().map(|edit| edit.text.clone())).unwrap_or_default()
    });
    let kind = Memo::new(move |_| board.edit.with(|edit| edit.as_ref().map(|edit| edit.kind)));
    let asked = RwSignal::new(false);
    let (save_id, move_id, whole_id) = (id.clone(), id.clone(), id.clone());
    let save = move |_| {
        let Some(edit) = board.edit.get_untracked() else { return };
        if let Err(rule) = check_text(&edit.text) {
            board.problem.set(Some(board.text(rule)));
            browser::focus_here("andere-woorden");
            return;
        }
        board.edit.set(None);
        board.change(&save_id, &json!({ "text": edit.text, "kind": edit.kind }));
        board.problem.set(None);
        board.go(Step::Done(save_id.clone()));
    };
    view! {
        <h2 id="stap" tabindex="-1">{board.text("change-title")}</h2>
        {move || problem(board)}
        <div class="field">
            <label for="andere-woorden">{board.text("words-label")}</label>
            <textarea dir="auto" id="andere-woorden" class="utrecht-textarea" rows="3" maxlength=LONGEST_TEXT.to_string()
                autocomplete="off" aria-invalid=move || is_wrong(board) aria-describedby="fout" prop:value=text
                on:input=move |event| write(&|edit| edit.text = event_target_value(&event))></textarea>
        </div>
        {kinds(board, kind)}
        <div class="stack">
            <button type="button" class="utrecht-button utrecht-button--primary-action wide" on:click=save>
                {board.text("save-button")}
            </button>
            <button type="button" class="utrecht-button utrecht-button--secondary-action wide"
                on:click=move |_| board.go(Step::Move(move_id.clone()))>{board.text("move-button")}</button>
            <button type="button" class="utrecht-button utrecht-button--secondary-action wide"
                on:click=move |_| board.moved(&whole_id, None)>{board.text("whole-button")}</button>
            {move || taking_away(board, id.clone(), asked)}
        </div>
        {super::steps::back(board, Board::start)}
    }
    .into_any()
}

/// Taking a pin back asks first: what is gone does not come back.
fn taking_away(board: Board, id: String, asked: RwSignal<bool>) -> AnyView {
    if !asked.get() {
        let ask = move |_| {
            asked.set(true);
            browser::focus_here("weg-vraag");
        };
        return view! {
            <button type="button" class="utrecht-button utrecht-button--secondary-action utrecht-button--danger wide" id="haal-weg"
                on:click=ask>{board.text("remove-button")}</button>
        }
        .into_any();
    }
    view! {
        <div class="card stack" role="group" aria-labelledby="weg-vraag">
            <p id="weg-vraag" tabindex="-1"><strong>{board.text("remove-ask")}</strong></p>
            <button type="button" class="utrecht-button utrecht-button--primary-action utrecht-button--danger wide" id="haal-weg-ja"
                on:click=move |_| board.remove(&id)>{board.text("remove-yes")}</button>
            <button type="button" class="utrecht-button utrecht-button--secondary-action wide"
                on:click=move |_| { browser::hold(); asked.set(false); }>{board.text("remove-no")}</button>
        </div>
    }
    .into_any()
}

fn kinds(board: Board, chosen: Memo<Option<Kind>>) -> impl IntoView {
    let choose = move |kind| {
        board.edit.update(|edit| {
            if let Some(edit) = edit {
                edit.kind = kind;
            }
        });
    };
    let cards = Kind::ALL.iter().map(|&kind| {
        view! {
            <label class=format!("radio-card kind-{kind}")>
                <input type="radio" name="soort" prop:checked=move || chosen.get() == Some(kind)
                    on:change=move |_| choose(kind)/>
                {board.icon(picture(kind))}<span>{board.text(kind.word())}</span>
            </label>
        }
    });
    view! { <fieldset class="fieldset"><legend>{board.text("kind-legend")}</legend><div class="radio-cards">{cards.collect_view()}</div></fieldset> }
}
