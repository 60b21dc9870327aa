//! `buurtblik indicators`

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::{Failed, answer, open, say};
use crate::platform::config::Storage;
use crate::platform::{App, Problem};
use crate::step3::indicators::{
    self, About, Better, Brought, Column, Counts, Crs, Decimal, Description, IndicatorError, Meaning,
    Options, Report, Request, Shape, Survey,
};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Haal cijfers binnen: per gebied, per vierkant of als punten.
    Import(Box<Import>),
    /// Laat zien welke cijfers er zijn.
    List,
    /// Haal een bestand met cijfers weg.
    Remove {
        /// Het nummer van het bestand, uit `indicators list`.
        id: String,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum System {
    /// Graden.
    Wgs84,
    /// Meters in het RD-stelsel.
    Rd,
}

#[derive(Clone, Copy, ValueEnum)]
enum Sign {
    /// 12,5
    Komma,
    /// 12.5
    Punt,
}

#[derive(Clone, Copy, ValueEnum)]
enum Of {
    /// Gebieden.
    Gebied,
    /// Vierkanten.
    Vierkant,
    /// Punten.
    Punt,
}

#[derive(Args)]
pub(super) struct Import {
    /// CSV, GeoJSON of GeoPackage.
    file: PathBuf,
    /// Wie de cijfers heeft gemaakt (standaard: van de beschrijving).
    #[arg(long, required_unless_present_any = ["as_", "preview"])]
    source: Option<String>,
    /// Het jaar waar de cijfers over gaan.
    #[arg(long, required_unless_present = "preview")]
    year: Option<i32>,
    /// De kolom met de code van het gebied of het vierkant.
    #[arg(long)]
    area_field: Option<String>,
    /// De kolom met de naam van het gebied.
    #[arg(long)]
    name_field: Option<String>,
    /// De kolom met de plek naar het oosten (lengte of RD x).
    #[arg(long, requires = "y_field")]
    x_field: Option<String>,
    /// De kolom met de plek naar het noorden (breedte of RD y).
    #[arg(long, requires = "x_field")]
    y_field: Option<String>,
    /// De kolom met de soort van een punt.
    #[arg(long)]
    category_field: Option<String>,
    /// De kolom die zegt over hoeveel mensen een rij gaat.
    #[arg(long)]
    base_field: Option<String>,
    /// Alleen deze kolommen; mag vaker, of met komma's ertussen.
    #[arg(long, value_delimiter = ',')]
    column: Vec<String>,
    /// Alleen rijen met deze waarde, als KOLOM=WAARDE; mag vaker.
    #[arg(long)]
    only: Vec<String>,
    /// Alleen voor dit traject; anders voor alle.
    #[arg(long)]
    traject: Option<String>,
    /// Een kant-en-klare beschrijving: kerncijfers, vierkanten, leefbaarometer, rivm, meldingen, of geen.
    #[arg(long = "as", id = "as_")]
    as_: Option<String>,
    /// Onder welke licentie.
    #[arg(long)]
    licence: Option<String>,
    /// Wat iemand moet weten die de cijfers leest.
    #[arg(long)]
    caveat: Option<String>,
    /// De eenheid, als die in het bestand niet staat.
    #[arg(long)]
    unit: Option<String>,
    /// Het thema, als de beschrijving dat niet zegt.
    #[arg(long)]
    domain: Option<String>,
    /// Wat beter is: meer, minder of geen van beide (geen).
    #[arg(long)]
    better: Option<Better>,
    /// Wat het getal telt: deel (een aandeel of score), mensen of dingen.
    #[arg(long)]
    counts: Option<Counts>,
    /// Deze cijfers mogen ook bewoners zien.
    #[arg(long)]
    public: bool,
    /// Wat de rijen zijn, als dat niet vanzelf blijkt.
    #[arg(long)]
    shape: Option<Of>,
    /// Het stelsel van de plekken.
    #[arg(long)]
    crs: Option<System>,
    /// Hoe een breuk is geschreven.
    #[arg(long)]
    decimal: Option<Sign>,
    /// Wat er tussen de kolommen staat.
    #[arg(long)]
    separator: Option<char>,
    /// Hoeveel rijen boven de cijfers kop zijn.
    #[arg(long)]
    header_rows: Option<usize>,
    /// De laag van een GeoPackage.
    #[arg(long)]
    layer: Option<String>,
    /// De zijde van een vierkant in meters: 100 of 500.
    #[arg(long, value_parser = ["100", "500"])]
    square: Option<String>,
    /// Laat alleen zien wat er zou gebeuren.
    #[arg(long)]
    preview: bool,
}

pub(super) async fn run(storage: &Storage, command: Command) -> Result<(), Failed> {
    let app = open(storage).await?;
    let outcome = match command {
        Command::Import(asked) => import(&app, storage, *asked).await,
        Command::List => list(&app, storage).await,
        Command::Remove { id } => remove(&app, storage, &id).await,
    };
    app.db.close().await;
    outcome
}

/// What is said to somebody at a command line, in one line.
fn sentence(error: IndicatorError) -> Failed {
    if let IndicatorError::File(error) = error {
        return error.into();
    }
    let problem = Problem::from(error);
    let fields: Vec<String> = problem.field_errors().iter().map(|field| field.detail.clone()).collect();
    if fields.is_empty() {
        return format!("{}. {}", problem.title(), problem.detail()).into();
    }
    format!("{}. {}", problem.title(), fields.join(" ")).into()
}

impl Import {
    fn options(&self) -> Result<Options, Failed> {
        let only = |text: &String| {
            let parts = text.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
            parts.ok_or_else(|| format!("Schrijf --only als KOLOM=WAARDE, niet als {text}."))
        };
        Ok(Options {
            separator: self.separator,
            header_rows: self.header_rows,
            layer: self.layer.clone(),
            crs: self.crs.map(|crs| if matches!(crs, System::Rd) { Crs::Rd } else { Crs::Wgs }),
            decimal: self
                .decimal
                .map(|sign| if matches!(sign, Sign::Komma) { Decimal::Comma } else { Decimal::Point }),
            area_field: self.area_field.clone(),
            name_field: self.name_field.clone(),
            x_field: self.x_field.clone(),
            y_field: self.y_field.clone(),
            category_field: self.category_field.clone(),
            base_field: self.base_field.clone(),
            square_m: self.square.as_ref().and_then(|side| side.parse().ok()),
            shape: self.shape.map(|of| match of {
                Of::Gebied => Shape::Area,
                Of::Vierkant => Shape::Square,
                Of::Punt => Shape::Point,
            }),
            only: self.only.iter().map(only).collect::<Result<_, _>>()?,
        })
    }

    /// What holds for the whole: what was said, else what the description says.
    fn about(&self, described: Option<&Description>) -> About {
        let or = |said: &Option<String>, ready: fn(&Description) -> &'static str| {
            said.clone().unwrap_or_else(|| described.map(ready).unwrap_or_default().to_owned())
        };
        About {
            source: or(&self.source, |one| one.source),
            year: self.year.unwrap_or_default(),
            licence: or(&self.licence, |one| one.licence),
            caveat: or(&self.caveat, |one| one.caveat),
            public: self.public,
        }
    }

    /// The columns that were chosen, with what was said about all of them.
    fn meanings(&self, survey: &Survey, described: Option<&'static Description>) -> Vec<Meaning> {
        let mut all = indicators::meanings(survey, described);
        if !self.column.is_empty() {
            let own = indicators::meanings(survey, None);
            all = self.column.iter().map(|name| chosen(name, &all, &own)).collect();
        }
        for one in &mut all {
            if let Some(unit) = self.unit.as_ref().filter(|_| one.unit.is_empty() || described.is_none()) {
                one.unit.clone_from(unit);
            }
            if let Some(domain) = &self.domain {
                one.domain.clone_from(domain);
            }
            one.better = self.better.unwrap_or(one.better);
            one.counts = self.counts.unwrap_or(one.counts);
        }
        all
    }
}

