//! The command line: one file per command. People read Dutch; `--json` is for machines.

mod buurt;
mod demo;
mod doctor;
mod export;
mod indicators;
mod serve;
mod session;
mod staff;
mod traject;
mod upkeep;
mod walk;

use std::io::Write as _;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use serde_json::Value;

use crate::platform::App;
use crate::platform::app::OpenError;
use crate::platform::config::{Serving, Storage};
use crate::platform::limits::Limits;
use crate::server::start;

/// Buurtblik: de plattegrond op tafel, als programma.
#[derive(Parser)]
#[command(name = "buurtblik", version, about, propagate_version = true)]
struct Cli {
    #[command(flatten)]
    storage: Storage,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start de server.
    Serve(Serving),
    /// Buurten: grens en plattegrond binnenhalen.
    #[command(subcommand)]
    Buurt(buurt::Command),
    /// Trajecten.
    #[command(subcommand)]
    Traject(traject::Command),
    /// Bijeenkomsten (wijksessies).
    #[command(subcommand)]
    Session(session::Command),
    /// Medewerkers.
    #[command(subcommand)]
    Staff(staff::Command),
    /// Fotowandelingen.
    #[command(subcommand)]
    Walk(walk::Command),
    /// Neem mee wat professionals van een traject mogen zien, als GeoPackage, GeoJSON of CSV.
    Export(export::Export),
    /// Cijfers van elders.
    #[command(subcommand)]
    Indicators(indicators::Command),
    /// Maak een reservekopie, ook terwijl mensen werken.
    Backup(upkeep::Backup),
    /// Zet een reservekopie terug in een lege gegevensmap.
    Restore(upkeep::Restore),
    /// Kijk of alles goed staat.
    Doctor,
}

/// One sentence that says what went wrong and what to do.
type Failed = Box<dyn std::error::Error + Send + Sync>;

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    crate::platform::panics::start();
    let cli = Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(dispatch(cli)),
        Err(error) => Err(error.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

async fn dispatch(cli: Cli) -> Result<(), Failed> {
    let storage = &cli.storage;
    match cli.command {
        Command::Serve(serving) => serve::run(storage, serving).await,
        Command::Buurt(command) => buurt::run(storage, command).await,
        Command::Traject(command) => traject::run(storage, command).await,
        Command::Session(command) => session::run(storage, command).await,
        Command::Staff(command) => staff::run(storage, command).await,
        Command::Walk(command) => walk::run(storage, command).await,
        Command::Export(asked) => export::run(storage, asked).await,
        Command::Indicators(command) => indicators::run(storage, command).await,
        Command::Backup(asked) => upkeep::save(storage, asked).await,
        Command::Restore(asked) => upkeep::put_back(storage, asked).await,
        Command::Doctor => doctor::run(storage).await,
    }
}

/// Opens what a command needs: everything but the site.
async fn open(storage: &Storage) -> Result<App, OpenError> {
    let app = start::open(storage, None, Limits::off()).await?;
    // Each command reads the clock too; where that fails, the server says so.
    if let Err(error) = app.time.look(&app.chance, &app.db).await {
        tracing::debug!(%error, "the reading of the clock is not kept");
    }
    Ok(app)
}

/// Prints an answer: as JSON, or as a sentence.
fn answer(storage: &Storage, json: &Value, sentence: &str) -> Result<(), Failed> {
    told(&if storage.json { json.to_string() } else { sentence.to_owned() }, "De opdracht is uitgevoerd")
}

/// Prints what came of a command. Where that cannot be, the work is done all the same, and the complaint says so: `done` is the
/// beginning of that sentence.
fn told(line: &str, done: &str) -> Result<(), Failed> {
    say(line).map_err(|error| format!("{done}, maar het antwoord kan niet worden getoond: {error}.").into())
}

/// Prints a line for people or machines.
fn say(line: &str) -> Result<(), Failed> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

/// Prints a complaint in one line.
fn complain(sentence: &str) {
    let line = sentence.lines().collect::<Vec<_>>().join(" ");
    // With standard error closed there is nowhere left to say it; the exit code still does.
    drop(writeln!(std::io::stderr().lock(), "buurtblik: {line}"));
}
