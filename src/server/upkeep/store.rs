//! All SQL of upkeep.

use std::collections::BTreeMap;

use crate::args;
use crate::platform::{Db, DbError, Tx};

pub(super) async fn settings(db: &Db) -> Result<BTreeMap<String, String>, DbError> {
    let rows = db.all("SELECT name, value FROM setting", args![]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

pub(super) async fn set(tx: &mut Tx, name: &str, value: &str) -> Result<(), DbError> {
    let sql = "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2";
    tx.execute(sql, args![name, value]).await?;
    Ok(())
}

/// Reads a whole table.
pub(super) fn select(table: &str, columns: &str) -> &'static str {
    // Once for each table, in a command that ends right after: it is never given back.
    Box::leak(format!("SELECT {columns} FROM {table}").into_boxed_str())
}

/// Writes a row of a table.
pub(super) fn insert(table: &str, columns: &str, places: &str) -> &'static str {
    Box::leak(format!("INSERT INTO {table} ({columns}) VALUES ({places})").into_boxed_str())
}

#[cfg(test)]
mod tests {
    use super::super::tables::TABLES;
    use crate::args;
    use crate::platform::Db;

    #[tokio::test]
    async fn a_backup_holds_every_column_of_every_table_but_tokens() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&format!("sqlite:{}", folder.path().join("db").display())).await.unwrap();
        let sql = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '_sqlx%' ORDER BY 1, 2";
        let rows = db.all(sql, args![]).await.unwrap();
        let mut real: Vec<(String, String)> =
            rows.iter().map(|row| (row.get(0).unwrap(), row.get(1).unwrap())).collect();
        real.retain(|(table, _)| !["staff_token", "arrival", "readiness"].contains(&table.as_str()));
        let mut ours: Vec<(String, String)> = TABLES
            .iter()
            .flat_map(|table| {
                table.columns.iter().map(|(column, _)| (table.name.to_owned(), (*column).to_owned()))
            })
            .collect();
        ours.sort();
        real.sort();
        assert_eq!(ours, real);
        db.close().await;
    }
}
