//! What residents said in words and pictures, as tables: as much, and as exactly, as the pages of a traject show it.

use geo::{Geometry, LineString, MultiLineString, Point};

use super::error::ExportError;
use super::model::{Cell, Column, Holds, Row, Shape, Table};
use crate::input::moderation::{Quote, spot_label};
use crate::input::session::{Kind, theme_label};
use crate::input::walks::{self, Stop, Walk};
use crate::layers::heat::Source;
use crate::place::buurt::{self, Place, TrajectArea};
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::verdieping::{self, ReleasedWalk, strong_places};

const SAID: [Column; 5] = [
    ("kind", Holds::Text),
    ("kind_name", Holds::Text),
    ("theme", Holds::Text),
    ("theme_name", Holds::Text),
    ("near", Holds::Text),
];

fn with(first: &[Column], rest: &[Column]) -> Vec<Column> {
    first.iter().chain(rest).copied().collect()
}

fn about(kind: Option<Kind>, theme: Option<&String>, near: String) -> Vec<Cell> {
    vec![
        kind.map(Kind::word).into(),
        kind.map(|kind| t(&format!("session-kind-{kind}"))).into(),
        theme.map(String::as_str).into(),
        theme.map(|theme| theme_label(theme)).into(),
        near.into(),
    ]
}

fn point(place: Place) -> Geometry<f64> {
    Point::new(place.lon, place.lat).into()
}

/// Approved quotes and the captions of approved photos of released wijksessies, each at the middle of the square in which its
/// maker counts.
pub(super) async fn said(app: &App, source: &Source) -> Result<Vec<Table>, ExportError> {
    let cells = |quote: &Quote| {
        let near = spot_label(&source.area, quote.spot);
        about(Some(quote.kind), quote.theme.as_ref(), near)
    };
    let square = |quote: &Quote| quote.spot.place().map(point);
    let (mut words, mut photos) = (Vec::new(), Vec::new());
    verdieping::each_said(app, source, |quote| {
        if !quote.text.is_empty() {
            let cells = std::iter::once(quote.text.as_str().into()).chain(cells(&quote)).collect();
            words.push(Row { at: square(&quote), cells });
        }
        for (_, caption) in &quote.photos {
            let cells = std::iter::once(caption.as_str().into()).chain(cells(&quote)).collect();
            photos.push(Row { at: square(&quote), cells });
        }
    })
    .await?;
    Ok(vec![
        Table {
            id: "citaten".to_owned(),
            title: t("interchange-quotes"),
            about: t("interchange-quotes-about"),
            shape: Shape::Point,
            columns: with(&[("text", Holds::Text)], &SAID),
            rows: words,
        },
        Table {
            id: "fotos".to_owned(),
            title: t("interchange-photos"),
            about: t("interchange-photos-about"),
            shape: Shape::Point,
            columns: with(&[("caption", Holds::Text)], &SAID),
            rows: photos,
        },
    ])
}

/// Strong places by name, where they are on the plattegrond.
pub(super) async fn strong(app: &App, source: &Source) -> Result<Table, ExportError> {
    let places = strong_places(app, source).await?;
    let rows = places.into_iter().map(|place| Row {
        at: Some(point(Place { lon: place.lon, lat: place.lat })),
        cells: vec![place.name.into()],
    });
    Ok(Table {
        id: "sterke_plekken".to_owned(),
        title: t("interchange-strong"),
        about: t("interchange-strong-about"),
        shape: Shape::Point,
        columns: vec![("name", Holds::Text)],
        rows: rows.collect(),
    })
}

