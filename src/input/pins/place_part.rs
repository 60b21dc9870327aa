//! Where a pin is, on the form without map: by name, or "over de hele buurt". Who comes back for another place keeps every
//! word: the form carries what was filled in, so nothing of it stands in an address.

use form_urlencoded::Serializer;
use leptos::prelude::*;

use super::form_view::{Chosen, FormView};
use crate::place::buurt::{Named, Place, TrajectArea};
use crate::platform::texts::{t, tv};

const MOST_FOUND: usize = 30;

/// A place in an address or a form: `buurt`, or longitude and latitude.
pub(super) fn read_chosen(plek: Option<&str>, naam: Option<String>) -> Option<Chosen> {
    match plek? {
        "buurt" => Some(Chosen { place: None, name: naam }),
        text => {
            let (lon, lat) = text.split_once(',')?;
            let (lon, lat): (f64, f64) = (lon.parse().ok()?, lat.parse().ok()?);
            let sound = lon.abs() <= 180.0 && lat.abs() <= 90.0;
            sound.then_some(Chosen { place: Some(Place { lon, lat }), name: naam })
        }
    }
}

/// The place that was chosen; where none is, the search for one.
pub(super) fn place_part(action: &str, area: &TrajectArea, view: &FormView) -> AnyView {
    if let Some(chosen) = &view.chosen {
        let name = match (&chosen.name, chosen.place) {
            (Some(name), _) => name.clone(),
            (None, None) => t("list-whole"),
            (None, Some(place)) => near(area, place),
        };
        return view! {
            <p class="utrecht-alert utrecht-alert--info">
                <span class="utrecht-alert__content">{tv("form-chosen", &[("place", name.into())])}</span>
            </p>
        }
        .into_any();
    }
    let searched = !view.search.trim().is_empty();
    let found: Vec<Named> = if searched {
        area.names.search(&view.search).into_iter().take(MOST_FOUND).cloned().collect()
    } else {
        Vec::new()
    };
    let none = (searched && found.is_empty()).then(|| view! { <p role="status">{t("form-search-none")}</p> });
    if view.given {
        again(action, view, found, none.into_any())
    } else {
        first(action, view, found, none.into_any())
    }
}

/// Nothing was filled in yet: an address says all there is.
fn first(action: &str, view: &FormView, found: Vec<Named>, none: AnyView) -> AnyView {
    let results = (!found.is_empty()).then(|| {
        let links = found.into_iter().map(|named| {
            let query = [("plek", place_text(&named)), ("naam", named.name.clone())];
            view! { <li><a href=format!("{action}?{}", Serializer::new(String::new()).extend_pairs(query).finish())>{named.name}</a></li> }
        });
        view! { <p role="status">{t("form-results")}</p><ul class="results">{links.collect_view()}</ul> }
    });
    let (action, search, whole) = (action.to_owned(), view.search.clone(), format!("{action}?plek=buurt"));
    view! {
        <h3>{t("form-where")}</h3>
        <form method="get" action=action data-where="ja">
            {search_field(search)}
            <button class="utrecht-button utrecht-button--primary-action" type="submit">{t("form-search-button")}</button>
            " "
            <a class="utrecht-button utrecht-button--secondary-action" href=whole>{t("form-whole")}</a>
        </form>
        {none}
        {results}
    }
    .into_any()
}

/// Another place for what was filled in.
fn again(action: &str, view: &FormView, found: Vec<Named>, none: AnyView) -> AnyView {
    let results = (!found.is_empty()).then(|| {
        let buttons = found.into_iter().map(|named| {
            let value = format!("{};{}", place_text(&named), named.name);
            view! { <li><button type="submit" name="gekozen" value=value>{named.name}</button></li> }
        });
        view! { <p role="status">{t("form-results")}</p><ul class="results">{buttons.collect_view()}</ul> }
    });
    let fields = [
        ("id", &view.id),
        ("kind", &view.kind),
        ("text", &view.text),
        ("theme", &view.theme),
        ("moment", &view.moment),
        ("people", &view.people),
    ];
    let words = view.words.iter().map(|word| ("woord", word));
    let carried = fields.into_iter().chain(words).map(|(name, value)| {
        // A hidden field keeps line breaks as they are.
        view! { <input type="hidden" name=name value=value.clone()/> }
    });
    view! {
        <h3>{t("form-where")}</h3>
        <p>{t("form-kept")}</p>
        <form method="post" action=action.to_owned()>
            {carried.collect_view()}
            {search_field(view.search.clone())}
            <button class="utrecht-button utrecht-button--primary-action" type="submit" name="stap" value="plek">{t("form-search-button")}</button>
            " "
            <button class="utrecht-button utrecht-button--secondary-action" type="submit" name="gekozen" value="buurt;">{t("form-whole")}</button>
            {none}
            {results}
        </form>
    }
    .into_any()
}

fn search_field(search: String) -> impl IntoView {
    view! {
        <label class="field">
            <span class="utrecht-form-label">{t("form-search")}</span>
            <input dir="auto" class="utrecht-textbox" type="search" name="zoek" value=search autocomplete="off"/>
        </label>
    }
}

fn place_text(named: &Named) -> String {
    format!("{:.6},{:.6}", named.lon, named.lat)
}

/// The street or place of the plattegrond nearest to a place.
pub fn near(area: &TrajectArea, place: Place) -> String {
    area.nearest(place).map_or_else(
        || t("form-chosen-tap"),
        |named| tv("list-near", &[("place", named.name.clone().into())]),
    )
}
