//! What professionals brought in and worked out, as tables: figures, what is coming, residents beside figures, assumptions, agenda.

use geo::Point;

use super::error::ExportError;
use super::model::{Column, Holds, Row, Shape, Table};
use crate::input::session::theme_label;
use crate::layers::heat::Source;
use crate::place::buurt::Place;
use crate::platform::App;
use crate::platform::texts::t;
use crate::step3::compare::{self, figures_words, residents_words};
use crate::step3::indicators::{self, Figure, Level};
use crate::step3::{agenda, assumptions, coming, evidence};

const FIGURES: [Column; 13] = [
    ("figure", Holds::Text),
    ("year", Holds::Whole),
    ("level", Holds::Text),
    ("code", Holds::Text),
    ("name", Holds::Text),
    ("value", Holds::Number),
    ("unit", Holds::Text),
    ("secret", Holds::Flag),
    ("theme_name", Holds::Text),
    ("better", Holds::Text),
    ("source", Holds::Text),
    ("licence", Holds::Text),
    ("caveat", Holds::Text),
];

fn point(place: Place) -> geo::Geometry<f64> {
    Point::new(place.lon, place.lat).into()
}

fn figure(figure: &Figure) -> Row {
    let one = &figure.indicator;
    let cells = vec![
        one.name.as_str().into(),
        one.year.into(),
        figure.level.word().into(),
        figure.area.as_str().into(),
        figure.name.as_str().into(),
        figure.value.filter(|_| !figure.secret).into(),
        one.unit.as_str().into(),
        figure.secret.into(),
        theme_label(&one.domain).into(),
        one.better.word().into(),
        one.source.as_str().into(),
        one.licence.as_str().into(),
        one.caveat.as_str().into(),
    ];
    Row { at: figure.place.map(point), cells }
}

/// Figures by area as a list; those of squares and points where they are, a square by its middle.
pub(super) async fn figures(app: &App, source: &Source) -> Result<Vec<Table>, ExportError> {
    let all = indicators::of_traject(app, &source.traject.id).await?;
    let table = |id: &str, shape: Shape, is_mine: fn(Level) -> bool| Table {
        id: id.to_owned(),
        title: t(&format!("interchange-{id}")),
        about: t("interchange-figures-about"),
        shape,
        columns: FIGURES.to_vec(),
        rows: all.iter().filter(|one| is_mine(one.level)).map(figure).collect(),
    };
    Ok(vec![
        table("cijfers", Shape::Nowhere, |level| !matches!(level, Level::Square | Level::Point)),
        table("cijfers_vierkanten", Shape::Point, |level| level == Level::Square),
        table("cijfers_punten", Shape::Point, |level| level == Level::Point),
    ])
}

/// What is coming, where.
pub(super) async fn coming(app: &App, source: &Source) -> Result<Table, ExportError> {
    let rows = coming::of_traject(app, &source.traject.id).await?.into_iter().map(|one| Row {
        at: Some(point(one.place)),
        cells: vec![
            one.title.into(),
            t(&format!("coming-kind-{}", one.kind)).into(),
            one.starts_on.text().into(),
            one.ends_on.as_ref().map(|day| day.text().to_owned()).into(),
            one.place_name.into(),
            one.words.into(),
            one.source.into(),
        ],
    });
    Ok(Table {
        id: "plannen".to_owned(),
        title: t("interchange-coming"),
        about: t("interchange-coming-about"),
        shape: Shape::Point,
        columns: vec![
            ("name", Holds::Text),
            ("kind_name", Holds::Text),
            ("starts_on", Holds::Text),
            ("ends_on", Holds::Text),
            ("near", Holds::Text),
            ("text", Holds::Text),
            ("source", Holds::Text),
        ],
        rows: rows.collect(),
    })
}

/// Residents beside figures, with what the team said of it.
pub(super) async fn compared(app: &App, source: &Source) -> Result<Table, ExportError> {
    let rows = compare::of_traject(app, &source.traject.id).await?.into_iter().map(|row| {
        let words = |verdict| t(&format!("compare-verdict-{verdict}"));
        let reading = row.readings.first();
        let cells = vec![
            theme_label(&row.theme).into(),
            row.part.1.as_str().into(),
            residents_words(row.residents).into(),
            figures_words(row.figures).into(),
            words(row.suggested).into(),
            reading.map(|reading| words(reading.judged)).into(),
            reading.map(|reading| reading.why.as_str()).into(),
        ];
        Row { at: None, cells }
    });
    Ok(Table {
        id: "vergelijken".to_owned(),
        title: t("interchange-compared"),
        about: t("interchange-compared-about"),
        shape: Shape::Nowhere,
        columns: vec![
            ("theme_name", Holds::Text),
            ("part", Holds::Text),
            ("residents", Holds::Text),
            ("figures", Holds::Text),
            ("suggested", Holds::Text),
            ("judged", Holds::Text),
            ("because", Holds::Text),
        ],
        rows: rows.collect(),
    })
}

/// What professionals assumed, and how it turned out.
pub(super) async fn assumptions(app: &App, source: &Source) -> Result<Table, ExportError> {
    let all = assumptions::of_traject(app, &source.traject.id).await?;
    let rows = all.into_iter().filter(|one| !one.removed).map(|one| {
        let verdict = one.verdict.map(|verdict| t(&format!("assumptions-verdict-{verdict}")));
        let cells = vec![
            one.words.into(),
            one.theme.as_deref().map(theme_label).into(),
            verdict.into(),
            one.because.into(),
            evidence::labels(&one.evidence).into(),
        ];
        Row { at: None, cells }
    });
    Ok(Table {
        id: "aannames".to_owned(),
        title: t("interchange-assumptions"),
        about: t("interchange-notes-about"),
        shape: Shape::Nowhere,
        columns: vec![
            ("text", Holds::Text),
            ("theme_name", Holds::Text),
            ("judged", Holds::Text),
            ("because", Holds::Text),
            ("evidence", Holds::Text),
        ],
        rows: rows.collect(),
    })
}

/// What was agreed, where.
pub(super) async fn agenda(app: &App, source: &Source) -> Result<Table, ExportError> {
    let all = agenda::of_traject(app, &source.traject.id).await?;
    let rows = all.into_iter().filter(|one| !one.removed).map(|one| Row {
        at: one.place.map(point),
        cells: vec![
            one.what.into(),
            one.theme.as_deref().map(theme_label).into(),
            one.where_words.into(),
            one.when.into(),
            one.who.into(),
            one.quick_win.into(),
            t(&format!("agenda-status-{}", one.status)).into(),
            evidence::labels(&one.evidence).into(),
        ],
    });
    Ok(Table {
        id: "agenda".to_owned(),
        title: t("interchange-agenda"),
        about: t("interchange-notes-about"),
        shape: Shape::Point,
        columns: vec![
            ("text", Holds::Text),
            ("theme_name", Holds::Text),
            ("near", Holds::Text),
            ("when", Holds::Text),
            ("who", Holds::Text),
            ("quick_win", Holds::Flag),
            ("status", Holds::Text),
            ("evidence", Holds::Text),
        ],
        rows: rows.collect(),
    })
}