/// Walks as the page shows them: approved photos in their order, each at the middle of the square in which its maker counts, and a
/// line from one to the next; never the track.
pub(super) async fn on_foot(app: &App, source: &Source) -> Result<Vec<Table>, ExportError> {
    let (mut lines, mut stops) = (Vec::new(), Vec::new());
    for (number, ReleasedWalk { walk, moment }) in
        (1_u32..).zip(verdieping::walks_at_squares(app, source).await?)
    {
        let count = u32::try_from(walk.stops.len()).unwrap_or(u32::MAX);
        let name = tv("interchange-walk", &[("n", number.into())]);
        let cells = vec![number.into(), name.into(), moment.as_deref().into(), count.into()];
        lines.push(Row { at: line(&walk), cells });
        let placed = (1_u32..).zip(&walk.stops);
        stops.extend(placed.map(|(at, stop)| stop_row(&source.area, number, at, stop)));
    }
    Ok(vec![
        Table {
            id: "fotowandelingen".to_owned(),
            title: t("interchange-walks"),
            about: t("interchange-walks-about"),
            shape: Shape::Line,
            columns: vec![
                ("walk", Holds::Whole),
                ("name", Holds::Text),
                ("session", Holds::Text),
                ("photos", Holds::Whole),
            ],
            rows: lines,
        },
        Table {
            id: "fotos_van_wandelingen".to_owned(),
            title: t("interchange-stops"),
            about: t("interchange-stops-about"),
            shape: Shape::Point,
            columns: with(&[("walk", Holds::Whole), ("stop", Holds::Whole), ("caption", Holds::Text)], &SAID),
            rows: stops,
        },
    ])
}

fn line(walk: &Walk) -> Option<Geometry<f64>> {
    let places: LineString<f64> = walk.places().into_iter().map(|at| (at.lon, at.lat)).collect();
    (places.0.len() > 1).then(|| MultiLineString::new(vec![places]).into())
}

fn stop_row(area: &TrajectArea, walk: u32, number: u32, stop: &Stop) -> Row {
    let near = walks::place_label(area, stop);
    let first = [walk.into(), number.into(), stop.photo.caption.as_str().into()];
    let cells = first.into_iter().chain(about(stop.kind, stop.theme.as_ref(), near)).collect();
    Row { at: stop.place.map(point), cells }
}

/// The boundary of each buurt.
pub(super) async fn boundary(app: &App, source: &Source) -> Result<Table, ExportError> {
    let boundaries = buurt::boundaries(app, &source.traject.buurten).await?;
    let rows = boundaries.into_iter().map(|boundary| Row {
        at: Some(buurt::polygons(&boundary.geometry).into()),
        cells: vec![boundary.code.into(), boundary.name.into()],
    });
    Ok(Table {
        id: "grens".to_owned(),
        title: t("interchange-boundary"),
        about: source.area.attribution.clone(),
        shape: Shape::Area,
        columns: vec![("code", Holds::Text), ("name", Holds::Text)],
        rows: rows.collect(),
    })
}

/// What the file is of, how its layers were made and what to mind: in the file itself, for whoever gets it later.
pub(super) fn about_file(source: &Source, notes: &[String], at: &str) -> Table {
    let traject = &source.traject;
    let mut rows = vec![
        (t("interchange-about-traject"), traject.title.clone()),
        (t("interchange-about-area"), source.area.name.clone()),
        (t("interchange-about-at"), at.to_owned()),
        (t("interchange-about-question"), traject.question.clone()),
        (t("interchange-about-k"), traject.k.to_string()),
    ];
    rows.extend(notes.iter().map(|note| (t("interchange-about-made"), note.clone())));
    rows.push((t("interchange-about-mind"), t("interchange-mind-both")));
    rows.push((t("interchange-about-mind"), t("interchange-mind-square")));
    rows.push((t("interchange-about-mind"), t("interchange-mind-pass-on")));
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    Table {
        id: "over_dit_bestand".to_owned(),
        title: t("interchange-about"),
        about: t("interchange-mind-both"),
        shape: Shape::Nowhere,
        columns: vec![("name", Holds::Text), ("text", Holds::Text)],
        rows: rows.map(|(name, text)| Row { at: None, cells: vec![name.into(), text.into()] }).collect(),
    }
}
