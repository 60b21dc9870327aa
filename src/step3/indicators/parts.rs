//! What the pages of figures share: the way back, what is wrong, tables, and the fields of their forms.

use leptos::prelude::*;

use super::{About, Better, Counts, Description, Meaning};
use crate::input::session::{THEMES, Traject, theme_label};
use crate::platform::texts::t;
use crate::step3::frame;
use crate::ui::escape;

pub(super) fn trail(traject: &Traject) -> Vec<(String, String)> {
    let mut trail = frame::trail(&traject.id, &traject.title);
    trail.push((t("indicators-title"), format!("/traject/{}/cijfers", traject.id)));
    trail
}

/// What is wrong, at the top of a page.
pub(super) fn problems(list: &[String]) -> impl IntoView + use<> {
    let list = list.to_vec();
    (!list.is_empty()).then(|| {
        let lines = list.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
        view! { <div class="utrecht-alert utrecht-alert--warning" role="alert"><div class="utrecht-alert__content">{lines}</div></div> }
    })
}

pub(super) fn table<V: IntoView + 'static>(
    caption: &str,
    heads: &[&str],
    rows: Vec<V>,
) -> impl IntoView + use<V> {
    let heads =
        heads.iter().map(|head| view! { <th scope="col" class="utrecht-table__header-cell">{t(head)}</th> });
    let (label, caption, heads) = (caption.to_owned(), caption.to_owned(), heads.collect_view());
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table class="utrecht-table"><caption class="utrecht-table__caption">{caption}</caption>
                <thead class="utrecht-table__header"><tr class="utrecht-table__row">{heads}</tr></thead>
                <tbody class="utrecht-table__body">{rows}</tbody></table>
        </div>
    }
}

pub(super) fn select(
    name: &str,
    label: &str,
    hint: Option<String>,
    all: Vec<(String, String)>,
    chosen: &str,
) -> impl IntoView + use<> {
    let (name, label) = (name.to_owned(), label.to_owned());
    let hint = hint.map(|hint| view! { <span class="field-hint">{hint}</span> });
    let options = all.into_iter().map(|(value, text)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    });
    let options = options.collect_view();
    view! { <label class="field"><span class="utrecht-form-label">{label}</span>{hint}<select class="select" name=name>{options}</select></label> }
}

pub(super) fn text_field(
    name: &str,
    label: &str,
    hint: Option<String>,
    value: &str,
    kind: &'static str,
    required: bool,
) -> impl IntoView + use<> {
    let (name, label, value) = (name.to_owned(), label.to_owned(), value.to_owned());
    let hint = hint.map(|hint| view! { <span class="field-hint">{hint}</span> });
    view! {
        <label class="field"><span class="utrecht-form-label">{label}</span>{hint}
            <input dir="auto" class="utrecht-textbox" type=kind name=name value=value maxlength="200" required=required autocomplete="off"/></label>
    }
}

/// The themes to choose from, and the one that stands there already.
pub(super) fn themes(chosen: &str) -> Vec<(String, String)> {
    let mut all: Vec<String> = THEMES.iter().map(|&theme| theme.to_owned()).collect();
    if !chosen.is_empty() && !all.iter().any(|one| one == chosen) {
        all.push(chosen.to_owned());
    }
    all.into_iter().map(|slug| (slug.clone(), theme_label(&slug))).collect()
}

/// What an indicator means; `at` stands behind the names of the fields.
pub(super) fn meaning_fields(at: &str, one: &Meaning, themes: &[(String, String)]) -> impl IntoView + use<> {
    let field = |name: &str| format!("{name}{at}");
    let group = if one.column.is_empty() { one.name.clone() } else { one.column.clone() };
    let better = Better::ALL
        .iter()
        .map(|one| (one.word().to_owned(), t(&format!("indicators-better-{one}"))))
        .collect();
    let counts = Counts::ALL
        .iter()
        .map(|one| (one.word().to_owned(), t(&format!("indicators-counts-{one}"))))
        .collect();
    view! {
        <div class="form-grid" role="group" aria-label=group>
            {text_field(&field("name"), &t("indicators-name"), None, &one.name, "text", false)}
            {text_field(&field("unit"), &t("indicators-unit"), None, &one.unit, "text", false)}
            {select(&field("domain"), &t("indicators-domain"), None, themes.to_vec(), &one.domain)}
            {select(&field("better"), &t("indicators-better"), None, better, one.better.word())}
            {select(&field("counts"), &t("indicators-counts"), None, counts, one.counts.word())}
        </div>
    }
}

/// What a description says of the whole.
pub(super) fn about_of(described: Option<&Description>) -> About {
    described.map_or_else(About::default, |one| About {
        source: one.source.to_owned(),
        licence: one.licence.to_owned(),
        caveat: one.caveat.to_owned(),
        ..About::default()
    })
}

pub(super) fn about_fields(about: &About) -> impl IntoView + use<> {
    let year = if about.year == 0 { String::new() } else { about.year.to_string() };
    let (caveat, public) = (escape(&about.caveat), about.public);
    view! {
        <div class="form-grid">
            {text_field("source", &t("indicators-source"), None, &about.source, "text", true)}
            {text_field("year", &t("indicators-year"), None, &year, "number", true)}
            {text_field("licence", &t("indicators-licence"), None, &about.licence, "text", false)}
        </div>
        <label class="field"><span class="utrecht-form-label">{t("indicators-caveat")}</span><span class="field-hint">{t("indicators-caveat-hint")}</span>
            <textarea dir="auto" class="utrecht-textarea" name="caveat" rows="3" maxlength="1000" autocomplete="off" inner_html=caveat></textarea></label>
        <label class="tick"><input type="checkbox" name="public" value="1" checked=public/><span>{t("indicators-public")}</span></label>
    }
}
