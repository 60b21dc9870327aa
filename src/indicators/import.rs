//! Bringing a file in: looked at once, then read again and kept row by row. Nobody sees any of it before all of it is there.

use std::path::PathBuf;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;

use super::columns::Column;
use super::known::Known;
use super::number::Seen;
use super::read::{LARGEST, Opened, Options, Record};
use super::secret::is_secret;
use super::store::{self, Batch, NewImport};
use super::survey::{self, Looked, Survey, mark};
use super::{About, Better, Counts, FileError, IndicatorError, Meaning, Shape, code, describe};
use crate::accounts;
use crate::platform::{App, DbError, clock};

/// Rows that are kept in one go: others who write wait no longer than for these.
const TOGETHER: usize = 500;
/// The most indicators of one file.
pub const MOST_INDICATORS: usize = 300;
/// Points are put on a grid of this many metres: a report is of a street, not of a door.
const POINT_GRID_M: f64 = 10.0;
/// A file that is not ready after so long never will be.
const ABANDONED: SignedDuration = SignedDuration::from_hours(1);

/// What somebody wants to bring in.
#[derive(Debug, Clone)]
pub struct Request {
    /// Where the file is.
    pub path: PathBuf,
    /// What it is called.
    pub file_name: String,
    /// How to read it.
    pub options: Options,
    /// For this traject only, or for all.
    pub traject: Option<String>,
    /// What holds for all of it.
    pub about: About,
    /// The columns to keep and what they mean; every column with figures where nobody chose.
    pub meanings: Option<Vec<Meaning>>,
}

/// What a file came to. Kept with it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// What looking at it found.
    pub survey: Survey,
    /// Rows that are kept.
    pub kept: usize,
    /// Figures that are not shown: they stand for too few people.
    pub secret: usize,
    /// Cells that hold no figure and no known mark.
    pub unreadable: usize,
}

/// What was brought in.
#[derive(Debug, Clone)]
pub struct Brought {
    /// UUID of the file.
    pub import: String,
    /// How many indicators.
    pub indicators: usize,
    /// What it came to.
    pub report: Report,
}

/// The heads of the columns of a file.
///
/// # Errors
/// A file that cannot be used at all.
pub async fn heads(request: &Request) -> Result<Vec<String>, IndicatorError> {
    let (path, options) = (request.path.clone(), request.options.clone());
    let opening = tokio::task::spawn_blocking(move || Opened::open(&path, &options, LARGEST));
    Ok(opening.await.map_err(|error| IndicatorError::Failed(error.to_string()))??.columns)
}

/// What is in a file, before anything of it is kept.
///
/// # Errors
/// A file that cannot be used at all; what must only be asked is in [`Survey::asks`].
pub async fn survey(app: &App, request: &Request) -> Result<Survey, IndicatorError> {
    Ok(look(app, request, LARGEST).await?.1.survey)
}

/// Opens and looks at a file, in a thread that may wait.
///
/// # Errors
/// A file that cannot be used at all.
async fn look(app: &App, request: &Request, largest: u64) -> Result<(Opened, Looked), IndicatorError> {
    let known = Known::load(app, request.traject.as_deref()).await?;
    let (path, options) = (request.path.clone(), request.options.clone());
    let looking = tokio::task::spawn_blocking(move || {
        let opened = Opened::open(&path, &options, largest)?;
        let looked = survey::look(&opened, &options, &known)?;
        Ok::<_, FileError>((opened, looked))
    });
    Ok(looking.await.map_err(|error| IndicatorError::Failed(error.to_string()))??)
}

