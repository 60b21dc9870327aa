//! `buurtblik export`

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::{Failed, answer, open};
use crate::platform::config::Storage;
use crate::step3::interchange::{ExportError, Form, export};

#[derive(Args)]
pub(super) struct Export {
    /// Het traject.
    #[arg(long)]
    traject: String,
    /// Het bestand dat wordt gemaakt: .gpkg, .geojson of .csv. Wat er stond, wordt vervangen.
    #[arg(long, value_parser = form)]
    out: PathBuf,
}

fn form(path: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(path);
    form_of(&path).map(|_| path).map_err(|error| error.to_string())
}

fn form_of(path: &Path) -> Result<Form, ExportError> {
    path.extension().and_then(|end| end.to_str()).and_then(Form::of).ok_or(ExportError::Form)
}

pub(super) async fn run(storage: &Storage, asked: Export) -> Result<(), Failed> {
    let form = form_of(&asked.out)?;
    let app = open(storage).await?;
    let made = export(&app, None, &asked.traject, form).await;
    app.db.close().await;
    let made = made?;
    put(&asked.out, &made.bytes)?;
    let told = |(layer, title, rows): &(String, String, usize)| json!({"layer": layer, "title": title, "rows": rows});
    let tables: Vec<Value> = made.tables.iter().map(told).collect();
    let told = json!({"file": asked.out, "tables": tables});
    let sentence = format!("{} is gemaakt, met {} lagen en lijsten.", asked.out.display(), tables.len());
    answer(storage, &told, &sentence)
}

/// The whole file or nothing, readable by its owner only.
fn put(path: &Path, bytes: &[u8]) -> Result<(), ExportError> {
    let place = |error| ExportError::Place(path.display().to_string(), error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(place)?;
    file.write_all(bytes).map_err(place)?;
    file.as_file().sync_all().map_err(place)?;
    file.persist(path).map_err(|error| place(error.error))?;
    Ok(())
}
