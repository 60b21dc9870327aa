//! Opening a database and bringing it up to date.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, SqliteConnection};

use super::busy::is_full;
use super::{DbError, Inner, migrate, writer::Writer};
use crate::platform::private;

/// How long a command that runs beside the server waits for its turn to write.
const BUSY: Duration = Duration::from_secs(15);
/// How long a command waits until PostgreSQL answers at all.
const FIRST: Duration = Duration::from_secs(15);
const READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 16;

/// How many connections there are at once, and how long one is waited for.
#[derive(Debug, Clone, Copy)]
pub struct Pool {
    /// Connections; nothing for the usual number.
    pub connections: Option<u32>,
    /// After so long whoever waits is told that the database has no time.
    pub wait: Duration,
}

impl Default for Pool {
    fn default() -> Self {
        Self { connections: None, wait: Duration::from_secs(5) }
    }
}

pub(super) async fn open(address: &str, pool: Pool) -> Result<Inner, DbError> {
    if let Some(file) = address.strip_prefix("sqlite:") {
        return sqlite(file.strip_prefix("//").unwrap_or(file), pool).await;
    }
    if address.starts_with("postgres://") || address.starts_with("postgresql://") {
        return postgres(address, pool).await;
    }
    Err(DbError::Address)
}

async fn sqlite(file: &str, pool: Pool) -> Result<Inner, DbError> {
    let failed =
        |error: &dyn std::fmt::Display| DbError::Open { place: file.to_owned(), cause: error.to_string() };
    let shut = |error: sqlx::Error| if is_full(&error) { DbError::Full } else { failed(&error) };
    if let Some(folder) = Path::new(file).parent() {
        private::make_folder(folder).map_err(|error| failed(&error))?;
    }
    let options = SqliteConnectOptions::from_str(&format!("sqlite://{file}"))
        .map_err(|error| failed(&error))?
        .create_if_missing(true)
        // Before WAL: switching the mode takes a lock that another process may hold.
        .busy_timeout(BUSY)
        .journal_mode(SqliteJournalMode::Wal)
        // An answer 201 means: on disk.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // What is deleted is overwritten in the file, not only forgotten.
        .pragma("secure_delete", "ON");
    // Programs that start at once bring a new database up to date one after the other.
    let turn = turn(format!("{file}.lock")).await.map_err(|error| failed(&error))?;
    // SQLite gives what it writes beside a database the permissions of that.
    private::make_file(options.get_filename()).map_err(|error| failed(&error))?;
    let mut connection = SqliteConnection::connect_with(&options).await.map_err(shut)?;
    migrate::sqlite(&mut connection).await?;
    drop(turn);
    let readers = SqlitePoolOptions::new()
        .max_connections(pool.connections.unwrap_or(READERS))
        .min_connections(1)
        .acquire_timeout(pool.wait)
        .connect_with(options.clone().read_only(true))
        .await
        .map_err(shut)?;
    Ok(Inner::Sqlite { readers, writer: Writer::start(connection, pool.wait), options: Box::new(options) })
}

/// Waits for a lock on a file; it lasts until the file is dropped.
async fn turn(file: String) -> std::io::Result<std::fs::File> {
    let waiting = tokio::task::spawn_blocking(move || {
        let file = private::make_file(Path::new(&file))?;
        file.lock()?;
        Ok(file)
    });
    waiting.await.map_err(std::io::Error::other)?
}

async fn postgres(address: &str, pool: Pool) -> Result<Inner, DbError> {
    // The address may hold a password: it stays out of the message.
    let failed = |error: sqlx::Error| DbError::NoServer(error.to_string());
    let options = PgConnectOptions::from_str(address).map_err(failed)?;
    // By itself, with more patience than a request has: a server that is just starting is waited for.
    let first = PgPoolOptions::new().max_connections(1).acquire_timeout(FIRST);
    let first = first.connect_with(options.clone()).await.map_err(failed)?;
    migrate::postgres(&first).await?;
    first.close().await;
    let pool = PgPoolOptions::new()
        .max_connections(pool.connections.unwrap_or(POSTGRES_CONNECTIONS))
        .acquire_timeout(pool.wait)
        .connect_lazy_with(options);
    Ok(Inner::Postgres(pool))
}
