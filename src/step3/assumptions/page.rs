//! The pages of assumptions.

use axum::response::Response;
use leptos::prelude::*;

use super::{Assumption, LONGEST_WORDS, Verdict};
use crate::input::session::{Traject, theme_label};
use crate::platform::App;
use crate::platform::texts::{find, t, tv};
use crate::step3::boards::{self, Board, Desk, Late, Notice, Version, parts, stamp};
use crate::step3::evidence::{self, Found};
use crate::step3::frame::{tabs, trail};
use crate::ui::{Page, render, staff_header};

const TAB: &str = "/aannames";

fn label(field: &str) -> String {
    find(&format!("assumptions-field-{field}"), &[]).unwrap_or_else(|| field.to_owned())
}

fn value(field: &str, value: &str) -> String {
    match (field, value) {
        ("theme", "") => t("boards-theme-none"),
        ("theme", slug) => theme_label(slug),
        ("verdict", "") => t("assumptions-verdict-none"),
        // The history of before may hold a word that is none.
        ("verdict", word) => {
            find(&format!("assumptions-verdict-{word}"), &[]).unwrap_or_else(|| word.to_owned())
        }
        (_, words) => words.to_owned(),
    }
}

/// What the list shows.
pub(super) struct List {
    pub traject: Traject,
    /// The residents' layers are closed for who looks.
    pub closed: bool,
    pub all: Vec<Assumption>,
    /// Who said that the team was ready, and when.
    pub opened: Option<(Option<String>, String)>,
    pub new: String,
    pub told: Notice,
}

/// Every assumption, and writing down another.
pub(super) async fn list(app: &App, shown: List) -> Response {
    let List { traject, closed, all, opened, new, told } = shown;
    let title = t("assumptions-title");
    let (trail, bar) = (trail(&traject.id, &traject.title), tabs(&traject.id, TAB));
    let state = state(&traject, all.len(), opened);
    let none = all.is_empty().then(|| view! { <p class="lead">{t("assumptions-none")}</p> });
    let open_form = all.is_empty();
    let items = all.iter().map(|one| item(&traject.id, closed, one)).collect_view();
    let form = new_form(&traject, new);
    render(&app.assets, Page::new(title.clone()).for_staff().with_script("boards.mjs"), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack" data-unsaved=t("boards-unsaved") data-drop=t("boards-unsaved-drop")>
                {boards::alerts(told)}
                <p class="lead">{t("assumptions-lead")}</p>
                {state}
                <details class="card" open=open_form><summary>{t("assumptions-new")}</summary>{form}</details>
                {none}
                <ul class="list-plain stack">{items}</ul>
            </main>
        }
    }).await
}

/// Whether the layers are open, and what the team does to open them.
fn state(traject: &Traject, count: usize, opened: Option<(Option<String>, String)>) -> AnyView {
    if !traject.assume_first {
        return ().into_any();
    }
    if let Some((who, at)) = opened {
        let told = tv("assumptions-opened-by", &[("who", stamp(who.as_deref(), &at).into())]);
        return view! { <p class="soft">{told}</p> }.into_any();
    }
    let href = format!("/traject/{}/kaarten-open", traject.id);
    let ready = (count > 0).then(|| {
        view! { <p><a class="utrecht-button utrecht-button--primary-action" href=href>{t("assumptions-ready")}</a></p> }
    });
    view! {
        <section class="card stack" aria-labelledby="dicht">
            <h2 id="dicht">{t("assumptions-closed-title")}</h2>
            <p>{t("assumptions-closed-lead")}</p>
            {ready}
        </section>
    }
    .into_any()
}

fn new_form(traject: &Traject, new: String) -> impl IntoView + use<> {
    let action = format!("/traject/{}/aannames", traject.id);
    view! {
        <form method="post" action=action class="stack" autocomplete="off" data-bord="nieuw">
            <input type="hidden" name="id" value=new/>
            {parts::area("words", "assumptions-field-words", "", LONGEST_WORDS, Some("assumptions-words-hint"))}
            {parts::theme(&traject.themes, "")}
            <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("assumptions-add")}</button>
        </form>
    }
}