/// A column by its name: as it was described, else by its head.
fn chosen(name: &str, described: &[Meaning], own: &[Meaning]) -> Meaning {
    let of = |list: &[Meaning]| list.iter().find(|one| one.column.trim() == name.trim()).cloned();
    of(described).or_else(|| of(own)).unwrap_or_else(|| Meaning {
        column: name.to_owned(),
        name: name.to_owned(),
        unit: String::new(),
        domain: String::new(),
        better: Better::Neither,
        counts: Counts::Nothing,
    })
}

async fn import(app: &App, storage: &Storage, asked: Import) -> Result<(), Failed> {
    let mut options = asked.options()?;
    let named = match asked.as_.as_deref() {
        None | Some("geen") => None,
        Some(slug) => Some(indicators::described(slug).map_err(|error| sentence(error.into()))?),
    };
    let file_name =
        asked.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut request = Request {
        path: asked.file.clone(),
        file_name,
        options: options.clone(),
        traject: asked.traject.clone(),
        about: About::default(),
        meanings: None,
    };
    if let Some(described) = named {
        let heads = indicators::heads(&request).await.map_err(sentence)?;
        described.apply(&mut options, &heads);
        request.options = options;
    }
    let seen = indicators::look(app, &request).await.map_err(sentence)?;
    let survey = seen.survey();
    let recognise = named.is_none() && asked.as_.is_none();
    let described = named.or_else(|| indicators::recognised(survey).filter(|_| recognise));
    request.about = asked.about(described);
    let meanings = asked.meanings(survey, described);
    if asked.preview {
        return preview(storage, survey, &meanings, described);
    }
    request.meanings = Some(meanings);
    let brought = indicators::bring(app, None, request, Some(seen)).await.map_err(sentence)?;
    told(storage, &brought, described)
}

