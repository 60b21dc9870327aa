//! A transaction on either database.

use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, Postgres, SqlSafeStr, SqliteConnection};

use super::row::{postgres_query, sqlite_query};
use super::{Arg, DbError, Row};

/// Where a job reads and writes until it is committed.
pub struct Tx {
    connection: Connection,
    /// SQLite only: this job has written, so a savepoint stands before its first change.
    dirty: bool,
}

enum Connection {
    Sqlite(Box<SqliteConnection>),
    Postgres(Box<PoolConnection<Postgres>>),
}

impl Tx {
    pub(super) fn sqlite(connection: SqliteConnection) -> Self {
        Self { connection: Connection::Sqlite(Box::new(connection)), dirty: false }
    }

    pub(super) fn postgres(connection: PoolConnection<Postgres>) -> Self {
        Self { connection: Connection::Postgres(Box::new(connection)), dirty: false }
    }

    /// Everything this transaction reads is of one moment, whatever others write meanwhile; to be called first.
    /// On SQLite that holds anyway.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn of_one_moment(&mut self) -> Result<(), DbError> {
        if let Connection::Postgres(connection) = &mut self.connection {
            sqlx::query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                .execute(&mut ***connection)
                .await?;
        }
        Ok(())
    }

    /// Runs a change; returns how many rows it touched.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn execute(&mut self, sql: &'static str, args: Vec<Arg>) -> Result<u64, DbError> {
        self.mark().await?;
        match &mut self.connection {
            Connection::Sqlite(connection) => {
                Ok(sqlite_query(sql, args).execute(&mut **connection).await?.rows_affected())
            }
            Connection::Postgres(connection) => {
                let query = postgres_query(sql.into_sql_str(), args);
                Ok(query.execute(&mut ***connection).await?.rows_affected())
            }
        }
    }

    /// Every row of a query.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn all(&mut self, sql: &'static str, args: Vec<Arg>) -> Result<Vec<Row>, DbError> {
        match &mut self.connection {
            Connection::Sqlite(connection) => {
                let rows = sqlite_query(sql, args).fetch_all(&mut **connection).await?;
                Ok(rows.into_iter().map(Row::Sqlite).collect())
            }
            Connection::Postgres(connection) => {
                let rows = postgres_query(sql.into_sql_str(), args).fetch_all(&mut ***connection).await?;
                Ok(rows.into_iter().map(Row::Postgres).collect())
            }
        }
    }

    /// The first row of a query, if there is one.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn optional(&mut self, sql: &'static str, args: Vec<Arg>) -> Result<Option<Row>, DbError> {
        match &mut self.connection {
            Connection::Sqlite(connection) => {
                Ok(sqlite_query(sql, args).fetch_optional(&mut **connection).await?.map(Row::Sqlite))
            }
            Connection::Postgres(connection) => {
                let query = postgres_query(sql.into_sql_str(), args);
                Ok(query.fetch_optional(&mut ***connection).await?.map(Row::Postgres))
            }
        }
    }

    /// Like [`Tx::optional`], and what it read stays as it is until this transaction ends: a session
    /// that is read as open cannot be closed and released before the pin that relies on it is in.
    /// SQLite has one writer, so there it holds anyway; PostgreSQL takes a share lock.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn optional_held(&mut self, sql: &'static str, args: Vec<Arg>) -> Result<Option<Row>, DbError> {
        if let Connection::Postgres(connection) = &mut self.connection {
            let held = AssertSqlSafe(format!("{sql} FOR SHARE"));
            let query = postgres_query(held.into_sql_str(), args);
            return Ok(query.fetch_optional(&mut ***connection).await?.map(Row::Postgres));
        }
        self.optional(sql, args).await
    }

    /// Like [`Tx::optional`], and nobody else changes or holds what it read until this transaction ends: for what is read to
    /// be changed, or to be counted before something is added to it. Two that come together go one after the other, and the
    /// second reads what the first left. (Two that hold a row and then both change it would wait for each other.)
    /// SQLite has one writer, so there it holds anyway; PostgreSQL locks the row.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn optional_locked(
        &mut self,
        sql: &'static str,
        args: Vec<Arg>,
    ) -> Result<Option<Row>, DbError> {
        Ok(self.all_locked(sql, args).await?.into_iter().next())
    }

    /// Every row, as [`Tx::optional_locked`]. Their order is that in which they are locked: always the same for the same
    /// rows.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn all_locked(&mut self, sql: &'static str, args: Vec<Arg>) -> Result<Vec<Row>, DbError> {
        if let Connection::Postgres(connection) = &mut self.connection {
            let locked = AssertSqlSafe(format!("{sql} FOR UPDATE"));
            let query = postgres_query(locked.into_sql_str(), args);
            let rows = query.fetch_all(&mut ***connection).await?;
            return Ok(rows.into_iter().map(Row::Postgres).collect());
        }
        self.all(sql, args).await
    }

    /// The first row of a changing query with `RETURNING`.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn returning(&mut self, sql: &'static str, args: Vec<Arg>) -> Result<Option<Row>, DbError> {
        self.mark().await?;
        self.optional(sql, args).await
    }

    /// On SQLite several jobs share one transaction: a savepoint before the first change of a job
    /// lets that job alone be taken back.
    async fn mark(&mut self) -> Result<(), DbError> {
        if let (Connection::Sqlite(connection), false) = (&mut self.connection, self.dirty) {
            sqlx::query("SAVEPOINT job").execute(&mut **connection).await?;
            self.dirty = true;
        }
        Ok(())
    }

    pub(super) async fn begin(&mut self) -> Result<(), DbError> {
        self.dirty = false;
        self.command("BEGIN", "BEGIN IMMEDIATE").await
    }

    pub(super) async fn commit(&mut self) -> Result<(), DbError> {
        self.command("COMMIT", "COMMIT").await
    }

    pub(super) async fn rollback(&mut self) -> Result<(), DbError> {
        self.command("ROLLBACK", "ROLLBACK").await
    }

    /// SQLite: the next job begins; the changes of the last one stay in the shared transaction.
    pub(super) fn keep_job(&mut self) {
        self.dirty = false;
    }

    /// SQLite: takes back what the last job changed, and nothing else.
    pub(super) async fn undo_job(&mut self) -> Result<(), DbError> {
        if std::mem::take(&mut self.dirty) {
            self.command("ROLLBACK", "ROLLBACK TO job").await?;
        }
        Ok(())
    }

    async fn command(&mut self, postgres: &'static str, sqlite: &'static str) -> Result<(), DbError> {
        match &mut self.connection {
            Connection::Sqlite(connection) => {
                sqlx::query(sqlite).execute(&mut **connection).await?;
            }
            Connection::Postgres(connection) => {
                sqlx::query(postgres).execute(&mut ***connection).await?;
            }
        }
        Ok(())
    }
}
