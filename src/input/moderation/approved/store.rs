//! All SQL about what was approved.

use super::{About, First, Sought};
use crate::args;
use crate::input::moderation::rows::{photo_addresses, plain};
use crate::input::moderation::{NamedPlace, Of, PhotoAddresses, PosterPhoto, Quote, Spot};
use crate::input::session::Kind;
use crate::place::buurt::Place;
use crate::platform::db::{AT_ONCE, Arg, at_once};
use crate::platform::{Db, DbError, Row};

/// What a photo item reads, and the pin: approved photos of pins.
macro_rules! approved_photos {
    ($rest:literal) => {
        concat!(
            "SELECT f.id, f.caption, p.kind, p.theme, p.lon, p.lat, f.version, f.approved, f.hidden, f.address, f.matters, f.poster, p.id \
             FROM photo f JOIN pin p ON p.session_code = f.session_code AND p.id = f.pin_id \
             WHERE f.session_code = $1 AND p.removed = 0 AND p.withdrawn = 0 AND f.approved = 1 AND f.hidden = 0 ",
            $rest
        )
    };
}

/// A query of what is of [`AT_ONCE`] pins, in this order.
macro_rules! at_once {
    ($query:expr, $order:literal) => {
        concat!(
            $query,
            "AND p.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, \
             $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41) ORDER BY ",
            $order
        )
    };
}

/// What such a query asks for.
fn of_some(code: &str, pins: &[String]) -> Vec<Arg> {
    args![code].into_iter().chain(at_once(pins)).collect()
}

/// Pins of a wijksessie (`$1`) whose words were approved; `pin_read` is the index of exactly these.
macro_rules! read_pins {
    ($rest:expr) => {
        concat!(
            "FROM pin p WHERE p.session_code = $1 AND p.approved = 1 AND p.hidden = 0 AND p.removed = 0 AND p.withdrawn = 0 \
             AND p.text <> '' ",
            $rest
        )
    };
}

/// Pins of a wijksessie (`$1`) with a photo that was approved. Photos come first (SQLite reads a `CROSS JOIN` in its order): they are
/// few.
macro_rules! pictured_pins {
    ($rest:expr) => {
        concat!(
            "FROM photo f CROSS JOIN pin p WHERE p.session_code = f.session_code AND p.id = f.pin_id AND f.session_code = $1 \
             AND f.approved = 1 AND f.hidden = 0 AND p.removed = 0 AND p.withdrawn = 0 ",
            $rest
        )
    };
}

/// 1 for strengths, 0 for what can be better.
macro_rules! strength {
    () => {
        "(CASE WHEN p.kind IN ('gaat-goed', 'kracht') THEN 1 ELSE 0 END)"
    };
}

/// Of a side (`$2`; 0 is what can be better, 1 is strengths, less is both), about `$3` (a theme, a space for none, nothing for any).
macro_rules! about {
    () => {
        concat!("AND ($2 < 0 OR ", strength!(), " = $2) AND ($3 = '' OR COALESCE(p.theme, ' ') = $3) ")
    };
}

/// In the half `$5` (1 is the later one; less is both): what can be better, or, where photos come first (`$4 = 1`), pins without one.
macro_rules! in_half {
    (read) => {
        concat!(
            "AND ($5 < 0 OR $5 = CASE WHEN $4 = 0 THEN 1 - ",
            strength!(),
            " WHEN EXISTS (SELECT 1 FROM photo f WHERE f.session_code = $1 AND f.pin_id = p.id AND f.approved = 1 AND f.hidden = 0) \
             THEN 0 ELSE 1 END) "
        )
    };
    (pictured) => {
        concat!("AND ($5 < 0 OR $5 = CASE WHEN $4 = 0 THEN 1 - ", strength!(), " ELSE 0 END) ")
    };
}

/// The pins of the next quotes of a half behind `$6`, at most `$7`, in their order.
macro_rules! ids {
    () => {
        concat!(
            "SELECT u.id FROM (SELECT * FROM (SELECT p.id ",
            read_pins!(concat!(about!(), in_half!(read), "AND p.id > $6 ORDER BY p.id LIMIT $7) a ")),
            "UNION SELECT * FROM (SELECT DISTINCT f.pin_id ",
            pictured_pins!(concat!(
                about!(),
                in_half!(pictured),
                "AND f.pin_id > $6 ORDER BY f.pin_id LIMIT $7) b"
            )),
            ") u ORDER BY u.id LIMIT $7"
        )
    };
}

