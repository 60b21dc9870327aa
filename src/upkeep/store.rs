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
