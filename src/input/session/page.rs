//! Pages of who prepares and guides.

use axum::response::Response;
use leptos::prelude::*;

use super::plan::CHECKLIST;
use super::{AGES, Audience, LEAST_K, Method, Plan, ROLES, Status, THEMES, Traject, theme_label};
use crate::place::buurt::BuurtRef;
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::ui::{Page, escape, render, staff_header};

fn home() -> (String, String) {
    (t("session-to-mine"), "/mijn".to_owned())
}

fn to_moments(traject: &Traject) -> (String, String) {
    (traject.title.clone(), format!("/traject/{}/momenten", traject.id))
}

fn text_field(name: &'static str, label: &str, value: String, hint: Option<String>) -> impl IntoView + use<> {
    let hint = hint.map(|hint| view! { <span class="field-hint">{hint}</span> });
    let label = t(label);
    view! {
        <label class="field"><span class="utrecht-form-label">{label}</span>{hint}
            <input dir="auto" class="utrecht-textbox" name=name value=value maxlength="200" autocomplete="off"/></label>
    }
}

fn text_area(name: &'static str, label: &str, value: &str, rows: u8, hint: &str) -> impl IntoView + use<> {
    let (label, hint, value) = (t(label), t(hint), escape(value));
    view! {
        <label class="field"><span class="utrecht-form-label">{label}</span><span class="field-hint">{hint}</span>
            <textarea dir="auto" class="utrecht-textarea" name=name rows=rows.to_string() maxlength="2000" autocomplete="off" inner_html=value></textarea></label>
    }
}

/// A box to tick.
fn tick(name: &'static str, value: String, label: String, ticked: bool) -> impl IntoView + use<> {
    view! { <label class="tick"><input type="checkbox" name=name value=value checked=ticked/><span>{label}</span></label> }
}

/// The boxes of the checklist, those of the sensitive themes, and the traject's own themes.
fn ticks(before: Option<&Traject>) -> (Vec<AnyView>, Vec<AnyView>, Vec<String>) {
    let known = |list: fn(&Traject) -> &Vec<String>, one: &str| {
        before.is_some_and(|traject| list(traject).iter().any(|known| known == one))
    };
    let checks = CHECKLIST.iter().map(|one| {
        let label = t(&format!("session-check-{one}"));
        tick("checklist", (*one).to_owned(), label, known(|traject| &traject.checklist, one)).into_any()
    });
    let own: Vec<String> = before
        .map_or_else(|| THEMES.iter().map(|&theme| theme.to_owned()).collect(), |one| one.themes.clone());
    let sensitive = own.iter().map(|slug| {
        let ticked = known(|traject| &traject.sensitive, slug);
        tick("sensitive", slug.clone(), theme_label(slug), ticked).into_any()
    });
    (checks.collect(), sensitive.collect(), own)
}

/// Whether professionals write down what they assume first; once something was released that is settled.
fn assume_first(before: Option<&Traject>, settled: bool) -> AnyView {
    let chosen = before.is_some_and(|one| one.assume_first);
    let hint = t("session-assume-first-hint");
    if settled {
        let told = if chosen { t("session-assume-first-yes") } else { t("session-assume-first-no") };
        let kept = chosen.then(|| view! { <input type="hidden" name="assume_first" value="1"/> });
        return view! { <p>{told}{kept}</p> }.into_any();
    }
    view! {
        <div>{tick("assume_first", "1".to_owned(), t("session-assume-first"), chosen)}<p class="field-hint">{hint}</p></div>
    }
    .into_any()
}

/// Where what became of the input is written, and what of it is online.
fn to_feedback(traject: &Traject) -> impl IntoView + use<> {
    let href = format!("/traject/{}/terugkoppeling", traject.id);
    view! { <p>{t("session-feedback")}" "<a class="utrecht-link" href=href>{t("session-to-feedback")}</a></p> }
}