/// How many quotes there are in a half, or in both, up to `$6`.
macro_rules! counted {
    () => {
        concat!(
            "SELECT (SELECT COUNT(*) ",
            read_pins!(concat!(about!(), in_half!(read), "AND ($6 = '' OR p.id <= $6))")),
            " + (SELECT COUNT(DISTINCT p.id) ",
            pictured_pins!(concat!(
                about!(),
                in_half!(pictured),
                "AND ($6 = '' OR p.id <= $6) AND NOT (p.approved = 1 AND p.hidden = 0 AND p.text <> ''))"
            ))
        )
    };
}

/// Behind which quote a part begins: whether it is in the later half, and its pin.
pub(super) type Behind<'a> = (bool, &'a str);

fn asked(code: &str, sought: &Sought, half: Option<bool>) -> Vec<Arg> {
    let side = sought.strengths.map_or(-1, i64::from);
    let theme = match &sought.about {
        About::All => "",
        About::NoTheme => " ",
        About::Theme(theme) => theme.as_str(),
    };
    args![code, side, theme, i64::from(sought.first == First::Photos), half.map_or(-1, i64::from)]
}

/// At most `most` quotes of a wijksessie behind another one, in their order; each with whether it is in the later half.
pub(super) async fn part(
    db: &Db,
    code: &str,
    sought: &Sought,
    behind: Option<Behind<'_>>,
    most: usize,
) -> Result<Vec<(bool, Quote)>, DbError> {
    let mut quotes = Vec::new();
    for half in [false, true] {
        let after = match behind {
            Some((later, _)) if later && !half => continue,
            Some((later, pin)) if later == half => pin,
            _ => "",
        };
        let ids = ids(db, code, sought, half, after, most - quotes.len()).await?;
        for some in ids.chunks(AT_ONCE) {
            let found = of_pins(db, code, some).await?;
            quotes.extend(found.into_iter().map(|quote| (half, quote)));
        }
    }
    Ok(quotes)
}

/// The pins of the next quotes of one half behind a pin, in their order.
async fn ids(
    db: &Db,
    code: &str,
    sought: &Sought,
    half: bool,
    after: &str,
    most: usize,
) -> Result<Vec<String>, DbError> {
    let mut args = asked(code, sought, Some(half));
    args.extend(args![after, i64::try_from(most).unwrap_or(i64::MAX)]);
    db.all(ids!(), args).await?.iter().map(|row| row.get(0)).collect()
}

/// How many quotes of a wijksessie there are, and how many of them up to one of them.
pub(super) async fn count(
    db: &Db,
    code: &str,
    sought: &Sought,
    behind: Option<Behind<'_>>,
) -> Result<(usize, usize), DbError> {
    let whole = count_to(db, code, sought, None, None).await?;
    let passed = match behind {
        None => 0,
        Some((false, pin)) => count_to(db, code, sought, Some(false), Some(pin)).await?,
        Some((true, pin)) => {
            count_to(db, code, sought, Some(false), None).await?
                + count_to(db, code, sought, Some(true), Some(pin)).await?
        }
    };
    Ok((whole, passed))
}

/// How many quotes there are in a half, or in both, up to a pin.
async fn count_to(
    db: &Db,
    code: &str,
    sought: &Sought,
    half: Option<bool>,
    pin: Option<&str>,
) -> Result<usize, DbError> {
    let mut args = asked(code, sought, half);
    args.push(pin.unwrap_or_default().into());
    let row = db.optional(counted!(), args).await?;
    row.map_or(Ok(0), |row| Ok(usize::try_from(row.count(0)?).unwrap_or(usize::MAX)))
}

/// The quotes of at most [`AT_ONCE`] pins, with their photos, in the order of their ids.
async fn of_pins(db: &Db, code: &str, pins: &[String]) -> Result<Vec<Quote>, DbError> {
    let sql = at_once!(
        "SELECT p.id, CASE WHEN p.approved = 1 AND p.hidden = 0 THEN p.text ELSE '' END, p.kind, p.theme, p.lon, p.lat \
         FROM pin p WHERE p.session_code = $1 ",
        "p.id"
    );
    let rows = db.all(sql, of_some(code, pins)).await?;
    let mut quotes = rows.iter().map(|row| quote(row, code)).collect::<Result<Vec<_>, _>>()?;
    for (pin, photo) in photos(db, code, pins).await? {
        if let Some(quote) = quotes.iter_mut().find(|quote| quote.pin == pin) {
            quote.photos.push(photo);
        }
    }
    Ok(quotes)
}

