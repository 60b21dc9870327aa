//! Figures of a traject, as other rooms read them.

use std::collections::HashMap;
use std::sync::Arc;

use super::store::{self, Box2, Placed, PointRow};
use super::{Counts, Figure, ForBuurt, Indicator, IndicatorError, Level, OfTheme, Shape, code, subtract};
use crate::input::session::{self, Traject};
use crate::place::buurt::{self, Place, Rd, TrajectArea};
use crate::platform::{App, Tx};

/// What a row has for one indicator: the figure, and whether it is secret.
fn cell(figures: &[serde_json::Value], place: usize) -> (Option<f64>, bool) {
    let cell = figures.get(place);
    (cell.and_then(serde_json::Value::as_f64), cell.is_some_and(serde_json::Value::is_string))
}

fn parsed(figures: &str) -> Result<Vec<serde_json::Value>, IndicatorError> {
    serde_json::from_str(figures).map_err(|error| IndicatorError::Failed(error.to_string()))
}

/// Every figure about the area of a traject, withdrawn indicators left out: of its buurten, the wijken and the
/// municipality round them, and of squares and points in it.
///
/// # Errors
/// No such traject, or the database's.
pub async fn of_traject(app: &App, traject: &str) -> Result<Vec<Figure>, IndicatorError> {
    let found = session::find_traject(app, traject).await?;
    let all = store::of_traject(&app.db, traject).await?;
    figures_of(app, &found, all).await
}

/// The figures of some indicators of a traject.
async fn figures_of(app: &App, traject: &Traject, all: Vec<Placed>) -> Result<Vec<Figure>, IndicatorError> {
    let has = |shape: Shape| all.iter().any(|(_, one)| one.shape == shape);
    let (areas, squares, points) = (has(Shape::Area), has(Shape::Square), has(Shape::Point));
    let area = buurt::area(app, &traject.buurten).await?;
    let by = store::by_import(all);
    let mut figures = Vec::new();
    if areas {
        figures.extend(by_area(app, traject, &by).await?);
    }
    if squares {
        figures.extend(in_squares(app, traject, &area, &by).await?);
    }
    if points {
        figures.extend(points_in(app, traject, &area, &by).await?);
    }
    Ok(figures)
}

async fn by_area(
    app: &App,
    traject: &Traject,
    by: &HashMap<String, Vec<Placed>>,
) -> Result<Vec<Figure>, IndicatorError> {
    let mut figures = Vec::new();
    for row in store::areas(&app.db, &traject.id).await? {
        let Some(indicators) = by.get(&row.import) else { continue };
        let cells = parsed(&row.figures)?;
        for (place, indicator) in indicators {
            let (value, secret) = cell(&cells, *place);
            figures.push(Figure {
                indicator: indicator.clone(),
                level: row.level,
                area: row.code.clone(),
                name: row.name.clone(),
                value,
                secret,
                place: None,
            });
        }
    }
    subtract::guard(app, &traject.id, &mut figures).await?;
    Ok(figures)
}

/// The rectangle round an area in RD metres, `margin` metres wider on each side; nothing outside the Netherlands.
fn extent(area: &TrajectArea, margin: f64) -> Option<Box2> {
    if !area.is_rd() {
        return None;
    }
    let bbox = area.bbox;
    let corners =
        [(bbox.west, bbox.south), (bbox.west, bbox.north), (bbox.east, bbox.south), (bbox.east, bbox.north)];
    let mut within = Box2 { west: i64::MAX, south: i64::MAX, east: i64::MIN, north: i64::MIN };
    for (lon, lat) in corners {
        let at = area.metres(Place { lon, lat })?;
        // RD metres are within a million.
        #[allow(clippy::cast_possible_truncation)]
        let whole = |metres: f64| metres.round() as i64;
        within.west = within.west.min(whole(at.x - margin));
        within.east = within.east.max(whole(at.x + margin));
        within.south = within.south.min(whole(at.y - margin));
        within.north = within.north.max(whole(at.y + margin));
    }
    Some(within)
}

fn degrees(x: f64, y: f64) -> Option<Place> {
    let wgs = Rd { x, y }.to_wgs().ok()?;
    Some(Place { lon: wgs.lon, lat: wgs.lat })
}

