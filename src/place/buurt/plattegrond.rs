//! Making a plattegrond: a boundary and OpenStreetMap files become the drawn map of one neighbourhood.

use std::{collections::HashSet, path::PathBuf};

use super::{
    assemble::{Assembled, Raw, RawMeaning},
    boundary::Boundary,
    clip::Cutter,
    error::BuurtError,
    feature::{Feature, Plattegrond},
    model::{Bbox, BuurtRef, Class, Kind, MARGIN, Properties},
    osm::Extract,
    rows::Rows as _,
};

/// Whom to thank when OpenStreetMap was used.
pub const OSM_ATTRIBUTION: &str = "© OpenStreetMap-bijdragers";

/// OpenStreetMap as read for one or more neighbourhoods: read once, cut as often as there are boundaries.
#[derive(Debug, Default)]
pub struct Import {
    things: Vec<Raw>,
    broken: usize,
    used_osm: bool,
}

/// What importing came across.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// Rings that do not close, holes without a surface, incomplete ways; left out.
    pub broken: usize,
}

/// The plattegrond of one boundary, cut from OpenStreetMap files at the boundary plus 150 m.
///
/// # Errors
/// A boundary that cannot be measured, or a file that is not OpenStreetMap PBF or is damaged.
pub fn import(boundary: &Boundary, pbf: &[PathBuf]) -> Result<Plattegrond, BuurtError> {
    Import::read(std::slice::from_ref(boundary), pbf)?.plattegrond(boundary)
}

impl Import {
    /// Reads the files for all these boundaries together.
    ///
    /// # Errors
    /// As [`import`].
    pub fn read(boundaries: &[Boundary], pbf: &[PathBuf]) -> Result<Self, BuurtError> {
        let positions = boundaries.iter().flat_map(|boundary| boundary.geometry.positions());
        let bbox = Bbox::of(positions).ok_or(BuurtError::NoBoundary)?.widened(MARGIN);
        let mut import = Self { used_osm: !pbf.is_empty(), ..Self::default() };
        let mut seen = HashSet::new();
        for path in pbf {
            let assembled = Assembled::of(&Extract::read(path, bbox)?);
            import.broken += assembled.broken;
            import.things.extend(assembled.things.into_iter().filter(|thing| seen.insert(thing.id.clone())));
        }
        Ok(import)
    }

    /// What was left out while reading.
    pub fn report(&self) -> Report {
        Report { broken: self.broken }
    }

    /// Cuts the plattegrond of one boundary.
    ///
    /// # Errors
    /// A boundary that cannot be measured.
    pub fn plattegrond(&self, boundary: &Boundary) -> Result<Plattegrond, BuurtError> {
        let cutter = Cutter::new(&boundary.geometry)?;
        let mut features: Vec<Feature> =
            self.things.iter().filter_map(|thing| feature(thing, &cutter)).collect();
        features.sort_by_key(|feature| feature.properties.class);
        let edge = Properties { class: Class::Boundary, name: Some(boundary.name.clone()), kind: None };
        features.push(Feature::new(boundary.code.clone(), edge, boundary.geometry.clone()));
        let buurt = BuurtRef { code: boundary.code.clone(), name: boundary.name.clone() };
        let attribution = if self.used_osm { OSM_ATTRIBUTION } else { "" };
        Ok(Plattegrond::new(buurt, attribution.to_owned(), false, features)?)
    }
}

fn feature(thing: &Raw, cutter: &Cutter) -> Option<Feature> {
    let (class, kind) = match thing.meaning {
        RawMeaning::Drawn(class) => (class, None),
        RawMeaning::Place(kind) => (Class::Place, Some(Kind::Place(kind))),
    };
    let geometry = match class {
        Class::Place => cutter.point(&thing.shape)?,
        _ => cutter.cut(&thing.shape)?,
    };
    Some(Feature::new(thing.id.clone(), Properties { class, name: thing.name.clone(), kind }, geometry))
}
