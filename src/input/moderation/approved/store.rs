//! All SQL about what was approved.

use super::{About, First, Sought};
use crate::args;
use crate::input::moderation::rows::{photo_addresses, plain};
use crate::input::moderation::{NamedPlace, Of, PhotoAddresses, PosterPhoto, Quote, Spot};
use crate::input::session::Kind;
use crate::place::buurt::Place;
use crate::platform::db::Arg;
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

/// Pins of a wijksessie (`$1`) with something that was approved: of a side (`$2`; 0 is what can be better, 1 is strengths, less is
/// both), in two halves of which the later one has `later = 1`: those without a photo (`$3 = 1`), or what can be better.
macro_rules! approved_pins {
    ($what:literal, $which:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM (SELECT o.id, o.words, o.kind, o.theme, o.lon, o.lat, o.photo, \
             CASE WHEN $3 = 1 THEN 1 - o.photo ELSE 1 - o.strength END AS later \
             FROM (SELECT p.id, CASE WHEN p.approved = 1 AND p.hidden = 0 THEN p.text ELSE '' END AS words, p.kind, p.theme, p.lon, p.lat, \
             CASE WHEN p.kind IN ('gaat-goed', 'kracht') THEN 1 ELSE 0 END AS strength, \
             CASE WHEN EXISTS (SELECT 1 FROM photo f WHERE f.session_code = $1 AND f.pin_id = p.id AND f.approved = 1 AND f.hidden = 0) \
             THEN 1 ELSE 0 END AS photo FROM pin p WHERE p.session_code = $1 AND p.removed = 0 AND p.withdrawn = 0",
            $which,
            ") o WHERE (o.words <> '' OR o.photo = 1) AND ($2 < 0 OR o.strength = $2)) q",
            $rest
        )
    };
}

/// One text for each [`About`]: with "of this theme, or of any" no index of themes is used. Each has `$4` for a theme.
macro_rules! about {
    ($about:expr, $what:literal, $rest:literal) => {
        match $about {
            About::All => approved_pins!($what, " AND $4 = ''", $rest),
            About::NoTheme => approved_pins!($what, " AND p.theme IS NULL AND $4 = ''", $rest),
            About::Theme(_) => approved_pins!($what, " AND p.theme = $4", $rest),
        }
    };
}

/// Behind which quote a part begins: whether it is in the later half, and its pin.
pub(super) type Behind<'a> = (bool, &'a str);

fn asked(code: &str, sought: &Sought, behind: Option<Behind<'_>>) -> Vec<Arg> {
    let side = sought.strengths.map_or(-1, i64::from);
    let theme = if let About::Theme(theme) = &sought.about { theme.as_str() } else { "" };
    let (later, pin) = behind.map_or((-1, ""), |(later, pin)| (i64::from(later), pin));
    args![code, side, sought.first == First::Photos, theme, later, pin]
}

/// At most `most` quotes of a wijksessie behind another one, in their order; each with whether it is in the later half.
pub(super) async fn part(
    db: &Db,
    code: &str,
    sought: &Sought,
    behind: Option<Behind<'_>>,
    most: usize,
) -> Result<Vec<(bool, Quote)>, DbError> {
    let sql = about!(
        sought.about,
        "q.id, q.words, q.kind, q.theme, q.lon, q.lat, CAST(q.photo AS BIGINT), CAST(q.later AS BIGINT)",
        " WHERE q.later > $5 OR (q.later = $5 AND q.id > $6) ORDER BY q.later, q.id LIMIT $7"
    );
    let mut args = asked(code, sought, behind);
    args.push(i64::try_from(most).unwrap_or(i64::MAX).into());
    let (mut quotes, mut pictured) = (Vec::new(), Vec::new());
    for row in db.all(sql, args).await? {
        if row.flag(6)? {
            pictured.push(quotes.len());
        }
        quotes.push((row.flag(7)?, quote(&row, code)?));
    }
    for some in pictured.chunks(PINS_AT_ONCE) {
        let pins: Vec<&str> = some.iter().map(|at| quotes[*at].1.pin.as_str()).collect();
        for (pin, photo) in photos(db, code, &pins).await? {
            if let Some(at) = some.iter().find(|at| quotes[**at].1.pin == pin) {
                quotes[*at].1.photos.push(photo);
            }
        }
    }
    Ok(quotes)
}

/// How many quotes of a wijksessie there are, and how many of them up to one of them.
pub(super) async fn count(
    db: &Db,
    code: &str,
    sought: &Sought,
    behind: Option<Behind<'_>>,
) -> Result<(usize, usize), DbError> {
    let sql = about!(
        sought.about,
        "COUNT(*), COUNT(CASE WHEN q.later < $5 OR (q.later = $5 AND q.id <= $6) THEN 1 END)",
        ""
    );
    let row = db.optional(sql, asked(code, sought, behind)).await?;
    let number = |row: &Row, at| row.count(at).map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    row.map_or(Ok((0, 0)), |row| Ok((number(&row, 0)?, number(&row, 1)?)))
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

/// Pins of which the photos are asked at once: as many as [`photos`] has places.
const PINS_AT_ONCE: usize = 40;

/// The approved photos of at most [`PINS_AT_ONCE`] pins, each with its pin and its caption, in the order of random ids.
async fn photos(
    db: &Db,
    code: &str,
    pins: &[&str],
) -> Result<Vec<(String, (PhotoAddresses, String))>, DbError> {
    let sql = approved_photos!(
        "AND p.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, \
         $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41) ORDER BY f.id"
    );
    let mut args = args![code];
    // A place that is left over asks for what no pin is called.
    args.extend((0..PINS_AT_ONCE).map(|at| pins.get(at).copied().unwrap_or_default().into()));
    let rows = db.all(sql, args).await?;
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
