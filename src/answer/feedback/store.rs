//! All SQL about what goes back to residents.

use super::{What, Words};
use crate::args;
use crate::platform::{Db, DbError, Row, Tx};

/// What is kept of a traject's page.
#[derive(Debug, Clone)]
pub(super) struct PageRow {
    pub traject: String,
    pub slug: String,
    pub words: Words,
    pub version: i64,
    /// JSON of the page as it is online, and since when.
    pub online: Option<(String, String)>,
}

/// What [`kept`] reads, in its order.
macro_rules! feedback_where {
    ($rest:literal) => {
        concat!(
            "SELECT traject_id, slug, intro, strong, better, closing, version, published, published_at FROM feedback WHERE ",
            $rest
        )
    };
}

fn kept(row: &Row) -> Result<PageRow, DbError> {
    let words = Words { intro: row.get(2)?, strong: row.get(3)?, better: row.get(4)?, closing: row.get(5)? };
    let online = row.get::<Option<String>>(7)?.zip(row.get::<Option<String>>(8)?);
    Ok(PageRow { traject: row.get(0)?, slug: row.get(1)?, words, version: row.get(6)?, online })
}

pub(super) async fn find(db: &Db, traject: &str) -> Result<Option<PageRow>, DbError> {
    db.optional(feedback_where!("traject_id = $1"), args![traject]).await?.as_ref().map(kept).transpose()
}

/// The page at this address, where it is online.
pub(super) async fn online(db: &Db, slug: &str) -> Result<Option<PageRow>, DbError> {
    let sql = feedback_where!("slug = $1 AND published IS NOT NULL");
    db.optional(sql, args![slug]).await?.as_ref().map(kept).transpose()
}

/// As [`find`], within a transaction; nobody changes it until `tx` ends.
pub(super) async fn held(tx: &mut Tx, traject: &str) -> Result<Option<PageRow>, DbError> {
    tx.execute("UPDATE feedback SET version = version WHERE traject_id = $1", args![traject]).await?;
    tx.optional(feedback_where!("traject_id = $1"), args![traject]).await?.as_ref().map(kept).transpose()
}

/// Makes the page of a traject, where there is none yet.
pub(super) async fn insert(tx: &mut Tx, traject: &str, slug: &str) -> Result<(), DbError> {
    let sql = "INSERT INTO feedback (traject_id, slug, intro, strong, better, closing, version) \
         VALUES ($1, $2, '', '', '', '', 0) ON CONFLICT (traject_id) DO NOTHING";
    tx.execute(sql, args![traject, slug]).await?;
    Ok(())
}

/// Writes the words of a page that is held.
pub(super) async fn update(tx: &mut Tx, row: &PageRow) -> Result<(), DbError> {
    let sql = "UPDATE feedback SET intro = $2, strong = $3, better = $4, closing = $5, version = $6 WHERE traject_id = $1";
    let words = &row.words;
    let args = args![&row.traject, &words.intro, &words.strong, &words.better, &words.closing, row.version];
    tx.execute(sql, args).await?;
    Ok(())
}

/// Puts a page that is held online, or takes it off.
pub(super) async fn set_online(
    tx: &mut Tx,
    traject: &str,
    page: Option<(String, String)>,
) -> Result<(), DbError> {
    let sql = "UPDATE feedback SET published = $2, published_at = $3 WHERE traject_id = $1";
    let (page, at) = page.unzip();
    tx.execute(sql, args![traject, page, at]).await?;
    Ok(())
}

const CHOSEN: &str = "SELECT id FROM feedback_choice WHERE traject_id = $1 AND what = $2 ORDER BY id";

/// What the team chose of a kind.
pub(super) async fn chosen(db: &Db, traject: &str, what: What) -> Result<Vec<String>, DbError> {
    db.all(CHOSEN, args![traject, what.word()]).await?.iter().map(|row| row.get(0)).collect()
}

/// As [`chosen`], within a transaction that holds the traject.
pub(super) async fn chosen_held(tx: &mut Tx, traject: &str, what: What) -> Result<Vec<String>, DbError> {
    tx.all(CHOSEN, args![traject, what.word()]).await?.iter().map(|row| row.get(0)).collect()
}

/// Chooses something, or leaves it out. Who does the same twice changes nothing.
pub(super) async fn choose(
    tx: &mut Tx,
    traject: &str,
    (what, id): (What, &str),
    on: bool,
) -> Result<(), DbError> {
    let sql = if on {
        "INSERT INTO feedback_choice (traject_id, what, id) VALUES ($1, $2, $3) ON CONFLICT (traject_id, what, id) DO NOTHING"
    } else {
        "DELETE FROM feedback_choice WHERE traject_id = $1 AND what = $2 AND id = $3"
    };
    tx.execute(sql, args![traject, what.word(), id]).await?;
    Ok(())
}

/// Forgets the page of a traject.
pub(super) async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM feedback_choice WHERE traject_id = $1", args![traject]).await?;
    tx.execute("DELETE FROM feedback WHERE traject_id = $1", args![traject]).await?;
    Ok(())
}
