//! The page of who was not heard: ages, how people were asked, and where nobody spoke, with where to find them.

use std::fmt::Write as _;

use axum::response::Response;
use leptos::prelude::*;

use super::model::{Find, Part, PeopleCount, Tally};
use super::service::Unheard;
use crate::input::pins::drawing;
use crate::input::session::Plan;
use crate::layers::heat::{area_path, patterns, voices_label};
use crate::place::buurt::PlaceKind;
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::frame::{tabs, trail};
use crate::ui::bars::{Bar, Heads, Look, bars};
use crate::ui::{Page, is_invented, render, staff_header};

/// Which map of the page this is, for its patterns.
const MAP: usize = 90;

/// The page; `coming`: for who prepares moments, those that are not released.
pub(super) async fn unheard(app: &App, unheard: &Unheard, coming: Option<&[Plan]>) -> Response {
    let id = unheard.source.traject.id.clone();
    let title = t("unheard-title");
    let trail = trail(&id, &unheard.source.traject.title);
    let tabs = tabs(&id, "/niet-gehoord");
    let invented = unheard.source.area.invented;
    let counted =
        tv("unheard-counted", &[("counted", unheard.counted.into()), ("moments", unheard.moments.into())]);
    let none = (unheard.moments == 0).then(
        || view! { <p class="utrecht-alert utrecht-alert--info"><span class="utrecht-alert__content">{t("unheard-none")}</span></p> },
    );
    let some = (unheard.moments > 0).then(|| {
        let plan = coming.is_some().then_some(id.as_str());
        view! {
            <p class="soft">{counted}</p>
            <section class="card stack" aria-labelledby="leeftijd"><h2 id="leeftijd">{t("unheard-ages")}</h2>{ages_table(unheard)}</section>
            <section class="card stack" aria-labelledby="kaart-kop">
                <h2 id="kaart-kop">{t("unheard-parts")}</h2>
                <p>{share(unheard)}</p>
                <div class="unheard-map">{parts_map(unheard)}{parts_list(unheard, plan)}</div>
            </section>
            <section class="card stack" aria-labelledby="hoe"><h2 id="hoe">{t("unheard-how")}</h2>{moments_tables(unheard)}</section>
        }
    });
    let coming = coming.map(|plans| coming_list(&id, plans));
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, trail)}
            {is_invented(invented)}
            {tabs}
            <main id="inhoud" class="page page-wide stack">
                <p class="lead">{t("unheard-lead")}</p>
                {none}
                {some}
                {coming}
            </main>
        }
    })
    .await
}

fn percent(share: f64) -> String {
    tv("unheard-percent", &[("n", format!("{:.0}", share * 100.0).into())])
}

fn told(told: PeopleCount, k: u32) -> String {
    match told {
        PeopleCount::Unknown => t("unheard-unknown"),
        PeopleCount::Few => tv("unheard-few", &[("k", k.into())]),
        PeopleCount::Count(count) => tv("unheard-count", &[("n", count.into())]),
    }
}

fn age(slug: &str) -> String {
    t(&format!("session-age-{}", slug.replace('+', "-plus")))
}

/// Who was there by age, and beside it who lives there; what that says in words.
pub fn ages_table(unheard: &Unheard) -> impl IntoView + use<> {
    let k = unheard.source.traject.k;
    let mut rows = Vec::new();
    for class in &unheard.ages {
        rows.push(Bar {
            label: tv("unheard-was-there", &[("who", age(&class.slug).into())]),
            value: class.share,
            told: class.share.map_or_else(
                || told(class.told, k),
                |share| {
                    tv(
                        "unheard-share-of",
                        &[("share", percent(share).into()), ("count", told(class.told, k).into())],
                    )
                },
            ),
            look: Look::Own,
        });
        if let Some(lives) = class.lives {
            let label = tv("unheard-lives-there", &[("who", age(&class.slug).into())]);
            rows.push(Bar { label, value: Some(lives), told: percent(lives), look: Look::Beside });
        }
    }
    let missed: Vec<String> = unheard
        .ages
        .iter()
        .filter(|class| class.is_unheard() == Some(true))
        .map(|class| age(&class.slug))
        .collect();
    let heads = Heads { label: t("session-age"), told: t("unheard-how-many"), whole: None };
    let said = match (&unheard.lives, missed.as_slice()) {
        (None, _) => view! { <p class="soft">{t("unheard-no-figures")}</p> }.into_any(),
        // Where nobody counted there is nothing to lay beside it.
        (Some(_), []) if unheard.ages.iter().all(|class| class.is_unheard().is_none()) => {
            view! { <p class="soft">{t("unheard-ages-uncounted")}</p> }.into_any()
        }
        (Some(_), []) => view! { <p>{t("unheard-ages-even")}</p> }.into_any(),
        (Some(_), missed) => {
            let missed = tv("unheard-ages-missed", &[("who", missed.join(", ").into())]);
            view! { <p class="utrecht-alert utrecht-alert--warning"><span class="utrecht-alert__content">{missed}</span></p> }.into_any()
        }
    };
    let from = unheard.lives.as_ref().map(|ages| {
        let from = tv(
            "unheard-ages-from",
            &[("area", ages.area.clone().into()), ("source", ages.source.clone().into())],
        );
        view! { <p class="small soft">{from}</p> }
    });
    let how = (unheard.counted > 0)
        .then(|| view! { <p class="small soft">{tv("unheard-ages-how", &[("k", k.into())])}</p> });
    view! { {said}{bars(t("unheard-ages-caption"), heads, rows)}{how}{from} }
}

