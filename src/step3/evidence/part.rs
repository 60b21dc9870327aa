//! Parts of pages: what a statement rests on, and choosing what it rests on.

use leptos::prelude::*;

use super::{Found, Of, Offer, Shelves};
use crate::platform::texts::{t, tv};
use crate::step3::boards::Board;

/// Most things of one kind that are shown to choose from.
const MOST_SHOWN: usize = 60;

/// The labels only: for history and for paper.
pub fn labels(list: &[super::Evidence]) -> String {
    let one = |evidence: &super::Evidence| format!("{}: {}", kind(evidence.of), evidence.label);
    list.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn kind(of: Of) -> String {
    t(&format!("evidence-kind-{of}"))
}

/// What a statement rests on, as a list; with `away`, the address to which taking one away is sent, each with a button.
pub fn list(found: Vec<Found>, away: Option<&String>) -> AnyView {
    if found.is_empty() {
        return view! { <p class="soft">{t("evidence-none")}</p> }.into_any();
    }
    let items = found.into_iter().map(|one| item(one, away.cloned()));
    view! { <ul class="evidence list-plain">{items.collect_view()}</ul> }.into_any()
}

fn item(found: Found, away: Option<String>) -> impl IntoView {
    let Found { evidence, now } = found;
    let id = evidence.id.clone();
    let button = away.map(|action| {
        let label = format!("{}: {}", t("evidence-remove"), evidence.label);
        view! {
            <form method="post" action=action><input type="hidden" name="bewijs" value=id/>
                <button class="utrecht-button utrecht-button--subtle" type="submit" aria-label=label>{t("evidence-remove")}</button></form>
        }
    });
    // Words and pictures as they are now: what was withdrawn since is not shown any more.
    let gone = now.is_none().then(|| view! { <span class="badge">{t("evidence-gone")}</span> });
    let now = now.map(|now| {
        let words = now.words.map(|words| view! { <blockquote dir="auto">{words}</blockquote> });
        let picture = now.picture.map(|src| view! { <img class="photo-small" src=src alt=evidence.label.clone() loading="lazy"/> });
        let label = format!("{}: {}", t("evidence-look"), evidence.label);
        let link = now.href.map(|href| view! { <a class="utrecht-link no-print" href=href aria-label=label>{t("evidence-look")}</a> });
        view! { {words}{picture}{link} }
    });
    view! {
        <li class="evidence-item">
            <div><p><span class="badge">{kind(evidence.of)}</span>" "{evidence.label.clone()}" "{gone}</p>{now}</div>
            {button}
        </li>
    }
}

/// The form in which somebody chooses what a row rests on: everything that there is, kind by kind, found by words. What is linked
/// already is not offered again.
pub fn picker(
    traject: &str,
    board: Board,
    row: &str,
    shelves: &Shelves,
    linked: &[Found],
    typed: &str,
) -> AnyView {
    let base = format!("/traject/{traject}/bewijs/{board}/{row}");
    let free = |offer: &&Offer| {
        let same =
            |found: &Found| found.evidence.of == offer.of && found.evidence.reference == offer.reference;
        offer.holds(typed) && !linked.iter().any(same)
    };
    let offers: Vec<&Offer> = shelves.all().iter().filter(free).collect();
    let groups = Of::ALL.iter().copied().filter_map(|of| {
        let mine: Vec<_> = offers.iter().filter(|offer| offer.of == of).collect();
        let more = mine.len().saturating_sub(MOST_SHOWN);
        let more = (more > 0).then(|| view! { <p class="soft">{tv("evidence-more", &[("n", more.into())])}</p> });
        let boxes = mine.iter().take(MOST_SHOWN).map(|offer| choice(offer)).collect_view();
        (!mine.is_empty()).then(|| view! {
            <fieldset class="fieldset"><legend>{t(&format!("evidence-kind-{of}.more"))}</legend><ul class="evidence-choices list-plain">{boxes}</ul>{more}</fieldset>
        })
    });
    let groups = groups.collect::<Vec<_>>();
    let none = groups.is_empty().then(|| view! { <p>{t("evidence-nothing")}</p> });
    let some = !groups.is_empty();
    view! {
        <form method="get" action=base.clone() class="row">
            <label class="field"><span class="utrecht-form-label">{t("evidence-search")}</span>
                <input dir="auto" class="utrecht-textbox" type="search" name="zoek" value=typed.to_owned() autocomplete="off"/></label>
            <button class="utrecht-button utrecht-button--secondary-action" type="submit">{t("evidence-search-button")}</button>
        </form>
        {none}
        {some.then(|| view! {
            <form method="post" action=base class="stack">
                {groups}
                <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("evidence-link")}</button>
            </form>
        })}
    }
    .into_any()
}

fn choice(offer: &Offer) -> impl IntoView + use<> {
    let value = format!("{}:{}", offer.of, offer.reference);
    let words = offer.words.clone().map(|words| view! { <q dir="auto">{words}</q>" " });
    let picture =
        offer.picture.clone().map(|src| view! { <img class="photo-small" src=src alt="" loading="lazy"/> });
    let label = offer.label.clone();
    view! { <li><label class="tick"><input type="checkbox" name="bewijs" value=value/>{picture}<span>{words}<span class="soft">{label}</span></span></label></li> }
}
