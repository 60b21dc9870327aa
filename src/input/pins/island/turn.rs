//! One person's turn: how it ends, by itself too, and what is left of it.

use leptos::prelude::*;
use serde_json::Value;

use super::draft::Draft;
use super::state::{Board, Ending, Receipt, Step};
use crate::ui::browser;

/// What others said is asked for again after so many seconds.
const OTHERS_S: u32 = 20;
/// Five words cannot be given before everything was sent: how often to look, and how long.
const TRIES: u32 = 8;

impl Board {
    /// Ends the turn after a time without touch, and hears what others say meanwhile.
    pub fn watch(self) {
        let (open, pause) = self.setup(|setup| (setup.open, setup.pause));
        if !open {
            return;
        }
        browser::every(OTHERS_S, move || {
            if self.step.get_untracked() != Step::Thanks {
                self.fetch();
            }
        });
        if pause > 0 {
            browser::idle(pause, move |left| self.nobody_touched(left));
        }
    }

    fn nobody_touched(self, left: i32) {
        let busy = self.pins.with_untracked(|pins| !pins.is_empty())
            || !matches!(self.step.get_untracked(), Step::Start | Step::Thanks)
            || self.is_unsent();
        match u32::try_from(left) {
            Ok(0) if self.step.get_untracked() == Step::Thanks => self.next(),
            Ok(0) if busy => self.end(Ending::ByItself { lost: self.is_unsent() }),
            // Whoever only looked round leaves the map as the next one expects it.
            Ok(0) => self.show_all(),
            Ok(left) if busy && left > 0 => {
                if self.leaving.get_untracked().is_none() {
                    browser::focus("nog-hier");
                }
                self.leaving.set(Some(left));
                return;
            }
            _ => {}
        }
        self.leaving.set(None);
    }

    /// "Ik ben klaar": first what is to become of photos that were chosen and not sent.
    pub fn finish_asked(self) {
        let left = self
            .pins
            .with_untracked(|pins| pins.iter().find(|own| own.drafts() > 0).map(|own| own.id.clone()));
        let Some(id) = left else { return self.end(Ending::Asked) };
        self.problem.set(Some(self.text("photo-first")));
        if self.step.get_untracked() == Step::Done(id.clone()) {
            browser::focus("foto-titel");
        } else {
            self.go(Step::Done(id));
        }
    }

    /// The turn of this person ends: nothing of it can be seen, changed or undone here any more.
    fn end(self, ending: Ending) {
        let (code, whose) = (self.code(), self.participant());
        // Five words are for who asked to end: nobody is there to read them where a turn ended by itself.
        let some = ending == Ending::Asked && self.pins.with_untracked(|pins| !pins.is_empty());
        browser::end_turn(&code);
        self.pins.set(Vec::new());
        self.draft.set(Draft::default());
        self.edit.set(None);
        self.people.set(1);
        self.show_all();
        self.ending.set(ending);
        self.problem.set(None);
        self.progress.set(None);
        self.leaving.set(None);
        self.said.set(String::new());
        self.heard_others.set(Vec::new());
        self.receipt.set(if some { Receipt::Asked } else { Receipt::None });
        self.go(Step::Thanks);
        if some {
            browser::spawn(self.ask_for_words(code, whose));
        }
    }

    /// Five words, once everything of this turn was sent.
    async fn ask_for_words(self, code: String, whose: String) {
        let mut waits = true;
        for _ in 0..TRIES {
            waits = browser::waiting(&code, &whose).await.iter().any(|item| item.refused.is_none());
            if !waits {
                break;
            }
            browser::pause(500).await;
        }
        let answer = browser::post(&format!("/api/v1/sessions/{code}/receipts"), &whose).await;
        let answer = answer.and_then(|text| serde_json::from_str::<Value>(&text).ok());
        let given = answer.as_ref().and_then(|answer| {
            let words = answer["words"].as_array()?.iter().filter_map(Value::as_str).map(str::to_owned);
            Some(Receipt::Given { words: words.collect(), qr: answer["qr"].as_str().map(str::to_owned) })
        });
        if self.step.get_untracked() == Step::Thanks {
            self.receipt.set(given.unwrap_or(Receipt::Missed { waits }));
        }
    }