/// How people were asked: by method, group, place and time of day.
pub fn moments_tables(unheard: &Unheard) -> impl IntoView + use<> {
    let table = |name: &str, rows: &[Tally]| {
        let caption = t(&format!("unheard-{name}"));
        if rows.is_empty() {
            return view! { <div><h3>{caption}</h3><p class="soft">{t(&format!("unheard-{name}-none"))}</p></div> }.into_any();
        }
        let rows = rows.iter().map(|tally| tally_row(tally, name == "groups")).collect_view();
        view! {
            <div class="table-scroll" tabindex="0" role="region" aria-label=caption.clone()><table class="utrecht-table">
                <caption class="utrecht-table__caption">{caption.clone()}</caption>
                <thead class="utrecht-table__header"><tr class="utrecht-table__row">
                    <th scope="col" class="utrecht-table__header-cell">{t("unheard-what")}</th>
                    <th scope="col" class="utrecht-table__header-cell number">{t("unheard-times")}</th>
                    <th scope="col" class="utrecht-table__header-cell">{t("unheard-last")}</th>
                </tr></thead>
                <tbody class="utrecht-table__body">{rows}</tbody>
            </table></div>
        }
        .into_any()
    };
    let often: Vec<String> =
        unheard.groups.iter().filter(|group| group.is_often()).map(|group| group.name.clone()).collect();
    let often = (!often.is_empty()).then(|| {
        let told = tv("unheard-often", &[("groups", often.join(", ").into())]);
        view! { <p class="utrecht-alert utrecht-alert--warning"><span class="utrecht-alert__content">{told}</span></p> }
    });
    view! {
        {often}
        {table("groups", &unheard.groups)}
        {table("methods", &unheard.methods)}
        {table("places", &unheard.places)}
        {times_table(unheard)}
    }
}

fn tally_row(tally: &Tally, group: bool) -> impl IntoView + use<> {
    let often = (group && tally.is_often())
        .then(|| view! { " "<span class="badge">{t("unheard-often-badge")}</span> });
    view! {
        <tr class="utrecht-table__row">
            <th scope="row" class="utrecht-table__header-cell">{tally.name.clone()}{often}</th>
            <td class="utrecht-table__cell number">{tally.times.to_string()}</td>
            <td class="utrecht-table__cell">{tally.last.clone().unwrap_or_else(|| "–".to_owned())}</td>
        </tr>
    }
}

fn times_table(unheard: &Unheard) -> impl IntoView + use<> {
    let row = |(moment, voices): &(crate::input::session::Moment, Option<u32>)| Bar {
        label: t(&format!("session-moment-{moment}")),
        value: voices.map(f64::from),
        told: voices.map_or_else(|| t("heat-suppressed"), voices_label),
        look: Look::Own,
    };
    let heads = Heads { label: t("verdieping-moment"), told: t("unheard-how-many"), whole: None };
    bars(t("unheard-times-caption"), heads, unheard.times.iter().map(row).collect())
}

fn share(unheard: &Unheard) -> String {
    match unheard.share {
        _ if unheard.parts.is_empty() => t("unheard-parts-none"),
        Some(share) => tv("unheard-parts-share", &[("share", percent(share).into())]),
        None => t("unheard-parts-lead"),
    }
}