fn is_in(area: &TrajectArea, place: Place) -> bool {
    area.metres_outside(place.lon, place.lat) <= 0.0
}

/// Metres of the whole kingdom fit a float exactly.
#[allow(clippy::cast_precision_loss)]
fn real(metres: i64) -> f64 {
    metres as f64
}

/// Figures of the squares whose middle lies in the area.
async fn in_squares(
    app: &App,
    traject: &Traject,
    area: &TrajectArea,
    by: &HashMap<String, Vec<Placed>>,
) -> Result<Vec<Figure>, IndicatorError> {
    let Some(within) = extent(area, 500.0) else { return Ok(Vec::new()) };
    let mut figures = Vec::new();
    for row in store::squares(&app.db, &traject.id, within).await? {
        let Some(indicators) = by.get(&row.import) else { continue };
        let half = real(row.side) / 2.0;
        let Some(place) = degrees(real(row.x) + half, real(row.y) + half) else { continue };
        if !is_in(area, place) {
            continue;
        }
        let cells = parsed(&row.figures)?;
        let code = code::square(row.x, row.y);
        for (at, indicator) in indicators {
            let (value, secret) = cell(&cells, *at);
            figures.push(Figure {
                indicator: indicator.clone(),
                level: Level::Square,
                area: code.clone(),
                name: code.clone(),
                value,
                secret,
                place: Some(place),
            });
        }
    }
    Ok(figures)
}

async fn points_in(
    app: &App,
    traject: &Traject,
    area: &TrajectArea,
    by: &HashMap<String, Vec<Placed>>,
) -> Result<Vec<Figure>, IndicatorError> {
    let mut figures = Vec::new();
    for (row, place) in points_within(app, traject, area, 0.0).await? {
        let Some((_, indicator)) = by.get(&row.import).and_then(|all| all.first()) else { continue };
        figures.push(Figure {
            indicator: indicator.clone(),
            level: Level::Point,
            area: format!("{},{}", row.x, row.y),
            name: row.category,
            value: Some(1.0),
            secret: false,
            place: Some(place),
        });
    }
    Ok(figures)
}

/// The rows of points in an area and up to `reach` metres round it, each with its place.
async fn points_within(
    app: &App,
    traject: &Traject,
    area: &TrajectArea,
    reach: f64,
) -> Result<Vec<(PointRow, Place)>, IndicatorError> {
    let Some(within) = extent(area, reach) else { return Ok(Vec::new()) };
    let rows = store::points(&app.db, &traject.id, within).await?.into_iter();
    let placed = rows.filter_map(|row| {
        let place = degrees(real(row.x), real(row.y))?;
        (area.metres_outside(place.lon, place.lat) <= reach).then_some((row, place))
    });
    Ok(placed.collect())
}

/// The points of one indicator in the area of a traject: where, and of which category.
///
/// # Errors
/// As [`of_traject`].
pub async fn points(app: &App, traject: &str, id: &str) -> Result<Vec<(Place, String)>, IndicatorError> {
    let all = of_traject(app, traject).await?;
    let points = all.into_iter().filter(|one| one.level == Level::Point && one.indicator.id == id);
    Ok(points.filter_map(|one| Some((one.place?, one.name))).collect())
}

/// The points of one indicator in the area of a traject and up to `reach` metres round it, for a density without a calm edge.
///
/// # Errors
/// The database's.
pub async fn points_round(
    app: &App,
    traject: &Traject,
    area: &TrajectArea,
    indicator: &Indicator,
    reach: f64,
) -> Result<Vec<Place>, IndicatorError> {
    let points = points_within(app, traject, area, reach).await?.into_iter();
    Ok(points.filter(|(row, _)| row.import == indicator.import).map(|(_, place)| place).collect())
}

/// The indicators of a theme, each from near to far. A buurt that a file does not have stays empty: what its wijk or
/// municipality has stands beside it and is never put in its place.
///
/// # Errors
/// As [`of_traject`].
pub async fn of_theme(app: &App, traject: &str, theme: &str) -> Result<Vec<OfTheme>, IndicatorError> {
    laid(app, traject, |one| one.domain == theme).await
}

