//! The one small door to the database: the same SQL text runs on SQLite and on PostgreSQL.
//!
//! Reads go to a pool. Writes go through [`Db::write`]: on SQLite to the one writer, which commits the
//! requests that are waiting together; on PostgreSQL into a transaction of their own. When `write`
//! returns `Ok`, the change is on disk.
//!
//! A job has its [`Tx`] and nothing else: whatever it needs is read and drawn before. One that came back to this door would
//! wait for the writer that waits for it, or hold one connection and want another, and with it everybody would stop. The
//! types keep jobs from it (no function that takes a [`Tx`] takes an `App`: `tests/architecture.rs`), and where something
//! slips through, it is told ([`DbError::Inside`]) and waits for nothing.

mod busy;
mod migrate;
mod open;
mod row;
mod tx;
mod writer;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures::FutureExt as _;
use futures::future::BoxFuture;
use sqlx::pool::PoolConnection;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection as _, PgPool, Postgres, SqliteConnection, SqlitePool};
use thiserror::Error;

pub use busy::{Busy, busy};
pub use open::Pool;
pub use row::{Arg, Row};
pub use tx::Tx;

/// What can go wrong at the database door.
#[derive(Debug, Error)]
pub enum DbError {
    /// The address is neither `sqlite:…` nor `postgres://…`.
    #[error("Het adres van de database moet beginnen met sqlite: of postgres://.")]
    Address,
    /// The database was made by a newer version of the program.
    #[error(
        "Deze database is van een nieuwere versie van Buurtblik (stap {0}). Installeer die versie, of kies een andere gegevensmap met --data-dir."
    )]
    Newer(i64),
    /// A migration that was applied before has another text now.
    #[error("De database past niet bij deze versie van Buurtblik: stap {0} is anders dan hij was.")]
    Changed(i64),
    /// The database cannot be opened or created.
    #[error(
        "De database {place} kan niet worden geopend: {cause}. Controleer of de map bestaat en of u er mag schrijven."
    )]
    Open {
        /// Where it should be.
        place: String,
        /// What the system says.
        cause: String,
    },
    /// No server answers at the address of PostgreSQL, or it lets nobody in.
    #[error(
        "De databaseserver (PostgreSQL) geeft geen toegang: {0}. Draait hij, en kloppen adres, naam, wachtwoord en database in DATABASE_URL?"
    )]
    NoServer(String),
    /// A migration failed.
    #[error("De database kan niet worden bijgewerkt: {0}")]
    Migrate(String),
    /// The writer has stopped: the program is closing.
    #[error("De database is al gesloten.")]
    Closed,
    /// A job asked the door again instead of its own transaction: a fault of the program, which stops nothing.
    #[error("Een opdracht vroeg de database opnieuw terwijl hij al liep.")]
    Inside,
    /// It has no time now: whoever asks again in a moment is helped.
    #[error("De database heeft het te druk: {0}.")]
    Busy(#[source] Busy),
    /// There is no room for what is written.
    #[error(
        "De schijf van de database is vol: er kan niets meer worden bewaard. Maak daar ruimte vrij, of geef de database een grotere schijf."
    )]
    Full,
    /// A commit failed, as it is told to each whose change was in it.
    #[error("De database geeft een fout: {0}")]
    Commit(String),
    /// Anything else the driver says.
    #[error("De database geeft een fout: {0}")]
    Driver(#[source] sqlx::Error),
}

impl DbError {
    /// Whether a row was refused for what it holds: it is there already, belongs to nothing, or breaks a rule of its table.
    pub fn does_not_fit(&self) -> bool {
        let Self::Driver(sqlx::Error::Database(told)) = self else { return false };
        !matches!(told.kind(), sqlx::error::ErrorKind::Other)
    }
}

tokio::task_local! {
    /// Set while a job runs.
    static JOB: ();
}

/// Runs a job; what it asks of the door meanwhile is refused.
async fn as_job<F: Future>(job: F) -> F::Output {
    JOB.scope((), job).await
}

/// Whether this is outside every job.
fn outside() -> Result<(), DbError> {
    if JOB.try_with(|()| ()).is_ok() { Err(DbError::Inside) } else { Ok(()) }
}

/// A database, open and migrated. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

enum Inner {
    Sqlite { readers: SqlitePool, writer: writer::Writer, options: Box<SqliteConnectOptions> },
    Postgres(PgPool),
}

impl Db {
    /// Opens the database at `address` (`sqlite:FILE` or `postgres://…`) and brings it up to date.
    ///
    /// # Errors
    /// [`DbError`] with a sentence for an administrator.
    pub async fn open(address: &str) -> Result<Self, DbError> {
        Self::open_with(address, Pool::default()).await
    }

