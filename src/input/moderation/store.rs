//! All SQL of moderation: the pins and photos that wait, and those that were decided about.

use super::rows::{photo_item, pin_item};
use super::source::{Behind, Sources, Which};
use super::{Item, Mark, Of, Part};
use crate::args;
use crate::platform::{Db, DbError, Row, Tx};

/// What [`pin_item`] reads, in its order.
macro_rules! pins_where {
    ($($rest:tt)*) => {
        concat!(
            "SELECT p.id, p.text, p.kind, p.theme, p.lon, p.lat, p.version, p.approved, p.hidden, p.place_name FROM pin p \
             WHERE p.session_code = $1 AND p.removed = 0 AND p.withdrawn = 0 AND ",
            $($rest)*
        )
    };
}

/// What [`photo_item`] reads: as for a pin, the address, whether it matters, and whether it
/// may be on the poster. A photo of a walk may be no pin; one that was set aside with a flood (`hidden = 2`) is not here.
macro_rules! photos_where {
    ($($rest:tt)*) => {
        concat!(
            "SELECT f.id, f.caption, COALESCE(p.kind, f.kind), COALESCE(p.theme, f.theme), COALESCE(p.lon, f.lon), \
             COALESCE(p.lat, f.lat), f.version, f.approved, f.hidden, f.address, f.matters, f.poster \
             FROM photo f LEFT JOIN pin p ON p.session_code = f.session_code AND p.id = f.pin_id \
             WHERE f.session_code = $1 AND f.hidden <> 2 AND (f.pin_id IS NULL OR (p.removed = 0 AND p.withdrawn = 0)) AND ",
            $($rest)*
        )
    };
}

/// One part of what a query finds, by the rank that [`Mark::of`] gives: `$2`, `$3` and `$4` say behind which item, `$5` how
/// many at most, as [`Behind`] has them.
macro_rules! part_behind {
    ($rank:literal, $id:literal) => {
        concat!(
            " AND (",
            $rank,
            " > $2 OR (",
            $rank,
            " = $2 AND (",
            $id,
            " > $3 OR (",
            $id,
            " = $3 AND $4 = 1)))) ORDER BY ",
            $rank,
            ", ",
            $id,
            " LIMIT $5"
        )
    };
}

/// The part of pins.
macro_rules! part_of_pins {
    ($which:literal) => {
        pins_where!(
            $which,
            part_behind!("CASE WHEN p.kind IN ('gaat-goed', 'kracht') THEN 2 ELSE 3 END", "p.id")
        )
    };
}

/// The part of photos.
macro_rules! part_of_photos {
    ($which:literal) => {
        photos_where!(
            $which,
            part_behind!(
                "(2 * (1 - f.matters) + CASE WHEN COALESCE(p.kind, f.kind) IN ('gaat-goed', 'kracht') THEN 0 ELSE 1 END)",
                "f.id"
            )
        )
    };
}

pub(crate) use part_behind;

/// What of a wijksessie waits for a decision, or was decided about and is still there, at most `most` behind `after`: what matters
/// of a walk first, then strengths, then in the order of random ids.
pub(super) async fn part(
    db: &Db,
    code: &str,
    which: Which,
    after: Option<&Mark>,
    most: usize,
    sources: Sources,
) -> Result<Part, DbError> {
    let (pins, photos) = match which {
        Which::Waiting => (
            part_of_pins!("p.approved = 0 AND p.hidden = 0"),
            part_of_photos!("f.approved = 0 AND f.hidden = 0"),
        ),
        Which::Decided => (
            part_of_pins!("p.approved + p.hidden > 0 AND p.text <> ''"),
            part_of_photos!("f.approved + f.hidden > 0"),
        ),
    };
    let (rank, id) = after.map_or((-1, ""), |mark| (mark.rank, mark.id.as_str()));
    let one_more = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    // Of two with one id, what they are decides which comes first.
    let same_id = |of: Of| after.is_some_and(|mark| of.word() > mark.of);
    let behind = |of: Of| Behind { rank, id, same_id: same_id(of), most: one_more };
    let mut items = Vec::new();
    for row in db.all(pins, behind(Of::Pin).args(code)).await? {
        items.push(pin_item(&row)?);
    }
    for row in db.all(photos, behind(Of::Photo).args(code)).await? {
        items.push(photo_item(&row)?);
    }
    for source in sources.0 {
        items.extend(source.part(db, code, which, behind(source.of())).await?);
    }
    items.sort_by_cached_key(Mark::of);
    let more = items.len() > most;
    items.truncate(most);
    let next = items.last().filter(|_| more).map(Mark::of);
    Ok(Part { items, next })
}

/// One text, waiting or not.
pub(super) async fn pin(tx: &mut Tx, code: &str, id: &str) -> Result<Option<Item>, DbError> {
    tx.optional(pins_where!("p.id = $2"), args![code, id]).await?.as_ref().map(pin_item).transpose()
}

/// Whether there was ever a pin of this id.
pub(super) async fn had_pin(tx: &mut Tx, code: &str, id: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM pin WHERE session_code = $1 AND id = $2";
    Ok(tx.optional(sql, args![code, id]).await?.is_some())
}

/// One photo, waiting or not.
pub(super) async fn photo(tx: &mut Tx, code: &str, id: &str) -> Result<Option<Item>, DbError> {
    tx.optional(photos_where!("f.id = $2"), args![code, id]).await?.as_ref().map(photo_item).transpose()
}

/// As [`photo`], outside a transaction.
pub(super) async fn photo_now(db: &Db, code: &str, id: &str) -> Result<Option<Item>, DbError> {
    db.optional(photos_where!("f.id = $2"), args![code, id]).await?.as_ref().map(photo_item).transpose()
}

/// How many texts of pins and photos of a wijksessie were decided about and are still there.
pub(super) async fn count_decided(db: &Db, code: &str) -> Result<i64, DbError> {
    let sql = "SELECT (SELECT COUNT(*) FROM pin WHERE session_code = $1 AND removed = 0 AND withdrawn = 0 \
         AND approved + hidden > 0 AND text <> '') \
         + (SELECT COUNT(*) FROM photo f LEFT JOIN pin p ON p.session_code = f.session_code AND p.id = f.pin_id \
         WHERE f.session_code = $1 AND (f.pin_id IS NULL OR (p.removed = 0 AND p.withdrawn = 0)) \
         AND f.approved + f.hidden > 0 AND f.hidden <> 2)";
    db.optional(sql, args![code]).await?.map_or(Ok(0), |row| row.get(0))
}

/// How many texts of pins and photos of a wijksessie wait.
pub(super) async fn count_waiting(db: &Db, code: &str) -> Result<(i64, i64), DbError> {
    let pins = "SELECT COUNT(*) FROM pin WHERE session_code = $1 AND removed = 0 AND withdrawn = 0 \
         AND approved = 0 AND hidden = 0";
    let photos = "SELECT COUNT(*) FROM photo f LEFT JOIN pin p ON p.session_code = f.session_code AND p.id = f.pin_id \
         WHERE f.session_code = $1 AND (f.pin_id IS NULL OR (p.removed = 0 AND p.withdrawn = 0)) \
         AND f.approved = 0 AND f.hidden = 0";
    let one = |row: Option<Row>| row.map_or(Ok::<i64, DbError>(0), |row| row.get(0));
    let texts = one(db.optional(pins, args![code]).await?)?;
    Ok((texts, one(db.optional(photos, args![code]).await?)?))
}
