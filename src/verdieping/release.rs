//! `/traject/{id}/vrijgeven`: first what the professionals will see, then handing it over, once.

#![allow(clippy::result_large_err, reason = "what goes wrong is answered at once, as a page")]

use axum::Router;
use axum::extract::{Form, Path, RawQuery, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use leptos::prelude::*;

use super::asked::Asked;
use super::cards::map_card;
use super::overview::overview;
use super::page::{said, strong_plain, totals};
use super::service::{self, Choice, Preview};
use crate::accounts::{Right, SignedPage};
use crate::heat;
use crate::platform::App;
use crate::session::{self, SessionError};
use crate::ui::texts::{t, tv};
use crate::ui::{Page, is_invented, render, show, staff_header};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/traject/{id}/vrijgeven", get(look).post(release))
}

async fn look(
    State(app): State<App>,
    signed: SignedPage,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Response> {
    signed.may(&app, Right::Release, Some(&id)).await?;
    let named: Vec<String> = form_urlencoded::parse(query.unwrap_or_default().as_bytes())
        .filter(|(key, _)| key == "code")
        .map(|(_, code)| code.into_owned())
        .collect();
    let preview = service::preview(&app, &id, &named).await.map_err(|error| show(&app, error))?;
    Ok(page(&app, preview))
}

async fn release(
    State(app): State<App>,
    signed: SignedPage,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let staff = signed.may(&app, Right::Release, Some(&id)).await?;
    let named: Vec<String> =
        fields.into_iter().filter(|(key, _)| key == "code").map(|(_, code)| code).collect();
    for code in &named {
        let session = session::find(&app, code).await.map_err(|error| show(&app, error))?;
        if session.traject != id {
            return Err(show(&app, SessionError::TwoTrajects));
        }
    }
    match session::release(&app, Some(&staff.id), &named).await {
        // Pressed twice: it was handed over by the first.
        Ok(()) | Err(SessionError::AlreadyReleased(_)) => {
            heat::prepare(&app, &id);
            Ok(Redirect::to(&format!("/traject/{id}/momenten")).into_response())
        }
        Err(error) => Err(show(&app, error)),
    }
}

fn page(app: &App, preview: Preview) -> Response {
    let (traject, area) = (preview.source.traject.clone(), preview.source.area.clone());
    let title = tv("verdieping-release-title", &[("traject", traject.title.clone().into())]);
    let trail = vec![
        (t("session-to-mine"), "/mijn".to_owned()),
        (traject.title.clone(), format!("/traject/{}/momenten", traject.id)),
    ];
    let start = Asked::start();
    let maps = preview
        .drawn
        .iter()
        .map(|drawn| map_card(&preview.source, drawn, &preview.rests, &preview.strong, &[], &start));
    let maps = maps.collect_view();
    let (sum, layers) =
        (totals(preview.totals, preview.people >= traject.k), overview(&preview.layers, |_| None));
    let strong = strong_plain(&preview.strong);
    let choose = (!preview.choices.is_empty()).then(|| choose(&traject.id, &preview.choices));
    let hand = hand_over(&preview);
    let said = said(&area, preview.quotes);
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {is_invented(area.invented)}
            <main id="inhoud" class="page page-wide stack">
                {choose}
                {hand}
                <h2>{t("verdieping-release-preview")}</h2>
                {sum}
                <div class="heat-maps heat-one">{maps}</div>
                {strong}
                {said}
                {layers}
            </main>
        }
    })
}

/// Which of the closed wijksessies go together.
fn choose(traject: &str, choices: &[Choice]) -> impl IntoView + use<> {
    let boxes = choices.iter().map(|choice| {
        let people = tv("ui-count-people", &[("n", choice.people.into())]);
        let day = choice.plan.day.clone().unwrap_or_default();
        let label = format!("{} {day} ({people})", choice.plan.title);
        view! { <label class="tick"><input type="checkbox" name="code" value=choice.plan.code.clone() checked=choice.chosen/><span>{label}</span></label> }
    });
    view! {
        <form method="get" action=format!("/traject/{traject}/vrijgeven") class="card stack">
            <fieldset class="fieldset"><legend>{t("verdieping-release-choose")}</legend><div class="ticks">{boxes.collect_view()}</div></fieldset>
            <button class="utrecht-button utrecht-button--secondary-action" type="submit">{t("verdieping-release-look")}</button>
        </form>
    }
}

/// The button, or why there is none.
fn hand_over(preview: &Preview) -> AnyView {
    let chosen: Vec<String> = preview
        .choices
        .iter()
        .filter(|choice| choice.chosen)
        .map(|choice| choice.plan.code.clone())
        .collect();
    let (people, k) = (preview.people, preview.source.traject.k);
    let warning = |text: String| {
        view! {
            <div class="utrecht-alert utrecht-alert--warning"><div class="utrecht-alert__content"><p>{text}</p></div></div>
        }
    };
    if chosen.is_empty() {
        return warning(t("verdieping-release-none")).into_any();
    }
    if people < k {
        let found = [("found", people.into()), ("k", k.into())];
        return warning(tv("verdieping-release-few", &found)).into_any();
    }
    let waiting = (preview.waiting > 0)
        .then(|| warning(tv("verdieping-release-waiting", &[("n", preview.waiting.into())])));
    let codes = chosen.into_iter().map(|code| view! { <input type="hidden" name="code" value=code/> });
    let action = format!("/traject/{}/vrijgeven", preview.source.traject.id);
    view! {
        {waiting}
        <form method="post" action=action class="card stack">
            <p>{tv("verdieping-release-lead", &[("people", tv("ui-count-people", &[("n", people.into())]).into())])}</p>
            {codes.collect_view()}
            <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("verdieping-release-button")}</button>
        </form>
    }
    .into_any()
}
