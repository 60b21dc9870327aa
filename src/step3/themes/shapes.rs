//! A figure drawn on the plattegrond: areas and squares in five classes, points as dots; where dots would cover each other, as a
//! density.

use std::fmt::Write as _;

use geo::{LineString, MultiPolygon, Polygon};

use super::figures::told;
use crate::input::session::SessionError;
use crate::layers::heat::{self, Bandwidth, LayerError, PIN_REACH_M, Source, area_path};
use crate::place::buurt::{self, Place};
use crate::platform::texts::tv;
use crate::platform::{App, Problem};
use crate::step3::indicators::{self, Figure, Indicator, Level, Shape, number_text as number};

/// Classes from low to high.
const CLASSES: usize = 5;
/// Violet, from light to dark: neither of the two ramps of what residents said.
const RAMP: [&str; CLASSES] = ["#E6DCF1", "#C6B0DF", "#9F7CC8", "#754AA6", "#47237A"];
const OPACITY: &str = "0.78";
/// Radius of a point, in units of the picture.
const DOT: u32 = 15;
/// More points than this are drawn as a density, as a layer of residents is.
const MOST_DOTS: usize = 100;
/// Sides that squares of figures have, metres.
const SIDES: [f64; 2] = [100.0, 500.0];

/// A class: its number from 1, its colour, from and up to where.
pub(super) type Class = (usize, &'static str, String);

/// A figure as it is drawn.
pub(super) struct Drawn {
    /// Which.
    pub indicator: std::sync::Arc<Indicator>,
    /// Paths over the plattegrond.
    pub paths: String,
    /// Each class that occurs.
    pub classes: Vec<Class>,
    /// Something is not known, or not shown.
    pub has_unknown: bool,
    /// Of each area by name what it has; for squares and points the count of them.
    pub rows: Vec<(String, String)>,
    /// The points are drawn as a density.
    pub dense: bool,
}

/// Draws a figure on the map `at` of a page; nothing where there is no such figure in the area.
///
/// # Errors
/// The database's.
pub(super) async fn drawn(
    app: &App,
    source: &Source,
    at: usize,
    figures: Vec<Figure>,
) -> Result<Option<Drawn>, Problem> {
    let Some(indicator) = figures.first().map(|figure| figure.indicator.clone()) else { return Ok(None) };
    let scale = Scale::of(&figures, indicator.shape);
    let mut pen = Pen { source, at, paths: String::new(), has_unknown: false };
    let mut rows = Vec::new();
    let mut dense = None;
    match indicator.shape {
        Shape::Area => {
            let boundaries = buurt::boundaries(app, &source.traject.buurten).await;
            for boundary in boundaries.map_err(SessionError::from)? {
                let figure = figures
                    .iter()
                    .find(|figure| figure.level == Level::Buurt && figure.area == boundary.code);
                pen.area(&buurt::polygons(&boundary.geometry), scale.class(figure));
                rows.push((boundary.name, told(&indicator, figure)));
            }
            let wider = figures.iter().filter(|figure| matches!(figure.level, Level::Wijk | Level::Gemeente));
            rows.extend(wider.map(|figure| (figure.name.clone(), told(&indicator, Some(figure)))));
        }
        Shape::Square => {
            let side = side(source, &figures);
            for figure in figures.iter().filter(|figure| figure.level == Level::Square) {
                if let Some(square) = square(source, figure.place, side) {
                    pen.area(&square, scale.class(Some(figure)));
                }
                rows.push((figure.name.clone(), told(&indicator, Some(figure))));
            }
        }
        Shape::Point => {
            let points = || figures.iter().filter(|figure| figure.level == Level::Point);
            rows = counted(points().map(|figure| figure.name.clone()));
            if points().count() > MOST_DOTS {
                dense = Some(density(app, source, &indicator).await?);
            } else {
                points().for_each(|figure| pen.point(figure.place));
            }
        }
    }
    let Pen { paths, has_unknown, .. } = pen;
    let is_dense = dense.is_some();
    let (paths, classes) = dense.unwrap_or_else(|| (paths, scale.classes(&indicator)));
    Ok(Some(Drawn { classes, paths, has_unknown, rows, dense: is_dense, indicator }))
}

/// Points as a density, with the grain of the layer beside it.
async fn density(app: &App, source: &Source, indicator: &Indicator) -> Result<(String, Vec<Class>), Problem> {
    let places = indicators::points_round(app, &source.traject, &source.area, indicator, PIN_REACH_M).await?;
    let source = source.clone();
    let drawn = tokio::task::spawn_blocking(move || {
        let grid = heat::points(&source.area, &places, Bandwidth::default())?;
        let bands = heat::isobands(&grid, |x, y| heat::lonlat(&source, x, y));
        let pen = Pen { source: &source, at: 0, paths: String::new(), has_unknown: false };
        let mut paths = String::new();
        let mut classes = Vec::new();
        for band in &bands.bands {
            let colour = RAMP[usize::from(band.class).clamp(1, CLASSES) - 1];
            let d = area_path(&band.area, pen.project());
            // Writing into a string cannot fail.
            let _ = write!(
                paths,
                r#"<path fill="{colour}" fill-opacity="{OPACITY}" fill-rule="evenodd" d="{d}"/>"#
            );
            let ends = [("from", number(band.lower).into()), ("to", number(band.upper).into())];
            classes.push((usize::from(band.class), colour, tv("themes-per-km2", &ends)));
        }
        Ok::<_, LayerError>((paths, classes))
    });
    Ok(drawn.await.map_err(|error| Problem::internal(&error))??)
}

/// Points by category: how many there are.
fn counted(names: impl Iterator<Item = String>) -> Vec<(String, String)> {
    let mut counts = std::collections::BTreeMap::<String, u32>::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts.into_iter().map(|(name, count)| (name, count.to_string())).collect()
}

/// Where classes begin and end.
struct Scale {
    low: f64,
    high: f64,
    used: [bool; CLASSES],
}

impl Scale {
    fn of(figures: &[Figure], shape: Shape) -> Self {
        let level = if shape == Shape::Square { Level::Square } else { Level::Buurt };
        let mine = figures.iter().filter(|figure| figure.level == level && !figure.secret);
        let values: Vec<f64> = mine.filter_map(|figure| figure.value).collect();
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut scale = Self { low, high, used: [false; CLASSES] };
        for value in values {
            scale.used[scale.at(value)] = true;
        }
        scale
    }

    /// The class of a value, from nought.
    fn at(&self, value: f64) -> usize {
        if self.high <= self.low {
            // All the same: the middle says neither little nor much.
            return CLASSES / 2;
        }
        // Between nought and one.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let class = ((value - self.low) / (self.high - self.low) * CLASSES as f64) as usize;
        class.min(CLASSES - 1)
    }

    fn class(&self, figure: Option<&Figure>) -> Option<usize> {
        let figure = figure.filter(|figure| !figure.secret)?;
        figure.value.map(|value| self.at(value))
    }

    fn classes(&self, indicator: &Indicator) -> Vec<Class> {
        let unit = if indicator.unit.is_empty() { String::new() } else { format!(" {}", indicator.unit) };
        let end = |at: usize| {
            // Five classes.
            #[allow(clippy::cast_precision_loss)]
            let share = at as f64 / CLASSES as f64;
            number(tidy(self.low + (self.high - self.low) * share, self.high - self.low))
        };
        let label = |at: usize| {
            if self.high <= self.low {
                format!("{}{unit}", number(self.low))
            } else {
                format!("{} – {}{unit}", end(at), end(at + 1))
            }
        };
        (0..CLASSES).filter(|at| self.used[*at]).map(|at| (at + 1, RAMP[at], label(at))).collect()
    }
}

/// A value with as many digits as tell the ends of five classes in `range` apart.
fn tidy(value: f64, range: f64) -> f64 {
    // Two digits smaller than the range: its five parts differ in at least 20 of those.
    let digit = 10_f64.powf(range.log10().floor() - 2.0);
    (value / digit).round() * digit
}

struct Pen<'a> {
    source: &'a Source,
    at: usize,
    paths: String,
    has_unknown: bool,
}

