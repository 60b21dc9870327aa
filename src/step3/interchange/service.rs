//! Everything a professional may see of a traject, gathered and written as one file.

use std::sync::Arc;

use tokio::sync::Semaphore;

use super::error::ExportError;
use super::model::{Export, Form, Table, name};
use super::{csv, geojson, gpkg, layers, professionals, tables};
use crate::input::session;
use crate::layers::heat::{self, Bandwidth, Slice};
use crate::people::accounts;
use crate::place::buurt::TrajectArea;
use crate::platform::App;

/// Drawing everything takes a second of a processor: one at a time.
static ONE: Semaphore = Semaphore::const_new(1);

/// A file that was made.
#[derive(Debug)]
pub struct Made {
    /// The file.
    pub bytes: Vec<u8>,
    /// What it is called on somebody's disk, in ASCII.
    pub name: String,
    /// Its tables: name, what people call it, number of rows.
    pub tables: Vec<(String, String, usize)>,
}

/// What is taken along of a traject.
///
/// # Errors
/// No such traject, or what a room says.
pub async fn collect(app: &App, traject: &str) -> Result<(Export, Arc<TrajectArea>), ExportError> {
    let _turn = ONE.acquire().await.map_err(|_| ExportError::Stopped)?;
    gather(app, traject, true).await
}

/// What would be taken along: the layers are named, and have no rows yet.
///
/// # Errors
/// As [`collect`].
pub async fn contents(app: &App, traject: &str) -> Result<(Export, Arc<TrajectArea>), ExportError> {
    gather(app, traject, false).await
}

async fn gather(app: &App, traject: &str, traced: bool) -> Result<(Export, Arc<TrajectArea>), ExportError> {
    let source = heat::source(app, traject).await?;
    let at = app.chance.now_text();
    let all = Slice { theme: "all".to_owned(), kind: "sterk".to_owned(), moment: None };
    let grid = heat::layer_of(app, &source, &all, Bandwidth::default()).await?;
    let notes = heat::provenance(&source, &all, &grid).notes();

    let mut all: Vec<Table> = vec![tables::about_file(&source, &notes, &at)];
    all.push(tables::strong(app, &source).await?);
    all.extend(tables::said(app, &source).await?);
    all.extend(tables::on_foot(app, &source).await?);
    let layers = layers::heat(app, &source, traced).await?;
    let named = layers.iter().filter(|layer| layer.rows.is_empty()).map(|layer| layer.id.clone()).collect();
    all.extend(layers);
    all.push(layers::coverage(app, &source).await?);
    all.extend(professionals::figures(app, &source).await?);
    all.push(professionals::coming(app, &source).await?);
    all.push(professionals::compared(app, &source).await?);
    all.push(professionals::assumptions(app, &source).await?);
    all.push(professionals::agenda(app, &source).await?);
    all.push(tables::boundary(app, &source).await?);
    let export = Export { title: source.traject.title.clone(), at, tables: all, named };
    Ok((export, source.area))
}

/// The file, in the form that is asked for.
///
/// # Errors
/// As [`collect`]; a file that cannot be written.
pub async fn written(app: &App, traject: &str, form: Form) -> Result<Made, ExportError> {
    let (export, area) = collect(app, traject).await?;
    let told = |table: &Table| (table.id.clone(), table.title.clone(), table.rows.len());
    let tables = export.tables.iter().map(told).collect();
    let name = format!("{}.{}", name(&export.title).replace('_', "-"), form.extension());
    let bytes = match form {
        Form::Gpkg => gpkg::write(&export, &area).await?,
        Form::GeoJson | Form::Csv => {
            let write = move || if form == Form::Csv { csv::write(&export) } else { geojson::write(&export) };
            tokio::task::spawn_blocking(write).await.map_err(|_| ExportError::Stopped)??
        }
    };
    Ok(Made { bytes, name, tables })
}

/// As [`written`], and that somebody (nobody: the command line) took it along stands in the audit trail.
///
/// # Errors
/// As [`written`].
pub async fn export(app: &App, by: Option<&str>, traject: &str, form: Form) -> Result<Made, ExportError> {
    // On a page the door has asked already, and a begeleider was in the room.
    if by.is_none() && session::find_traject(app, traject).await?.is_closed() {
        return Err(ExportError::Closed);
    }
    let made = written(app, traject, form).await?;
    let entry = accounts::Entry::new(app, by, "export", &format!("{traject} {}", form.extension()))?;
    app.db
        .write(move |tx| Box::pin(async move { Ok::<_, ExportError>(accounts::record(tx, &entry).await?) }))
        .await?;
    Ok(made)
}
