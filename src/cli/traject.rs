//! `buurtblik traject create`

use clap::{Args, Subcommand};
use serde_json::json;

use super::{Failed, open, say};
use crate::platform::config::Storage;
use crate::session::{LEAST_K, NewTraject, create_traject};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Maak een traject over een of meer buurten.
    Create(Create),
}

#[derive(Args)]
pub(super) struct Create {
    /// De code van een buurt; mag vaker.
    #[arg(long, required = true)]
    buurt: Vec<String>,
    /// De titel.
    #[arg(long)]
    title: String,
    /// Zoveel mensen staan er ten minste achter alles wat te zien is.
    #[arg(long, default_value_t = LEAST_K)]
    k: u32,
    /// De belofte, in hooguit drie regels; anders de gewone.
    #[arg(long)]
    promise: Option<String>,
}

pub(super) async fn run(storage: &Storage, command: Command) -> Result<(), Failed> {
    let Command::Create(asked) = command;
    let app = open(storage).await?;
    let new = NewTraject { buurten: asked.buurt, title: asked.title, k: asked.k, promise: asked.promise };
    let traject = create_traject(&app, new).await?;
    app.db.close().await;
    say(&json!({"id": traject.id}).to_string())
}