fn item(traject: &str, closed: bool, one: &Assumption) -> impl IntoView + use<> {
    let href = Board::Aanname.address(traject, &one.id);
    let theme = one.theme.as_deref().map(theme_label);
    let count = one.evidence.len();
    let rests = (!closed).then(|| tv("assumptions-rests", &[("n", count.into())]));
    let about = theme.into_iter().chain(rests).chain([stamp(one.made.0.as_deref(), &one.made.1)]);
    let about = about.collect::<Vec<_>>().join(" · ");
    let because = (!one.because.is_empty() && !closed).then(|| view! { <p>{one.because.clone()}</p> });
    let verdict = (!closed).then(|| badge(one.verdict));
    view! {
        <li class="card board-row"><h2><a class="utrecht-link" href=href><bdi>{one.words.clone()}</bdi></a></h2>
            <p>{verdict}{before(one.before_open)}</p>{because}<p class="small soft">{about}</p></li>
    }
}

fn badge(verdict: Option<Verdict>) -> impl IntoView {
    let word = verdict.map_or("none", Verdict::word);
    view! { <span class=format!("badge verdict verdict-{word}")>{t(&format!("assumptions-verdict-{word}"))}</span>" " }
}

fn before(before_open: bool) -> impl IntoView {
    before_open.then(|| view! { <span class="badge">{t("assumptions-before")}</span> })
}

/// What the page of one assumption shows.
pub(super) struct Row {
    pub traject: Traject,
    pub closed: bool,
    pub found: Assumption,
    pub evidence: Vec<Found>,
    pub history: Vec<Version>,
    pub told: Notice,
}

/// One assumption: what it rests on, how it turned out, its history.
pub(super) async fn row(app: &App, row: Row) -> Response {
    let Row { traject, closed, found, evidence, history, told } = row;
    let title = t("assumptions-title");
    let address = Board::Aanname.address(&traject.id, &found.id);
    let mut trail = trail(&traject.id, &traject.title);
    trail.push((title.clone(), format!("/traject/{}/aannames", traject.id)));
    let bar = tabs(&traject.id, TAB);
    let rests = (!closed).then(|| rests(&traject.id, &found, evidence));
    let judge = (!closed && !found.removed).then(|| judge(&address, &found));
    let wait = closed.then(|| view! { <p class="soft">{t("assumptions-judge-later")}</p> });
    let edit = edit(&traject, &address, &found);
    let history = boards::history_part(&history, label, value);
    let made = stamp(found.made.0.as_deref(), &found.made.1);
    let gone = found.removed.then(|| view! { <p class="utrecht-alert utrecht-alert--info"><span class="utrecht-alert__content">{t("assumptions-is-removed")}</span></p> });
    let theme = found.theme.as_deref().map(theme_label).map(|theme| format!("{theme} · "));
    let (words, before_open, removed) = (found.words.clone(), found.before_open, found.removed);
    let away = format!("{address}/weg");
    let version = found.version;
    render(&app.assets, Page::new(title.clone()).for_staff().with_script("boards.mjs"), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack" data-unsaved=t("boards-unsaved") data-drop=t("boards-unsaved-drop")>
                {boards::alerts(told)}
                {gone}
                <h2 class="board-words" dir="auto">{words}</h2>
                <p class="small soft">{theme}{made}" "{before(before_open)}</p>
                {judge}
                {wait}
                {rests}
                <details class="card"><summary>{t("boards-edit")}</summary>{edit}
                    {(!removed).then(|| parts::remove(away, version))}</details>
                <details class="card"><summary>{t("boards-history")}</summary>{history}</details>
            </main>
        }
    }).await
}