/// What the columns of a file mean as far as can be told by themselves: by a ready-made description, else by their heads.
pub fn meanings(survey: &Survey, described: Option<&describe::Description>) -> Vec<Meaning> {
    if survey.shape == Some(Shape::Point) {
        let name = described.map_or("Punten", |one| one.point_name).to_owned();
        let domain = described.map_or(super::GENERAL, |one| one.point_domain).to_owned();
        let (unit, better) = ("aantal".to_owned(), described.map_or(Better::Neither, |_| Better::Less));
        return vec![Meaning { column: String::new(), name, unit, domain, better, counts: Counts::Things }];
    }
    let is_code = |column: &Column| survey.area_field.as_ref() == Some(&column.name);
    let figures = survey.columns.iter().filter(|column| column.is_figure() && !is_code(column));
    let by_head = |column: &Column| {
        let counts = if column.unit == "aantal" { Counts::People } else { Counts::Nothing };
        let (name, unit) = (column.name.chars().take(super::LONGEST_NAME).collect(), column.unit.clone());
        Meaning {
            column: column.name.clone(),
            name,
            unit,
            domain: super::GENERAL.into(),
            better: Better::Neither,
            counts,
        }
    };
    match described {
        Some(described) => figures.filter_map(|column| described.meaning(&column.name)).collect(),
        None => figures.map(by_head).collect(),
    }
}

/// Brings a file in, whole or not at all.
///
/// # Errors
/// A file that cannot be used or about which something must be asked: nothing is kept.
pub async fn bring(app: &App, by: Option<&str>, request: Request) -> Result<Brought, IndicatorError> {
    tidy(app).await?;
    let about = request.about.clone().checked().map_err(IndicatorError::Broken)?;
    let (opened, looked) = look(app, &request, LARGEST).await?;
    let chosen = choose(&request, &opened, &looked)?;
    let mut indicators = Vec::new();
    for (_, meaning) in &chosen {
        indicators.push((app.chance.ids.uuid()?.to_string(), meaning.clone()));
    }
    let new = NewImport {
        id: app.chance.ids.uuid()?.to_string(),
        traject: request.traject.clone(),
        shape: looked.fields.shape,
        square_m: looked.survey.square_m,
        file_name: request.file_name.clone(),
        about,
        made_at: app.chance.now_text(),
        made_by: by.map(str::to_owned),
        indicators,
    };
    let import = new.id.clone();
    let begun = new.clone();
    app.db
        .write(move |tx| Box::pin(async move { Ok::<_, DbError>(store::begin(tx, &begun).await?) }))
        .await?;
    let kept = fill(app, &request, &import, opened, looked, chosen).await;
    let finished = match kept {
        Ok(report) => finish(app, by, &new, report).await,
        Err(error) => Err(error),
    };
    if finished.is_err() {
        let id = import.clone();
        app.db.write(move |tx| Box::pin(async move { store::purge(tx, &id).await })).await?;
    }
    let report = finished?;
    Ok(Brought { import, indicators: new.indicators.len(), report })
}

async fn finish(
    app: &App,
    by: Option<&str>,
    new: &NewImport,
    report: Report,
) -> Result<Report, IndicatorError> {
    let text = serde_json::to_string(&report).map_err(|error| IndicatorError::Failed(error.to_string()))?;
    let subject = new.traject.clone().unwrap_or_else(|| "alle trajecten".to_owned());
    let entry = accounts::Entry::new(app, by, "figures-import", &format!("{subject} {}", new.id))?;
    let id = new.id.clone();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::ready(tx, &id, &text).await?;
                accounts::record(tx, &entry).await
            })
        })
        .await?;
    Ok(report)
}

/// Takes out what a program that died left behind.
async fn tidy(app: &App) -> Result<(), IndicatorError> {
    let before = app.chance.clock.now().saturating_sub(ABANDONED).map(clock::text);
    let Ok(before) = before else { return Ok(()) };
    for id in store::abandoned(&app.db, &before).await? {
        app.db.write(move |tx| Box::pin(async move { store::purge(tx, &id).await })).await?;
    }
    Ok(())
}

type Chosen = Vec<(Option<Column>, Meaning)>;

