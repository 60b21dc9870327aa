//! SQL about what is released: the pins that a table of groups is made of.

use super::{PinRow, kept};
use crate::args;
use crate::platform::{Db, DbError, Row, Tx};

/// A pin of a wijksessie that is closed or released, or somebody who sees it too.
pub(in crate::input::pins) struct ReleasedRow {
    /// The code of its wijksessie.
    pub code: String,
    /// The pin.
    pub kept: PinRow,
    /// It is a photo of a walk too.
    pub walked: bool,
}

/// Every pin of these wijksessies (a comma-separated list between commas), as it is in this transaction.
const RELEASED: &str = concat!(
    "SELECT ",
    kept_columns!(),
    ", p.session_code, p.walked FROM pin p WHERE $1 LIKE '%,' || p.session_code || ',%' \
     AND p.removed = 0 AND p.withdrawn = 0 ORDER BY p.session_code, p.id"
);

/// Who sees which of those pins too: code, pin, participant.
const SEEN_TOO: &str = "SELECT m.session_code, m.pin_id, m.participant FROM me_too m \
     WHERE $1 LIKE '%,' || m.session_code || ',%' AND m.aside = 0 \
     ORDER BY m.session_code, m.pin_id, m.participant";

/// Somebody who sees a pin too: code, pin, participant.
type Seen = (String, String, String);

/// The pins of these wijksessies and who sees them too, within a transaction.
pub(in crate::input::pins) async fn released_in(
    tx: &mut Tx,
    codes: &str,
) -> Result<(Vec<ReleasedRow>, Vec<Seen>), DbError> {
    read(&tx.all(RELEASED, args![codes]).await?, &tx.all(SEEN_TOO, args![codes]).await?)
}

/// As [`released_in`], for looking only.
pub(in crate::input::pins) async fn released(
    db: &Db,
    codes: &str,
) -> Result<(Vec<ReleasedRow>, Vec<Seen>), DbError> {
    read(&db.all(RELEASED, args![codes]).await?, &db.all(SEEN_TOO, args![codes]).await?)
}

fn read(pins: &[Row], seen: &[Row]) -> Result<(Vec<ReleasedRow>, Vec<Seen>), DbError> {
    let pin = |row: &Row| {
        Ok::<_, DbError>(ReleasedRow { code: row.get(13)?, kept: kept(row)?, walked: row.flag(14)? })
    };
    let one = |row: &Row| Ok::<_, DbError>((row.get(0)?, row.get(1)?, row.get(2)?));
    Ok((pins.iter().map(pin).collect::<Result<_, _>>()?, seen.iter().map(one).collect::<Result<_, _>>()?))
}
