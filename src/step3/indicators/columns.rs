//! What a column of a file holds.

use super::number::{self, Decimal, Evidence, Seen};
use super::read::{Cell, Opened, Record};
use super::{Counts, FileError, people};

/// Cells that are shown as an example.
const EXAMPLES: usize = 3;
/// Heads of columns that number the rows and tell nothing.
const NUMBERING: [&str; 8] = ["id", "fid", "ogc_fid", "objectid", "gml_id", "index", "rownum", "nr"];

/// A column, after every row was seen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Column {
    /// Its place.
    pub at: usize,
    /// Its head.
    pub name: String,
    /// Its unit, where a row of heads has it.
    pub unit: String,
    /// Cells that are a number.
    pub numbers: usize,
    /// Cells with nothing, or a mark for it.
    pub missing: usize,
    /// Cells with a mark for "secret".
    pub secret: usize,
    /// Cells that begin as a formula.
    pub formulas: usize,
    /// Cells with words.
    pub words: usize,
    /// How its fractions are written.
    pub decimal: Option<Decimal>,
    /// Whether somebody must say so.
    pub must_ask: bool,
    /// The first cells that hold something.
    pub examples: Vec<String>,
    /// The first words in a column of numbers.
    pub stray: Option<String>,
    /// Cells that are a date: in a column of numbers a spreadsheet made them so.
    pub dates: usize,
    /// The first of these, each with what its row is about.
    pub dated: Vec<String>,
    /// Dates that are a day and a month and no year.
    turned: usize,
    /// Dates of two parts, such as a month and a year too.
    short: usize,
    /// Whether a number has a fraction.
    fractions: bool,
    evidence: Evidence,
    varies: bool,
    first: Option<String>,
    unclear: Option<String>,
}

impl Column {
    /// The columns of a file, before any row was seen.
    pub fn all(opened: &Opened) -> Vec<Self> {
        let columns = opened.columns.iter().enumerate().map(|(at, name)| Self {
            at,
            name: name.clone(),
            unit: opened.units.get(at).cloned().unwrap_or_default(),
            ..Self::default()
        });
        columns.collect()
    }

    /// Takes a row into account; `area` is the column that says what the row is about.
    pub fn add(&mut self, record: &Record<'_>, area: Option<usize>) {
        let seen = match record.cells.get(self.at) {
            Some(Cell::Number(number)) => number::number_seen(*number),
            None => Seen::Missing,
            Some(Cell::Text(text)) => number::see(text),
        };
        self.evidence.add(seen);
        match seen {
            Seen::Missing => {
                self.missing += 1;
                return;
            }
            Seen::Secret => self.secret += 1,
            Seen::Formula => self.formulas += 1,
            Seen::Text => {
                self.words += 1;
                self.date(record, area);
            }
            Seen::Plain(number) | Seen::Only(_, number) => {
                self.numbers += 1;
                self.fractions |= number.fract() != 0.0;
            }
            Seen::Either { .. } => self.numbers += 1,
        }
        if self.varies
            && self.examples.len() >= EXAMPLES
            && !matches!(seen, Seen::Text | Seen::Formula | Seen::Either { .. })
        {
            return;
        }
        let text: String = record.text(self.at).chars().take(60).collect();
        match &self.first {
            None => self.first = Some(text.clone()),
            Some(first) => self.varies |= *first != text,
        }
        if matches!(seen, Seen::Text | Seen::Formula) && self.stray.is_none() {
            self.stray = Some(text.clone());
        }
        if matches!(seen, Seen::Either { .. }) && self.unclear.is_none() {
            self.unclear = Some(text.clone());
        }
        if self.examples.len() < EXAMPLES && !self.examples.contains(&text) {
            self.examples.push(text);
        }
    }

    /// Remembers a cell that is a date.
    fn date(&mut self, record: &Record<'_>, area: Option<usize>) {
        let text = record.text(self.at);
        if !number::is_date(&text) {
            return;
        }
        self.dates += 1;
        self.short += usize::from(number::is_short(&text));
        self.turned += usize::from(number::is_turned(&text));
        if self.dated.len() < EXAMPLES {
            let code = area.filter(|at| *at != self.at).map(|at| record.text(at)).unwrap_or_default();
            let code: String = code.chars().take(40).collect();
            self.dated.push(if code.is_empty() { text.into_owned() } else { format!("{code}: {text}") });
        }
    }

    /// Settles how fractions are written, column by column: what its own cells say, else what the whole file says.
    pub fn settle(columns: &mut [Self], asked: Option<Decimal>) {
        let numbers = columns.iter().filter(|column| column.is_number());
        let all = numbers.fold(Evidence::default(), |all, column| all.and(column.evidence));
        for column in columns {
            let own = column.evidence;
            let whole =
                if own.either + own.comma + own.point > 0 { all.says() } else { Some(Decimal::Point) };
            column.decimal = asked.or(own.says()).or(whole);
            column.must_ask = own.must_ask() && column.decimal.is_none() && column.is_number();
        }
    }

    /// Whether it holds figures: at least half of what is filled in.
    pub fn is_number(&self) -> bool {
        self.numbers > 0 && self.numbers >= self.words + self.formulas
    }

    /// Whether a spreadsheet made dates of all its figures: nothing is left of them.
    pub fn is_turned(&self) -> bool {
        self.numbers == 0 && self.turned > 0 && self.short == self.words
    }

    /// Whether its head says that it counts people, who are never fewer than none.
    pub fn is_of_people(&self) -> bool {
        people::are_counted(&self.name, &self.unit)
    }

    /// What it counts, as far as its head and its numbers say.
    pub fn counts(&self) -> Counts {
        let people = self.unit == "aantal" || (self.is_of_people() && !self.fractions);
        if people { Counts::People } else { Counts::Nothing }
    }

    /// Whether it says the same number in every row, as a column with a year does: then it tells areas apart by nothing.
    pub fn is_same(&self) -> bool {
        self.is_number() && self.numbers > 1 && !self.varies
    }

    /// Whether it is offered as an indicator by itself: it varies, and is no numbering of rows.
    pub fn is_figure(&self) -> bool {
        let numbering = NUMBERING.contains(&self.name.to_lowercase().as_str());
        self.is_number() && !numbering && (self.varies || self.numbers == 1)
    }

    /// What to ask where fractions are unclear.
    pub fn ask(&self) -> FileError {
        let example = self.unclear.clone().or_else(|| self.first.clone()).unwrap_or_default();
        FileError::AskDecimal(self.name.clone(), example)
    }

    /// The figure in a row.
    ///
    /// # Errors
    /// A secret or something unreadable, as it was seen.
    pub fn read(&self, record: &Record<'_>) -> Result<Option<f64>, Seen> {
        match record.cells.get(self.at) {
            Some(Cell::Number(number)) => number::read_number(*number),
            Some(Cell::Text(text)) => number::read(text, self.decimal.unwrap_or(Decimal::Point)),
            None => Ok(None),
        }
    }
}