fn quote(row: &Row, code: &str) -> Result<Quote, DbError> {
    let broken =
        |error: crate::input::session::UnknownWord| DbError::from(sqlx::Error::Decode(Box::new(error)));
    let place = row.get::<Option<f64>>(4)?.zip(row.get::<Option<f64>>(5)?);
    Ok(Quote {
        pin: row.get(0)?,
        session: code.to_owned(),
        text: row.get(1)?,
        kind: row.get::<String>(2)?.parse().map_err(broken)?,
        theme: row.get(3)?,
        spot: place.map_or(Spot::Whole, |(lon, lat)| Spot::Exact(Place { lon, lat })),
        photos: Vec::new(),
    })
}

/// The approved photos of at most [`AT_ONCE`] pins, each with its pin and its caption, in the order of random ids.
async fn photos(
    db: &Db,
    code: &str,
    pins: &[String],
) -> Result<Vec<(String, (PhotoAddresses, String))>, DbError> {
    let rows = db.all(at_once!(approved_photos!(""), "f.id"), of_some(code, pins)).await?;
    rows.iter().map(|row| Ok((row.get(12)?, (photo_addresses(row)?, row.get(1)?)))).collect()
}

/// Approved photos of a wijksessie that may be on the poster, in the order of random ids.
pub(super) async fn for_poster(db: &Db, code: &str) -> Result<Vec<PosterPhoto>, DbError> {
    let rows = db.all(approved_photos!("AND f.poster = 1 ORDER BY f.id"), args![code]).await?;
    let mut photos = Vec::new();
    for row in &rows {
        let item = plain(row, Of::Photo, Some(photo_addresses(row)?))?;
        if let (Some(kind), Some(photo)) = (item.kind, item.photo) {
            photos.push(PosterPhoto { kind, photo, caption: item.text });
        }
    }
    Ok(photos)
}

/// The public places as which approved strengths of a wijksessie may be shown.
pub(super) async fn named_places(db: &Db, code: &str) -> Result<Vec<NamedPlace>, DbError> {
    let sql = "SELECT place_name, lon, lat, theme FROM pin WHERE session_code = $1 AND kind = 'kracht' AND approved = 1 \
         AND hidden = 0 AND removed = 0 AND withdrawn = 0 AND place_name IS NOT NULL AND lon IS NOT NULL \
         ORDER BY place_name";
    let rows = db.all(sql, args![code]).await?;
    let named = |row: &Row| {
        let pin = Place { lon: row.get(1)?, lat: row.get(2)? };
        let (name, theme) = (row.get(0)?, row.get(3)?);
        Ok(NamedPlace { name, session: code.to_owned(), kind: Kind::Kracht, theme, pin })
    };
    rows.iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The database that the program brings has no statistics, and would look at every pin of a wijksessie.
    #[tokio::test]
    async fn what_was_approved_is_found_by_its_own_index() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&format!("sqlite:{}", folder.path().join("db").display())).await.unwrap();
        let sought = Sought::default();
        let mut part = asked("ABCDEF", &sought, Some(false));
        part.extend(args!["", 51_i64]);
        let mut count = asked("ABCDEF", &sought, None);
        count.push("".into());
        for (sql, args) in [
            (concat!("EXPLAIN QUERY PLAN ", ids!()), part),
            (concat!("EXPLAIN QUERY PLAN ", counted!()), count),
        ] {
            let steps: Vec<String> =
                db.all(sql, args).await.unwrap().iter().map(|row| row.get(3).unwrap()).collect();
            assert!(
                steps.iter().any(|step| step.contains("pin_read (session_code=? AND approved=?")),
                "{steps:#?}"
            );
            let of_photos = |step: &&String| step.starts_with("SEARCH p USING INDEX sqlite_autoindex");
            let looked: Vec<&String> = steps.iter().filter(of_photos).collect();
            assert!(looked.iter().all(|step| step.contains("AND id=?")), "{steps:#?}");
        }
        db.close().await;
    }
}
