//! The areas that figures are matched with: the buurten that were imported here, of one traject or all of them.

use std::collections::{HashMap, HashSet};

use geo::{Area as _, BooleanOps as _, BoundingRect as _, Coord, Geometry, MultiPolygon};

use super::{IndicatorError, code};
use crate::input::session;
use crate::place::buurt::{self, Boundary, BuurtRef, Place};
use crate::platform::App;

/// Squares and points up to this far from a buurt are kept, in metres.
pub const NEAR_M: f64 = 500.0;
/// The side of a cell in which is remembered what is near, in metres.
const CELL_M: f64 = 500.0;
/// Two outlines are of the same area when they share so much of what they cover together.
pub const SAME_AREA: f64 = 0.9;

/// The buurten that figures may be about.
pub struct Known {
    /// In the order of the traject, or by name.
    pub buurten: Vec<BuurtRef>,
    outlines: HashMap<String, MultiPolygon>,
    /// Codes in their one form, where a buurt was kept in another before there was one.
    other_forms: HashMap<String, String>,
    /// Wijken and municipalities round them.
    pub around: HashSet<String>,
    near: HashSet<(i64, i64)>,
}

impl Known {
    /// The buurten of a traject, or every one.
    ///
    /// # Errors
    /// No such traject, or the database's.
    pub async fn load(app: &App, traject: Option<&str>) -> Result<Self, IndicatorError> {
        let codes = match traject {
            Some(id) => session::find_traject(app, id).await?.buurten,
            None => buurt::list(app).await?.into_iter().map(|one| one.code).collect(),
        };
        let boundaries = buurt::boundaries(app, &codes).await?;
        Ok(Self::of(boundaries))
    }

    /// These areas.
    pub fn of(boundaries: Vec<Boundary>) -> Self {
        let mut known = Self {
            buurten: Vec::new(),
            outlines: HashMap::new(),
            other_forms: HashMap::new(),
            around: HashSet::new(),
            near: HashSet::new(),
        };
        for boundary in boundaries {
            if let Some((wijk, gemeente)) = code::around(&boundary.code) {
                known.around.extend([wijk, gemeente]);
            }
            let form = buurt::one_form(&boundary.code);
            if form != boundary.code {
                known.other_forms.insert(form.into_owned(), boundary.code.clone());
            }
            known.near.extend(cells(&boundary.geometry));
            known.outlines.insert(boundary.code.clone(), buurt::polygons(&boundary.geometry));
            known.buurten.push(BuurtRef { code: boundary.code, name: boundary.name });
        }
        known
    }

    /// Whether a buurt has this code.
    pub fn has(&self, code: &str) -> bool {
        self.outlines.contains_key(code)
    }

    /// A code as its buurt is kept under it.
    pub fn as_kept(&self, code: String) -> String {
        self.other_forms.get(&code).cloned().unwrap_or(code)
    }

    /// Whether a place in RD metres is in or near a buurt.
    pub fn is_near(&self, x: f64, y: f64) -> bool {
        self.near.contains(&cell(x, y))
    }

    /// How much of what both cover together an outline in degrees shares with the buurt of this code, from 0 to 1;
    /// nothing where the outline covers nothing. One that crosses itself again and again, or has more corners than any boundary,
    /// is no outline of a buurt: it shares nothing.
    pub fn shared(&self, code: &str, outline: &MultiPolygon) -> Option<f64> {
        let own = self.outlines.get(code)?;
        if !buurt::can_be_laid_out(own, outline) {
            return Some(0.0);
        }
        let both = own.union(outline).unsigned_area();
        (both > 0.0).then(|| own.intersection(outline).unsigned_area() / both)
    }
}

/// RD metres are within a million.
#[allow(clippy::cast_possible_truncation)]
fn cell(x: f64, y: f64) -> (i64, i64) {
    ((x / CELL_M).floor() as i64, (y / CELL_M).floor() as i64)
}

