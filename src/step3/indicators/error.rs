//! What can go wrong with figures, and how it is told. What is wrong with a file is a Dutch sentence, for a page and for the
//! command line alike.

use axum::http::StatusCode;
use thiserror::Error;

use super::Broken;
use crate::input::session::SessionError;
use crate::place::buurt::AreaError;
use crate::platform::geopackage::GeoPackageError;
use crate::platform::texts::t;
use crate::platform::{Fault, FieldError, Problem};

/// A file that cannot be used as it is, or about which something must be asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FileError {
    /// It cannot be read.
    #[error("Het bestand kan niet worden gelezen: {0}.")]
    Read(String),
    /// More bytes than are read.
    #[error("Het bestand is groter dan {0} MB. Haal er kolommen of rijen uit die u niet nodig hebt.")]
    TooLarge(u64),
    /// More rows than are read.
    #[error("Het bestand heeft meer dan {0} rijen. Maak er een kleiner bestand van, met alleen uw gemeente.")]
    TooManyRows(usize),
    /// More columns than are read.
    #[error("Het bestand heeft meer dan {0} kolommen. Haal er kolommen uit die u niet nodig hebt.")]
    TooManyColumns(usize),
    /// A row or a cell that is longer than a row can be: a quote that never ends.
    #[error("Rij {0} is te lang. Staat er ergens een aanhalingsteken dat niet wordt gesloten?")]
    TooLong(u64),
    /// A quote that is closed in another row, or never: what stands behind it would be taken for figures of its row.
    #[error(
        "In rij {0} begint een vak met een aanhalingsteken (\") dat daar niet wordt gesloten. Zo komen de rijen erachter in dat ene vak. Zet het goed en kies het bestand opnieuw: een aanhalingsteken in een tekst staat er twee keer."
    )]
    OpenQuote(u64),
    /// Nothing is in it.
    #[error("Het bestand is leeg, of heeft alleen een kop.")]
    Empty,
    /// There are dates and no numbers.
    #[error("Er is geen kolom met getallen gevonden. In kolom {0} staan datums, zoals {1}.")]
    Dates(String, String),
    /// A text in UTF-32.
    #[error(
        "De tekst is geschreven in UTF-32, en dat wordt niet gelezen. Sla het bestand op als UTF-8 en kies het opnieuw."
    )]
    Utf32,
    /// One column: another separator, or no table.
    #[error(
        "Er is maar één kolom gevonden. Is dit een tabel? Zeg met --separator welk teken tussen de kolommen staat."
    )]
    OneColumn,
    /// A workbook or another archive.
    #[error("Dit is een werkblad of een ingepakt bestand. Sla de tabel op als CSV en kies dat bestand.")]
    Workbook,
    /// A web page or an XML workbook that is called .xls.
    #[error(
        "Dit is een webpagina, ook al heet het bestand misschien .xls. Open het in Excel, kies Opslaan als, en sla het op als CSV."
    )]
    WebPage,
    /// Another file of tags: KML, GML, GPX.
    #[error("Dit is een XML-bestand. Zet het eerst om naar GeoJSON of CSV, bijvoorbeeld met QGIS.")]
    Xml,
    /// Something behind the first collection.
    #[error(
        "Achter de eerste verzameling in het bestand staat nog iets. Zet alles in één FeatureCollection."
    )]
    After,
    /// Not GeoJSON.
    #[error("Dit is geen GeoJSON dat gelezen kan worden: {0}.")]
    NotGeoJson(String),
    /// GeoJSON in another encoding.
    #[error(
        "Het bestand is niet opgeslagen als UTF-8 (regel {0}). Sla het op als UTF-8, in QGIS bij Codering."
    )]
    NotUtf8(usize),
    /// A GeoPackage that cannot be read.
    #[error(transparent)]
    GeoPackage(#[from] GeoPackageError),
    /// Several layers: which?
    #[error("Er zijn meer lagen: {0}. Zeg met --layer welke u wilt.")]
    AskLayer(String),
    /// There is no such layer.
    #[error("Er is geen laag {0}. Er is: {1}.")]
    NoLayer(String, String),
    /// There is no such column.
    #[error("Er is geen kolom {0}. Er is: {1}.")]
    NoColumn(String, String),
    /// Which column has the codes?
    #[error("Geen kolom heeft codes van gebieden. Zeg met --area-field in welke kolom ze staan. Er is: {0}.")]
    AskArea(String),
    /// Coordinates look like RD and nothing says so.
    #[error(
        "De plekken lijken in het RD-stelsel te staan (meters), maar het bestand zegt dat niet. Klopt dat? Voeg dan --crs rd toe."
    )]
    AskCrs,
    /// Coordinates that lost their decimal sign.
    #[error(
        "De plekken zijn hun komma kwijt: er staat {0}. Dat doet Excel als het een punt voor duizendtallen houdt. Haal het bestand opnieuw op en breng het hier binnen zonder het in Excel op te slaan."
    )]
    LostDecimals(String),
    /// Coordinates that are neither degrees nor RD metres.
    #[error("De plekken staan niet in graden (WGS84) en niet in het RD-stelsel. Zet het bestand eerst om.")]
    OtherCrs,
    /// Places in several systems, and nobody says which.
    #[error(
        "De plekken staan niet allemaal in hetzelfde stelsel: {degrees} in graden (WGS84), {metres} in het RD-stelsel en {other} in geen van beide. Zeg met --crs welk stelsel geldt, of haal de andere rijen eruit."
    )]
    MixedCrs {
        /// In degrees.
        degrees: usize,
        /// In RD metres.
        metres: usize,
        /// In neither.
        other: usize,
    },
    /// Somebody names a system, and the places are in another.
    #[error(
        "U zegt dat de plekken in {0} staan, maar de meeste staan in een ander stelsel. Kijk welk stelsel het is."
    )]
    SaidCrs(&'static str),
    /// A reference system that is not read.
    #[error(
        "Het bestand gebruikt het stelsel {0}. Alleen WGS84 (EPSG:4326) en RD (EPSG:28992) worden gelezen. Zet het eerst om."
    )]
    NamedCrs(String),
    /// Comma or point?
    #[error(
        "In kolom {0} kan een getal als {1} twee dingen zijn: duizend of een breuk. Voeg --decimal komma of --decimal punt toe."
    )]
    AskDecimal(String, String),
    /// Squares of 100 or of 500 m?
    #[error("De vierkanten kunnen van 100 of van 500 meter zijn. Voeg --square 100 of --square 500 toe.")]
    AskSquare,
    /// Points were asked for, and there is no place.
    #[error(
        "In dit bestand staan geen plekken. Zeg met --area-field in welke kolom de codes van gebieden staan."
    )]
    NoGeometry,
    /// No column holds numbers.
    #[error("Er is geen kolom met getallen gevonden.")]
    NoNumbers,
    /// There are columns with numbers, and none of them was chosen or described.
    #[error(
        "Er zijn wel kolommen met getallen ({0}), maar geen ervan hoort bij de tabel die u noemt of is gekozen. Laat --as weg (of kies een andere tabel), of kies zelf kolommen."
    )]
    NoneChosen(String),
    /// A column that was chosen and holds no numbers.
    #[error("In kolom {0} staan geen getallen. Kies een andere kolom.")]
    NoNumbersIn(String),
    /// What were numbers are dates.
    #[error(
        "Er is geen kolom met getallen gevonden. In kolom {0} staan datums, zoals {1}: Excel maakte die van getallen. Zet de kolom in Excel op tekst en vul haar opnieuw."
    )]
    OnlyDates(String, String),
    /// No row is about an area, square or place that can be used.
    #[error("Geen enkele rij past: {0}.")]
    Nothing(String),
    /// The same area several times, with other figures.
    #[error(
        "Elk gebied staat er meer dan één keer in, met andere getallen ({0} in alles, bijvoorbeeld {1}). Kies één jaar of groep met --only KOLOM=WAARDE."
    )]
    Doubled(usize, String),
    /// A description that there is not.
    #[error("De beschrijving {0} bestaat niet. Er is: {1}.")]
    NoDescription(String, String),
}

