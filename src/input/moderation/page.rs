//! The queue as a page: each text or photo a form of its own, so it works without script; with script one at a
//! time, by keyboard, without waiting for a page.

use axum::response::Response;
use leptos::prelude::*;

use super::hints::stands_out;
use super::{Item, Of, Part, Quote, Reason, Spot, State};
use crate::input::session::{Status, Wijksessie, theme_label};
use crate::place::buurt::TrajectArea;
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::ui::{Page, escape, render, staff_header};

/// What the page shows.
pub(super) struct Queue {
    /// The items that it shows.
    pub part: Part,
    /// How many there are in all.
    pub total: i64,
    /// Behind which item it begins.
    pub after: Option<String>,
    /// Those that were decided about, rather than those that wait.
    pub decided: bool,
    /// Somebody else was first with what was just sent.
    pub late: bool,
}

/// The address of a page of the queue.
pub(super) fn address(code: &str, decided: bool, after: Option<&str>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if decided {
        query.append_pair("al", "1");
    }
    if let Some(after) = after {
        query.append_pair("na", after);
    }
    let query = query.finish();
    format!("/sessie/{code}/bekijken{}{query}", if query.is_empty() { "" } else { "?" })
}

/// The page at `/sessie/{code}/bekijken`.
pub(super) async fn queue(app: &App, session: &Wijksessie, area: &TrajectArea, queue: &Queue) -> Response {
    let title = tv("moderation-title", &[("session", session.title.clone().into())]);
    let base = format!("/sessie/{}", session.code);
    let trail = vec![(t("moderation-to-session"), base.clone())];
    let (counted, other) = if queue.decided {
        ("moderation-decided-count", t("moderation-to-waiting"))
    } else {
        ("moderation-count", t("moderation-to-decided"))
    };
    let here = tv(counted, &[("n", queue.total.into())]);
    let other = (other, address(&session.code, !queue.decided, None));
    let late = queue.late.then(|| {
        view! {
            <div class="utrecht-alert utrecht-alert--info" role="status">
                <div class="utrecht-alert__content"><p>{t("problem-decided.detail")}</p></div>
            </div>
        }
    });
    let empty =
        (queue.total == 0 && !queue.decided).then(|| view! { <p class="lead">{t("moderation-empty")}</p> });
    let after = queue.after.as_deref();
    let items: Vec<_> = queue.part.items.iter().map(|item| card(session, area, item, after)).collect();
    let (below, more) = (parts(session, queue), more(session, queue));
    let parts = parts(session, queue);
    let api = format!("/api/v1/sessions/{}/moderation", session.code);
    let total = queue.total.to_string();
    let together = (!queue.decided).then(|| together(session, &queue.part.items));
    let retouch = queue.part.items.iter().any(|item| item.photo.is_some()).then(retouch);
    let page = Page::new(title.clone()).for_staff().with_script("moderation.mjs");
    render(&app.assets, page, move || {
        view! {
            {staff_header(&title, trail)}
            <main id="inhoud" class="page stack">
                {late}
                <p class="row row-spread"><strong id="teller" role="status">{here}</strong>
                    <a class="utrecht-link" href=other.1>{other.0}</a></p>
                {parts}
                <p class="soft small">{t("moderation-rules")}</p>
                <p class="soft small moderation-keys" hidden>{t("moderation-keys")}</p>
                {empty}
                {together}
                <ol class="moderation-queue list-plain stack" data-api=api data-done=t("moderation-empty")
                    data-failed=t("moderation-failed") data-late=t("problem-decided.detail") data-onward=t("moderation-onward")
                    data-count=t("moderation-count-left") data-total=total data-more=more data-reason=t("moderation-no-reason")>{items}</ol>
                {below}
                {retouch}
            </main>
        }
    }).await
}