/// The cells round an area.
fn cells(geometry: &Geometry) -> Vec<(i64, i64)> {
    let Some(bounds) = geometry.bounding_rect() else { return Vec::new() };
    let rd = |at: Coord| Place { lon: at.x, lat: at.y }.to_rd().ok();
    let (Some(low), Some(high)) = (rd(bounds.min()), rd(bounds.max())) else {
        return Vec::new();
    };
    let (from, to) = (cell(low.x - NEAR_M, low.y - NEAR_M), cell(high.x + NEAR_M, high.y + NEAR_M));
    (from.0..=to.0).flat_map(|x| (from.1..=to.1).map(move |y| (x, y))).collect()
}

#[cfg(test)]
mod tests {
    use geo::Polygon;

    use super::*;

    fn area(ring: Vec<[f64; 2]>) -> Polygon {
        Polygon::new(ring.into(), Vec::new())
    }

    fn square(west: f64, south: f64, side: f64) -> Polygon {
        let (east, north) = (west + side, south + side);
        area(vec![[west, south], [east, south], [east, north], [west, north], [west, south]])
    }

    fn known() -> Known {
        Known::of(vec![Boundary {
            code: "BU0363MM05".into(),
            name: "Frankendael".into(),
            geometry: Geometry::Polygon(square(4.92, 52.34, 0.01)),
        }])
    }

    #[test]
    fn an_outline_that_moved_is_seen() {
        let known = known();
        let shared = |west, side| known.shared("BU0363MM05", &square(west, 52.34, side).into()).unwrap();
        assert!(shared(4.92, 0.01) > 0.999);
        assert!((shared(4.925, 0.01) - 1.0 / 3.0).abs() < 1e-6);
        assert!(shared(5.0, 0.01) < 1e-9);
        assert_eq!(known.shared("BU0363MM06", &MultiPolygon(vec![])), None);
    }

    #[test]
    fn an_outline_of_edges_up_and_edges_across_shares_nothing() {
        let known = known();
        // As a fence would be drawn: n up and down, n left and right.
        let n = 4_000_u32;
        let at = |step: u32| f64::from(step) / f64::from(n) * 0.01;
        let up = (0..n).flat_map(|step| {
            let (from, to) = if step.is_multiple_of(2) { (0.0, 0.01) } else { (0.01, 0.0) };
            [[4.92 + at(step), 52.34 + from], [4.92 + at(step), 52.34 + to]]
        });
        let across = (0..n).flat_map(|step| {
            let (from, to) = if step.is_multiple_of(2) { (0.01, 0.0) } else { (0.0, 0.01) };
            [[4.92 + from, 52.34 + at(step)], [4.92 + to, 52.34 + at(step)]]
        });
        let mut ring: Vec<[f64; 2]> = up.chain(across).collect();
        ring.push(ring[0]);
        assert_eq!(known.shared("BU0363MM05", &area(ring).into()), Some(0.0));
        let mut corners: Vec<[f64; 2]> = (0..200_001).map(|step| [4.92 + at(step), 52.34]).collect();
        corners.extend([[4.95, 52.35], corners[0]]);
        assert_eq!(known.shared("BU0363MM05", &area(corners).into()), Some(0.0));
    }

    #[test]
    fn figures_find_a_buurt_whose_code_was_kept_in_small_letters() {
        let geometry = area(vec![[4.92, 52.34], [4.93, 52.34], [4.93, 52.35], [4.92, 52.34]]).into();
        let known = Known::of(vec![Boundary { code: "bu0363zz10".into(), name: "Hof".into(), geometry }]);
        assert_eq!(known.as_kept("BU0363ZZ10".to_owned()), "bu0363zz10");
        assert_eq!(known.as_kept("GM0363".to_owned()), "GM0363");
        assert!(known.around.contains("WK0363ZZ") && known.around.contains("GM0363"));
    }

    #[test]
    fn what_is_near_is_known_by_its_metres() {
        let known = known();
        let middle = Place { lon: 4.925, lat: 52.345 }.to_rd().unwrap();
        assert!(known.is_near(middle.x, middle.y));
        assert!(known.is_near(middle.x + 900.0, middle.y));
        assert!(!known.is_near(middle.x + 3000.0, middle.y));
        assert_eq!(known.around.len(), 2);
    }
}
