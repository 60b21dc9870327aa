//! Degrees and metres: WGS84, RD New (EPSG:28992), and a local projection where RD New is not valid.

use std::sync::LazyLock;

use geo::Coord;
use proj4rs::{Proj, transform::transform};

use super::error::CoordinateError;
use super::model::Place;

/// RD New as in EPSG:28992 with the seven parameters of EPSG:15934 (Amersfoort to WGS 84 (4)), no correction
/// grid: within 0.25 m of the official RDNAPTRANS answer in the Netherlands.
const RD_NEW: &str = "+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 \
    +x_0=155000 +y_0=463000 +ellps=bessel \
    +towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 \
    +units=m +no_defs";
const WGS84: &str = "+proj=longlat +datum=WGS84 +no_defs";

/// Where RD New is used, in degrees: the Netherlands with its coastal waters (EPSG area of use 3.20–7.22° E,
/// 50.75–53.70° N) and a margin for what lies just over the border.
const RD_LON: std::ops::RangeInclusive<f64> = 3.1..=7.35;
const RD_LAT: std::ops::RangeInclusive<f64> = 50.65..=53.8;

static RD_PROJ: LazyLock<Option<Proj>> = LazyLock::new(|| Proj::from_proj_string(RD_NEW).ok());
static WGS_PROJ: LazyLock<Option<Proj>> = LazyLock::new(|| Proj::from_proj_string(WGS84).ok());

/// A place in the Netherlands, RD New (EPSG:28992), in metres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rd {
    /// Metres east.
    pub x: f64,
    /// Metres north.
    pub y: f64,
}

impl Place {
    /// A checked coordinate.
    ///
    /// # Errors
    /// Not finite; not on the globe; or plainly swapped: a latitude beyond ±90° that fits as longitude, or a
    /// point in the sea off Somalia that lies in the Netherlands when the numbers change places.
    pub fn new(lon: f64, lat: f64) -> Result<Self, CoordinateError> {
        if !lon.is_finite() || !lat.is_finite() {
            return Err(CoordinateError::NotFinite);
        }
        if dutch(lat, lon) {
            return Err(CoordinateError::Swapped { lon, lat });
        }
        if lon.abs() > 180.0 || lat.abs() > 90.0 {
            return Err(if lon.abs() <= 90.0 && lat.abs() <= 180.0 {
                CoordinateError::Swapped { lon, lat }
            } else if (-10_000.0..=300_000.0).contains(&lon) && (300_000.0..=630_000.0).contains(&lat) {
                CoordinateError::LooksLikeRd { x: lon, y: lat }
            } else {
                CoordinateError::OutOfRange { lon, lat }
            });
        }
        Ok(Self { lon, lat })
    }

    /// Whether RD New is valid here.
    pub fn in_rd(self) -> bool {
        dutch(self.lon, self.lat)
    }

    /// The same place in RD New, within 0.25 m of the official transformation.
    ///
    /// # Errors
    /// As [`Place::new`], and outside the Netherlands.
    pub fn to_rd(self) -> Result<Rd, CoordinateError> {
        let Self { lon, lat } = Self::new(self.lon, self.lat)?;
        if !self.in_rd() {
            return Err(CoordinateError::OutsideRd { lon, lat });
        }
        let Coord { x, y } = forward(RD_PROJ.as_ref(), self)?;
        Ok(Rd { x, y })
    }
}

impl Rd {
    /// The same place in WGS84.
    ///
    /// # Errors
    /// Not finite, or outside the Netherlands.
    pub fn to_wgs(self) -> Result<Place, CoordinateError> {
        if !self.x.is_finite() || !self.y.is_finite() {
            return Err(CoordinateError::NotFinite);
        }
        // Nowhere in the Netherlands is so far south: the file calls itself RD and holds degrees.
        if self.x.abs() <= 180.0 && self.y.abs() <= 90.0 {
            return Err(CoordinateError::LooksLikeDegrees { x: self.x, y: self.y });
        }
        let wgs = inverse(RD_PROJ.as_ref(), Coord { x: self.x, y: self.y })?;
        if wgs.in_rd() { Ok(wgs) } else { Err(CoordinateError::OutsideRd { lon: wgs.lon, lat: wgs.lat }) }
    }
}

fn dutch(lon: f64, lat: f64) -> bool {
    RD_LON.contains(&lon) && RD_LAT.contains(&lat)
}

fn forward(proj: Option<&Proj>, wgs: Place) -> Result<Coord, CoordinateError> {
    let (Some(from), Some(to)) = (WGS_PROJ.as_ref(), proj) else { return Err(CoordinateError::Projection) };
    let mut point = (wgs.lon.to_radians(), wgs.lat.to_radians(), 0.0);
    transform(from, to, &mut point).map_err(|_| CoordinateError::Projection)?;
    let coord = Coord { x: point.0, y: point.1 };
    if coord.x.is_finite() && coord.y.is_finite() { Ok(coord) } else { Err(CoordinateError::Projection) }
}

fn inverse(proj: Option<&Proj>, coord: Coord) -> Result<Place, CoordinateError> {
    let (Some(from), Some(to)) = (proj, WGS_PROJ.as_ref()) else { return Err(CoordinateError::Projection) };
    let mut point = (coord.x, coord.y, 0.0);
    transform(from, to, &mut point).map_err(|_| CoordinateError::Projection)?;
    Place::new(point.0.to_degrees(), point.1.to_degrees())
}

/// Metres for measuring and cutting around one neighbourhood, anywhere on earth.
///
/// In the Netherlands this is RD New, so that what is measured here and what the heat layers use agree. Elsewhere
/// RD New is not valid, and a transverse Mercator projection (WGS84, scale 1) centred on the neighbourhood takes its
/// place: within 30 km of the centre its lengths are right to 1 in 90,000, and it needs no zone table.
#[derive(Clone)]
pub struct Metric {
    local: Option<Proj>,
}

impl Metric {
    /// The metres to use around `centre`.
    ///
    /// # Errors
    /// A centre that is not a place on earth.
    pub fn around(centre: Place) -> Result<Self, CoordinateError> {
        let centre = Place::new(centre.lon, centre.lat)?;
        if centre.in_rd() {
            return Ok(Self { local: None });
        }
        let text = format!(
            "+proj=tmerc +lat_0={} +lon_0={} +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs",
            centre.lat, centre.lon
        );
        let local = Proj::from_proj_string(&text).map_err(|_| CoordinateError::Projection)?;
        Ok(Self { local: Some(local) })
    }

    /// Whether these metres are RD New.
    pub fn is_rd(&self) -> bool {
        self.local.is_none()
    }

    /// Degrees to metres.
    ///
    /// # Errors
    /// A point that cannot be projected.
    pub fn metres(&self, wgs: Place) -> Result<Coord, CoordinateError> {
        let wgs = Place::new(wgs.lon, wgs.lat)?;
        forward(self.local.as_ref().or(RD_PROJ.as_ref()), wgs)
    }

    /// Metres to degrees.
    ///
    /// # Errors
    /// A point that cannot be projected back.
    pub fn degrees(&self, metres: Coord) -> Result<Place, CoordinateError> {
        inverse(self.local.as_ref().or(RD_PROJ.as_ref()), metres)
    }
}
