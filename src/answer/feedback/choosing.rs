//! On the desk: choosing photos and figures for the page. Each is one button, so that two who choose at once undo nothing.

use leptos::prelude::*;

use super::photos::{Choice, alternative};
use super::selection::{Choices, FigureChoice};
use super::{MOST_CHOSEN, What};
use crate::platform::texts::{t, tv};

/// What may be on the page, to put there or take off.
pub(super) fn choosing(base: &str, choices: &Choices) -> impl IntoView + use<> {
    let action = format!("{base}/keuze");
    view! { {photos(&action, &choices.photos)}{figures(&action, &choices.figures)} }
}

/// The button that puts something on the page or takes it off; `name` is for who does not see what it stands beside.
fn button(action: &str, what: What, which: String, chosen: bool, name: &str) -> impl IntoView + use<> {
    let (label, on, class) = if chosen {
        ("feedback-choice-off", "nee", "utrecht-button utrecht-button--secondary-action")
    } else {
        ("feedback-choice-on", "ja", "utrecht-button utrecht-button--primary-action")
    };
    let about = format!("{}: {name}", t(label));
    view! {
        <form method="post" action=action.to_owned()><input type="hidden" name="wat" value=what.word()/><input type="hidden" name="welke" value=which/>
            <input type="hidden" name="erop" value=on/><button class=class type="submit" aria-label=about>{t(label)}</button></form>
    }
}

fn is_on(chosen: bool) -> impl IntoView {
    chosen.then(|| view! { <span class="badge">{t("feedback-choice-is-on")}</span> })
}

fn photos(action: &str, choices: &[Choice]) -> impl IntoView + use<> {
    let items = choices.iter().map(|choice| {
        let photo = &choice.photo;
        let alt = alternative(&photo.caption);
        let button = button(action, What::Photo, choice.reference.clone(), choice.chosen, &alt);
        view! {
            <li><figure><img src=photo.photo.thumb.clone() alt=alt loading="lazy"/>
                <figcaption>{t(&format!("session-kind-{}", photo.kind))}" "{is_on(choice.chosen)}<br/><bdi>{photo.caption.clone()}</bdi></figcaption></figure>{button}</li>
        }
    });
    let items = items.collect_view();
    let none = choices.is_empty().then(|| view! { <p class="soft">{t("feedback-photos-none")}</p> });
    view! {
        <section class="card stack" id="photo" aria-labelledby="fotos-kop"><h2 id="fotos-kop">{t("feedback-photos")}</h2>
            <p>{tv("feedback-photos-lead", &[("most", MOST_CHOSEN.into())])}</p>
            {none}<ul class="feedback-photos list-plain">{items}</ul>
        </section>
    }
}

/// Those on the page as a list; the others to choose from.
fn figures(action: &str, choices: &[FigureChoice]) -> impl IntoView + use<> {
    let on = choices.iter().filter(|choice| choice.chosen).map(|choice| {
        let (one, name) = (&choice.figure.indicator, choice.figure.indicator.named());
        let button = button(action, What::Figure, one.id.clone(), true, &name);
        view! { <li class="row"><span>{name}" "{is_on(true)}</span>{button}</li> }
    });
    let on = on.collect_view();
    let others: Vec<_> = choices.iter().filter(|choice| !choice.chosen).collect();
    let options = others.iter().map(|choice| {
        let one = &choice.figure.indicator;
        view! { <option value=one.id.clone()>{one.named()}</option> }
    });
    let options = options.collect_view();
    let none = choices.is_empty().then(|| view! { <p class="soft">{t("feedback-figures-none")}</p> });
    let action = action.to_owned();
    let form = (!others.is_empty()).then(|| {
        view! {
            <form method="post" action=action class="stack"><input type="hidden" name="wat" value=What::Figure.word()/><input type="hidden" name="erop" value="ja"/>
                <label class="field"><span class="utrecht-form-label">{t("feedback-figures-which")}</span><select class="select" name="welke">{options}</select></label>
                <button class="utrecht-button utrecht-button--secondary-action" type="submit">{t("feedback-figures-on")}</button></form>
        }
    });
    view! {
        <section class="card stack" id="figure" aria-labelledby="cijfers-kop"><h2 id="cijfers-kop">{t("feedback-figures")}</h2>
            <p>{tv("feedback-figures-lead", &[("most", MOST_CHOSEN.into())])}</p>
            {none}<ul class="list-plain stack">{on}</ul>{form}
        </section>
    }
}
