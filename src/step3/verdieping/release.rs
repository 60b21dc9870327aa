//! `/traject/{id}/vrijgeven`: first what the professionals will see, then handing it over, once.

use axum::Router;
use axum::extract::{Form, Path, RawQuery, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use leptos::prelude::*;

use super::cards::map_card;
use super::hand_over::hand_over;
use super::overview::overview;
use super::page::{said, strong_plain, totals};
use super::query::LayerQuery;
use super::service::{self, Choice, Preview};
use crate::input::session::{self, SessionError};
use crate::layers::heat::{CutBy, LayerError};
use crate::people::accounts::{Right, Signed};
use crate::platform::texts::{t, tv};
use crate::platform::{App, Problem};
use crate::ui::{Page, is_invented, render, staff_header};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/traject/{id}/vrijgeven", get(look).post(release))
}

async fn look(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    signed.may(&app, Right::Release, Some(&id)).await?;
    let fields: Vec<(String, String)> =
        form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect();
    let by = cut_by(&fields);
    let mark = fields.iter().find(|(key, _)| key == "na").map(|(_, value)| value.clone());
    let preview = service::preview(&app, &id, &codes(fields), by, mark.as_deref()).await;
    Ok(page(&app, preview?).await)
}

/// The wijksessies that are chosen.
fn codes(fields: Vec<(String, String)>) -> Vec<String> {
    fields.into_iter().filter(|(key, _)| key == "code").map(|(_, code)| code).collect()
}

/// How the map is to be cut: by theme, unless by side is asked for.
fn cut_by(fields: &[(String, String)]) -> CutBy {
    let by_side = fields.iter().any(|(key, value)| key == BY && value == BY_SIDE);
    if by_side { CutBy::Side } else { CutBy::Theme }
}

/// The field of a form that says how the map is to be cut, and its two values.
const BY: &str = "deel";
const BY_THEME: &str = "thema";
const BY_SIDE: &str = "kant";

async fn release(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::Release, Some(&id)).await?;
    let by = cut_by(&fields);
    let named = codes(fields);
    for code in &named {
        let session = session::find(&app, code).await?;
        if session.traject != id {
            return Err(SessionError::TwoTrajects.into());
        }
    }
    match hand_over(&app, Some(staff), &named, by).await {
        // Pressed twice: it was handed over by the first.
        Ok(()) | Err(LayerError::Session(SessionError::AlreadyReleased(_))) => {
            Ok(Redirect::to(&format!("/traject/{id}/momenten")).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn page(app: &App, preview: Preview) -> Response {
    let (traject, area) = (preview.source.traject.clone(), preview.source.area.clone());
    let title = tv("verdieping-release-title", &[("traject", traject.title.clone().into())]);
    let trail = vec![
        (t("session-to-mine"), "/mijn".to_owned()),
        (traject.title.clone(), format!("/traject/{}/momenten", traject.id)),
    ];
    let start = LayerQuery::start();
    let maps = preview
        .drawn
        .iter()
        .map(|drawn| map_card(&preview.source, drawn, &preview.rests, &preview.strong, &[], &start));
    let maps = maps.collect_view();
    let (sum, layers) =
        (totals(preview.totals, preview.people >= traject.k), overview(&preview.layers, |_| None));
    let strong = strong_plain(&preview.strong);
    let choose = (!preview.choices.is_empty()).then(|| choose(&traject.id, &preview.choices, preview.by));
    let hand = button(&preview);
    let here = address(&preview);
    let said = said(&area, preview.quotes, move |mark| match mark {
        Some(mark) => format!("{here}&na={mark}#gezegd"),
        None => format!("{here}#gezegd"),
    });
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
    .await
}

/// Where the same choice is looked at: everything that it shows can be read there, part by part, before it is handed over.
fn address(preview: &Preview) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair(BY, if preview.by == CutBy::Side { BY_SIDE } else { BY_THEME });
    for choice in preview.choices.iter().filter(|choice| choice.chosen) {
        query.append_pair("code", &choice.plan.code);
    }
    format!("/traject/{}/vrijgeven?{}", preview.source.traject.id, query.finish())
}

/// Which of the closed wijksessies go together.
fn choose(traject: &str, choices: &[Choice], by: CutBy) -> impl IntoView + use<> {
    let boxes = choices.iter().map(|choice| {
        let people = tv("verdieping-release-voices", &[("n", choice.people.into())]);
        let day = choice.plan.day.clone().unwrap_or_default();
        let label = format!("{} {day} ({people})", choice.plan.title);
        view! { <label class="tick"><input type="checkbox" name="code" value=choice.plan.code.clone() checked=choice.chosen/><span>{label}</span></label> }
    });
    let cut = |value: &'static str, chosen: bool| {
        view! { <label class="tick"><input type="radio" name=BY value=value checked=chosen/><span>{t(&format!("verdieping-release-cut-{value}"))}</span></label> }
    };
    view! {
        <form method="get" action=format!("/traject/{traject}/vrijgeven") class="card stack">
            <fieldset class="fieldset"><legend>{t("verdieping-release-choose")}</legend><div class="ticks">{boxes.collect_view()}</div></fieldset>
            <fieldset class="fieldset"><legend>{t("verdieping-release-cut")}</legend>
                <div class="ticks">{cut(BY_THEME, by == CutBy::Theme)}{cut(BY_SIDE, by == CutBy::Side)}</div>
                <p class="small soft">{t("verdieping-release-cut-why")}</p></fieldset>
            <button class="utrecht-button utrecht-button--secondary-action" type="submit">{t("verdieping-release-look")}</button>
        </form>
    }
}

/// The button, or why there is none.
fn button(preview: &Preview) -> AnyView {
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
    let by = if preview.by == CutBy::Side { BY_SIDE } else { BY_THEME };
    view! {
        {waiting}
        <form method="post" action=action class="card stack">
            <p>{tv("verdieping-release-lead", &[("people", tv("verdieping-release-voices", &[("n", people.into())]).into())])}</p>
            {codes.collect_view()}
            <input type="hidden" name=BY value=by/>
            <p>{t(&format!("verdieping-release-cut-is-{by}"))}</p>
            <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("verdieping-release-button")}</button>
        </form>
    }
    .into_any()
}
