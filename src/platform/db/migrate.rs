//! The steps that bring a database up to date. Applied steps are never edited; see `migrations/README.md`.

use std::borrow::Cow;

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{PgPool, SqlSafeStr, SqliteConnection};

use super::DbError;
use super::busy::is_full;

/// Name and texts of each step, oldest first; its name begins with its number.
const STEPS: &[(&str, &str, &str)] = &[
    (
        "0001_first_wijksessie.sql",
        include_str!("../../../migrations/sqlite/0001_first_wijksessie.sql"),
        include_str!("../../../migrations/postgres/0001_first_wijksessie.sql"),
    ),
    (
        "0002_trusted_wijksessie.sql",
        include_str!("../../../migrations/sqlite/0002_trusted_wijksessie.sql"),
        include_str!("../../../migrations/postgres/0002_trusted_wijksessie.sql"),
    ),
    (
        "0003_published_together.sql",
        include_str!("../../../migrations/sqlite/0003_published_together.sql"),
        include_str!("../../../migrations/postgres/0003_published_together.sql"),
    ),
    (
        "0004_named_places.sql",
        include_str!("../../../migrations/sqlite/0004_named_places.sql"),
        include_str!("../../../migrations/postgres/0004_named_places.sql"),
    ),
    (
        "0005_photo_walks.sql",
        include_str!("../../../migrations/sqlite/0005_photo_walks.sql"),
        include_str!("../../../migrations/postgres/0005_photo_walks.sql"),
    ),
    (
        "0006_photos_checked.sql",
        include_str!("../../../migrations/sqlite/0006_photos_checked.sql"),
        include_str!("../../../migrations/postgres/0006_photos_checked.sql"),
    ),
    (
        "0007_figures.sql",
        include_str!("../../../migrations/sqlite/0007_figures.sql"),
        include_str!("../../../migrations/postgres/0007_figures.sql"),
    ),
    (
        "0008_boards.sql",
        include_str!("../../../migrations/sqlite/0008_boards.sql"),
        include_str!("../../../migrations/postgres/0008_boards.sql"),
    ),
    (
        "0009_walked.sql",
        include_str!("../../../migrations/sqlite/0009_walked.sql"),
        include_str!("../../../migrations/postgres/0009_walked.sql"),
    ),
    (
        "0010_feedback_choices.sql",
        include_str!("../../../migrations/sqlite/0010_feedback_choices.sql"),
        include_str!("../../../migrations/postgres/0010_feedback_choices.sql"),
    ),
    (
        "0011_large_trajecten.sql",
        include_str!("../../../migrations/sqlite/0011_large_trajecten.sql"),
        include_str!("../../../migrations/postgres/0011_large_trajecten.sql"),
    ),
    (
        "0012_left_behind.sql",
        include_str!("../../../migrations/sqlite/0012_left_behind.sql"),
        include_str!("../../../migrations/postgres/0012_left_behind.sql"),
    ),
    (
        "0016_arrivals.sql",
        include_str!("../../../migrations/sqlite/0016_arrivals.sql"),
        include_str!("../../../migrations/postgres/0016_arrivals.sql"),
    ),
    (
        "0017_late_pins.sql",
        include_str!("../../../migrations/sqlite/0017_late_pins.sql"),
        include_str!("../../../migrations/postgres/0017_late_pins.sql"),
    ),
    (
        "0018_told_table.sql",
        include_str!("../../../migrations/sqlite/0018_told_table.sql"),
        include_str!("../../../migrations/postgres/0018_told_table.sql"),
    ),
    (
        "0019_room_groups.sql",
        include_str!("../../../migrations/sqlite/0019_room_groups.sql"),
        include_str!("../../../migrations/postgres/0019_room_groups.sql"),
    ),
    (
        "0020_told_answers.sql",
        include_str!("../../../migrations/sqlite/0020_told_answers.sql"),
        include_str!("../../../migrations/postgres/0020_told_answers.sql"),
    ),
    (
        "0021_told_attendance.sql",
        include_str!("../../../migrations/sqlite/0021_told_attendance.sql"),
        include_str!("../../../migrations/postgres/0021_told_attendance.sql"),
    ),
    (
        "0022_old_labels.sql",
        include_str!("../../../migrations/sqlite/0022_old_labels.sql"),
        include_str!("../../../migrations/postgres/0022_old_labels.sql"),
    ),
    (
        "0023_approved.sql",
        include_str!("../../../migrations/sqlite/0023_approved.sql"),
        include_str!("../../../migrations/postgres/0023_approved.sql"),
    ),
    (
        "0024_late_changes.sql",
        include_str!("../../../migrations/sqlite/0024_late_changes.sql"),
        include_str!("../../../migrations/postgres/0024_late_changes.sql"),
    ),
];

/// How many steps there are.
pub(super) const COUNT: usize = STEPS.len();

fn migrator(text: impl Fn(&(&'static str, &'static str, &'static str)) -> &'static str) -> Migrator {
    let migrations = STEPS.iter().map(|step| {
        let number = step.0.split('_').next().and_then(|number| number.parse().ok()).unwrap_or(0);
        Migration::new(number, Cow::Borrowed(step.0), MigrationType::Simple, text(step).into_sql_str(), false)
    });
    Migrator { migrations: Cow::Owned(migrations.collect()), ..Migrator::DEFAULT }
}

pub(super) async fn sqlite(connection: &mut SqliteConnection) -> Result<(), DbError> {
    migrator(|step| step.1).run_direct(None, connection, false).await.map_err(explain)
}

pub(super) async fn postgres(pool: &PgPool) -> Result<(), DbError> {
    migrator(|step| step.2).run(pool).await.map_err(explain)
}

fn explain(error: MigrateError) -> DbError {
    match error {
        MigrateError::VersionMissing(number) => DbError::Newer(number),
        MigrateError::VersionMismatch(number) => DbError::Changed(number),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) if is_full(&error) => {
            DbError::Full
        }
        other => DbError::Migrate(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::STEPS;

    #[test]
    fn every_file_in_both_folders_is_a_step() {
        let steps: Vec<_> = STEPS.iter().map(|step| step.0.to_owned()).collect();
        for database in ["sqlite", "postgres"] {
            let folder = format!("{}/migrations/{database}", env!("CARGO_MANIFEST_DIR"));
            let mut files: Vec<_> = std::fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            files.sort();
            assert_eq!(files, steps, "{database}");
        }
    }
}