fn rests(traject: &str, found: &Assumption, list: Vec<Found>) -> impl IntoView + use<> {
    let picker = format!("/traject/{traject}/bewijs/{}/{}", Board::Aanname, found.id);
    let away = format!("{picker}/weg");
    view! {
        <section class="card stack" aria-labelledby="bewijs"><h2 id="bewijs">{t("evidence-title")}</h2>
            {evidence::list(list, Some(&away))}
            <p><a class="utrecht-button utrecht-button--secondary-action" href=picker>{t("evidence-add")}</a></p>
        </section>
    }
}

fn judge(address: &str, found: &Assumption) -> impl IntoView + use<> {
    let option = |verdict: Option<Verdict>| {
        let word = verdict.map_or("none", Verdict::word);
        let value = verdict.map(|verdict| verdict.word().to_owned()).unwrap_or_default();
        (value, t(&format!("assumptions-verdict-{word}")), found.verdict == verdict)
    };
    let options = Verdict::ALL.iter().copied().map(Some).chain([None]).map(option).collect();
    let judged = found
        .judged
        .as_ref()
        .map(|(who, at)| tv("assumptions-judged", &[("who", stamp(who.as_deref(), at).into())]));
    view! {
        <form method="post" action=format!("{address}/oordeel") class="card stack" autocomplete="off" data-bord=format!("{}-oordeel", found.id)>
            <h2>{t("assumptions-judge")}</h2>
            {parts::version(found.version)}
            <input type="hidden" name="words" value=found.words.clone()/>
            {parts::one_of("verdict", "assumptions-field-verdict", options)}
            {parts::area("because", "assumptions-field-because", &found.because, LONGEST_WORDS, Some("assumptions-because-hint"))}
            <button class="utrecht-button utrecht-button--primary-action" type="submit">{t("boards-save")}</button>
            <p class="small soft">{judged}</p>
        </form>
    }
}

fn edit(traject: &Traject, address: &str, found: &Assumption) -> impl IntoView + use<> {
    let theme = found.theme.clone().unwrap_or_default();
    view! {
        <form method="post" action=address.to_owned() class="stack" autocomplete="off" data-bord=found.id.clone()>
            {parts::version(found.version)}
            {parts::area("words", "assumptions-field-words", &found.words, LONGEST_WORDS, Some("assumptions-words-hint"))}
            {parts::theme(&traject.themes, &theme)}
            <button class="utrecht-button utrecht-button--primary-action" type="submit">{t("boards-save")}</button>
        </form>
    }
}

/// Somebody else was first.
pub(super) async fn late(app: &App, traject: &Traject, action: String, late: &Late) -> Response {
    let mut trail = trail(&traject.id, &traject.title);
    trail.push((t("assumptions-title"), format!("/traject/{}/aannames", traject.id)));
    let desk = Desk {
        traject: traject.id.clone(),
        title: t("assumptions-title"),
        trail,
        tab: TAB,
        action,
        label,
        value,
        written: &["words", "because"],
    };
    boards::late_page(app, desk, late).await
}

/// Before the layers open: what it means.
pub(super) async fn ask_to_open(app: &App, traject: &Traject, count: usize) -> Response {
    let title = t("assumptions-open-title");
    let mut trail = trail(&traject.id, &traject.title);
    trail.push((t("assumptions-title"), format!("/traject/{}/aannames", traject.id)));
    let bar = tabs(&traject.id, TAB);
    let action = format!("/traject/{}/kaarten-open", traject.id);
    let counted = tv("assumptions-open-count", &[("n", count.into())]);
    let already = !traject.is_closed();
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        let form = (!already && count > 0).then(|| {
            view! {
                <form method="post" action=action class="card stack">
                    <p>{counted}</p>
                    <p>{t("assumptions-open-lead")}</p>
                    <p><strong>{t("assumptions-open-forever")}</strong></p>
                    <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("assumptions-ready")}</button>
                </form>
            }
        });
        let told = if already {
            Some(t("assumptions-open-already"))
        } else {
            (count == 0).then(|| t("problem-assumptions-too-soon.detail"))
        };
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page stack">{told.map(|told| view! { <p class="lead">{told}</p> })}{form}</main>
        }
    }).await
}