/// The indicators of files that residents may see, as [`of_theme`] lays them out.
///
/// # Errors
/// As [`of_traject`].
pub async fn for_residents(app: &App, traject: &str) -> Result<Vec<OfTheme>, IndicatorError> {
    laid(app, traject, |one| one.public).await
}

async fn laid(
    app: &App,
    traject: &str,
    wanted: impl Fn(&Indicator) -> bool,
) -> Result<Vec<OfTheme>, IndicatorError> {
    let found = session::find_traject(app, traject).await?;
    let mut all = store::of_traject(&app.db, traject).await?;
    all.retain(|(_, one)| wanted(one));
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let wanted: Vec<Arc<Indicator>> = all.iter().map(|(_, one)| one.clone()).collect();
    let mut parts = Vec::new();
    for code in &found.buurten {
        parts.push(buurt::area(app, std::slice::from_ref(code)).await?);
    }
    let mut of: HashMap<String, Vec<Figure>> = HashMap::new();
    for figure in figures_of(app, &found, all).await? {
        of.entry(figure.indicator.id.clone()).or_default().push(figure);
    }
    Ok(wanted.into_iter().map(|indicator| laid_out(&indicator, of.remove(&indicator.id), &parts)).collect())
}

fn laid_out(indicator: &Arc<Indicator>, figures: Option<Vec<Figure>>, parts: &[Arc<TrajectArea>]) -> OfTheme {
    let figures = figures.unwrap_or_default();
    let at =
        |level| figures.iter().filter(move |one: &&Figure| one.level == level).cloned().collect::<Vec<_>>();
    let buurten = parts.iter().flat_map(|part| part.buurten.iter().map(move |buurt| (part, buurt)));
    let buurten = buurten.map(|(part, buurt)| {
        let mut one = ForBuurt { code: buurt.code.clone(), name: buurt.name.clone(), figure: None, of: None };
        if indicator.shape == Shape::Area {
            one.figure = figures
                .iter()
                .find(|figure| figure.level == Level::Buurt && figure.area == buurt.code)
                .cloned();
        } else {
            let inside: Vec<&Figure> = figures
                .iter()
                .filter(|figure| figure.place.is_some_and(|place| is_in(part, place)))
                .collect();
            one.of = Some(inside.len());
            one.figure = together(indicator, &inside).map(|(value, secret)| Figure {
                indicator: indicator.clone(),
                level: Level::Buurt,
                area: buurt.code.clone(),
                name: buurt.name.clone(),
                value,
                secret,
                place: None,
            });
        }
        one
    });
    OfTheme {
        indicator: indicator.clone(),
        buurten: buurten.collect(),
        wijken: at(Level::Wijk),
        gemeenten: at(Level::Gemeente),
    }
}

/// Several squares or points as one figure: a count is added up, anything else is the mean of what is known. A sum of
/// which a part is secret is secret.
pub fn together(indicator: &Indicator, figures: &[&Figure]) -> Option<(Option<f64>, bool)> {
    let known: Vec<f64> = figures.iter().filter_map(|one| one.value).collect();
    let secret = figures.iter().any(|one| one.secret);
    if indicator.shape == Shape::Point {
        return Some((Some(known.iter().sum()), false));
    }
    if known.is_empty() {
        return secret.then_some((None, true));
    }
    let sum: f64 = known.iter().sum();
    match indicator.counts {
        Counts::Nothing => {
            // A buurt has some thousands of squares at most.
            #[allow(clippy::cast_precision_loss)]
            let count = known.len() as f64;
            Some((Some(sum / count), false))
        }
        Counts::People | Counts::Things if secret => Some((None, true)),
        Counts::People | Counts::Things => Some((Some(sum), false)),
    }
}

/// An indicator that a traject may use, also one that was withdrawn: what rests on it is still read.
///
/// # Errors
/// The database's.
pub async fn find(app: &App, traject: &str, id: &str) -> Result<Option<Arc<Indicator>>, IndicatorError> {
    Ok(store::find(&app.db, traject, id).await?.map(|(_, indicator)| indicator))
}

/// Forgets the figures of a traject's own files, on its day.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, traject: &str) -> Result<(), crate::platform::DbError> {
    store::erase(tx, traject).await
}
