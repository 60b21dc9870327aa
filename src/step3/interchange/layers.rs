//! The heat layers of a traject as tables: a row for each class of a layer, and one for where nothing may be told.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use geo::{BooleanOps as _, MultiPolygon, Polygon, polygon};
use vakken::Vak;

use super::error::ExportError;
use super::model::{Cell, Column, Holds, Row, Shape, Table, name};
use crate::input::session::{Moment, theme_label};
use crate::layers::heat::{
    self, BandName, Bandwidth, HeatGrid, Isobands, LayerInfo, Provenance, Slice, Source, kind_label,
    slice_label,
};
use crate::platform::App;
use crate::platform::texts::t;
use crate::step3::verdieping;

const BANDS: [Column; 14] = [
    ("theme", Holds::Text),
    ("theme_name", Holds::Text),
    ("kind", Holds::Text),
    ("kind_name", Holds::Text),
    ("moment", Holds::Text),
    ("class", Holds::Whole),
    ("name", Holds::Text),
    ("suppressed", Holds::Flag),
    ("lower", Holds::Number),
    ("upper", Holds::Number),
    ("people", Holds::Whole),
    ("rests_on", Holds::Text),
    ("warnings", Holds::Text),
    ("bandwidth", Holds::Whole),
];

const OVERVIEW: [Column; 7] = [
    ("theme", Holds::Text),
    ("theme_name", Holds::Text),
    ("kind", Holds::Text),
    ("kind_name", Holds::Text),
    ("shown", Holds::Flag),
    ("people", Holds::Whole),
    ("rests_on", Holds::Text),
];

/// One layer, ready to be traced.
struct Ready {
    slice: Slice,
    squares: Vec<Vak>,
    grid: Arc<HeatGrid>,
    about: Provenance,
}

/// What a theme is called; `all` is every theme.
fn theme_name(theme: &str) -> String {
    if theme == "all" { t("verdieping-all-themes") } else { theme_label(theme) }
}

/// The layers that show something with the usual grain, of the whole day and of each time of day; and the list of all. Only
/// where they are to be `traced` they have rows: that takes seconds of a processor.
///
/// # Errors
/// As for a layer.
pub(super) async fn heat(app: &App, source: &Source, traced: bool) -> Result<Vec<Table>, ExportError> {
    let list = heat::list(source)?;
    let (mut ready, mut rows) = (Vec::new(), Vec::new());
    for info in list {
        let moments = std::iter::once(None).chain(Moment::ALL.iter().copied().map(Some));
        for moment in moments {
            let slice = Slice { theme: info.theme.clone(), kind: info.kind.clone(), moment };
            let grid = heat::layer_of(app, source, &slice, Bandwidth::default()).await?;
            let about = heat::provenance(source, &slice, &grid);
            if moment.is_none() {
                rows.push(listed(&info, &about));
            }
            if grid.peak().is_some() {
                ready.push(Ready { squares: heat::squares(source, &slice), slice, grid, about });
            }
        }
    }
    let layers =
        if traced { trace(source, ready).await? } else { ready.into_iter().map(|one| (one, None)).collect() };
    let mut known = BTreeSet::new();
    let mut tables: Vec<Table> =
        layers.iter().map(|(one, bands)| bands_table(one, bands.as_deref(), &mut known)).collect();
    tables.push(Table {
        id: "kaarten".to_owned(),
        title: t("interchange-overview"),
        about: t("interchange-overview-about"),
        shape: Shape::Nowhere,
        columns: OVERVIEW.to_vec(),
        rows,
    });
    Ok(tables)
}

type Traced = (Ready, Option<Arc<Isobands>>);

async fn trace(source: &Source, ready: Vec<Ready>) -> Result<Vec<Traced>, ExportError> {
    let area = source.area.clone();
    let traced = tokio::task::spawn_blocking(move || {
        let to_lonlat = |x, y| area.degrees(x, y).map_or((f64::NAN, f64::NAN), |at| (at.lon, at.lat));
        // A theme of which only strengths are told has the same layer three times: what is drawn from the same squares is traced once.
        let mut known: HashMap<Vec<Vak>, Arc<Isobands>> = HashMap::new();
        let traced = ready.into_iter().map(|one| {
            let bands = known
                .entry(one.squares.clone())
                .or_insert_with(|| Arc::new(heat::isobands(&one.grid, to_lonlat)))
                .clone();
            (one, Some(bands))
        });
        traced.collect()
    });
    traced.await.map_err(|_| ExportError::Stopped)
}

