//! SQL about what is decided.

use super::Ruling;
use crate::args;
use crate::platform::{DbError, Tx};

/// The condition stands in the change itself, so of two that come together one is told.
pub(super) async fn decide(tx: &mut Tx, code: &str, id: &str, ruling: &Ruling<'_>) -> Result<bool, DbError> {
    let sql = "UPDATE pin SET approved = $3, hidden = $4, text = $5, theme = $6, lon = $7, lat = $8, reason = $9, \
         place_name = $12, version = version + 1 WHERE session_code = $1 AND id = $2 AND removed = 0 AND withdrawn = 0 \
         AND version = $10 AND (approved + hidden = 0 OR $11 = 1)";
    let args = args![
        code,
        id,
        ruling.approved,
        ruling.hidden,
        ruling.text,
        ruling.theme.map(str::to_owned),
        ruling.place.map(|place| place.lon),
        ruling.place.map(|place| place.lat),
        ruling.reason.map(str::to_owned),
        ruling.version,
        ruling.again,
        ruling.place_name.map(str::to_owned)
    ];
    Ok(tx.execute(sql, args).await? == 1)
}
