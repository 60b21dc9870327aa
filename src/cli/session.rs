//! `buurtblik session create|close|release`

use clap::{Args, Subcommand};
use serde_json::json;

use super::{Failed, answer, open, told};
use crate::input::session::{Audience, Method, NewSession, close, create_session};
use crate::layers::heat::CutBy;
use crate::platform::config::Storage;
use crate::step3::verdieping::hand_over;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Open een bijeenkomst.
    Create(Create),
    /// Sluit een bijeenkomst: er kan niets meer bij.
    Close {
        /// De code van de bijeenkomst.
        code: String,
    },
    /// Geef gesloten bijeenkomsten samen vrij aan de professionals van het traject.
    Release {
        /// De codes van de bijeenkomsten.
        #[arg(required = true)]
        codes: Vec<String>,
        /// Deel de kaart alleen naar wat sterk is en wat beter kan: fijnere plekken, geen kaart per thema. Voor weinig mensen.
        #[arg(long)]
        by_side: bool,
    },
}

#[derive(Args)]
pub(super) struct Create {
    /// Het traject.
    #[arg(long)]
    traject: String,
    /// De titel.
    #[arg(long)]
    title: String,
    /// Hoe er gevraagd wordt, zoals wijksessie of koffiekar.
    #[arg(long)]
    method: Method,
    /// Aan wie: bewoners, ondernemers of instellingen.
    #[arg(long)]
    audience: Audience,
    /// Voor groepstafels: een tafel spreekt met één stem voor meer mensen.
    #[arg(long)]
    tables: bool,
}

pub(super) async fn run(storage: &Storage, command: Command) -> Result<(), Failed> {
    let app = open(storage).await?;
    let outcome = match command {
        Command::Create(asked) => {
            let new = NewSession {
                traject: asked.traject,
                title: asked.title,
                method: asked.method,
                audience: asked.audience,
                tables: asked.tables,
            };
            let session = create_session(&app, new).await?;
            let url = format!("{}/s/{}", app.public_url, session.code);
            let done = format!("De bijeenkomst is open, met code {}", session.code);
            told(&json!({"code": session.code, "url": url}).to_string(), &done)
        }
        Command::Close { code } => {
            close(&app, None, &code).await?;
            answer(storage, &json!({"code": code, "status": "closed"}), "De bijeenkomst is gesloten.")
        }
        Command::Release { codes, by_side } => {
            let by = if by_side { CutBy::Side } else { CutBy::Theme };
            hand_over(&app, None, &codes, by).await?;
            let released = json!({"codes": codes, "status": "released"});
            answer(storage, &released, "Vrijgegeven aan de professionals van het traject.")
        }
    };
    app.db.close().await;
    outcome
}
