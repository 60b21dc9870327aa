//! When the database has no time: told apart from what is broken, so that whoever asks waits a moment and asks again.

use std::error::Error;

use super::DbError;

/// Why the database had no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Busy {
    /// No connection of the pool came free in time.
    #[error("er kwam geen verbinding vrij (BUURTBLIK_DB_POOL zegt hoeveel er zijn)")]
    Pool,
    /// Too many wait to write.
    #[error("er wachten al te veel opdrachten")]
    Queue,
    /// The server itself has no connection left, or is starting or stopping.
    #[error("de server van de database neemt nu niemand aan")]
    Server,
    /// Two changes waited for each other, or somebody else changed what was read.
    #[error("twee wijzigingen zaten elkaar in de weg")]
    Together,
}

/// What PostgreSQL's codes for "not now" mean (appendix A of its manual).
fn of_code(code: &str) -> Option<Busy> {
    match code {
        // serialization_failure, deadlock_detected, lock_not_available
        "40001" | "40P01" | "55P03" => Some(Busy::Together),
        // too_many_connections, admin_shutdown, crash_shutdown, cannot_connect_now
        "53300" | "57P01" | "57P02" | "57P03" => Some(Busy::Server),
        _ => None,
    }
}

/// The codes for "no room": SQLite's `SQLITE_FULL` and PostgreSQL's `disk_full`.
const FULL: [&str; 2] = ["13", "53100"];

/// Whether the disk of the database is full.
pub(super) fn is_full(error: &sqlx::Error) -> bool {
    let told = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    told.is_some_and(|code| FULL.contains(&&*code))
}

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        if is_full(&error) {
            return Self::Full;
        }
        let busy = match &error {
            sqlx::Error::PoolTimedOut => Some(Busy::Pool),
            sqlx::Error::Database(told) => told.code().and_then(|code| of_code(&code)),
            _ => None,
        };
        busy.map_or(Self::Driver(error), Self::Busy)
    }
}

/// Whether an error comes down to a database without time, however many rooms it came through.
pub fn busy(error: &(dyn Error + 'static)) -> Option<Busy> {
    let mut at = Some(error);
    while let Some(error) = at {
        if let Some(busy) = error.downcast_ref::<Busy>() {
            return Some(*busy);
        }
        at = error.source();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Busy, busy, of_code};
    use crate::input::pins::PinError;
    use crate::input::session::SessionError;
    use crate::platform::DbError;

    #[tokio::test]
    async fn a_database_without_room_says_so_and_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let options = sqlx::sqlite::SqliteConnectOptions::new()
            .filename(folder.path().join("db"))
            .create_if_missing(true);
        let mut small = sqlx::ConnectOptions::connect(&options).await.unwrap();
        let fill = "PRAGMA max_page_count = 2; CREATE TABLE a (b); INSERT INTO a VALUES (zeroblob(100000))";
        let error = DbError::from(sqlx::raw_sql(fill).execute(&mut small).await.unwrap_err());
        assert!(matches!(error, DbError::Full), "{error}");
        assert!(error.to_string().contains("Maak daar ruimte vrij"), "{error}");
    }

    #[test]
    fn a_database_without_time_is_known_through_every_room() {
        let full = || DbError::from(sqlx::Error::PoolTimedOut);
        assert_eq!(busy(&full()), Some(Busy::Pool));
        assert_eq!(busy(&PinError::from(SessionError::from(full()))), Some(Busy::Pool));
        assert_eq!(busy(&DbError::from(sqlx::Error::RowNotFound)), None);
        assert_eq!((of_code("40P01"), of_code("23505")), (Some(Busy::Together), None));
    }
}
