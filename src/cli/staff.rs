//! `buurtblik staff add|list|revoke`

use clap::{Args, Subcommand};
use serde_json::json;

use super::{Failed, answer, open, told};
use crate::input::session;
use crate::people::accounts::{NewStaff, Role, add, list, new_link, revoke};
use crate::platform::config::Storage;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Voeg iemand toe; geeft een aanmeldlink (24 uur, één keer) en een sleutel voor programma's.
    Add(Add),
    /// Wie er zijn.
    List,
    /// Maak een nieuwe aanmeldlink (24 uur, één keer); de vorige werkt niet meer.
    Link {
        /// Het nummer van de medewerker.
        id: String,
    },
    /// Neem iemand de toegang af, meteen.
    Revoke {
        /// Het nummer van de medewerker.
        id: String,
    },
}

#[derive(Args)]
pub(super) struct Add {
    /// De naam.
    #[arg(long)]
    name: String,
    /// professional, begeleider of beheerder.
    #[arg(long)]
    role: Role,
    /// Het traject waar het om gaat.
    #[arg(long)]
    traject: Option<String>,
}

pub(super) async fn run(storage: &Storage, command: Command) -> Result<(), Failed> {
    let app = open(storage).await?;
    let outcome = match command {
        Command::Add(asked) => {
            if let Some(traject) = &asked.traject {
                session::find_traject(&app, traject).await?;
            }
            let new = NewStaff { name: asked.name, role: asked.role, traject: asked.traject };
            let added = add(&app, None, new).await?;
            let link = format!("{}/login/{}", app.public_url, added.link);
            let done = format!(
                "Deze medewerker is erbij (vraag een nieuwe link met: buurtblik staff link {})",
                added.id
            );
            told(&json!({"id": added.id, "login_url": link, "token": added.token}).to_string(), &done)
        }
        Command::List => {
            let all = list(&app).await?;
            let machine: Vec<_> = all
                .iter()
                .map(|one| {
                    json!({"id": one.id, "name": one.name, "role": one.role, "trajects": one.trajects,
                           "revoked": one.revoked})
                })
                .collect();
            let lines: Vec<_> = all
                .iter()
                .map(|one| {
                    let gone = if one.revoked { "  (ingetrokken)" } else { "" };
                    format!("{}  {:12}  {}{gone}", one.id, one.role.to_string(), one.name)
                })
                .collect();
            answer(storage, &json!(machine), &lines.join("\n"))
        }
        Command::Link { id } => {
            let link = format!("{}/login/{}", app.public_url, new_link(&app, None, &id).await?);
            answer(storage, &json!({"id": id, "login_url": link}), &link)
        }
        Command::Revoke { id } => {
            revoke(&app, None, &id).await?;
            answer(storage, &json!({"id": id, "revoked": true}), "De toegang is ingetrokken.")
        }
    };
    app.db.close().await;
    outcome
}