/// Making or changing a traject. `settled`: something was released, or the team has opened the layers.
pub(super) async fn traject(
    app: &App,
    before: Option<&Traject>,
    buurten: &[BuurtRef],
    settled: bool,
) -> Response {
    let title = before.map_or_else(|| t("session-traject-new"), |one| one.title.clone());
    let action = before
        .map_or_else(|| "/traject/nieuw".to_owned(), |one| format!("/traject/{}/voorbereiding", one.id));
    let trail: Vec<_> = std::iter::once(home()).chain(before.map(to_moments)).collect();
    let choices: Vec<_> =
        buurten.iter().map(|one| tick("buurt", one.code.clone(), one.name.clone(), false)).collect();
    let choices = before.is_none().then(|| view! {
        <fieldset class="fieldset"><legend>{t("session-buurten")}</legend><div class="ticks">{choices}</div></fieldset>
    });
    let (checks, sensitive, own) = ticks(before);
    let get = |part: fn(&Traject) -> String| before.map(part).unwrap_or_default();
    let promise = before.map_or_else(|| t("session-standard-promise"), |one| one.promise.clone());
    let k = before.map_or(LEAST_K, |one| one.k).to_string();
    let feedback = before.map(to_feedback);
    let assume = assume_first(before, settled);
    let keep = before.is_some_and(|one| one.keep_layers);
    let (heading, question, erase) =
        (title.clone(), get(|one| one.question.clone()), get(|one| one.erase_on.clone().unwrap_or_default()));
    let name = get(|one| one.title.clone());
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&heading, trail)}
            <main id="inhoud" class="page">
                <form method="post" action=action class="stack" autocomplete="off">
                    {text_field("title", "session-title", name, None)}
                    {choices}
                    {text_field("question", "session-question", question, Some(t("session-question-hint")))}
                    <fieldset class="fieldset"><legend>{t("session-check")}</legend><div class="ticks">{checks}</div></fieldset>
                    {text_area("promise", "session-promise", &promise, 4, "session-promise-hint")}
                    {text_area("themes", "session-themes", &own.join("\n"), 8, "session-themes-hint")}
                    <fieldset class="fieldset"><legend>{t("session-sensitive")}</legend>
                        <p class="field-hint">{t("session-sensitive-hint")}</p><div class="ticks">{sensitive}</div></fieldset>
                    <label class="field"><span class="utrecht-form-label">{t("session-k")}</span><span class="field-hint">{t("session-k-hint")}</span>
                        <input class="utrecht-textbox" type="number" name="k" min=LEAST_K.to_string() max="1000" value=k required/></label>
                    <label class="field"><span class="utrecht-form-label">{t("session-erase")}</span><span class="field-hint">{t("session-erase-hint")}</span>
                        <input class="utrecht-textbox" type="date" name="erase_on" value=erase/></label>
                    {tick("keep_layers", "1".to_owned(), t("session-keep-layers"), keep)}
                    {assume}
                    {feedback}
                    <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("session-save")}</button>
                </form>
            </main>
        }
    }).await
}

/// The moments of a traject.
pub(super) async fn moments(app: &App, traject: &Traject, plans: Vec<Plan>) -> Response {
    let (title, id) = (traject.title.clone(), traject.id.clone());
    let warn = (traject.promise.is_empty()).then(|| view! {
        <div class="utrecht-alert utrecht-alert--warning"><div class="utrecht-alert__content"><p>{t("session-wrong-no-promise")}</p></div></div>
    });
    let none = plans.is_empty().then(|| view! { <p>{t("session-moments-none")}</p> });
    let closed = plans.iter().any(|plan| plan.status == Some(Status::Closed));
    let release = closed.then(|| view! {
        <a class="utrecht-button utrecht-button--secondary-action" href=format!("/traject/{id}/vrijgeven")>{t("session-to-release")}</a>
    });
    let question = traject.question.clone();
    let items = plans.into_iter().map(|plan| {
        let about = [plan.day.clone().unwrap_or_default(), t(&format!("session-method-{}", plan.method)), plan.group.clone(), plan.vindplaats.clone()];
        let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        view! {
            <li class="card"><h3><a class="utrecht-link" href=format!("/sessie/{}", plan.code)>{plan.title.clone()}</a>" "<span class="badge">{status(plan.status)}</span></h3>
                <p>{about}</p></li>
        }
    });
    let items = items.collect_view();
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, vec![home()])}
            <main id="inhoud" class="page stack">
                {warn}
                <p class="lead">{question}</p>
                <h2>{t("session-moments")}</h2>
                {none}
                <ul class="list-plain stack">{items}</ul>
                <p class="row">
                    <a class="utrecht-button utrecht-button--primary-action" href=format!("/traject/{id}/momenten/nieuw")>{t("session-moment-new")}</a>
                    {release}
                    <a class="utrecht-button utrecht-button--secondary-action" href=format!("/traject/{id}/voorbereiding")>{t("session-to-prepare")}</a>
                    <a class="utrecht-button utrecht-button--subtle" href=format!("/traject/{id}")>{t("session-to-layers")}</a>
                </p>
            </main>
        }
    }).await
}

