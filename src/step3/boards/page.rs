//! Two people at one row, and the history of a row.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use super::{Action, Fields, Late, Twice, Version};
use crate::platform::App;
use crate::platform::clock::for_people;
use crate::platform::texts::{t, tv};
use crate::step3::frame::tabs;
use crate::ui::{Page, escape, render, staff_header};

/// Where a row stands: what a page of it needs.
pub struct Desk {
    /// UUID of the traject.
    pub traject: String,
    /// What the page is called.
    pub title: String,
    /// The way back: label and address.
    pub trail: Vec<(String, String)>,
    /// Which of the tabs of step 3 it is.
    pub tab: &'static str,
    /// Where the form is sent.
    pub action: String,
    /// What the fields are called, and how their values read: the name of a field and its value in, words out.
    pub label: fn(&str) -> String,
    /// See `label`.
    pub value: fn(&str, &str) -> String,
    /// The fields in which people write; between the others there is only one or the other.
    pub written: &'static [&'static str],
}

/// What a page says at its top: what went well, or what is not right.
#[derive(Default)]
pub struct Notice {
    /// The key of what went well.
    pub done: Option<&'static str>,
    /// What is not right; everything that was typed is still there.
    pub wrong: Vec<String>,
}

/// What went well, or what is not right.
pub fn alerts(told: Notice) -> impl IntoView {
    let done = told.done.map(|key| {
        view! { <div class="utrecht-alert utrecht-alert--ok" role="status"><div class="utrecht-alert__content"><p>{t(key)}</p></div></div> }
    });
    let wrong = (!told.wrong.is_empty()).then(|| {
        let lines = told.wrong.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
        view! {
            <div class="utrecht-alert utrecht-alert--error" role="alert"><div class="utrecht-alert__content">{lines}<p>{t("boards-nothing-lost")}</p></div></div>
        }
    });
    view! { {done}{wrong} }
}

/// "Noor Jansen, 25-11-2026, 14:40".
pub fn stamp(who: Option<&str>, at: &str) -> String {
    let who = who.map_or_else(|| t("boards-somebody"), str::to_owned);
    format!("{who}, {}", for_people(at))
}

/// Somebody else was first: what changed, beside what they typed, to choose from. Sent again, it is saved over the newest version.
pub async fn late(app: &App, desk: Desk, late: &Late) -> Response {
    let Desk { traject, title, trail, tab, action, label, value, written } = desk;
    let who = late.by.as_ref().map(|by| stamp(by.who.as_deref(), &by.at)).unwrap_or_default();
    let lead = if late.removed { "boards-late-removed" } else { "boards-late-lead" };
    let lead = tv(lead, &[("who", who.into())]);
    let version = late.version.to_string();
    let parts = late.fields().into_iter().map(|(name, twice)| {
        let words = written.contains(&name.as_str());
        match twice {
            Twice::Mine(mine) => view! { <input type="hidden" name=name value=mine/> }.into_any(),
            Twice::Theirs { before, now } => {
                let (head, before, after) = (label(&name), value(&name, &before), value(&name, &now));
                view! {
                    <section class="card twice"><h2>{head}</h2><input type="hidden" name=name value=now/>
                        <div class="twice-two">
                            <div><h3>{t("boards-was")}</h3><p class="typed">{before}</p></div>
                            <div><h3>{t("boards-now")}</h3><p class="typed">{after}</p></div>
                        </div><p class="soft">{t("boards-theirs")}</p></section>
                }
                .into_any()
            }
            Twice::Both { now, mine } => choose(&label(&name), &name, value, &now, &mine, words).into_any(),
        }
    });
    let parts = parts.collect::<Vec<_>>();
    let bar = tabs(&traject, tab);
    let mut response = render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack">
                <h2>{t("boards-late-title")}</h2>
                <div class="utrecht-alert utrecht-alert--info" role="status"><div class="utrecht-alert__content"><p>{lead}</p><p>{t("boards-late-kept")}</p></div></div>
                <form method="post" action=action class="stack" autocomplete="off">
                    <input type="hidden" name="version" value=version/>
                    {parts}
                    <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("boards-late-save")}</button>
                </form>
            </main>
        }
    }).await;
    *response.status_mut() = StatusCode::CONFLICT;
    response
}

/// One field that both changed: theirs, mine, or the two put together.
fn choose(
    head: &str,
    name: &str,
    value: fn(&str, &str) -> String,
    now: &str,
    mine: &str,
    words: bool,
) -> impl IntoView + use<> {
    let field = format!("keus-{name}");
    let kept = [("nu", now), ("mijn", mine)].map(|(from, text)| {
        view! { <input type="hidden" name=format!("{from}-{name}") value=text.to_owned()/> }
    });
    let sides = [("nu", "boards-now", now), ("mijn", "boards-mine", mine)].map(|(from, key, text)| {
        let (field, read) = (field.clone(), value(name, text));
        let read = if read.is_empty() { t("boards-empty") } else { read };
        view! {
            <div><label class="radio-card"><input type="radio" name=field value=from required/><span>{t(key)}</span></label>
                <p class="typed">{read}</p></div>
        }
    });
    let together = words.then(|| {
        let (id, both) = (format!("samen-{name}"), escape(&format!("{now}\n{mine}")));
        let both = format!("\n{both}");
        view! {
            <label class="radio-card"><input type="radio" name=field.clone() value="samen"/><span>{t("boards-together")}</span></label>
            <div class="field"><label class="utrecht-form-label" for=id.clone()>{t("boards-together-label")}</label>
                <textarea dir="auto" class="utrecht-textarea" id=id.clone() name=id rows="4" autocomplete="off" inner_html=both></textarea></div>
        }
    });
    view! {
        <fieldset class="card twice"><legend>{head.to_owned()}</legend>{kept}
            <div class="twice-two">{sides}</div>{together}</fieldset>
    }
}

/// Every version of a row, the newest first: who, when, what changed.
pub fn history(list: &[Version], label: fn(&str) -> String, value: fn(&str, &str) -> String) -> AnyView {
    let kept: Vec<&Version> = list.iter().filter(|one| one.action != Action::Aside).collect();
    let items = list.iter().map(|one| {
        let aside = one.action == Action::Aside;
        let before = kept.iter().find(|older| older.version < one.version).map(|older| &older.fields);
        let changed = changed(&one.fields, if aside { None } else { before }).into_iter().map(|(name, was, now)| {
            // What it rests on is a list that grows: only how it is then.
            let was = was.filter(|was| !was.is_empty() && name != "evidence").map(|was| view! { <del>{value(&name, &was)}</del>" " });
            view! { <dt>{label(&name)}</dt><dd class="typed">{was}{value(&name, &now)}</dd> }
        });
        let changed = changed.collect_view();
        view! {
            <li><p><strong>{t(&format!("boards-did-{}", one.action.word()))}</strong>" "<span class="soft">{stamp(one.who.as_deref(), &one.at)}</span></p>
                <dl class="history-fields">{changed}</dl></li>
        }
    });
    view! { <ol class="history list-plain">{items.collect_view()}</ol> }.into_any()
}

/// The fields that are not as they were: name, before, now. Without a version before it, every field that has something in it.
fn changed(now: &Fields, before: Option<&Fields>) -> Vec<(String, Option<String>, String)> {
    let mut changed = Vec::new();
    for (name, value) in now {
        let was = before.map(|before| before.get(name).cloned().unwrap_or_default());
        let same = was.as_ref().map_or(value.is_empty(), |was| was == value);
        if !same {
            changed.push((name.clone(), was, value.clone()));
        }
    }
    changed
}
