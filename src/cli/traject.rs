//! `buurtblik traject create`

use clap::{Args, Subcommand};
use serde_json::json;

use super::{Failed, open, told};
use crate::input::session::{Draft, LEAST_K, SessionError, create_traject};
use crate::platform::config::Storage;
use crate::platform::texts::t;

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
    /// De vraag, in één zin.
    #[arg(long, default_value = "")]
    question: String,
    /// Een thema; mag vaker. Anders de zeven domeinen en algemeen.
    #[arg(long)]
    theme: Vec<String>,
    /// Een gevoelig thema: een stip op een huis gaat naar de dichtstbijzijnde straat; mag vaker.
    #[arg(long)]
    sensitive: Vec<String>,
    /// De dag waarop alles wordt gewist, JJJJ-MM-DD.
    #[arg(long, default_value = "")]
    erase_on: String,
    /// Bewaar de vrijgegeven kaarten ook na die dag.
    #[arg(long)]
    keep_layers: bool,
    /// Professionals schrijven eerst op wat zij verwachten; daarna gaan de kaarten voor hen open.
    #[arg(long)]
    assume_first: bool,
}

pub(super) async fn run(storage: &Storage, command: Command) -> Result<(), Failed> {
    let Command::Create(asked) = command;
    let app = open(storage).await?;
    let promise = asked.promise.unwrap_or_else(|| t("session-standard-promise"));
    if promise.trim().is_empty() {
        return Err(SessionError::Promise.into());
    }
    let new = Draft {
        buurten: asked.buurt,
        title: asked.title,
        k: asked.k,
        promise,
        question: asked.question,
        themes: asked.theme,
        sensitive: asked.sensitive,
        erase_on: asked.erase_on,
        keep_layers: asked.keep_layers,
        assume_first: asked.assume_first,
        ..Draft::default()
    };
    let traject = create_traject(&app, None, new).await?;
    app.db.close().await;
    told(
        &json!({"id": traject.id}).to_string(),
        &format!("Het traject is gemaakt, met nummer {}", traject.id),
    )
}