/// Figures cannot be brought in, shown or changed.
#[derive(Debug, Error)]
pub enum IndicatorError {
    /// The file.
    #[error(transparent)]
    File(#[from] FileError),
    /// Fields that break a rule.
    #[error("fields that are not right: {0:?}")]
    Broken(Vec<Broken>),
    /// Too many files are being looked at.
    #[error("too many files are being looked at")]
    Busy,
    /// There is no such indicator, file or draft.
    #[error("no such indicator")]
    None,
    /// A file of every traject: only the command line changes it.
    #[error("of every traject")]
    OfAll,
    /// Somebody changed it meanwhile.
    #[error("changed meanwhile")]
    Changed,
    /// The traject.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// A part of the program that fell over.
    #[error("{0}")]
    Failed(String),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(IndicatorError);

impl From<IndicatorError> for Problem {
    fn from(error: IndicatorError) -> Self {
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        match error {
            IndicatorError::File(FileError::TooLarge(mb)) => {
                Self::new(StatusCode::PAYLOAD_TOO_LARGE, "figures-too-large").with("mb", mb)
            }
            IndicatorError::File(error) => Self::new(wrong, "figures-file")
                .fields(vec![FieldError { pointer: "/file".to_owned(), detail: error.to_string() }]),
            IndicatorError::Broken(list) => Self::new(wrong, "figures-wrong").fields(
                list.iter()
                    .map(|one| FieldError { pointer: format!("/{}", one.field), detail: t(one.rule) })
                    .collect(),
            ),
            IndicatorError::Busy => {
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "figures-busy").retry_after(600)
            }
            IndicatorError::None => Self::new(StatusCode::NOT_FOUND, "no-figures"),
            IndicatorError::OfAll => Self::new(StatusCode::FORBIDDEN, "figures-of-all"),
            IndicatorError::Changed => Self::new(StatusCode::CONFLICT, "figures-changed"),
            IndicatorError::Session(error) => error.into(),
            IndicatorError::Area(error) => Self::internal(&error),
            failed @ IndicatorError::Failed(_) => Self::internal(&failed),
            IndicatorError::Fault(fault) => fault.into(),
        }
    }
}
