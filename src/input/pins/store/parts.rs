//! The pins of one participant, in parts.

use super::{PinRow, kept};
use crate::args;
use crate::platform::{Db, DbError};

/// What is there of a wijksessie: not withdrawn. What was set aside with a flood (2) is still one's own.
macro_rules! there {
    ($rest:literal) => {
        concat!(
            "SELECT ",
            kept_columns!(),
            " FROM pin p WHERE p.session_code = $1 AND p.withdrawn = 0 AND p.participant ",
            $rest
        )
    };
}

/// The pins of one participant, in the order of their ids, behind `after`.
pub(in crate::input::pins) async fn own(
    db: &Db,
    code: &str,
    who: &str,
    after: &str,
    most: i64,
) -> Result<Vec<PinRow>, DbError> {
    let sql = there!("= $2 AND p.removed <> 1 AND p.id > $3 ORDER BY p.id LIMIT $4");
    db.all(sql, args![code, who, after, most]).await?.iter().map(kept).collect()
}

/// One pin of this participant.
pub(in crate::input::pins) async fn own_one(
    db: &Db,
    code: &str,
    who: &str,
    id: &str,
) -> Result<Option<PinRow>, DbError> {
    db.optional(there!("= $2 AND p.removed <> 1 AND p.id = $3"), args![code, who, id])
        .await?
        .as_ref()
        .map(kept)
        .transpose()
}
