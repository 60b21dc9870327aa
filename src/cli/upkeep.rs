//! `buurtblik backup` and `buurtblik restore`

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::{Failed, answer, open};
use crate::platform::App;
use crate::platform::config::Storage;
use crate::server::upkeep::{Amounts, Unpacked, backup, empty, erase_again, erase_restored, fill, unpack};

#[derive(Args)]
pub(super) struct Backup {
    /// Het bestand dat wordt gemaakt (.tar). Het mag er nog niet zijn.
    file: PathBuf,
}

#[derive(Args)]
pub(super) struct Restore {
    /// Het bestand dat `buurtblik backup` maakte.
    file: PathBuf,
    /// Het laatste gone.log van de oude server: wat sinds de reservekopie is weggehaald, gaat opnieuw weg.
    #[arg(long, conflicts_with = "without_gone")]
    gone: Option<PathBuf>,
    /// Er is geen gone.log meer: wat sinds de reservekopie is weggehaald, komt terug.
    #[arg(long)]
    without_gone: bool,
}

pub(super) async fn save(storage: &Storage, asked: Backup) -> Result<(), Failed> {
    let app = open(storage).await?;
    let told = backup(&app, &asked.file).await?;
    app.db.close().await;
    let sentence = format!(
        "De reservekopie is gemaakt: {} regels en {} fotobestanden.{}",
        told.rows,
        told.files,
        missing(&told)
    );
    let machine =
        json!({"file": asked.file, "rows": told.rows, "files": told.files, "missing": told.missing});
    answer(storage, &machine, &sentence)
}

/// What is said of photos that have no file any more.
fn missing(told: &Amounts) -> String {
    match told.missing {
        0 => String::new(),
        n => {
            format!(" Let op: van {n} foto's is het bestand er niet of niet heel. Kijk met buurtblik doctor.")
        }
    }
}

/// Opens the new database and fills it; where that does not succeed, the database is closed again.
async fn fill_all(storage: &Storage, unpacked: Unpacked) -> Result<(App, Amounts), Failed> {
    let app = open(storage).await?;
    match fill(&app, &unpacked).await {
        Ok(told) => Ok((app, told)),
        Err(error) => {
            app.db.close().await;
            Err(error.into())
        }
    }
}

pub(super) async fn put_back(storage: &Storage, asked: Restore) -> Result<(), Failed> {
    let gone = match &asked.gone {
        Some(file) => {
            std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?
        }
        None if asked.without_gone => String::new(),
        None => {
            return Err(
                "Geef met --gone het laatste gone.log van de oude server: wat sinds de reservekopie is \
                 weggehaald, gaat dan opnieuw weg. Is het er niet meer? Zeg dat dan met --without-gone."
                    .into(),
            );
        }
    };
    let unpacked = unpack(&asked.file, &storage.data_dir)?;
    let filled = fill_all(storage, unpacked).await;
    if filled.is_err() {
        // It was empty, and the next try needs it so.
        empty(&storage.data_dir);
    }
    let (app, told) = filled?;
    let again = erase_again(&app, &gone).await?;
    let trajects = erase_restored(&app).await?;
    app.db.sweep(true).await?;
    app.db.close().await;
    let sentence = format!(
        "Teruggezet: {} regels en {} fotobestanden.{} Opnieuw weggehaald: {again}. Gewist omdat de dag voorbij is: \
         {trajects} trajecten. Medewerkers melden zich aan met hun wachtwoord of een nieuwe link.",
        told.rows,
        told.files,
        missing(&told)
    );
    let machine = json!({
        "rows": told.rows, "files": told.files, "missing": told.missing, "erased_again": again, "trajects_erased": trajects,
    });
    answer(storage, &machine, &sentence)
}
