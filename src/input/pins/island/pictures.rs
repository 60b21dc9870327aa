//! Photos at a pin: choosing several, a few words with each, sending them, and how far they are.

use leptos::prelude::*;
use serde_json::json;

use super::own::{OwnPhoto, Stage};
use super::state::{Board, Step};
use crate::ui::browser::{self, Became, Progress};

/// Most photos at one pin, as the server has it.
const MOST: usize = 6;
/// The longest caption, in characters.
const LONGEST_CAPTION: &str = "500";

impl Board {
    /// What became of a photo of one's own.
    pub fn heard_of_photo(self, became: &Became) {
        let stage = match became.state.as_str() {
            "busy" => Stage::Busy,
            "draft" => Stage::Draft,
            "sent" => Stage::Sent,
            "waiting" => Stage::Waiting,
            "unreadable" => Stage::Unreadable(self.text(&format!("photo-{}", became.detail))),
            _ => Stage::Refused(became.detail.clone()),
        };
        self.change_own(&became.about, |own| {
            let photo = own.photos.iter_mut().find(|photo| photo.id == became.photo);
            if let Some(photo) = photo {
                photo.stage = stage;
                if !became.picture.is_empty() {
                    photo.picture.clone_from(&became.picture);
                }
            } else if stage == Stage::Busy {
                let (caption, picture) = (String::new(), String::new());
                own.photos.push(OwnPhoto {
                    id: became.photo.clone(),
                    caption,
                    poster: false,
                    picture,
                    stage,
                });
            }
        });
        let waits = self.own(&became.about).is_some_and(|own| own.photos_waiting() > 0);
        if became.state == "sent" && !waits {
            self.said.set(self.text("photo-all-sent"));
        }
    }

    /// Makes the chosen photos small; they wait for their words.
    fn choose_photos(self, id: &str, chosen: &leptos::ev::Event) {
        let there = self.own(id).map_or(0, |own| own.photos.iter().filter(|photo| photo.counts()).count());
        let item = self.sending("photo", "PUT", id, "/photos/", None);
        let most = MOST.saturating_sub(there);
        let many = browser::choose_photos(&item, chosen, most) > most;
        self.problem.set(many.then(|| self.text("photo-many")));
    }

    /// Sends the photos that were chosen, with their words.
    fn send_photos(self, id: &str) {
        let mut list = Vec::new();
        self.change_own(id, |own| {
            for photo in own.photos.iter_mut().filter(|photo| photo.stage == Stage::Draft) {
                photo.stage = Stage::Waiting;
                list.push(json!({ "id": photo.id, "caption": photo.caption.trim(), "poster": photo.poster }));
            }
        });
        browser::send_photos(&json!(list));
        self.said.set(self.text("photo-sending"));
        browser::focus("foto-titel");
    }

    /// Not this one after all.
    fn drop_photo(self, id: &str, photo: &str) {
        browser::drop_photo(photo);
        self.change_own(id, |own| own.photos.retain(|own| own.id != photo));
        browser::focus("foto-titel");
    }

    fn change_photo(self, id: &str, photo: &str, change: impl FnOnce(&mut OwnPhoto)) {
        self.change_own(id, |own| {
            if let Some(photo) = own.photos.iter_mut().find(|own| own.id == photo) {
                change(photo);
                browser::keep_caption(&photo.id, &photo.caption, photo.poster);
            }
        });
    }
}

/// Photos at a pin that is on the map.
#[component]
#[allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]
pub(super) fn Pictures(id: String) -> impl IntoView {
    let board = expect_context::<Board>();
    let (shown, foot) = (id.clone(), id.clone());
    let ids = Memo::new(move |_| {
        let photos = board.own(&shown).map(|own| own.photos).unwrap_or_default();
        photos.into_iter().map(|photo| photo.id).collect::<Vec<_>>()
    });
    let row_id = id.clone();
    let rows = move || ids.get().into_iter().map(|photo| row(board, row_id.clone(), photo)).collect_view();
    view! {
        <fieldset class="fieldset">
            <legend id="foto-titel" tabindex="-1">{board.text("photo-title")}</legend>
            <p class="field-hint">{board.text("photo-ask")}</p>
            <p class="field-hint">{board.text("words-hint")}</p>
            <div class="row">
                {file_button(board, id.clone(), "foto-camera", "camera", true)}
                {file_button(board, id, "foto", "foto", false)}
            </div>
            <ul class="list-plain photo-list" hidden=move || ids.get().is_empty()>{rows}</ul>
            {move || send_button(board, &foot)}
            {move || board.progress.get().map(|progress| progress_bar(board, progress))}
        </fieldset>
    }
}

fn file_button(
    board: Board,
    id: String,
    name: &'static str,
    icon: &'static str,
    camera: bool,
) -> impl IntoView {
    let label = board.text(if camera { "photo-camera" } else { "photo-button" });
    let class = if camera { "only-touch" } else { "" };
    let choose = move |event: leptos::ev::Event| board.choose_photos(&id, &event);
    view! {
        <label class=format!("file-button utrecht-button utrecht-button--secondary-action {class}")>
            {board.icon(icon)}{label}
            <input type="file" id=name accept="image/*" multiple=!camera capture=camera.then_some("environment") on:change=choose/>
        </label>
    }
}