impl Pen<'_> {
    fn project(&self) -> impl Fn(f64, f64) -> (f64, f64) {
        let projection = self.source.area.projection;
        move |lon, lat| {
            let [x, y] = projection.to_svg(lon, lat);
            (x, y)
        }
    }

    fn area(&mut self, area: &MultiPolygon<f64>, class: Option<usize>) {
        let (d, at) = (area_path(area, self.project()), self.at);
        // Writing into a string cannot fail.
        let _ = if let Some(class) = class {
            write!(
                self.paths,
                r##"<path fill="{}" fill-opacity="{OPACITY}" fill-rule="evenodd" stroke="#FFFFFF" stroke-width="3" d="{d}"/>"##,
                RAMP[class]
            )
        } else {
            self.has_unknown = true;
            write!(
                self.paths,
                r##"<path fill="url(#arcering-{at})" fill-rule="evenodd" stroke="#5B564B" stroke-width="3" d="{d}"/>"##
            )
        };
    }

    fn point(&mut self, place: Option<Place>) {
        let Some(place) = place else { return };
        let (x, y) = self.project()(place.lon, place.lat);
        let _ = write!(
            self.paths,
            r##"<circle cx="{x:.0}" cy="{y:.0}" r="{DOT}" fill="{}" fill-opacity="0.85" stroke="#FFFFFF" stroke-width="3"/>"##,
            RAMP[3]
        );
    }
}

/// How wide the squares of a file are: as far apart as the nearest two in a row.
fn side(source: &Source, figures: &[Figure]) -> f64 {
    let middles: Vec<_> = figures
        .iter()
        .filter_map(|figure| figure.place)
        .filter_map(|place| source.area.metres(place))
        .collect();
    let mut east: Vec<f64> = middles.iter().map(|at| at.x).collect();
    east.sort_by(f64::total_cmp);
    let gaps = east.windows(2).map(|pair| pair[1] - pair[0]).filter(|gap| *gap > 50.0);
    let least = gaps.fold(f64::INFINITY, f64::min);
    let near = |side: &f64| (side - least).abs();
    if least.is_finite() {
        SIDES.into_iter().min_by(|a, b| near(a).total_cmp(&near(b))).unwrap_or(SIDES[0])
    } else {
        SIDES[0]
    }
}

fn square(source: &Source, middle: Option<Place>, side: f64) -> Option<MultiPolygon<f64>> {
    let at = source.area.metres(middle?)?;
    let half = side / 2.0;
    let corner = |x: f64, y: f64| source.area.degrees(at.x + x, at.y + y).map(|at| (at.lon, at.lat));
    let ring = [corner(-half, -half)?, corner(half, -half)?, corner(half, half)?, corner(-half, half)?];
    Some(MultiPolygon::new(vec![Polygon::new(LineString::from(ring.to_vec()), Vec::new())]))
}

#[cfg(test)]
mod tests {
    use super::tidy;
    use crate::step3::indicators::number_text;

    #[test]
    fn the_ends_of_classes_have_no_more_digits_than_they_need() {
        for (value, range, text) in [
            (61.234_56, 10.0, "61,2"),
            (1_234.567, 900.0, "1.235"),
            (0.123_456, 0.5, "0,12"),
            (-3.2, 40.0, "−3,2"),
        ] {
            assert_eq!(number_text(tidy(value, range)), text);
        }
    }
}