/// The way to the other parts, where there are any.
fn parts(session: &Wijksessie, queue: &Queue) -> Option<impl IntoView + use<>> {
    let next =
        queue.part.next.as_ref().map(|next| address(&session.code, queue.decided, Some(&next.to_string())));
    if next.is_none() && queue.after.is_none() {
        return None;
    }
    let first = queue.after.as_ref().map(|_| address(&session.code, queue.decided, None));
    let link = |href: String, text: &str, rel: &'static str| {
        view! { <a class="utrecht-link" href=href rel=rel>{t(text)}</a>" " }
    };
    Some(view! {
            <p class="row row-spread"><span class="soft small">{tv("moderation-part", &[("n", queue.part.items.len().into())])}</span>
                <span>{first.map(|href| link(href, "moderation-first", "first"))}{next.map(|href| link(href, "moderation-next", "next"))}</span></p>
    })
}

/// Where the page's script goes on once everything here was decided about: what waits is asked for anew, so that what
/// was passed over comes again.
fn more(session: &Wijksessie, queue: &Queue) -> Option<String> {
    if queue.decided {
        let next = queue.part.next.as_ref()?;
        return Some(address(&session.code, true, Some(&next.to_string())));
    }
    let shown = i64::try_from(queue.part.items.len()).unwrap_or(i64::MAX);
    (queue.total > shown).then(|| address(&session.code, false, None))
}

/// Texts in which nothing stands out, to read one under the other and approve at once.
fn together(session: &Wijksessie, items: &[Item]) -> Option<impl IntoView + use<>> {
    let plain: Vec<_> = items
        .iter()
        .filter(|item| matches!(item.of, Of::Pin | Of::Answer) && !stands_out(&item.text, &item.hints))
        .collect();
    if plain.len() < 2 {
        return None;
    }
    let boxes = plain.iter().map(|item| {
        let value = format!("{}:{}:{}", item.of.word(), item.id, item.version);
        let text = item.text.clone();
        view! { <li data-id=item.id.clone() data-of=item.of.word()><label class="tick"><input type="checkbox" name="item" value=value checked/><bdi>{text}</bdi></label></li> }
    });
    let boxes = boxes.collect_view();
    let title = tv("moderation-together", &[("n", plain.len().into())]);
    Some(view! {
        <details class="card"><summary>{title}</summary>
            <form method="post" action=format!("/sessie/{}/bekijken/samen", session.code) class="stack">
                <p class="soft">{t("moderation-together-lead")}</p>
                <ul class="list-plain moderation-together">{boxes}</ul>
                <button class="utrecht-button utrecht-button--primary-action" type="submit">{t("moderation-together-approve")}</button>
            </form>
        </details>
    })
}

/// The tools with which a photo is made fit for others, to be copied to each by the page's script.
fn retouch() -> impl IntoView {
    let tool = |name: &'static str, class: &'static str| {
        view! { <button type="button" class=format!("utrecht-button {class}") data-do=name>{t(&format!("moderation-retouch-{name}"))}</button> }
    };
    let second = "utrecht-button--secondary-action";
    view! {
        <template id="retouch" data-photo=t("moderation-photo") data-searching=t("moderation-retouch-searching")
            data-found=t("moderation-retouch-found") data-none=t("moderation-retouch-none")
            data-no-search=t("moderation-retouch-no-search") data-saving=t("moderation-retouch-saving")
            data-saved=t("moderation-retouch-saved") data-failed=t("moderation-failed") data-dirty=t("moderation-retouch-dirty")
            data-box-label=t("moderation-retouch-box") data-crop-label=t("moderation-retouch-cut")>
            <div class="retouch">
                <p class="retouch-told" role="status"></p>
                <div class="retouch-stage"><canvas role="img"></canvas></div>
                <div class="row" role="group" aria-label=t("moderation-retouch-tools")>
                    {tool("add", second)}{tool("remove", second)}{tool("turn", second)}{tool("crop", second)}
                    {tool("undo", "utrecht-button--subtle")}{tool("save", "utrecht-button--primary-action")}
                </div>
            </div>
        </template>
    }
}

/// What tells an item from every other on the page.
fn name(item: &Item) -> String {
    format!("{}-{}", item.of.word(), item.id)
}