/// The plattegrond with the numbered parts about which nobody spoke, and where people are found near them.
pub fn parts_map(unheard: &Unheard) -> impl IntoView + use<> {
    let area = &unheard.source.area;
    let [width, height] = area.projection.size();
    let project = |lon: f64, lat: f64| {
        let [x, y] = area.projection.to_svg(lon, lat);
        (x, y)
    };
    let mut marks = format!(
        r#"<path class="unheard-area" fill="url(#niemand-{MAP})" fill-rule="evenodd" d="{}"/>"#,
        area_path(&unheard.silent, project)
    );
    for find in unheard.parts.iter().flat_map(|part| &part.finds) {
        let (x, y) = project(find.place.lon, find.place.lat);
        // Writing into a string cannot fail.
        let _ = write!(marks, r#"<circle class="unheard-find" cx="{x:.0}" cy="{y:.0}" r="22"/>"#);
    }
    for part in &unheard.parts {
        let ((x, y), number) = (project(part.middle.lon, part.middle.lat), part.number);
        let _ = write!(
            marks,
            r#"<g class="unheard-number" transform="translate({x:.0} {y:.0})"><circle r="44"/><text y="17">{number}</text></g>"#
        );
    }
    let label = tv("unheard-map", &[("n", unheard.parts.len().into())]);
    view! {
        <figure class="unheard-figure">
            <svg class="visually-hidden" width="0" height="0" aria-hidden="true" focusable="false"><defs inner_html=patterns(MAP)></defs></svg>
            <div class="heat-map" role="img" aria-label=label>
                {drawing(area, None)}
                <svg class="map-drawing map-over" aria-hidden="true" focusable="false" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMid meet" inner_html=marks></svg>
            </div>
            <figcaption class="small soft">{t("unheard-map-caption")}" "{area.attribution.clone()}</figcaption>
        </figure>
    }
}

/// The parts in words, with where people can be found; `plan`: the traject, for who may plan a moment.
pub fn parts_list(unheard: &Unheard, plan: Option<&str>) -> impl IntoView + use<> {
    let parts = unheard.parts.iter().map(|part| part_item(part, plan)).collect_view();
    view! { <ol class="unheard-parts list-plain">{parts}</ol> }
}

fn part_item(part: &Part, plan: Option<&str>) -> impl IntoView + use<> {
    let size = tv("unheard-size", &[("ha", format!("{:.0}", part.hectares.max(1.0)).into())]);
    let finds: Vec<_> = part.finds.iter().map(|find| find_item(find, plan)).collect();
    let none = finds.is_empty().then(|| view! { <p class="soft small">{t("unheard-finds-none")}</p> });
    let heading = format!("{}. {}", part.number, part.name);
    view! {
        <li class="unheard-part">
            <h3>{heading}" "<span class="soft small">{size}</span></h3>
            {none}
            <ul class="list-plain">{finds}</ul>
        </li>
    }
}

fn find_item(find: &Find, plan: Option<&str>) -> impl IntoView + use<> {
    let kind = t(&format!("unheard-kind-{}", kind_word(find.kind)));
    let away =
        if find.metres == 0 { t("unheard-inside") } else { tv("unheard-away", &[("m", find.metres.into())]) };
    let before = (find.times > 0).then(|| tv("unheard-before", &[("n", find.times.into())]));
    let about = [Some(kind), Some(away), before].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let link = plan.map(|traject| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("vindplaats", &find.name);
        let href = format!("/traject/{traject}/momenten/nieuw?{}", query.finish());
        let label = tv("unheard-plan-at", &[("place", find.name.clone().into())]);
        view! { " "<a class="utrecht-link no-print" href=href aria-label=label>{t("unheard-plan")}</a> }
    });
    view! { <li><strong>{find.name.clone()}</strong>" "<span class="small soft">{about}</span>{link}</li> }
}

fn kind_word(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::School => "school",
        PlaceKind::Mosque => "mosque",
        PlaceKind::Church => "church",
        PlaceKind::Worship => "worship",
        PlaceKind::Community => "community",
        PlaceKind::Library => "library",
        PlaceKind::Playground => "playground",
        PlaceKind::Market => "market",
        PlaceKind::Cafe => "cafe",
        PlaceKind::Sport => "sport",
        PlaceKind::Shop | PlaceKind::Care | PlaceKind::Stop => "shop",
    }
}

/// For who prepares: what is planned already, so that nobody is asked twice.
fn coming_list(id: &str, plans: &[Plan]) -> impl IntoView + use<> {
    let items = plans.iter().map(|plan| {
        let method = t(&format!("session-method-{}", plan.method));
        let parts = [plan.day.clone().unwrap_or_default(), method, plan.group.clone(), plan.vindplaats.clone()];
        let about = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        view! { <li><a class="utrecht-link" href=format!("/sessie/{}", plan.code)><bdi>{plan.title.clone()}</bdi></a>" "<span class="small soft">{about}</span></li> }
    });
    let items = items.collect_view();
    let none = plans.is_empty().then(|| view! { <p class="soft">{t("unheard-coming-none")}</p> });
    view! {
        <section class="card stack" aria-labelledby="komt">
            <h2 id="komt">{t("unheard-coming")}</h2>
            <p class="small soft">{t("unheard-coming-lead")}</p>
            {none}
            <ul class="list-plain stack">{items}</ul>
            <p><a class="utrecht-button utrecht-button--secondary-action" href=format!("/traject/{id}/momenten/nieuw")>{t("session-moment-new")}</a></p>
        </section>
    }
}
