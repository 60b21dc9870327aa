//! All SQL of heat layers: those that stay after the pins behind them are gone.

use crate::args;
use crate::platform::{Db, DbError, Tx};

pub(super) async fn keep(tx: &mut Tx, traject: &str, slice: &str, layer: Vec<u8>) -> Result<(), DbError> {
    let sql = "INSERT INTO kept_layer (traject_id, slice, layer) VALUES ($1, $2, $3) \
         ON CONFLICT (traject_id, slice) DO UPDATE SET layer = $3";
    tx.execute(sql, args![traject, slice, layer]).await?;
    Ok(())
}

pub(super) async fn kept(db: &Db, traject: &str, slice: &str) -> Result<Option<Vec<u8>>, DbError> {
    let sql = "SELECT layer FROM kept_layer WHERE traject_id = $1 AND slice = $2";
    db.optional(sql, args![traject, slice]).await?.map(|row| row.get(0)).transpose()
}