fn card(session: &Wijksessie, area: &TrajectArea, item: &Item, after: Option<&str>) -> impl IntoView + use<> {
    let action = format!("/sessie/{}/bekijken/{}", session.code, item.id);
    let kind = item.kind.map_or("geen", crate::input::session::Kind::word);
    let heading = format!("kop-{}", name(item));
    let place = item.place.map_or_else(|| t("list-whole"), |place| crate::input::pins::near(area, place));
    let state = match item.state {
        State::Waits => None,
        State::Approved => Some(t("moderation-state-approved")),
        State::Hidden => Some(t("moderation-state-hidden")),
    };
    let photo = item.photo.as_ref().map(|photo| {
        let (src, alt) = (photo.large.clone(), item.text.clone());
        view! { <figure class="moderation-photo"><img class="photo" src=src alt=alt loading="lazy"/><figcaption>{t("moderation-photo-ask")}</figcaption></figure> }
    });
    let poster = item.photo.as_ref().filter(|photo| photo.poster);
    let poster = poster.map(|_| view! { " "<span class="badge">{t("moderation-poster")}</span> });
    let late =
        (item.of == Of::Late).then(|| view! { " "<span class="badge">{t("moderation-came-late")}</span> });
    let what = match item.of {
        Of::Photo => t("moderation-photo"),
        Of::Pin | Of::Late => t(&format!("session-kind-{kind}")),
        Of::Answer => item.about.clone().unwrap_or_default(),
    };
    view! {
        <li class=format!("card moderation-card kind-{kind}") data-id=item.id.clone() data-of=item.of.word()>
            <h2 id=heading.clone() tabindex="-1">{what}" "<span class="soft">{place}</span>{state.map(|state| view! { " "<span class="badge">{state}</span> })}{poster}{late}</h2>
            {photo}
            {form(session, area, item, action, after)}
        </li>
    }
}

fn form(
    session: &Wijksessie,
    area: &TrajectArea,
    item: &Item,
    action: String,
    after: Option<&str>,
) -> impl IntoView + use<> {
    let field = format!("tekst-{}", name(item));
    let label = if item.of == Of::Photo { t("moderation-caption") } else { t("moderation-text") };
    let hinted = hinted(item);
    let themes = session.themes.iter().map(|slug| {
        let chosen = item.theme.as_ref() == Some(slug);
        view! { <option value=slug.clone() selected=chosen>{theme_label(slug)}</option> }
    });
    let theme = matches!(item.of, Of::Pin | Of::Late).then(|| view! {
        <label class="field"><span class="utrecht-form-label">{t("moderation-theme")}</span>
            <select class="select" name="theme"><option value="">{t("moderation-theme-none")}</option>{themes.collect_view()}</select></label>
    });
    let place = place_field(item);
    let reasons = Reason::ALL.map(|reason| {
        view! { <option value=reason.word()>{t(&format!("moderation-reason-{}", reason.word()))}</option> }
    });
    let movable = matches!(item.of, Of::Pin | Of::Late) && session.status != Status::Released;
    let home = item.place.is_some_and(|place| movable && area.is_at_home(place)).then(|| {
        view! {
            <label class="tick"><input type="checkbox" name="street" value="1"/><span>{t("moderation-street")}</span></label>
        }
    });
    let text = escape(&item.text);
    let seen = seen(item, after);
    view! {
        <form method="post" action=action class="stack" autocomplete="off">
            {seen}
            <div class="field">
                <label class="utrecht-form-label" for=field.clone()>{label}</label>
                <textarea dir="auto" class="utrecht-textarea" id=field name="text" rows="3" maxlength=item.longest.to_string() autocomplete="off" inner_html=text></textarea>
                <input type="hidden" name="was" value=item.text.clone()/>
            </div>
            {hinted}{home}
            {place}
            <div class="row">{theme}
                <label class="field"><span class="utrecht-form-label">{t("moderation-reason")}</span>
                    <select class="select" name="reason"><option value="">{t("moderation-reason-none")}</option>{reasons}</select></label>
            </div>
            <div class="row">
                <button class="utrecht-button utrecht-button--primary-action big" name="decision" value="approve">{t("moderation-approve")}</button>
                <button class="utrecht-button utrecht-button--secondary-action" name="decision" value="hide">{t("moderation-hide")}</button>
                <button class="utrecht-button utrecht-button--secondary-action utrecht-button--danger" name="decision" value="delete">{t("moderation-delete")}</button>
            </div>
        </form>
    }
}