fn status(status: Option<Status>) -> String {
    status.map_or_else(|| t("session-status-planned"), |status| t(&format!("session-status-{status}")))
}

/// Planning a moment.
pub(super) async fn new_moment(app: &App, traject: &Traject, vindplaats: String) -> Response {
    let title = t("session-moment-new");
    let trail = vec![home(), to_moments(traject)];
    let action = format!("/traject/{}/momenten/nieuw", traject.id);
    let methods = Method::ALL
        .iter()
        .map(|method| view! { <option value=method.word()>{t(&format!("session-method-{method}"))}</option> })
        .collect_view();
    let audiences = Audience::ALL
        .iter()
        .map(|one| view! { <option value=one.word()>{t(&format!("session-audience-{one}"))}</option> })
        .collect_view();
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            <main id="inhoud" class="page">
                <form method="post" action=action class="stack" autocomplete="off">
                    {text_field("title", "session-moment-title", String::new(), None)}
                    <label class="field"><span class="utrecht-form-label">{t("session-method")}</span><select class="select" name="method">{methods}</select></label>
                    <label class="field"><span class="utrecht-form-label">{t("session-audience")}</span><select class="select" name="audience">{audiences}</select></label>
                    {text_field("group", "session-group", String::new(), Some(t("session-group-hint")))}
                    {text_field("vindplaats", "session-vindplaats", vindplaats, Some(t("session-vindplaats-hint")))}
                    <label class="field"><span class="utrecht-form-label">{t("session-day")}</span><input class="utrecht-textbox" type="date" name="day"/></label>
                    <label class="field"><span class="utrecht-form-label">{t("session-expected")}</span><input class="utrecht-textbox" type="number" name="expected" min="1" max="10000"/></label>
                    {tick("tables", "1".to_owned(), t("session-tables"), false)}
                    <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("session-plan")}</button>
                </form>
            </main>
        }
    }).await
}

/// One moment: its code, what to do now, who was there.
/// `flood`: many new people came in a few minutes.
pub(super) async fn moment(
    app: &App,
    traject: &Traject,
    plan: &Plan,
    flood: bool,
    outside: Vec<String>,
) -> Response {
    let outside = outside.into_iter().map(|told| view! {
        <div class="utrecht-alert utrecht-alert--warning"><div class="utrecht-alert__content"><p>{told}</p></div></div>
    });
    let outside = outside.collect_view();
    let (title, code) = (plan.title.clone(), plan.code.clone());
    let trail = vec![home(), to_moments(traject)];
    let (next, links) = (next_step(traject, plan), links(plan));
    let (lead, address) = (
        t(&format!("session-lead-{}", plan.status.map_or("planned", Status::word))),
        format!("{}/s/{code}", app.public_url),
    );
    let badge = status(plan.status);
    let told = plan.status == Some(Status::Released);
    let who = if told { attended_fixed(plan).into_any() } else { attended(plan).into_any() };
    let flood = flood.then(|| flood_warning(plan));
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            <main id="inhoud" class="page stack">
                <p class="row"><span class="join-code">{code}</span><span class="badge">{badge}</span></p>
                <p>{address}</p>
                {flood}
                <p class="lead">{lead}</p>
                {outside}
                {next}
                <ul class="list-plain stack">{links}</ul>
                {who}
            </main>
        }
    })
    .await
}

/// What a moment needs next: to be opened, closed or released.
fn next_step(traject: &Traject, plan: &Plan) -> Option<AnyView> {
    let act = |to: &str, label: &str| {
        let (action, label) = (format!("/sessie/{}/{to}", plan.code), t(label));
        view! { <form method="post" action=action><button class="utrecht-button utrecht-button--primary-action big" type="submit">{label}</button></form> }.into_any()
    };
    match plan.status {
        None => Some(act("open", "session-open")),
        Some(Status::Open) => Some(act("dicht", "session-close")),
        Some(Status::Closed) => Some(view! { <a class="utrecht-button utrecht-button--primary-action big" href=format!("/traject/{}/vrijgeven", traject.id)>{t("session-to-release")}</a> }.into_any()),
        Some(Status::Released) => None,
    }
}