/// The columns to keep. Everything that must be asked is asked here at the latest.
fn choose(request: &Request, opened: &Opened, looked: &Looked) -> Result<Chosen, IndicatorError> {
    let survey = &looked.survey;
    if let Some(ask) = survey.asks.first() {
        return Err(ask.clone().into());
    }
    let wanted = match &request.meanings {
        Some(meanings) => meanings.clone(),
        None => meanings(survey, None),
    };
    let mut chosen = Vec::new();
    for meaning in wanted {
        let meaning = meaning.checked().map_err(IndicatorError::Broken)?;
        if survey.shape == Some(Shape::Point) {
            chosen.push((None, meaning));
            break;
        }
        let at = opened.column(&meaning.column)?;
        let column = survey.columns.iter().find(|column| column.at == at).cloned();
        let column = column.filter(Column::is_number).ok_or(FileError::NoNumbers)?;
        if column.must_ask {
            return Err(column.ask().into());
        }
        chosen.push((Some(column), meaning));
    }
    if chosen.is_empty() {
        return Err(FileError::NoNumbers.into());
    }
    if chosen.len() > MOST_INDICATORS {
        return Err(FileError::TooManyColumns(MOST_INDICATORS).into());
    }
    if survey.used == 0 {
        return Err(nothing(survey).into());
    }
    Ok(chosen)
}

fn nothing(survey: &Survey) -> FileError {
    if let Some(first) = survey.doubled.first() {
        return FileError::Doubled(survey.doubled.len(), first.clone());
    }
    let why = match survey.no_code.iter().max_by_key(|(_, (count, _))| *count) {
        Some((why, (count, first))) => {
            let example = first.first().cloned().unwrap_or_default();
            match why.as_str() {
                "LostZeros" => format!(
                    "{count} codes missen de nullen vooraan ({example}). Zet de kolom in uw programma op tekst"
                ),
                "Empty" => format!("in {count} rijen is de kolom met de code leeg"),
                "TooLarge" => format!("{count} rijen gaan over een land of provincie"),
                _ => format!("{count} codes zijn niet bekend ({example})"),
            }
        }
        None if survey.far > 0 => format!("{} vierkanten of punten liggen ver van uw buurten", survey.far),
        None if survey.no_place > 0 => format!("{} rijen hebben geen plek in Nederland", survey.no_place),
        None if !survey.moved.is_empty() => {
            "de gebieden hebben andere grenzen dan de buurten hier".to_owned()
        }
        None => "er is geen rij over die u vroeg".to_owned(),
    };
    FileError::Nothing(why)
}

/// Reads the file again and keeps its rows.
async fn fill(
    app: &App,
    request: &Request,
    import: &str,
    opened: Opened,
    looked: Looked,
    chosen: Chosen,
) -> Result<Report, IndicatorError> {
    let known = Known::load(app, request.traject.as_deref()).await?;
    let (send, mut receive) = mpsc::channel(4);
    let reading = tokio::task::spawn_blocking(move || {
        let mut reader = Reader::new(looked, chosen, known, send);
        opened.rows(&mut |record| reader.row(record))?;
        reader.send()?;
        Ok::<_, FileError>(reader.report())
    });
    while let Some(batch) = receive.recv().await {
        let id = import.to_owned();
        app.db.write(move |tx| Box::pin(async move { store::keep(tx, &id, batch).await })).await?;
    }
    Ok(reading.await.map_err(|error| IndicatorError::Failed(error.to_string()))??)
}

struct Reader {
    looked: Looked,
    chosen: Chosen,
    base: Option<Column>,
    known: Known,
    send: mpsc::Sender<Batch>,
    areas: Vec<(String, &'static str, String, String)>,
    squares: Vec<(i64, i64, String)>,
    points: Vec<(i64, i64, i64, String)>,
    kept: usize,
    secret: usize,
    unreadable: usize,
}

impl Reader {
    fn new(looked: Looked, chosen: Chosen, known: Known, send: mpsc::Sender<Batch>) -> Self {
        let base =
            looked.fields.base.and_then(|at| looked.survey.columns.iter().find(|one| one.at == at).cloned());
        let (areas, squares, points) = (Vec::new(), Vec::new(), Vec::new());
        Self { looked, chosen, base, known, send, areas, squares, points, kept: 0, secret: 0, unreadable: 0 }
    }

