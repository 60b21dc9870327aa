//! Values in and out, the same for both databases.

use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Decode, PgPool, Postgres, Row as _, Sqlite, SqlitePool, Type};

use super::DbError;

/// A value bound to `$1`, `$2`, …; each kind knows its type also when it is NULL (PostgreSQL asks).
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A whole number.
    Int(Option<i64>),
    /// A number with a fraction.
    Real(Option<f64>),
    /// Text.
    Text(Option<String>),
    /// Bytes.
    Blob(Option<Vec<u8>>),
}

macro_rules! arg_from {
    ($($from:ty => $kind:ident, |$value:ident| $into:expr;)*) => {$(
        impl From<$from> for Arg {
            fn from($value: $from) -> Self { Self::$kind(Some($into)) }
        }
        impl From<Option<$from>> for Arg {
            fn from(value: Option<$from>) -> Self { Self::$kind(value.map(|$value| $into)) }
        }
    )*};
}

arg_from! {
    i64 => Int, |value| value;
    u32 => Int, |value| i64::from(value);
    bool => Int, |value| i64::from(value);
    f64 => Real, |value| value;
    String => Text, |value| value;
    &str => Text, |value| value.to_owned();
    &String => Text, |value| value.clone();
    uuid::Uuid => Text, |value| value.hyphenated().to_string();
    Vec<u8> => Blob, |value| value;
}

/// One row of an answer; columns are taken by position.
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

impl Row {
    /// The value in column `at` (0 is the first).
    ///
    /// # Errors
    /// When the column is not there or holds another type.
    pub fn get<T>(&self, at: usize) -> Result<T, DbError>
    where
        T: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres>,
    {
        match self {
            Self::Sqlite(row) => Ok(row.try_get(at)?),
            Self::Postgres(row) => Ok(row.try_get(at)?),
        }
    }

    /// A yes or no, kept as 0 or 1.
    ///
    /// # Errors
    /// As [`Row::get`].
    pub fn flag(&self, at: usize) -> Result<bool, DbError> {
        Ok(self.get::<i64>(at)? != 0)
    }

    /// A number of people, pixels or seconds. What cannot be one is an error, never another number.
    ///
    /// # Errors
    /// As [`Row::get`], and below nothing or beyond all measure.
    pub fn count(&self, at: usize) -> Result<u32, DbError> {
        u32::try_from(self.get::<i64>(at)?).map_err(unreadable)
    }

    /// As [`Row::count`]; nothing where nothing is kept.
    ///
    /// # Errors
    /// As [`Row::count`].
    pub fn count_if_any(&self, at: usize) -> Result<Option<u32>, DbError> {
        self.get::<Option<i64>>(at)?.map(u32::try_from).transpose().map_err(unreadable)
    }
}

fn unreadable(error: std::num::TryFromIntError) -> DbError {
    sqlx::Error::Decode(Box::new(error)).into()
}

pub(super) fn sqlite_query(sql: &'static str, args: Vec<Arg>) -> Query<'static, Sqlite, SqliteArguments> {
    args.into_iter().fold(sqlx::query(sql), |query, arg| match arg {
        Arg::Int(value) => query.bind(value),
        Arg::Real(value) => query.bind(value),
        Arg::Text(value) => query.bind(value),
        Arg::Blob(value) => query.bind(value),
    })
}

pub(super) fn postgres_query(sql: sqlx::SqlStr, args: Vec<Arg>) -> Query<'static, Postgres, PgArguments> {
    args.into_iter().fold(sqlx::query(sql), |query, arg| match arg {
        Arg::Int(value) => query.bind(value),
        Arg::Real(value) => query.bind(value),
        Arg::Text(value) => query.bind(value),
        Arg::Blob(value) => query.bind(value),
    })
}

/// PostgreSQL refuses a text with a NUL; as none is ever stored, a question with one finds nothing.
pub(super) fn finds_nothing(args: &[Arg]) -> bool {
    args.iter().any(|arg| matches!(arg, Arg::Text(Some(text)) if text.contains('\0')))
}

pub(super) async fn sqlite_all(
    pool: &SqlitePool,
    sql: &'static str,
    args: Vec<Arg>,
) -> Result<Vec<Row>, DbError> {
    let rows = sqlite_query(sql, args).fetch_all(pool).await?;
    Ok(rows.into_iter().map(Row::Sqlite).collect())
}

pub(super) async fn sqlite_optional(
    pool: &SqlitePool,
    sql: &'static str,
    args: Vec<Arg>,
) -> Result<Option<Row>, DbError> {
    Ok(sqlite_query(sql, args).fetch_optional(pool).await?.map(Row::Sqlite))
}

pub(super) async fn postgres_all(
    pool: &PgPool,
    sql: &'static str,
    args: Vec<Arg>,
) -> Result<Vec<Row>, DbError> {
    let rows = postgres_query(sqlx::SqlSafeStr::into_sql_str(sql), args).fetch_all(pool).await?;
    Ok(rows.into_iter().map(Row::Postgres).collect())
}

pub(super) async fn postgres_optional(
    pool: &PgPool,
    sql: &'static str,
    args: Vec<Arg>,
) -> Result<Option<Row>, DbError> {
    let query = postgres_query(sqlx::SqlSafeStr::into_sql_str(sql), args);
    Ok(query.fetch_optional(pool).await?.map(Row::Postgres))
}
