//! The second reading of a file: rows become lists of figures, secret ones left out, and are kept by hundreds.

use tokio::sync::mpsc;

use super::columns::Column;
use super::known::Known;
use super::number::Seen;
use super::read::{Opened, Record};
use super::report::Report;
use super::request::Request;
use super::secret::is_secret;
use super::store::{self, Batch};
use super::survey::{self, Looked, mark};
use super::{Counts, FileError, IndicatorError, Meaning, code};
use crate::platform::App;

/// Rows that are kept in one go: others who write wait no longer than for these.
const TOGETHER: usize = 500;
/// Points are put on a grid of this many metres: a report is of a street, not of a door.
const POINT_GRID_M: f64 = 10.0;

/// The columns to keep, and what they mean; a file of points has one without a column.
pub(super) type Chosen = Vec<(Option<Column>, Meaning)>;

/// Reads the file again and keeps its rows.
pub(super) async fn fill(
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
    above: usize,
}

/// Whether people are counted: somebody says so, or the head does.
fn counts_people(column: Option<&Column>, meaning: &Meaning) -> bool {
    meaning.counts == Counts::People || column.is_some_and(Column::is_of_people)
}

impl Reader {
    fn new(looked: Looked, chosen: Chosen, known: Known, send: mpsc::Sender<Batch>) -> Self {
        let base =
            looked.fields.base.and_then(|at| looked.survey.columns.iter().find(|one| one.at == at).cloned());
        let (areas, squares, points) = (Vec::new(), Vec::new(), Vec::new());
        let (kept, secret, unreadable, above) = (0, 0, 0, 0);
        Self { looked, chosen, base, known, send, areas, squares, points, kept, secret, unreadable, above }
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
        let base = base.filter(|people| *people >= 0.0);
        let mut list = String::with_capacity(self.chosen.len() * 8);
        for (column, meaning) in &self.chosen {
            list.push(if list.is_empty() { '[' } else { ',' });
            match column.as_ref().map_or(Ok(None), |column| column.read(record)) {
                Ok(Some(value)) if is_secret(value, meaning.counts, &meaning.unit, base) => {
                    self.secret += 1;
                    list.push_str("\"x\"");
                }
                // Nobody is fewer than nobody.
                Ok(Some(value)) if value < 0.0 && counts_people(column.as_ref(), meaning) => {
                    self.unreadable += 1;
                    list.push_str("null");
                }
                Ok(Some(value)) => {
                    self.above += usize::from(meaning.unit == "%" && value > 100.0);
                    // Writing into a string does not fail.
                    let _ = write!(list, "{value}");
                }
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
        let Self { looked, secret, unreadable, above, .. } = self;
        // What comes twice is kept once.
        Report { kept: looked.survey.used, survey: looked.survey, secret, unreadable, above }
    }
}
