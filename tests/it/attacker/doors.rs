//! Everything that can be asked about a traject by a professional, a resident of one of its moments or a passer-by.

use buurtblik::place::buurt::Rd;
use buurtblik::{
    people::accounts::Role,
    server::router::{Access, ROUTES},
};

use super::dice::Dice;
use super::world::{MOMENTS, THEMES, anywhere};

const KINDS: [&str; 7] = ["sterk", "beter", "gaat-goed", "kracht", "zorg", "idee", "all"];
const FORMS: [&str; 6] = ["json", "geojson", "geojson?suppressed=1", "png", "tif", "vakken.geojson"];
const GRAINS: [u32; 3] = [50, 75, 120];

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Professional,
    /// For the page that residents take home.
    Begeleider,
    Resident,
    Passer,
}

/// Which answers: `{id}` is the traject, `{code}` its first moment, `{last}` its last, `{slug}` its public page.
pub type Door = (Who, String);

/// What says which thing, and of which there is none here: a photo, a file of figures, a point of the agenda. None of it hangs on pins.
const NOT_HERE: [&str; 10] = [
    "{photo}",
    "{file}",
    "{draft}",
    "{indicator}",
    "{plan}",
    "{punt}",
    "{aanname}",
    "{address}",
    "{number}",
    "{link}",
];
/// Lists of all trajecten; what is the server's own; what only a maker gets; a drawing of the public page's address, which is by lot.
const LEFT_OUT: [&str; 10] = [
    "/traject/{id}/terugkoppeling/poster",
    "/mijn",
    "/mijn/wachtwoord",
    "/healthz",
    "/readyz",
    "/inloggen",
    "/s",
    "/s/{code}/stip/{id}",
    "/s/{code}/stip/{id}/foto",
    "/api/v1/sessions/{code}/receipts/pins",
];

/// Every page and file that the table of routes has, each once for who may ask.
pub fn pages() -> Vec<Door> {
    let mut doors = Vec::new();
    for (method, path, access) in ROUTES {
        let elsewhere = NOT_HERE.iter().any(|part| path.contains(part)) || LEFT_OUT.contains(path);
        if *method != "GET"
            || elsewhere
            || path.starts_with("/s/{code}/wandeling/")
            || path.contains("/walks/{id}")
        {
            continue;
        }
        match access {
            Access::Anyone => doors.push((Who::Passer, (*path).to_owned())),
            Access::Code => {
                doors.push((Who::Resident, (*path).to_owned()));
                doors.push((Who::Passer, path.replace("{code}", "{last}")));
            }
            Access::Staff(right) if right.roles().contains(&Role::Professional) => {
                doors.extend(filled(path).into_iter().map(|path| (Who::Professional, path)));
            }
            _ => {}
        }
    }
    doors.push((Who::Begeleider, "/sessie/{code}/thuis".to_owned()));
    doors.push((Who::Begeleider, "/sessie/{last}/thuis".to_owned()));
    doors.push((Who::Begeleider, "/traject/{id}".to_owned()));
    doors
}

/// Where most words and photos are read.
pub const WORDS: &str = "/traject/{id}";

/// Where words and photos are read, beside what has its turn; one page of a traject in full takes longest, and is asked of some.
pub fn words(some: bool, answers: bool) -> Vec<Door> {
    let mut paths = vec!["/photos/{foto}"];
    paths.extend(some.then_some(WORDS));
    paths.extend(answers.then_some("/traject/{id}/teruglegging"));
    paths.into_iter().map(|path| (Who::Professional, path.to_owned())).collect()
}

/// An address with what can stand in it.
fn filled(path: &str) -> Vec<String> {
    match path {
        "/api/v1/trajects/{id}/layers/{theme}/{file}" | "/api/v1/trajects/{id}/at/{theme}/{kind}" => {
            Vec::new()
        }
        "/traject/{id}/thema/{theme}" => THEMES.map(|theme| path.replace("{theme}", theme)).to_vec(),
        "/traject/{id}/bewijs/{bord}/{rij}" => Vec::new(),
        "/traject/{id}/vergelijken/oordeel" => vec![format!("{path}?thema=wonen&deel=BU0001")],
        "/traject/{id}/naast" => {
            vec![path.to_owned(), format!("{path}?thema=wonen&soort=beter&wijze=schuif")]
        }
        "/traject/{id}/plek" => vec![format!("{path}?plek=4.93,52.35")],
        _ => vec![path.to_owned()],
    }
}

/// One of the layers in one of its forms.
pub fn layer(dice: &mut Dice) -> Door {
    let theme = ["all", "all", THEMES[0], THEMES[1], THEMES[2]][dice.below(5)];
    let form = FORMS[dice.below(FORMS.len())];
    let (kind, grain) = (KINDS[dice.below(KINDS.len())], GRAINS[dice.below(3)]);
    let more = if form.contains('?') { '&' } else { '?' };
    let moment = if dice.once_in(3) { format!("&moment={}", MOMENTS[dice.below(3)]) } else { String::new() };
    let path = format!("/api/v1/trajects/{{id}}/layers/{theme}/{kind}.{form}{more}bandwidth={grain}{moment}");
    (Who::Professional, path)
}

/// What is told of a place, or a page about a choice.
pub fn choice(dice: &mut Dice) -> Door {
    let [x, y] = anywhere(dice, 1.2);
    let place = Rd { x, y }.to_wgs().unwrap();
    let (lon, lat) = (place.lon, place.lat);
    let theme = ["all", THEMES[0], THEMES[2]][dice.below(3)];
    let (kind, moment, grain) = (KINDS[dice.below(7)], MOMENTS[dice.below(3)], GRAINS[dice.below(3)]);
    let path = match dice.below(7) {
        0 => format!("/api/v1/trajects/{{id}}/at/{theme}/{kind}?lon={lon}&lat={lat}"),
        1 => format!("/api/v1/trajects/{{id}}/at/all/beter?lon={lon}&lat={lat}&moment={moment}"),
        2 => format!("/traject/{{id}}/kaart.json?thema={theme}&soort={kind}&korrel={grain}"),
        3 => format!("/traject/{{id}}/plek?thema={theme}&plek={lon:.6},{lat:.6}&korrel={grain}"),
        4 => format!(
            "/traject/{{id}}?thema={theme}&moment={moment}&korrel={grain}&naast=1&plek={lon:.6},{lat:.6}"
        ),
        5 => format!("/traject/{{id}}/beeld.svg?thema={theme}&korrel={grain}"),
        _ => format!("/traject/{{id}}/bewijs?thema={theme}&korrel={grain}&plek={lon:.6},{lat:.6}"),
    };
    (Who::Professional, path)
}
