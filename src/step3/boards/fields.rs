//! Fields of the forms of boards.

use leptos::prelude::*;

use crate::input::session::theme_label;
use crate::platform::texts::t;
use crate::ui::escape;

fn hint_of(id: &str, hint: Option<&'static str>) -> (Option<String>, Option<impl IntoView + use<>>) {
    let about = hint.map(|_| format!("{id}-uitleg"));
    let told =
        about.clone().zip(hint).map(|(about, key)| view! { <p class="field-hint" id=about>{t(key)}</p> });
    (about, told)
}

/// A field for more than a line. `longest`: Unicode scalar values.
pub fn area(
    name: &'static str,
    label: &'static str,
    value: &str,
    longest: usize,
    hint: Option<&'static str>,
) -> impl IntoView + use<> {
    let (about, told) = hint_of(name, hint);
    // A browser takes the first line break of a textarea away.
    let value = format!("\n{}", escape(value));
    view! {
        <div class="field"><label class="utrecht-form-label" for=name>{t(label)}</label>{told}
            <textarea dir="auto" class="utrecht-textarea" id=name name=name rows="3" maxlength=longest.to_string() autocomplete="off" aria-describedby=about inner_html=value></textarea></div>
    }
}

/// A field for one line.
pub fn line(
    name: &'static str,
    label: &'static str,
    value: &str,
    longest: usize,
    hint: Option<&'static str>,
) -> impl IntoView + use<> {
    let (about, told) = hint_of(name, hint);
    let value = value.to_owned();
    view! {
        <div class="field"><label class="utrecht-form-label" for=name>{t(label)}</label>{told}
            <input dir="auto" class="utrecht-textbox" id=name name=name value=value maxlength=longest.to_string() autocomplete="off" aria-describedby=about/></div>
    }
}

/// A box to tick, with a sentence about it.
pub fn tick(
    name: &'static str,
    label: &'static str,
    ticked: bool,
    hint: Option<&'static str>,
) -> impl IntoView + use<> {
    let (about, told) = hint_of(name, hint);
    view! {
        <div><label class="tick"><input type="checkbox" name=name value="1" checked=ticked aria-describedby=about/><span>{t(label)}</span></label>{told}</div>
    }
}

/// One of the themes of a traject, or none.
pub fn theme(themes: &[String], chosen: &str) -> impl IntoView + use<> {
    let options = themes.iter().map(|slug| {
        view! { <option value=slug.clone() selected=slug == chosen>{theme_label(slug)}</option> }
    });
    let options = options.collect_view();
    view! {
        <label class="field"><span class="utrecht-form-label">{t("boards-theme")}</span>
            <select class="select" name="theme"><option value="">{t("boards-theme-none")}</option>{options}</select></label>
    }
}

/// One of several, each with a sentence: value, label, whether it is chosen.
pub fn one_of(
    name: &'static str,
    label: &'static str,
    options: Vec<(String, String, bool)>,
) -> impl IntoView + use<> {
    let cards = options.into_iter().map(|(value, words, chosen)| {
        view! { <label class="radio-card"><input type="radio" name=name value=value checked=chosen/><span>{words}</span></label> }
    });
    view! { <fieldset class="fieldset"><legend>{t(label)}</legend><div class="radio-cards">{cards.collect_view()}</div></fieldset> }
}

/// The version of the row that the form is about.
pub fn version(version: i64) -> impl IntoView {
    view! { <input type="hidden" name="version" value=version.to_string()/> }
}

/// The button that takes a row away.
pub fn remove(action: String, seen: i64) -> impl IntoView {
    view! {
        <form method="post" action=action>{version(seen)}
            <button class="utrecht-button utrecht-button--secondary-action utrecht-button--danger" type="submit">{t("boards-remove")}</button></form>
    }
}