fn column_json(column: &Column) -> Value {
    json!({"name": column.name, "number": column.is_number(), "numbers": column.numbers, "missing": column.missing,
        "secret": column.secret, "words": column.words, "formulas": column.formulas, "examples": column.examples})
}

fn survey_json(survey: &Survey) -> Value {
    json!({
        "format": survey.told.format, "encoding": survey.told.encoding, "separator": survey.told.separator,
        "header_rows": survey.told.header_rows, "shape": survey.shape, "area_field": survey.area_field,
        "rows": survey.rows, "used": survey.used, "again": survey.again, "ragged": survey.ragged,
        "matches": survey.matches, "unmatched": survey.strangers, "unmatched_count": survey.strangers_count,
        "elsewhere": survey.elsewhere, "no_code": survey.no_code, "no_place": survey.no_place, "far": survey.far,
        "several": survey.several, "dates": survey.dates, "dated": survey.dated, "unfinished": survey.told.unfinished,
        "nested": survey.told.nested, "page": survey.told.page,
        "doubled": survey.doubled, "moved": survey.moved, "formulas": survey.formulas,
        "asks": survey.asks.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn preview(
    storage: &Storage,
    survey: &Survey,
    meanings: &[Meaning],
    described: Option<&Description>,
) -> Result<(), Failed> {
    if storage.json {
        let mut told = survey_json(survey);
        told["columns"] = survey.columns.iter().map(column_json).collect();
        told["indicators"] = json!(meanings);
        told["description"] = json!(described.map(|one| one.slug));
        return say(&told.to_string());
    }
    for line in indicators::in_words(&Report { survey: survey.clone(), ..Report::default() }) {
        say(&line)?;
    }
    say("Kolommen met getallen die binnenkomen:")?;
    for one in meanings {
        let unit = if one.unit.is_empty() { String::new() } else { format!(" ({})", one.unit) };
        say(&format!("  {}: {}{unit}, {}, beter is {}", one.column, one.name, one.domain, one.better))?;
    }
    for ask in &survey.asks {
        say(&format!("Vraag: {ask}"))?;
    }
    say("Er is niets bewaard.")
}

fn told(storage: &Storage, brought: &Brought, described: Option<&Description>) -> Result<(), Failed> {
    let report = &brought.report;
    if storage.json {
        let mut told = survey_json(&report.survey);
        told["import"] = json!(brought.import);
        told["indicators"] = json!(brought.indicators);
        told["kept"] = json!(report.kept);
        told["secret"] = json!(report.secret);
        told["unreadable"] = json!(report.unreadable);
        told["above_hundred"] = json!(report.above);
        told["without_base"] = json!(report.baseless);
        told["description"] = json!(described.map(|one| one.slug));
        return say(&told.to_string());
    }
    let some = |n: usize, one: &str, more: &str| format!("{n} {}", if n == 1 { one } else { more });
    let (figures, rows) = (some(brought.indicators, "cijfer", "cijfers"), some(report.kept, "rij", "rijen"));
    say(&format!("{figures} binnen, van {rows}."))?;
    if let Some(described) = described {
        say(&format!("Herkend als {}. Met --as geen gaat het zonder.", described.title))?;
    }
    for line in indicators::in_words(report) {
        say(&line)?;
    }
    Ok(())
}

async fn list(app: &App, storage: &Storage) -> Result<(), Failed> {
    let all = indicators::imports(app).await.map_err(sentence)?;
    if storage.json {
        let all: Vec<Value> = all
            .iter()
            .map(|one| {
                json!({"id": one.id, "traject": one.traject, "file": one.file_name, "source": one.about.source,
                    "year": one.about.year, "public": one.about.public})
            })
            .collect();
        return say(&Value::from(all).to_string());
    }
    for one in all {
        let of = one.traject.map_or_else(|| "alle trajecten".to_owned(), |id| format!("traject {id}"));
        say(&format!("{}  {} ({}), {of}, uit {}", one.id, one.about.source, one.about.year, one.file_name))?;
    }
    Ok(())
}

async fn remove(app: &App, storage: &Storage, id: &str) -> Result<(), Failed> {
    indicators::remove_import(app, None, None, id).await.map_err(sentence)?;
    answer(
        storage,
        &json!({"removed": id}),
        "Ingetrokken: niemand kan ze nog kiezen. Wat erop rust, blijft te lezen.",
    )
}
