//! What an administrator sets, from flags or the environment.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::db::Pool;
use super::source::Proxies;

/// Where the data are; every command takes these.
#[derive(Debug, Clone, Args)]
pub struct Storage {
    /// Map met de gegevens: de ingebouwde database, foto's en de sleutel.
    #[arg(long, env = "BUURTBLIK_DATA_DIR", default_value = "data", global = true)]
    pub data_dir: PathBuf,
    /// sqlite:BESTAND of postgres://… (standaard: SQLite in de gegevensmap).
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub database_url: Option<String>,
    /// Hoeveel verbindingen met de database er tegelijk zijn (standaard: 16 met PostgreSQL, 4 om te lezen met SQLite).
    #[arg(long, env = "BUURTBLIK_DB_POOL", value_parser = clap::value_parser!(u32).range(1..=1000), global = true)]
    pub db_pool: Option<u32>,
    /// Hoeveel seconden een verzoek op een vrije verbinding wacht, voordat het hoort dat het even te druk is.
    #[arg(
        long,
        env = "BUURTBLIK_DB_WAIT",
        value_parser = clap::value_parser!(u64).range(1..=60),
        default_value_t = 5,
        global = true
    )]
    pub db_wait: u64,
    /// Geef het antwoord als JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// Het adres waarop mensen de server vinden, voor links (standaard: het adres waarop hij luistert).
    #[arg(long, env = "BUURTBLIK_PUBLIC_URL", global = true)]
    pub public_url: Option<String>,
}

impl Storage {
    /// The address of the database.
    pub fn database(&self) -> String {
        self.database_url
            .clone()
            .unwrap_or_else(|| format!("sqlite:{}", self.data_dir.join("buurtblik.sqlite").display()))
    }

    /// How many connections there are, and how long one is waited for.
    pub fn pool(&self) -> Pool {
        Pool { connections: self.db_pool, wait: Duration::from_secs(self.db_wait) }
    }

    /// The file of the embedded database; nothing for PostgreSQL.
    pub fn database_file(&self) -> Option<PathBuf> {
        let address = self.database();
        let file = address.strip_prefix("sqlite:")?;
        let file = file.strip_prefix("//").unwrap_or(file);
        Some(PathBuf::from(file.split('?').next().unwrap_or(file)))
    }

    /// The address people use, without a slash at the end.
    pub fn public(&self) -> String {
        // A command beside a server knows from the environment where that one listens.
        let listens = || std::env::var("BUURTBLIK_ADDR").map(|addr| format!("http://{addr}"));
        let told = self.public_url.clone().or_else(|| listens().ok());
        told.as_deref().unwrap_or("http://127.0.0.1:3000").trim_end_matches('/').to_owned()
    }
}

/// What the server needs beside [`Storage`].
#[derive(Debug, Clone, Args)]
pub struct Serving {
    /// Adres en poort waarop de server luistert.
    #[arg(long, env = "BUURTBLIK_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: String,
    /// Map met de site (standaard: de map `site` naast de map van het programma).
    #[arg(long, env = "BUURTBLIK_SITE")]
    pub site: Option<PathBuf>,
    /// `off` zet de grenzen op het aantal verzoeken uit; alleen voor metingen.
    #[arg(long, env = "BUURTBLIK_LIMITS", default_value = "on")]
    pub limits: String,
    /// Proxy's die vertellen waar een verzoek vandaan komt: adressen of netwerken, met komma's ertussen.
    #[arg(long, env = "BUURTBLIK_TRUSTED_PROXIES", default_value = "", hide_default_value = true)]
    pub trusted_proxies: Proxies,
    /// Zet de voorbeeldbuurt klaar en toon de links.
    #[arg(long)]
    pub demo: bool,
}
