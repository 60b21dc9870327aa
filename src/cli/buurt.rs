//! `buurtblik buurt import`

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand};
use serde_json::json;

use super::{Failed, answer, open};
use crate::place::buurt::{BuurtRef, ImportRequest, import_buurten};
use crate::platform::config::Storage;
use crate::platform::geojson::Page;

/// A plattegrond with fewer things than this has hardly a street.
const BARE: usize = 60;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Haal een buurt binnen: haar grens, en een plattegrond uit OpenStreetMap.
    Import(Import),
}

#[derive(Args)]
#[command(group(ArgGroup::new("which").required(true).args(["code", "all"])))]
pub(super) struct Import {
    /// GeoJSON of GeoPackage met grenzen, in graden (WGS84) of in het RD-stelsel.
    #[arg(long)]
    boundary: PathBuf,
    /// De laag, als een GeoPackage er meer heeft.
    #[arg(long)]
    layer: Option<String>,
    /// Het veld met de code. Gebruikelijke namen worden vanzelf gevonden.
    #[arg(long)]
    code_field: Option<String>,
    /// Het veld met de naam. Gebruikelijke namen worden vanzelf gevonden.
    #[arg(long)]
    name_field: Option<String>,
    /// De code van de buurt.
    #[arg(long)]
    code: Option<String>,
    /// Alle buurten uit het bestand.
    #[arg(long)]
    all: bool,
    /// Een of meer bestanden van OpenStreetMap (.osm.pbf). Zonder blijft de kaart die een buurt al heeft.
    #[arg(long)]
    osm: Vec<PathBuf>,
    /// Haal de kaart weg die een buurt al heeft, ook als er geen nieuwe voor in de plaats komt.
    #[arg(long)]
    replace_map: bool,
}

pub(super) async fn run(storage: &Storage, command: Command) -> Result<(), Failed> {
    let Command::Import(asked) = command;
    let app = open(storage).await?;
    let asked_for_map = !asked.osm.is_empty();
    let request = ImportRequest {
        boundary: asked.boundary,
        layer: asked.layer,
        code_field: asked.code_field,
        name_field: asked.name_field,
        code: asked.code,
        osm: asked.osm,
        replace_map: asked.replace_map,
    };
    let imported = import_buurten(&app, None, request).await?;
    app.db.close().await;
    let list: Vec<_> =
        imported.buurten.iter().map(|one| json!({"code": one.code, "name": one.name})).collect();
    let broken = match imported.broken {
        0 => String::new(),
        n => format!(" {n} vormen in OpenStreetMap zijn stuk en weggelaten."),
    };
    let who = match imported.buurten.as_slice() {
        [one] => format!("{} ({})", one.name, one.code),
        several => format!("{} buurten", several.len()),
    };
    let bare = if asked_for_map && imported.features < BARE * imported.buurten.len() {
        " Let op: dat zijn er weinig. Misschien dekt het bestand van OpenStreetMap deze buurt niet."
    } else {
        ""
    };
    let some = |list: &[BuurtRef]| match list {
        [one] => one.name.clone(),
        several => format!("{} buurten", several.len()),
    };
    let kept = match imported.kept.as_slice() {
        [] => String::new(),
        list => format!(
            " De kaart die er al was, is gebleven ({}): er was geen nieuwe, of bijna niets. Met --replace-map haalt u haar weg.",
            some(list)
        ),
    };
    let moved = match imported.moved.as_slice() {
        [] => String::new(),
        list => format!(
            " De grens is veranderd ({}): aan de rand kan de kaart leeg zijn. Haal de buurt dan nog eens binnen met --osm.",
            some(list)
        ),
    };
    let page = other_pages(imported.page);
    let sentence = format!(
        "{who} binnengehaald, met {} vormen op de kaart.{kept}{moved}{broken}{bare}{page}",
        imported.features
    );
    let codes = |list: &[BuurtRef]| list.iter().map(|one| one.code.clone()).collect::<Vec<_>>();
    let machine = json!({"buurten": list, "features": imported.features, "broken": imported.broken,
        "maps_kept": codes(&imported.kept), "boundaries_moved": codes(&imported.moved), "page": imported.page});
    answer(storage, &machine, &sentence)
}

/// What is said of a file that is one page of more.
fn other_pages(page: Option<Page>) -> String {
    let one = " Let op: het bestand is één bladzijde van meer.";
    match page.map(|page| page.missing) {
        None => String::new(),
        Some(None) => format!("{one} Haal ook de andere bladzijden op."),
        Some(Some(n)) => format!("{one} Er ontbreken nog {n} grenzen. Haal ook de andere bladzijden op."),
    }
}
