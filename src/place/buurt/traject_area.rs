//! The area of a traject, to measure against and to show.

use super::pictures::LOOK;
use super::street::Streets;
use super::{Area, Bbox, BuurtRef, Index, Named, Place, Places, Projection, Rd, lettering};

/// Others' pins are shown on a grid of this many metres.
const SHOWN_GRID_M: f64 = 25.0;

/// The area of a traject: one or more buurten, ready to measure against and to show.
pub struct TrajectArea {
    /// What it is called: the names of its buurten.
    pub name: String,
    /// Its buurten.
    pub buurten: Vec<BuurtRef>,
    /// The rectangle round it, degrees.
    pub bbox: Bbox,
    /// Whether it was invented for a demonstration.
    pub invented: bool,
    /// Whom to thank for the map.
    pub attribution: String,
    /// Its streets and places by name.
    pub names: Index,
    /// Those that are everybody's.
    pub places: Places,
    /// Where the picture of the plattegrond puts places.
    pub projection: Projection,
    /// Where each of the names is, in metres, in their order: what is near is asked for each quote of a page.
    pub(super) named_at: Vec<Option<Rd>>,
    pub(super) hash: String,
    /// Of the plattegronden of its buurten: when one changes, the area is read again.
    pub(super) hashes: String,
    pub(super) area: Area,
    pub(super) streets: Streets,
}

impl TrajectArea {
    /// Metres outside the area; 0 inside. A place that cannot be measured is infinitely far away.
    pub fn metres_outside(&self, lon: f64, lat: f64) -> f64 {
        self.area.distance(lon, lat).unwrap_or(f64::INFINITY)
    }

    /// A place in the metres of this area (RD New in the Netherlands).
    pub fn metres(&self, place: Place) -> Option<Rd> {
        let metres = self.area.metric().metres(place).ok()?;
        Some(Rd { x: metres.x, y: metres.y })
    }

    /// The place at these metres.
    pub fn degrees(&self, x: f64, y: f64) -> Option<Place> {
        self.area.metric().degrees(geo::Coord { x, y }).ok()
    }

    /// The street or place whose name stands nearest to a place.
    pub fn nearest(&self, place: Place) -> Option<&Named> {
        let here = self.metres(place)?;
        let away = self.named_at.iter().zip(self.names.all()).filter_map(|(at, named)| {
            let at = (*at)?;
            Some(((at.x - here.x).hypot(at.y - here.y), named))
        });
        away.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, named)| named)
    }

    /// Whether its metres are RD New; elsewhere they are a local projection.
    pub fn is_rd(&self) -> bool {
        self.area.metric().is_rd()
    }

    /// The nearest point of a 25 m grid: as exactly as others may see where somebody put a pin.
    pub fn on_grid(&self, place: Place) -> Place {
        let snap = |metres: f64| (metres / SHOWN_GRID_M).round() * SHOWN_GRID_M;
        let snapped = self.metres(place).and_then(|at| self.degrees(snap(at.x), snap(at.y)));
        // A place that was accepted can be measured; the middle of the area tells nobody anything.
        let [lon, lat] = self.bbox.centre();
        snapped.map_or(Place { lon, lat }, |at| Place { lon: round6(at.lon), lat: round6(at.lat) })
    }

    /// Where a pin about something sensitive is kept: one in or at a building on the nearest street, every other
    /// on the grid. It points at no home.
    pub fn front_door(&self, place: Place) -> Place {
        let at = self.at_home(place);
        let street = at.and_then(|at| self.streets.nearest(at));
        let street = street.and_then(|at| self.degrees(at.x, at.y));
        let street = street.map(|at| Place { lon: round6(at.lon), lat: round6(at.lat) });
        street.unwrap_or_else(|| self.on_grid(place))
    }

    /// Whether a place is in or at a building.
    pub fn is_at_home(&self, place: Place) -> bool {
        self.at_home(place).is_some()
    }

    /// Such a place in metres.
    fn at_home(&self, place: Place) -> Option<geo::Coord> {
        let at = self.metres(place).map(|at| geo::Coord { x: at.x, y: at.y });
        at.filter(|at| self.streets.is_at_home(*at))
    }

    /// Where the plattegrond is, as data.
    pub fn geojson_url(&self) -> String {
        format!("/plattegrond/{}.geojson", self.hash)
    }

    /// Where the names of its streets and places are.
    pub fn names_url(&self) -> String {
        format!("/plattegrond/{}.json", self.hash)
    }

    /// Where its ground is, drawn: everything but names and signs.
    pub fn ground_url(&self) -> String {
        format!("/plattegrond/{}.grond-{LOOK}.svg", self.hash)
    }

    /// Where its names and signs are: for each set, from afar to near, its address and how high its letters are, in units of the
    /// picture.
    pub fn letterings(&self) -> Vec<(String, f64)> {
        let address = |set: usize| format!("/plattegrond/{}.letters-{LOOK}-{set}.svg", self.hash);
        let sizes = lettering::sizes(self.projection.size());
        sizes.into_iter().enumerate().map(|(set, size)| (address(set), size)).collect()
    }

    /// Where the whole plattegrond is in one picture.
    pub fn svg_url(&self) -> String {
        format!("/plattegrond/{}.svg", self.hash)
    }
}

fn round6(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6
}
