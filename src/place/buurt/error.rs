//! What can go wrong in this room. Administrators read these on the command line, so they are in Dutch,
//! each one sentence that names the feature and the reason.

use std::path::{Path, PathBuf};

use super::feature::PlattegrondError;
use super::model::Place;
use crate::platform::Fault;
use crate::platform::geopackage::GeoPackageError;

/// A coordinate that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum CoordinateError {
    /// NaN or infinity.
    #[error("de coördinaat is geen getal")]
    NotFinite,
    /// Longitude outside ±180° or latitude outside ±90°.
    #[error("lengte {lon} en breedte {lat} liggen niet op de wereldbol")]
    OutOfRange {
        /// Degrees east as given.
        lon: f64,
        /// Degrees north as given.
        lat: f64,
    },
    /// The two numbers make sense only the other way round.
    #[error(
        "lengte {lon} en breedte {lat} lijken verwisseld: eerst de lengte (oost), dan de breedte (noord)"
    )]
    Swapped {
        /// Degrees east as given.
        lon: f64,
        /// Degrees north as given.
        lat: f64,
    },
    /// Numbers the size of RD New metres where degrees were expected.
    #[error("{x} en {y} lijken meters in het RD-stelsel; gebruik graden (WGS84)")]
    LooksLikeRd {
        /// First number as given.
        x: f64,
        /// Second number as given.
        y: f64,
    },
    /// Numbers the size of degrees where the file says RD New.
    #[error(
        "het bestand zegt dat het in het RD-stelsel staat, maar {x} en {y} zijn graden; zet het stelsel in het bestand op WGS84 (EPSG:4326)"
    )]
    LooksLikeDegrees {
        /// First number as given.
        x: f64,
        /// Second number as given.
        y: f64,
    },
    /// RD New means nothing there.
    #[error("lengte {lon} en breedte {lat} liggen buiten Nederland, waar het RD-stelsel niet geldt")]
    OutsideRd {
        /// Degrees east.
        lon: f64,
        /// Degrees north.
        lat: f64,
    },
    /// The projection has no answer for this point.
    #[error("de coördinaat kan niet worden omgerekend naar meters")]
    Projection,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "lengte {:.5} en breedte {:.5}", self.lon, self.lat)
    }
}

/// What somebody can do about a boundary that is not sound.
const REPAIR: &str = "herstel hem in QGIS met Geometrie repareren";

/// What is wrong with one ring of a polygon, or with the whole geometry.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RingFault {
    /// No geometry at all.
    #[error("er is geen geometrie")]
    NoGeometry,
    /// Something else than `Polygon` or `MultiPolygon`.
    #[error("de geometrie is van het soort {0:?}; alleen Polygon en MultiPolygon kunnen een grens zijn")]
    NotAPolygon(String),
    /// `coordinates` is missing or not nested as RFC 7946 says.
    #[error("de coördinaten zijn niet opgebouwd zoals bij een {0} hoort")]
    Shape(&'static str),
    /// Fewer than four positions.
    #[error("een ring heeft {0} punten; het minimum is 4")]
    TooShort(usize),
    /// First and last position differ.
    #[error("een ring is niet gesloten: het eerste en laatste punt verschillen; zet het eerste punt ook achteraan, of {repair}", repair = REPAIR)]
    NotClosed,
    /// A coordinate that cannot be used.
    #[error("{0}")]
    Coordinate(#[from] CoordinateError),
    /// Crossing itself.
    #[error("de grens is geen geldig vlak: hij snijdt zichzelf bij {0}; {repair}", repair = REPAIR)]
    Crosses(Place),
    /// A hole that is not inside, or in another hole.
    #[error("de grens is geen geldig vlak: een gat ligt erbuiten of over een ander gat, bij {0}; {repair}", repair = REPAIR)]
    Hole(Place),
    /// Two parts that cover the same.
    #[error("de grens is geen geldig vlak: twee delen liggen over elkaar bij {0}; {repair}", repair = REPAIR)]
    Overlap(Place),
    /// Edges along each other, or close by, more often than can be looked at.
    #[error(
        "de rand van de grens ligt bij {0} te vaak over of vlak langs zichzelf; vereenvoudig hem in QGIS (Vereenvoudigen, 5 meter)"
    )]
    Tangled(Place),
    /// No surface at all.
    #[error("de grens is geen geldig vlak: hij heeft geen oppervlak")]
    Flat,
    /// A longer edge than can be widened.
    #[error(
        "de rand van de grens is te lang en te grillig (meer dan {0} stukken); vereenvoudig hem in QGIS (Vereenvoudigen, 5 meter)"
    )]
    TooRagged(usize),
    /// More vertices than a boundary may have.
    #[error("de grens heeft meer dan {0} punten")]
    TooManyVertices(usize),
    /// Larger than any neighbourhood.
    #[error("het gebied is groter dan {0} km; dat is geen buurt")]
    TooLarge(u32),
}

