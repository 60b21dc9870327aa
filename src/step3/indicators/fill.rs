//! The second reading of a file: rows become lists of figures, secret ones left out, and are kept by hundreds.

use tokio::sync::mpsc;

use super::about::{About, about};
use super::columns::Column;
use super::known::Known;
use super::number::Seen;
use super::read::{Opened, Record};
use super::report::Report;
use super::request::Request;
use super::secret::{Base, is_secret};
use super::store::{self, Batch};
use super::survey::{Looked, mark};
use super::{Counts, FileError, IndicatorError, Meaning, code, people};
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
    baseless: usize,
}

/// Whether people are counted: somebody says so, or the head does.
fn counts_people(column: Option<&Column>, meaning: &Meaning) -> bool {
    meaning.counts == Counts::People || column.is_some_and(Column::is_of_people)
}

/// Whether it is a part of a hundred: its unit says so, or where it has none its head.
fn is_share(column: Option<&Column>, meaning: &Meaning) -> bool {
    let head = column.map_or("", |column| column.name.as_str());
    people::is_share(head, &meaning.unit)
}

impl Reader {
    fn new(looked: Looked, chosen: Chosen, known: Known, send: mpsc::Sender<Batch>) -> Self {
        let base =
            looked.fields.base.and_then(|at| looked.survey.columns.iter().find(|one| one.at == at).cloned());
        let (areas, squares, points) = (Vec::new(), Vec::new(), Vec::new());
        let (kept, secret, unreadable, above, baseless) = (0, 0, 0, 0, 0);
        Self {
            looked,
            chosen,
            base,
            known,
            send,
            areas,
            squares,
            points,
            kept,
            secret,
            unreadable,
            above,
            baseless,
        }
    }

    fn row(&mut self, record: &Record<'_>) -> Result<(), FileError> {
        match about(record, &self.looked.fields, &self.known) {
            Ok(About::Area(level, code)) if !self.looked.skipped.contains(&mark(&[&code])) => {
                let name = self.looked.fields.name_of(record);
                let name = name.unwrap_or_else(|| self.name_of(&code));
                let figures = self.figures(record);
                self.areas.push((code, level.word(), name, figures));
            }
            Ok(About::Square(x, y)) if !self.looked.skipped.contains(&mark(&[&code::square(x, y)])) => {
                let figures = self.figures(record);
                self.squares.push((x, y, figures));
            }
            Ok(About::Point(x, y)) => {
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

    /// How many people the row is about.
    fn base_of(&self, record: &Record<'_>) -> Base {
        match self.base.as_ref().map(|column| column.read(record)) {
            None => Base::NotAsked,
            Some(Ok(Some(people))) if people >= 0.0 => Base::Of(people),
            Some(_) => Base::Untold,
        }
    }

    /// The figures of a row as a JSON list.
    fn figures(&mut self, record: &Record<'_>) -> String {
        use std::fmt::Write as _;
        let (base, mut withheld) = (self.base_of(record), false);
        let mut list = String::with_capacity(self.chosen.len() * 8);
        for (column, meaning) in &self.chosen {
            list.push(if list.is_empty() { '[' } else { ',' });
            match column.as_ref().map_or(Ok(None), |column| column.read(record)) {
                // Nobody is fewer than nobody.
                Ok(Some(value)) if value < 0.0 && counts_people(column.as_ref(), meaning) => {
                    self.unreadable += 1;
                    list.push_str("null");
                }
                Ok(Some(value))
                    if is_secret(value, meaning.counts, is_share(column.as_ref(), meaning), base) =>
                {
                    self.secret += 1;
                    withheld = true;
                    list.push_str("\"x\"");
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
        self.baseless += usize::from(withheld && base == Base::Untold);
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
        let Self { looked, secret, unreadable, above, baseless, .. } = self;
        // What comes twice is kept once.
        Report { kept: looked.survey.used, survey: looked.survey, secret, unreadable, above, baseless }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Better;
    use super::super::read::Options;
    use super::super::survey;
    use super::*;

    /// What is kept of each row of a table, its first column left out, with the report.
    fn kept(table: &str, base: Option<&str>) -> (Vec<String>, Report) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("f.csv");
        std::fs::write(&path, table).unwrap();
        let options = Options { base_field: base.map(str::to_owned), ..Options::default() };
        let opened = Opened::open(&path, &options, 1_000_000).unwrap();
        let known = || Known::of(Vec::new());
        let looked = survey::look(&opened, &options, &known()).unwrap();
        let chosen = looked.survey.columns.iter().skip(1).map(|column| {
            let (name, unit) = (column.name.clone(), column.unit.clone());
            let (column_name, domain) = (name.clone(), String::new());
            let (better, counts) = (Better::Neither, column.counts());
            let meaning = Meaning { column: column_name, name, unit, domain, better, counts };
            (Some(column.clone()), meaning)
        });
        let (chosen, (send, _receive)) = (chosen.collect(), mpsc::channel(1));
        let mut reader = Reader::new(looked, chosen, known(), send);
        let mut all = Vec::new();
        opened
            .rows(&mut |record| {
                all.push(reader.figures(record));
                Ok(())
            })
            .unwrap();
        (all, reader.report())
    }

    #[test]
    fn a_base_that_is_not_told_shows_no_share_whichever_way_it_is_not_told() {
        for base in [".", "x", "4", "-99997", "-99995", "", "-5", "onbekend", "geheim"] {
            let table = format!(
                "code;aantal_inwoners;% ouderen;cijfer\nBU0363MM05;{base};20;7\nBU0363MM06;1000;30;7\nGM0363;900000;12;6\n"
            );
            let (rows, report) = kept(&table, Some("aantal_inwoners"));
            let own = if ["", "-5", "onbekend", "-99995"].contains(&base) { "null" } else { "\"x\"" };
            assert_eq!(rows[0], format!("[{own},\"x\",\"x\"]"), "{base}");
            assert_eq!(rows[1..], ["[1000,30,7]", "[900000,12,6]"], "{base}");
            assert_eq!(report.baseless, usize::from(base != "4"), "{base}");
        }
        let (rows, report) = kept("code;aantal_inwoners;% ouderen\nBU0363MM05;.;20\nGM0363;9;3\n", None);
        assert_eq!((rows[0].as_str(), report.baseless), ("[\"x\",20]", 0), "nobody asked for a base");
    }

    #[test]
    fn a_share_without_a_unit_is_known_by_its_head() {
        for head in ["% ouderen", "percentage eenzaam", "perc_x", "P_65_EO_JR", "aandeel huur"] {
            let table = format!("code;inwoners;{head}\nBU0363MM05;100;2\nBU0363MM06;100;20\n");
            let (rows, _) = kept(&table, Some("inwoners"));
            assert_eq!(rows, ["[100,\"x\"]", "[100,20]"], "{head}");
        }
    }
}