/// What a decision is about: what the item is, the version that was seen, and where in the queue it stood.
fn seen(item: &Item, after: Option<&str>) -> impl IntoView + use<> {
    let again =
        (item.state != State::Waits).then(|| view! { <input type="hidden" name="again" value="true"/> });
    let after = after.map(|after| view! { <input type="hidden" name="na" value=after.to_owned()/> });
    view! {
        <input type="hidden" name="of" value=item.of.word()/>
        <input type="hidden" name="version" value=item.version.to_string()/>
        {again}{after}
    }
}

/// What stands out in the words, each to be blanked with one press.
fn hinted(item: &Item) -> Option<impl IntoView + use<>> {
    let hints: Vec<_> = item.hints.iter().map(|hint| {
        let told = t(&format!("moderation-hint-{}", hint.kind.word()));
        view! { <li><button type="button" class="chip" data-blank=hint.word.clone() disabled>{told}": "<bdi>{hint.word.clone()}</bdi></button></li> }
    }).collect();
    (!hints.is_empty()).then(|| view! {
        <div class="moderation-hints"><p class="small">{t("moderation-hints")}</p><ul class="chips">{hints}</ul></div>
    })
}

/// Where a strength lies at a public place: as which one it may be shown by name.
fn place_field(item: &Item) -> Option<impl IntoView + use<>> {
    let (field, hint) = (format!("plek-{}", name(item)), format!("plek-uitleg-{}", name(item)));
    let choices = item.places.iter().map(|name| {
        let chosen = item.place_name.as_ref() == Some(name);
        view! { <option value=name.clone() selected=chosen>{name.clone()}</option> }
    });
    let choices = choices.collect::<Vec<_>>();
    (!choices.is_empty()).then(|| {
        view! {
            <div class="field">
                <label class="utrecht-form-label" for=field.clone()>{t("moderation-place-name")}</label>
                <p class="field-hint small" id=hint.clone()>{t("moderation-place-hint")}</p>
                <select class="select" id=field name="place_name" aria-describedby=hint>
                    <option value="">{t("moderation-place-none")}</option>{choices}
                </select>
            </div>
        }
    })
}

/// Where something is, in words: a street or place near it; of a large square that it is somewhere round it.
pub fn spot_label(area: &TrajectArea, spot: Spot) -> String {
    match spot {
        Spot::Whole => t("list-whole"),
        Spot::Untold => t("moderation-spot-untold"),
        Spot::Exact(place) => crate::input::pins::near(area, place),
        Spot::Square(place, side) => {
            let near = crate::input::pins::near(area, place);
            tv("moderation-spot-square", &[("near", near.into()), ("metres", side.into())])
        }
    }
}

/// What residents said and others may see, as a list: for the page to take home, before and after a release.
pub fn quotes(area: &TrajectArea, quotes: Vec<Quote>) -> impl IntoView + use<> {
    let items = quotes.into_iter().map(|quote| {
        let near = spot_label(area, quote.spot);
        let about = std::iter::once(t(&format!("session-kind-{}", quote.kind)));
        let about = about.chain(quote.theme.as_deref().map(theme_label)).chain([near]);
        let about = about.collect::<Vec<_>>().join(" · ");
        let words = (!quote.text.is_empty()).then(|| view! { <blockquote dir="auto">{quote.text}</blockquote> });
        let photos = quote.photos.into_iter().map(|(photo, caption)| {
            let alt = if caption.is_empty() { t("moderation-photo") } else { caption.clone() };
            let caption = (!caption.is_empty()).then(|| view! { <figcaption dir="auto">{caption}</figcaption> });
            view! { <figure><a href=photo.large><img class="photo" src=photo.thumb alt=alt loading="lazy"/></a>{caption}</figure> }
        });
        let photos = photos.collect_view();
        view! { <li class=format!("quote kind-{}", quote.kind)>{words}{photos}<p class="small soft">{about}</p></li> }
    });
    view! { <ul class="quotes list-plain">{items.collect_view()}</ul> }
}