fn send_button(board: Board, id: &str) -> impl IntoView + use<> {
    let own = board.own(id)?;
    let ready = own.photos.iter().filter(|photo| photo.stage == Stage::Draft).count();
    let busy = own.photos.iter().any(|photo| photo.stage == Stage::Busy);
    let id = id.to_owned();
    let label = if ready == 1 {
        board.text("photo-send-one")
    } else {
        board.text("photo-send").replace("%n%", &ready.to_string())
    };
    (ready > 0).then(|| {
        view! {
            <button type="button" class="utrecht-button utrecht-button--primary-action wide" id="verstuur-fotos" disabled=busy
                on:click=move |_| board.send_photos(&id)>{board.icon("verstuur")}{label}</button>
        }
    })
}

/// One photo: being made small, with its words to come, or on its way.
fn row(board: Board, id: String, photo: String) -> impl IntoView {
    let (own, key) = (id.clone(), photo.clone());
    let now = Memo::new(move |_| board.own(&own)?.photos.into_iter().find(|photo| photo.id == key));
    let stage = Memo::new(move |_| now.get().map(|photo| (photo.stage, photo.picture)));
    move || {
        let (stage, picture) = stage.get()?;
        let caption =
            now.with_untracked(|photo| photo.as_ref().map(|photo| photo.caption.clone()).unwrap_or_default());
        let img = (!picture.is_empty())
            .then(|| view! { <img class="photo-small" src=picture alt="" decoding="async"/> });
        let (name, told) = match &stage {
            Stage::Busy => ("busy", board.text("photo-busy")),
            Stage::Draft => return Some(draft(board, &id, &photo, img.into_any(), &caption).into_any()),
            Stage::Waiting => ("waiting", board.text("photo-waiting")),
            Stage::Sent => ("sent", board.text("photo-sent")),
            Stage::Refused(detail) | Stage::Unreadable(detail) => ("refused", detail.clone()),
        };
        let wrong = matches!(stage, Stage::Refused(_) | Stage::Unreadable(_));
        let class = if wrong { "photo-state field-error" } else { "badge photo-state" };
        let role = wrong.then_some("alert");
        let line = view! { <li class="photo-row" data-photo=name>{img}<div><bdi>{caption}</bdi>" "<span class=class role=role>{told}</span></div></li> };
        Some(line.into_any())
    }
}

fn draft(board: Board, id: &str, photo: &str, img: AnyView, caption: &str) -> impl IntoView + use<> {
    let [(own, key), (own_2, key_2), (own_3, key_3)] =
        std::array::from_fn(|_| (id.to_owned(), photo.to_owned()));
    let poster = board.own(id).is_some_and(|own| own.photos.iter().any(|own| own.id == photo && own.poster));
    let written =
        move |event| board.change_photo(&own, &key, |photo| photo.caption = event_target_value(&event));
    let ticked =
        move |event| board.change_photo(&own_2, &key_2, |photo| photo.poster = event_target_checked(&event));
    view! {
        <li class="photo-row photo-draft" data-photo="draft">
            {img}
            <div>
                <label class="field"><span>{board.text("photo-caption")}</span>
                    <input dir="auto" class="utrecht-textbox" type="text" maxlength=LONGEST_CAPTION autocomplete="off" value=caption.to_owned()
                        on:input=written/></label>
                <label class="tick"><input type="checkbox" checked=poster on:change=ticked/><span>{board.text("photo-poster")}</span></label>
                <button type="button" class="utrecht-button utrecht-button--subtle" on:click=move |_| board.drop_photo(&own_3, &key_3)>
                    {board.icon("kruis")}{board.text("photo-drop")}
                </button>
            </div>
        </li>
    }
}

fn progress_bar(board: Board, progress: Progress) -> impl IntoView {
    let text =
        board.text(if progress.sent < progress.photos { "photo-progress" } else { "photo-progress-done" });
    let text = text
        .replace("%sent%", &progress.sent.to_string())
        .replace("%photos%", &progress.photos.to_string())
        .replace("%loaded%", &megabytes(progress.loaded))
        .replace("%bytes%", &megabytes(progress.bytes));
    view! {
        <div class="progress" data-photos=progress.photos.to_string() data-sent=progress.sent.to_string()>
            <progress max=progress.bytes.to_string() value=progress.loaded.to_string() aria-label=board.text("photo-progress-label")></progress>
            <p class="small">{text}</p>
        </div>
    }
}

/// One digit behind a comma.
fn megabytes(bytes: f64) -> String {
    format!("{:.1}", bytes / 1_000_000.0).replace('.', ",")
}

/// Photos that were chosen before this page was closed: go on with them?
pub(super) fn left_over(board: Board) -> impl IntoView {
    let own = board.pins.with(|pins| {
        pins.iter()
            .find(|own| own.drafts() > 0)
            .map(|own| (own.id.clone(), own.pin.text.clone(), own.drafts()))
    });
    own.filter(|_| board.step.get() == Step::Start).map(|(id, words, count)| {
        let text = board.text_of_keeping("photo-left").replace("%n%", &count.to_string()).replace("%pin%", &words);
        view! {
            <div class="utrecht-alert utrecht-alert--info" data-left=count><div>
                <p>{text}</p>
                <button type="button" class="utrecht-button utrecht-button--secondary-action" on:click=move |_| board.go(Step::Done(id.clone()))>
                    {board.text("photo-left-button")}
                </button>
            </div></div>
        }
    })
}