fn listed(info: &LayerInfo, about: &Provenance) -> Row {
    let cells = vec![
        info.theme.as_str().into(),
        theme_name(&info.theme).into(),
        info.kind.as_str().into(),
        kind_label(&info.kind).into(),
        about.shown.into(),
        about.voices.into(),
        about.sentence().into(),
    ];
    Row { at: None, cells }
}

fn bands_table(one: &Ready, bands: Option<&Isobands>, known: &mut BTreeSet<String>) -> Table {
    let Slice { theme, kind, moment } = &one.slice;
    let moment = moment.map(|moment| format!(" {moment}")).unwrap_or_default();
    let of_theme = if theme == "all" { "alle themas" } else { theme };
    let of_kind = if kind == "all" { "alles" } else { kind };
    let words = format!("warmte {of_theme} {of_kind}{moment}");
    let plain = name(&words);
    // Themes of a traject's own may differ in letters that a name does not have.
    let mut numbered = (1..).map(|n| if n == 1 { plain.clone() } else { format!("{plain}_{n}") });
    let id = numbered.find(|id| known.insert(id.clone())).unwrap_or(plain);
    let label = slice_label(&one.slice);
    let rows = bands.map(|bands| band_rows(one, bands)).unwrap_or_default();
    Table {
        id,
        title: if theme == "all" { format!("{label} · {}", theme_name(theme)) } else { label },
        about: one.about.text(),
        shape: Shape::Area,
        columns: BANDS.to_vec(),
        rows,
    }
}

fn band_rows(one: &Ready, bands: &Isobands) -> Vec<Row> {
    let mut rows: Vec<Row> = bands
        .bands
        .iter()
        .rev()
        .map(|band| {
            let values = Some((band.class, band.lower, band.upper));
            Row { at: Some(band.area.clone().into()), cells: cells(one, values) }
        })
        .collect();
    if !bands.suppressed.0.is_empty() {
        // Without it a program would show it as if nobody had anything to say there.
        rows.push(Row { at: Some(bands.suppressed.clone().into()), cells: cells(one, None) });
    }
    rows
}

/// A row of a layer: a class with its ends, or where nothing may be told.
fn cells(one: &Ready, band: Option<(u8, f64, f64)>) -> Vec<Cell> {
    let about = &one.about;
    let told = band.map_or_else(|| t("heat-few"), |(class, ..)| t(BandName::of_class(class).key()));
    vec![
        about.theme.as_str().into(),
        theme_name(&about.theme).into(),
        about.kind.as_str().into(),
        kind_label(&about.kind).into(),
        about.moment.map(|moment| t(&format!("session-moment-{moment}"))).into(),
        u32::from(band.map_or(0, |(class, ..)| class)).into(),
        told.into(),
        band.is_none().into(),
        band.map(|(_, lower, _)| lower).into(),
        band.map(|(_, _, upper)| upper).into(),
        about.voices.into(),
        about.sentence().into(),
        about.warnings().join(" ").into(),
        about.bandwidth.metres().into(),
    ]
}

/// Where people were asked something, and where nobody was (or too few to tell).
///
/// # Errors
/// As for a layer.
pub(super) async fn coverage(app: &App, source: &Source) -> Result<Table, ExportError> {
    let nobody = verdieping::nobody(app, source).await?;
    let lattice = *heat::coverage(app, source).await?.lattice();
    let extent = lattice.extent();
    let corner = |x, y| {
        let at = source.area.degrees(x, y);
        at.map_or((f64::NAN, f64::NAN), |at| (at.lon, at.lat))
    };
    let (west, east, south, north) = (extent.min_x, extent.max_x, extent.min_y, extent.max_y);
    let corners = [corner(west, south), corner(east, south), corner(east, north), corner(west, north)];
    let [a, b, c, d] = corners.map(|(x, y)| geo::Coord { x, y });
    let whole: Polygon<f64> = polygon![a, b, c, d];
    let asked = MultiPolygon::new(vec![whole]).difference(&nobody);
    let row = |area: MultiPolygon<f64>, asked: bool| {
        let words = if asked { t("interchange-asked") } else { t("heat-nobody") };
        Row { at: Some(area.into()), cells: vec![asked.into(), words.into()] }
    };
    let rows = [(asked, true), (nobody, false)].into_iter().filter(|(area, _)| !area.0.is_empty());
    Ok(Table {
        id: "gevraagd".to_owned(),
        title: t("interchange-coverage"),
        about: t("interchange-coverage-about"),
        shape: Shape::Area,
        columns: vec![("asked", Holds::Flag), ("name", Holds::Text)],
        rows: rows.map(|(area, asked)| row(area, asked)).collect(),
    })
}
