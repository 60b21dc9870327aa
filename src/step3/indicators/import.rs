//! Bringing a file in: looked at once, then read again and kept row by row. Nobody sees any of it before all of it is there.

use jiff::SignedDuration;

use super::columns::Column;
use super::fill::{Chosen, fill};
use super::known::Known;
use super::read::{LARGEST, Opened};
use super::report::{self, Report};
use super::request::Request;
use super::store::{self, NewImport};
use super::survey::{self, Looked, Survey};
use super::{Better, Counts, FileError, IndicatorError, Meaning, Shape, describe};
use crate::people::accounts;
use crate::platform::text::line;
use crate::platform::{App, clock};

/// The most indicators of one file.
pub const MOST_INDICATORS: usize = 300;
/// A file that is not ready after so long never will be.
const ABANDONED: SignedDuration = SignedDuration::from_hours(1);

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

/// A file that was looked at from its first row to its last.
pub struct Seen {
    opened: Opened,
    looked: Looked,
}

impl Seen {
    /// What is in it.
    pub fn survey(&self) -> &Survey {
        &self.looked.survey
    }
}

/// Looks at a file, before anything of it is kept, in a thread that may wait.
///
/// # Errors
/// A file that cannot be used at all; what must only be asked is in [`Survey::asks`].
pub async fn look(app: &App, request: &Request) -> Result<Seen, IndicatorError> {
    let known = Known::load(app, request.traject.as_deref()).await?;
    let (path, options) = (request.path.clone(), request.options.clone());
    let looking = tokio::task::spawn_blocking(move || {
        let opened = Opened::open(&path, &options, LARGEST)?;
        let looked = survey::look(&opened, &options, &known)?;
        Ok::<_, FileError>(Seen { opened, looked })
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
    let figures =
        survey.columns.iter().filter(|column| column.is_figure() && !survey.keys.contains(&column.at));
    let by_head = |column: &Column| {
        let (name, unit) = (column.name.chars().take(super::LONGEST_NAME).collect(), column.unit.clone());
        Meaning {
            column: column.name.clone(),
            name,
            unit,
            domain: super::GENERAL.into(),
            better: Better::Neither,
            counts: column.counts(),
        }
    };
    match described {
        Some(described) => figures.filter_map(|column| described.meaning(&column.name)).collect(),
        None => figures.map(by_head).collect(),
    }
}

/// Brings a file in, whole or not at all. `seen`: where it was looked at a moment ago, as it was asked for here.
///
/// # Errors
/// A file that cannot be used or about which something must be asked: nothing is kept.
pub async fn bring(
    app: &App,
    by: Option<&str>,
    request: Request,
    seen: Option<Seen>,
) -> Result<Brought, IndicatorError> {
    tidy(app).await?;
    let about = request.about.clone().checked().map_err(IndicatorError::Broken)?;
    let Seen { opened, looked } = match seen {
        Some(seen) => seen,
        None => look(app, &request).await?,
    };
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
        file_name: line(&request.file_name).into_owned(),
        about,
        made_at: app.chance.now_text(),
        made_by: by.map(str::to_owned),
        indicators,
    };
    let import = new.id.clone();
    let begun = new.clone();
    app.db.write(move |tx| Box::pin(async move { store::begin(tx, &begun).await })).await?;
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
///
/// # Errors
/// The database's.
pub async fn tidy(app: &App) -> Result<(), IndicatorError> {
    let before = app.chance.clock.now().saturating_sub(ABANDONED).map(clock::text);
    let Ok(before) = before else { return Ok(()) };
    for id in store::abandoned(&app.db, &before).await? {
        app.db.write(move |tx| Box::pin(async move { store::purge(tx, &id).await })).await?;
    }
    Ok(())
}

/// The columns to keep. Everything that must be asked is asked here at the latest.
fn choose(request: &Request, opened: &Opened, looked: &Looked) -> Result<Chosen, IndicatorError> {
    let survey = &looked.survey;
    if let Some(ask) = survey.asks.first() {
        return Err(ask.clone().into());
    }
    // How many people a row is about is not guessed either.
    let base = looked.fields.base.and_then(|at| survey.columns.iter().find(|column| column.at == at));
    if let Some(base) = base.filter(|column| column.must_ask) {
        return Err(base.ask().into());
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
        let column = column.filter(Column::is_number).ok_or_else(|| match no_numbers(survey) {
            FileError::NoneChosen(_) => FileError::NoNumbersIn(meaning.column.clone()),
            other => other,
        })?;
        if column.must_ask {
            return Err(column.ask().into());
        }
        chosen.push((Some(column), meaning));
    }
    if chosen.is_empty() {
        return Err(no_numbers(survey).into());
    }
    if chosen.len() > MOST_INDICATORS {
        return Err(FileError::TooManyColumns(MOST_INDICATORS).into());
    }
    if survey.used == 0 {
        return Err(nothing(survey).into());
    }
    Ok(chosen)
}

/// Why there is nothing to keep: no column has numbers, a spreadsheet made dates of them, or none of those that have was chosen.
pub fn no_numbers(survey: &Survey) -> FileError {
    if let Some(column) = survey.columns.iter().find(|column| column.is_turned()) {
        let example = column.examples.first().cloned().unwrap_or_default();
        return FileError::OnlyDates(column.name.clone(), example);
    }
    let figures = survey.columns.iter().filter(|one| one.is_figure() && !survey.keys.contains(&one.at));
    let names: Vec<String> = figures.map(|column| column.name.clone()).collect();
    if !names.is_empty() {
        return FileError::NoneChosen(report::names(&names, names.len()));
    }
    survey.columns.iter().find(|column| column.dates > 0).map_or(FileError::NoNumbers, |column| {
        FileError::Dates(column.name.clone(), column.examples.first().cloned().unwrap_or_default())
    })
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
        None if survey.several > 0 => format!("{} rijen hebben meer dan één plek", survey.several),
        None if survey.no_place > 0 => format!("{} rijen hebben geen plek in Nederland", survey.no_place),
        None if !survey.moved.is_empty() => {
            "de gebieden hebben andere grenzen dan de buurten hier".to_owned()
        }
        None => "er is geen rij over die u vroeg".to_owned(),
    };
    FileError::Nothing(why)
}
