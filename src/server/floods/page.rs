//! The floods of a wijksessie as a page: which there are, what is in one, what was taken out.

use axum::response::Response;
use jiff::Timestamp;
use leptos::prelude::*;

use super::service::{Look, Shown};
use crate::input::arrivals::{Aside, Flood};
use crate::input::pins::{Flooded, near};
use crate::input::session::{Status, Wijksessie};
use crate::place::buurt::TrajectArea;
use crate::platform::App;
use crate::platform::clock;
use crate::platform::texts::{t, tv};
use crate::ui::{Page, render, staff_header};

/// A minute as people read it, such as `14:03`.
fn hour(minute: i64) -> String {
    let moment = Timestamp::from_second(minute.saturating_mul(60)).map(clock::text).unwrap_or_default();
    clock::for_people(&moment).rsplit(' ').next().unwrap_or_default().to_owned()
}

fn told(flood: Flood) -> String {
    let values = [
        ("from", hour(flood.from).into()),
        ("until", hour(flood.until + 1).into()),
        ("n", flood.people.into()),
    ];
    tv("floods-one", &values)
}

/// The page at `/sessie/{code}/toeloop`. `late`: what was just pressed somebody else had done.
pub(super) async fn floods(
    app: &App,
    session: &Wijksessie,
    area: &TrajectArea,
    shown: Shown,
    late: bool,
) -> Response {
    let title = t("floods-title");
    let base = format!("/sessie/{}", session.code);
    let trail = vec![(session.title.clone(), base.clone())];
    let late = late.then(|| {
        view! { <div class="utrecht-alert utrecht-alert--info" role="status"><div class="utrecht-alert__content"><p>{t("problem-no-flood.detail")}</p></div></div> }
    });
    let none = shown.floods.is_empty().then(|| {
        let text = if session.status == Status::Open { "floods-none" } else { "floods-closed" };
        view! { <p>{t(text)}</p> }
    });
    let looked = shown.look.as_ref().map(|look| look.flood.from);
    let floods = shown.floods.iter().map(|flood| {
        let href = format!("{base}/toeloop?van={}", flood.from);
        let link = (Some(flood.from) != looked).then(|| {
            view! { <p><a class="utrecht-button utrecht-button--secondary-action" href=href>{t("floods-look")}</a></p> }
        });
        view! { <li class="card stack"><p>{told(*flood)}</p>{link}</li> }
    });
    let floods = floods.collect_view();
    let look = shown.look.map(|look| looked_at(area, look, &base));
    let again = session.status != Status::Released;
    let aside: Vec<_> =
        shown.aside.into_iter().map(|(aside, pins)| taken(aside, pins, &base, again)).collect();
    let aside = (!aside.is_empty())
        .then(|| view! { <h2>{t("floods-aside")}</h2><ul class="list-plain stack">{aside}</ul> });
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            <main id="inhoud" class="page stack">
                {late}
                <p class="lead">{t("floods-lead")}</p>
                {none}
                <ul class="list-plain stack">{floods}</ul>
                {look}
                {aside}
            </main>
        }
    })
    .await
}

/// What is in a flood, and taking it out.
fn looked_at(area: &TrajectArea, look: Look, base: &str) -> impl IntoView + use<> {
    let Look { flood, pins, count } = look;
    let more = count.saturating_sub(u32::try_from(pins.len()).unwrap_or(u32::MAX));
    let more = (more > 0).then(|| view! { <p class="soft">{tv("floods-more", &[("n", more.into())])}</p> });
    let items = pins.into_iter().map(|pin| {
        let Flooded { text, kind, place } = pin;
        let place = place.map_or_else(|| t("list-whole"), |place| near(area, place));
        let about = format!("{} · {place}", t(&format!("session-kind-{kind}")));
        view! { <li class=format!("quote kind-{kind}")><blockquote dir="auto">{text}</blockquote><p class="small soft">{about}</p></li> }
    });
    let items = items.collect_view();
    let action = format!("{base}/toeloop/eruit");
    let button = tv("floods-take-out", &[("people", flood.people.into()), ("pins", count.into())]);
    view! {
        <section class="card stack" aria-labelledby="toeloop-kop">
            <h2 id="toeloop-kop">{told(flood)}</h2>
            <p>{t("floods-look-lead")}</p>
            <ul class="quotes list-plain">{items}</ul>
            {more}
            <form method="post" action=action class="stack">
                <input type="hidden" name="van" value=flood.from.to_string()/>
                <input type="hidden" name="tot" value=flood.until.to_string()/>
                <p>{t("floods-take-out-hint")}</p>
                <button class="utrecht-button utrecht-button--secondary-action utrecht-button--danger" type="submit">{button}</button>
            </form>
        </section>
    }
}

/// What was taken out; `again`: it may be put back.
fn taken(aside: Aside, pins: u32, base: &str, again: bool) -> impl IntoView + use<> {
    let values = [
        ("when", clock::for_people(&aside.taken_at).into()),
        ("people", aside.people.into()),
        ("pins", pins.into()),
    ];
    let action = format!("{base}/toeloop/terug");
    let id = aside.id;
    let form = again.then(|| {
        view! {
            <form method="post" action=action>
                <input type="hidden" name="id" value=id/>
                <button class="utrecht-button utrecht-button--secondary-action" type="submit">{t("floods-put-back")}</button>
            </form>
        }
    });
    view! { <li class="card stack"><p>{tv("floods-taken", &values)}</p>{form}</li> }
}