    /// As [`Db::open`], with so many connections.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub async fn open_with(address: &str, pool: Pool) -> Result<Self, DbError> {
        open::open(address, pool).await.map(|inner| Self(Arc::new(inner)))
    }

    /// Every row of a query.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn all(&self, sql: &'static str, args: Vec<Arg>) -> Result<Vec<Row>, DbError> {
        outside()?;
        match &*self.0 {
            Inner::Sqlite { readers, .. } => row::sqlite_all(readers, sql, args).await,
            Inner::Postgres(_) if row::finds_nothing(&args) => Ok(Vec::new()),
            Inner::Postgres(pool) => row::postgres_all(pool, sql, args).await,
        }
    }

    /// The first row of a query, if there is one.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn optional(&self, sql: &'static str, args: Vec<Arg>) -> Result<Option<Row>, DbError> {
        outside()?;
        match &*self.0 {
            Inner::Sqlite { readers, .. } => row::sqlite_optional(readers, sql, args).await,
            Inner::Postgres(_) if row::finds_nothing(&args) => Ok(None),
            Inner::Postgres(pool) => row::postgres_optional(pool, sql, args).await,
        }
    }

    /// Runs `job` in a transaction; returns when it is durable. Where `job` fails, nothing of it stays.
    ///
    /// # Errors
    /// The job's own error, or the database's.
    pub async fn write<T, E, F>(&self, job: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
    {
        outside()?;
        match &*self.0 {
            Inner::Sqlite { writer, .. } => writer.run(job).await,
            Inner::Postgres(pool) => {
                // The connection first: whoever hangs up while waiting for one leaves nothing behind that still wants it.
                let connection = pool.acquire().await.map_err(DbError::from)?;
                // In a task of its own: a caller that hangs up halfway must not leave a transaction open.
                let running = tokio::spawn(in_transaction(connection, job));
                running.await.map_err(|_| DbError::Closed)?
            }
        }
    }

    /// Asks the database for a sign of life.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn ping(&self) -> Result<(), DbError> {
        self.optional("SELECT 1", Vec::new()).await.map(|_| ())
    }

    /// What time the database itself has, as the database keeps times; nothing where it has no clock of its own.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn own_time(&self) -> Result<Option<String>, DbError> {
        let sql = r#"SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')"#;
        match &*self.0 {
            Inner::Sqlite { .. } => Ok(None),
            Inner::Postgres(_) => self.optional(sql, Vec::new()).await?.map(|row| row.get(0)).transpose(),
        }
    }

    /// Writes something, and returns when it is durable: whether the database takes writes.
    ///
    /// # Errors
    /// What the driver says (a full disk, a database that may only be read).
    pub async fn try_write(&self, now: String) -> Result<(), DbError> {
        let sql = "INSERT INTO readiness (one, at) VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET at = $1";
        let job = self.write(move |tx| Box::pin(async move { tx.execute(sql, vec![Arg::from(now)]).await }));
        job.await.map(|_: u64| ())
    }

    /// How many steps brought it up to date.
    pub const STEPS: usize = migrate::COUNT;

    /// Takes what was deleted out of the database's own files too: SQLite's write-ahead log; where it is worth the
    /// work (`thorough`) PostgreSQL's dead rows, which its autovacuum takes otherwise. Where somebody is just reading,
    /// a part waits for the next time.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn sweep(&self, thorough: bool) -> Result<(), DbError> {
        match &*self.0 {
            Inner::Sqlite { options, .. } => {
                let mut connection = SqliteConnection::connect_with(options).await?;
                sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut connection).await?;
                connection.close().await?;
            }
            Inner::Postgres(pool) if thorough => {
                sqlx::query("VACUUM").execute(pool).await?;
            }
            Inner::Postgres(_) => {}
        }
        Ok(())
    }

    /// Waits for the last write and closes every connection.
    pub async fn close(&self) {
        match &*self.0 {
            Inner::Sqlite { readers, writer, .. } => {
                writer.close().await;
                readers.close().await;
            }
            Inner::Postgres(pool) => pool.close().await,
        }
    }
}

async fn in_transaction<T, E, F>(connection: PoolConnection<Postgres>, job: F) -> Result<T, E>
where
    T: Send + 'static,
    E: From<DbError> + Send + 'static,
    F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
{
    let mut tx = Tx::postgres(connection);
    tx.begin().await?;
    // A job that panics is taken back like one that fails.
    let outcome = AssertUnwindSafe(as_job(job(&mut tx))).catch_unwind().await;
    match outcome {
        Ok(Ok(done)) => {
            tx.commit().await?;
            Ok(done)
        }
        Ok(Err(error)) => {
            tx.rollback().await?;
            Err(error)
        }
        Err(_) => {
            tx.rollback().await?;
            Err(DbError::Closed.into())
        }
    }
}

/// How many a query asks about at once, where it asks about some: so many places it has for them.
pub const AT_ONCE: usize = 40;

/// Arguments for these places. One that is left over asks for what nothing is called.
pub fn at_once<S: AsRef<str>>(names: &[S]) -> impl Iterator<Item = Arg> + '_ {
    (0..AT_ONCE).map(|at| names.get(at).map(S::as_ref).unwrap_or_default().into())
}

/// Arguments of a query, each converted into an [`Arg`].
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::platform::db::Arg::from($value)),*] };
}

#[cfg(test)]
mod tests {
    use super::{Db, DbError};

    #[tokio::test]
    async fn a_job_that_asks_the_door_again_is_told_and_stops_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut addresses = vec![format!("sqlite:{}", folder.path().join("db").display())];
        addresses.extend(std::env::var("BUURTBLIK_TEST_POSTGRES"));
        for address in addresses {
            let db = Db::open(&address).await.unwrap();
            let again = db.clone();
            let asked: Result<Vec<bool>, DbError> = db
                .write(move |_| {
                    Box::pin(async move {
                        let told = |error: Option<DbError>| matches!(error, Some(DbError::Inside));
                        let written = again.write(|_| Box::pin(async { Ok::<_, DbError>(()) })).await;
                        let (all, one) = (again.all("SELECT 1", vec![]).await, again.ping().await);
                        Ok(vec![told(written.err()), told(all.err()), told(one.err())])
                    })
                })
                .await;
            assert_eq!(asked.unwrap(), [true; 3]);
            db.write(|_| Box::pin(async { Ok::<_, DbError>(()) })).await.unwrap();
            db.ping().await.unwrap();
            db.close().await;
        }
    }
}