    fn row(&mut self, record: &Record<'_>) -> Result<(), FileError> {
        match survey::about(record, &self.looked.fields, &self.known) {
            Ok(survey::About::Area(level, code)) if !self.looked.skipped.contains(&mark(&[&code])) => {
                let name = self.looked.fields.name.map(|at| record.text(at).into_owned());
                let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| self.name_of(&code));
                let figures = self.figures(record);
                self.areas.push((code, level.word(), name, figures));
            }
            Ok(survey::About::Square(x, y))
                if !self.looked.skipped.contains(&mark(&[&code::square(x, y)])) =>
            {
                let figures = self.figures(record);
                self.squares.push((x, y, figures));
            }
            Ok(survey::About::Point(x, y)) => {
                let category =
                    self.looked.fields.category.map(|at| record.text(at).chars().take(100).collect());
                // RD metres are within a million.
                #[allow(clippy::cast_possible_truncation)]
                let grid = |metres: f64| ((metres / POINT_GRID_M).round() * POINT_GRID_M) as i64;
                let seq = i64::try_from(self.kept).unwrap_or(i64::MAX);
                self.points.push((seq, grid(x), grid(y), category.unwrap_or_default()));
            }
            _ => return Ok(()),
        }
        self.kept += 1;
        if self.areas.len() + self.squares.len() + self.points.len() >= TOGETHER {
            self.send()
        } else {
            Ok(())
        }
    }

    fn name_of(&self, code: &str) -> String {
        let known = self.known.buurten.iter().find(|buurt| buurt.code == code);
        known.map_or_else(|| code.to_owned(), |buurt| buurt.name.clone())
    }

    /// The figures of a row as a JSON list.
    fn figures(&mut self, record: &Record<'_>) -> String {
        use std::fmt::Write as _;
        let base = self.base.as_ref().and_then(|column| column.read(record).ok().flatten());
        let mut list = String::with_capacity(self.chosen.len() * 8);
        for (column, meaning) in &self.chosen {
            list.push(if list.is_empty() { '[' } else { ',' });
            match column.as_ref().map_or(Ok(None), |column| column.read(record)) {
                Ok(Some(value)) if is_secret(value, meaning.counts, &meaning.unit, base) => {
                    self.secret += 1;
                    list.push_str("\"x\"");
                }
                // Writing into a string does not fail.
                Ok(Some(value)) => drop(write!(list, "{value}")),
                Ok(None) => list.push_str("null"),
                Err(Seen::Secret) => {
                    self.secret += 1;
                    list.push_str("\"x\"");
                }
                Err(_) => {
                    self.unreadable += 1;
                    list.push_str("null");
                }
            }
        }
        list.push(']');
        list
    }

    fn send(&mut self) -> Result<(), FileError> {
        let gone = |_| FileError::Read("het bewaren is gestopt".to_owned());
        if !self.areas.is_empty() {
            self.send.blocking_send(Batch::Areas(std::mem::take(&mut self.areas))).map_err(gone)?;
        }
        if !self.squares.is_empty() {
            self.send.blocking_send(Batch::Squares(std::mem::take(&mut self.squares))).map_err(gone)?;
        }
        if !self.points.is_empty() {
            self.send.blocking_send(Batch::Points(std::mem::take(&mut self.points))).map_err(gone)?;
        }
        Ok(())
    }

    fn report(self) -> Report {
        let Self { looked, kept, secret, unreadable, .. } = self;
        Report { survey: looked.survey, kept, secret, unreadable }
    }
}
