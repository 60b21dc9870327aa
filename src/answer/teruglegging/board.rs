//! `/traject/{id}/teruglegging`: what residents say, beside the professionals' own reading.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use leptos::prelude::*;

use super::{AnswerError, Heard, Heards, Says, heard_of};
use crate::input::session::{self, Traject};
use crate::people::accounts::{self, Right, Signed};
use crate::platform::texts::{t, tv};
use crate::platform::{App, Problem};
use crate::step3::agenda::{self, Point};
use crate::step3::frame;
use crate::ui::{Page, render, staff_header};
use crate::{place::buurt, step3::verdieping};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/traject/{id}/teruglegging", get(board))
}

async fn board(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::Deepen, Some(&id)).await?;
    let shown = async {
        let traject = session::find_traject(&app, &id).await?;
        let area = buurt::area(&app, &traject.buurten).await?;
        let heard = heard_of(&app, &id, &area).await?;
        let points = agenda::of_traject(&app, &id).await?;
        let layers = if heard.any { Some(verdieping::laid(&app, &id).await?) } else { None };
        if heard.says_words() {
            accounts::looked::<session::SessionError>(&app, &staff.id, &id).await?;
        }
        Ok::<_, AnswerError>(page(&app, &traject, &heard, &points, layers.as_ref()).await)
    };
    shown.await.map_err(Problem::from)
}

impl Heards {
    /// Whether there are words of residents among it.
    fn says_words(&self) -> bool {
        let points = self.points.values();
        points.chain(self.places.iter().map(|(_, _, heard)| heard)).any(|heard| !heard.words.is_empty())
    }
}

async fn page(
    app: &App,
    traject: &Traject,
    heard: &Heards,
    points: &[Point],
    layers: Option<&verdieping::Laid>,
) -> Response {
    let title = t("frame-tab-answers");
    let trail = frame::trail(&traject.id, &traject.title);
    let bar = frame::tabs(&traject.id, "/teruglegging");
    let none = (!heard.any).then(|| view! { <p class="lead">{t("teruglegging-board-none")}</p> });
    let by_point = heard.any.then(|| by_point(&traject.id, heard, points));
    let by_place = layers.map(|layers| by_place(heard, layers));
    let k = tv("teruglegging-board-k", &[("k", traject.k.into())]);
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {bar}
            <main id="inhoud" class="page page-wide stack">
                <p class="lead">{t("teruglegging-board-lead")}</p>
                {none}{by_point}{by_place}
                <p class="small soft">{k}</p>
            </main>
        }
    })
    .await
}

/// The team's point on the left, what residents said of it on the right.
fn by_point(traject: &str, heard: &Heards, points: &[Point]) -> impl IntoView + use<> {
    let rows = points.iter().filter(|point| point.shown_to_residents).map(|point| {
        let href = format!("/traject/{traject}/agenda/{}", point.id);
        let status = t(&format!("agenda-status-{}", point.status));
        let said = said(heard.points.get(&point.id));
        view! {
            <tr class="utrecht-table__row"><th scope="row" class="utrecht-table__header-cell"><a class="utrecht-link" href=href>{point.what.clone()}</a>
                    <p class="small soft">{status}" · "<bdi>{point.public_words.clone()}</bdi></p></th>
                <td class="utrecht-table__cell">{said}</td></tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    let none = rows.is_empty().then(|| view! { <p class="soft">{t("teruglegging-no-points")}</p> });
    let some = !rows.is_empty();
    view! {
        <h2>{t("teruglegging-board-points")}</h2>{none}
        {some.then(|| two_columns("teruglegging-board-points", "teruglegging-board-ours", rows))}
    }
}

/// What the map shows on the left, what residents said of it on the right.
fn by_place(heard: &Heards, layers: &verdieping::Laid) -> impl IntoView + use<> {
    let rows = heard.places.iter().map(|((about, near), place, said_here)| {
        let word = layers.at(about.word(), *place).map(|(word, _)| word);
        view! {
            <tr class="utrecht-table__row"><th scope="row" class="utrecht-table__header-cell">{near.clone()}
                    <p class="small soft">{t(&format!("teruglegging-about-{about}"))}": "{word}</p></th>
                <td class="utrecht-table__cell">{said(Some(said_here))}</td></tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    let none = rows.is_empty().then(|| view! { <p class="soft">{t("teruglegging-board-few-places")}</p> });
    let some = !rows.is_empty();
    view! {
        <h2>{t("teruglegging-board-places")}</h2>{none}
        {some.then(|| two_columns("teruglegging-board-places", "teruglegging-board-map", rows))}
    }
}

fn two_columns<V: IntoView + 'static>(
    caption: &'static str,
    left: &'static str,
    rows: Vec<V>,
) -> impl IntoView + use<V> {
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t(caption)>
            <table class="utrecht-table answers-table"><caption class="visually-hidden">{t(caption)}</caption>
                <thead class="utrecht-table__header"><tr class="utrecht-table__row">
                    <th scope="col" class="utrecht-table__header-cell">{t(left)}</th>
                    <th scope="col" class="utrecht-table__header-cell">{t("teruglegging-board-theirs")}</th></tr></thead>
                <tbody class="utrecht-table__body">{rows}</tbody></table>
        </div>
    }
}

/// What was said of one thing: numbers of at least *k*, and approved words.
fn said(heard: Option<&Heard>) -> AnyView {
    let Some(heard) = heard else {
        return view! { <span class="soft">{t("teruglegging-board-few")}</span> }.into_any();
    };
    let says = |says: Says| t(&format!("teruglegging-says-{says}"));
    let least = |people: u32| tv("teruglegging-board-least", &[("n", people.into())]);
    let counts = heard.says.iter().map(|(what, people)| {
        view! { <li><strong>{says(*what)}</strong>": "{least(*people)}</li> }
    });
    // Where what they said is not told, how many they were.
    let said_so: u32 = heard.says.iter().map(|(_, people)| people).sum();
    let all = (said_so < heard.people)
        .then(|| view! { <li><strong>{t("teruglegging-board-all")}</strong>": "{least(heard.people)}</li> });
    let words = heard.words.iter().map(|(what, words)| view! { <li><span class="soft small">{says(*what)}</span>" "<q dir="auto">{words.clone()}</q></li> });
    view! { <ul class="list-plain">{all}{counts.collect_view()}</ul><ul class="list-plain">{words.collect_view()}</ul> }.into_any()
}