/// The pages of a moment that there are at this point of its life.
fn links(plan: &Plan) -> impl IntoView + use<> {
    let link = |to: &str, label: &str| {
        let (href, label) = (format!("/sessie/{}/{to}", plan.code), t(label));
        view! { <li><a class="utrecht-button utrecht-button--secondary-action wide" href=href>{label}</a></li> }
    };
    let begun = plan.status.is_some();
    let takes = matches!(plan.status, Some(Status::Open | Status::Closed));
    view! {
        {begun.then(|| link("bekijken", "session-to-moderation"))}
        {begun.then(|| link("wandelingen", "walk-list-title"))}
        {begun.then(|| link("toeloop", "floods-title"))}
        {begun.then(|| link("scherm", "session-to-screen"))}
        {takes.then(|| link("papier", "session-to-notes"))}
        {begun.then(|| link("inlezen", "intake-title"))}
        {begun.then(|| link("thuis", "session-to-home"))}
        {link("poster", "session-to-poster")}
        {link("plattegrond", "session-to-a3")}
    }
}

/// Many new people came in a few minutes: to be looked at before the moment closes.
fn flood_warning(plan: &Plan) -> impl IntoView + use<> {
    let href = format!("/sessie/{}/toeloop", plan.code);
    view! {
        <div class="utrecht-alert utrecht-alert--warning" role="status"><div class="utrecht-alert__content">
            <p>{t("session-flood")}" "<a class="utrecht-link" href=href>{t("session-to-flood")}</a></p></div></div>
    }
}

/// What was counted of a released moment: it is told, and does not change any more.
fn attended_fixed(plan: &Plan) -> impl IntoView + use<> {
    let lines = |start: &str, counts: &std::collections::BTreeMap<String, u32>| {
        let line = |(name, count): (&String, &u32)| {
            let who = t(&format!("session-{start}-{}", name.replace('+', "-plus")));
            view! { <li>{tv("session-attended-of", &[("who", who.into()), ("n", (*count).into())])}</li> }
        };
        counts.iter().map(line).collect::<Vec<_>>()
    };
    let mut all = lines("age", &plan.attended.age);
    all.extend(lines("role", &plan.attended.role));
    let none = all.is_empty().then(|| view! { <p>{t("session-attended-none")}</p> });
    let some = (!all.is_empty()).then(|| view! { <ul class="list-plain">{all}</ul> });
    view! {
        <section class="card stack" aria-labelledby="aanwezig">
            <h2 id="aanwezig">{t("session-attended")}</h2>
            <p class="soft">{t("session-attended-fixed")}</p>
            {none}
            {some}
        </section>
    }
}

/// "Wie waren er?", and after how long a turn ends.
fn attended(plan: &Plan) -> impl IntoView + use<> {
    let numbers = |start: &'static str,
                   names: &[&'static str],
                   counts: &std::collections::BTreeMap<String, u32>| {
        names.iter().map(|&name| {
            let value = counts.get(name).map(ToString::to_string).unwrap_or_default();
            let field = format!("{start}-{name}");
            let label = t(&format!("session-{start}-{}", name.replace('+', "-plus")));
            view! { <label class="field"><span class="utrecht-form-label">{label}</span><input class="utrecht-textbox" type="number" min="0" max="10000" name=field value=value/></label> }
        }).collect::<Vec<_>>()
    };
    let ages = numbers("age", &AGES, &plan.attended.age);
    let roles = numbers("role", &ROLES, &plan.attended.role);
    let pauses = [30_u32, 60, 90, 120, 180, 300, 600, 0].map(|pause| {
        let label = if pause == 0 {
            t("session-pause-never")
        } else {
            tv("session-pause-seconds", &[("n", pause.into())])
        };
        view! { <option value=pause.to_string() selected=pause == plan.pause>{label}</option> }
    });
    view! {
        <form method="post" action=format!("/sessie/{}/aanwezig", plan.code) class="card stack">
            <h2>{t("session-attended")}</h2>
            <p class="soft">{t("session-attended-hint")}</p>
            <fieldset class="fieldset"><legend>{t("session-age")}</legend><div class="counts">{ages}</div></fieldset>
            <fieldset class="fieldset"><legend>{t("session-role")}</legend><div class="counts">{roles}</div></fieldset>
            <label class="field"><span class="utrecht-form-label">{t("session-pause")}</span><select class="select" name="pause">{pauses}</select></label>
            <button class="utrecht-button utrecht-button--secondary-action" type="submit">{t("session-save")}</button>
        </form>
    }
}