    /// The next person begins.
    pub fn next(self) {
        self.receipt.set(Receipt::None);
        self.people.set(1);
        self.start();
        self.fetch();
    }
}

/// "Bent u er nog?", with the seconds that are left.
pub(super) fn still_there(board: Board) -> impl IntoView {
    board.leaving.get().map(|left| {
        let lead = if board.is_unsent() { "leaving-lead-unsent" } else { "leaving-lead" };
        let lead = board.text(lead).replace("%n%", &left.to_string());
        view! {
            <div class="leaving" role="alertdialog" aria-labelledby="nog-hier">
                <h2 id="nog-hier" tabindex="-1">{board.text("leaving-title")}</h2>
                <p>{lead}</p>
                <button type="button" class="utrecht-button utrecht-button--primary-action big wide"
                    on:click=move |_| board.leaving.set(None)>{board.text("leaving-stay")}</button>
            </div>
        }
    })
}

/// Thank you: this turn has ended, with five words to find its pins back; the next may begin.
#[component]
pub(super) fn Thanks() -> impl IntoView {
    let board = expect_context::<Board>();
    view! {
        <h2 id="stap" tabindex="-1">{board.text("thanks-title")}</h2>
        {move || view! { <p class="lead">{board.text(lead(board.ending.get()))}</p> }}
        {move || words(board, &board.receipt.get())}
        <div class="panel-foot no-print">
            <button type="button" class="utrecht-button utrecht-button--primary-action big" on:click=move |_| board.next()>
                {board.text("next-button")}
            </button>
        </div>
    }
}

/// What became of their words, so that who comes back after a turn that ended by itself knows it too.
fn lead(ending: Ending) -> &'static str {
    match ending {
        Ending::Asked => "thanks-lead",
        Ending::ByItself { lost: false } => "ended-lead",
        Ending::ByItself { lost: true } => "ended-lead-lost",
    }
}

fn words(board: Board, receipt: &Receipt) -> Option<AnyView> {
    match receipt {
        Receipt::None => None,
        Receipt::Asked => {
            Some(view! { <p role="status" class="soft">{board.text("receipt-wait")}</p> }.into_any())
        }
        Receipt::Missed { waits } => {
            let text = if *waits {
                board.text_of_keeping("receipt-missed")
            } else {
                board.text("receipt-missed-sent")
            };
            Some(view! { <p class="utrecht-alert utrecht-alert--warning">{text}</p> }.into_any())
        }
        Receipt::Given { words, qr } => {
            let list = words.iter().map(|word| view! { <li>{word.clone()}</li> }).collect_view();
            let carried = qr.clone().map(|qr| {
                view! {
                    <div class="receipt-carry">
                        <div class="receipt-qr" role="img" aria-label=board.text("receipt-qr") inner_html=qr></div>
                        <p>{board.text("receipt-qr-what")}</p>
                    </div>
                }
            });
            let until = board.text("receipt-until");
            Some(view! {
                <section class="card stack" role="status">
                    <h3>{board.text("receipt-title")}</h3>
                    <ol class="receipt-words">{list}</ol>
                    <p>{board.text("receipt-what")}</p>
                    {carried}
                    <p>{board.text("receipt-where")}</p>
                    <p class="small" hidden=until.is_empty()>{until.clone()}</p>
                    <button type="button" class="utrecht-button utrecht-button--secondary-action no-print" on:click=move |_| browser::print()>
                        {board.icon("afdruk")}{board.text("receipt-print")}
                    </button>
                </section>
            }.into_any())
        }
    }
}