/// What went wrong while reading boundaries, reading OpenStreetMap or making a plattegrond.
#[derive(Debug, thiserror::Error)]
pub enum BuurtError {
    /// The file cannot be opened or read.
    #[error("het bestand {path} kan niet worden gelezen: {source}")]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file that breaks off while it is read.
    #[error("het grenzenbestand kan niet worden gelezen: {0}")]
    Decode(String),
    /// Larger than what is read.
    #[error("het bestand {path} is {size_mb} MB; het maximum is {max_mb} MB")]
    FileTooLarge {
        /// Which file.
        path: PathBuf,
        /// Size in megabytes.
        size_mb: u64,
        /// Limit in megabytes.
        max_mb: u64,
    },
    /// Not JSON.
    #[error("het grenzenbestand is geen geldige JSON (regel {line}, kolom {column})")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// Letters in another encoding.
    #[error(
        "het grenzenbestand is niet opgeslagen als UTF-8 (regel {line}); sla het op als UTF-8, in QGIS bij Codering"
    )]
    NotUtf8 {
        /// Line, from 1.
        line: usize,
    },
    /// JSON, but not a feature collection of boundaries.
    #[error("het grenzenbestand is geen GeoJSON FeatureCollection: {0}")]
    NotFeatureCollection(&'static str),
    /// The file says it is in another coordinate system.
    #[error(
        "het grenzenbestand gebruikt het coördinatenstelsel {0:?}; alleen WGS84 (CRS84, EPSG:4326) en RD (EPSG:28992) kunnen"
    )]
    OtherCrs(String),
    /// Something behind the first collection.
    #[error(
        "achter de eerste verzameling in het grenzenbestand staat nog iets; zet alles in één FeatureCollection"
    )]
    After,
    /// A feature that is larger than any boundary.
    #[error("onderdeel {} van het grenzenbestand is te groot: te veel punten, of te veel eigenschappen", index + 1)]
    FeatureTooLarge {
        /// Place in the list, from 0.
        index: usize,
    },
    /// More features than there are buurten.
    #[error("het grenzenbestand heeft meer dan {0} onderdelen; maak een bestand van alleen uw gemeente")]
    TooManyFeatures(usize),
    /// The object in the list of features is not a feature.
    #[error("onderdeel {} van het grenzenbestand is geen Feature met properties", index + 1)]
    NotAFeature {
        /// Place in the list, from 0.
        index: usize,
    },
    /// A feature lacks the code or name field.
    #[error("onderdeel {} van het grenzenbestand heeft geen veld {field:?} met tekst", index + 1)]
    NoField {
        /// Place in the list, from 0.
        index: usize,
        /// The field that was asked for.
        field: String,
    },
    /// Which fields hold code and name?
    #[error(
        "het is niet duidelijk in welk veld de code staat en in welk de naam; zeg het (--code-field en --name-field). Er is: {0}"
    )]
    AskFields(String),
    /// Several layers: which?
    #[error("het grenzenbestand heeft meer lagen: {0}; zeg welke u wilt (--layer)")]
    AskLayer(String),
    /// There is no such layer with shapes.
    #[error("het grenzenbestand heeft geen laag {0:?} met vlakken. Er is: {1}")]
    NoLayer(String, String),
    /// A GeoPackage that cannot be read.
    #[error(transparent)]
    GeoPackage(#[from] GeoPackageError),
    /// A boundary that cannot be used.
    #[error("onderdeel {}{} van het grenzenbestand kan geen grens zijn: {fault}", index + 1, code_suffix(code.as_deref()))]
    Feature {
        /// Place in the list, from 0.
        index: usize,
        /// Its code, where known.
        code: Option<String>,
        /// What is wrong.
        fault: RingFault,
    },
    /// Two features with one code.
    #[error("onderdelen {} en {} van het grenzenbestand hebben dezelfde code {code}; haal er een uit, of geef hem een andere code", first + 1, second + 1)]
    DuplicateCode {
        /// The code.
        code: String,
        /// The first's place in the list, from 0.
        first: usize,
        /// The second's.
        second: usize,
    },
    /// No feature with this code.
    #[error("geen buurt met code {code} in het grenzenbestand ({count} onderdelen)")]
    NotFound {
        /// The code that was asked for.
        code: String,
        /// How many features there are.
        count: usize,
    },
    /// An area without any boundary.
    #[error("er is geen grens opgegeven")]
    NoBoundary,
    /// A boundary that cannot be measured.
    #[error("de grens kan niet worden gebruikt: {0}")]
    Boundary(RingFault),
    /// A coordinate that cannot be used.
    #[error(transparent)]
    Coordinate(#[from] CoordinateError),
    /// A plattegrond that does not keep to its own format.
    #[error(transparent)]
    Plattegrond(#[from] PlattegrondError),
    /// Not an OpenStreetMap PBF file.
    #[error("{path} is geen OpenStreetMap-bestand (.osm.pbf)")]
    NotPbf {
        /// Which file.
        path: PathBuf,
    },
    /// OpenStreetMap, but in XML.
    #[error(
        "{path} is OpenStreetMap in XML (.osm); maak er eerst een ander bestand van: osmium cat {path} -o {new}",
        new = packed_name(path)
    )]
    OsmXml {
        /// Which file.
        path: PathBuf,
    },
    /// A file that ends too early or holds damaged blocks.
    #[error(
        "het OpenStreetMap-bestand {path} is beschadigd of niet volledig ({detail}); download het opnieuw"
    )]
    BrokenPbf {
        /// Which file.
        path: PathBuf,
        /// What the decoder said.
        detail: String,
    },
    /// A file with every version that things ever had.
    #[error(
        "het OpenStreetMap-bestand {path} bevat de geschiedenis, ook wat er niet meer is; neem het gewone .osm.pbf"
    )]
    HistoryPbf {
        /// Which file.
        path: PathBuf,
    },
    /// A file whose blocks are packed in a way that is not read.
    #[error(
        "het OpenStreetMap-bestand {path} is gepakt met {method}; maak er zlib van: osmium cat {path} -o nieuw.osm.pbf -f pbf,pbf_compression=zlib"
    )]
    PackedPbf {
        /// Which file.
        path: PathBuf,
        /// How.
        method: &'static str,
    },
    /// A file that needs what this reader cannot do.
    #[error("het OpenStreetMap-bestand {path} vraagt om {feature:?}; dat kan dit programma niet lezen")]
    UnsupportedPbf {
        /// Which file.
        path: PathBuf,
        /// The required feature.
        feature: String,
    },
}

/// What a file is called once it is packed: `kaart.osm` becomes `kaart.osm.pbf`.
fn packed_name(path: &Path) -> String {
    let name = path.display().to_string();
    match name.strip_suffix(".osm") {
        Some(bare) => format!("{bare}.osm.pbf"),
        None => "nieuw.osm.pbf".to_owned(),
    }
}

fn code_suffix(code: Option<&str>) -> String {
    code.map(|code| format!(" ({code})")).unwrap_or_default()
}

/// A buurt cannot be kept or found.
#[derive(Debug, thiserror::Error)]
pub enum AreaError {
    /// There is no such buurt.
    #[error("De buurt {0} is er niet. Haal haar eerst binnen met: buurtblik buurt import")]
    NoBuurt(String),
    /// Its boundary or plattegrond cannot be used.
    #[error(transparent)]
    Buurt(#[from] BuurtError),
    /// A place on it cannot be measured.
    #[error(transparent)]
    Place(#[from] CoordinateError),
    /// Its plattegrond cannot be read.
    #[error(transparent)]
    Plattegrond(#[from] PlattegrondError),
    /// It cannot be drawn, packed or unpacked.
    #[error("De plattegrond kan niet worden getekend of uitgepakt: {0}")]
    Pack(String),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(AreaError);
