//! What leaves, and who is counted.

use std::collections::HashMap;

use super::service::Released;
use super::store::Under;
use super::{PinError, aside, picture, store};
use crate::input::photos;
use crate::input::session::{Status, Wijksessie};
use crate::platform::{App, DbError, Deletions, Erased, Tx};

/// A pin goes, at its owner's wish or for a `reason`: its words, its photos and its place, at once. The photo contents whose
/// files are to go. Where its wijksessie was released, whoever holds the five words still reads that it went, and why; the
/// numbers that were told stay as they are, since nothing leads from them to anybody.
///
/// # Errors
/// The database's, or that of the file which remembers deletions.
pub async fn leave(
    tx: &mut Tx,
    gone: &Deletions,
    session: &Wijksessie,
    id: &str,
    reason: Option<&str>,
) -> Result<Vec<String>, PinError> {
    // Of two who take it away at once the second finds it gone.
    let Some(Under::Pin(_)) = store::find_locked(tx, &session.code, id).await? else { return Ok(Vec::new()) };
    gone.write(&Erased::Pin(session.code.clone(), id.to_owned())).await?;
    let files = photos::remove_of_pin(tx, &session.code, id).await?;
    // While a moment is open, its room sees that somebody took a pin back only together with others.
    if session.status != Status::Open {
        picture::forget(tx, &session.code, id).await?;
    }
    // What was set aside is in no layer: nobody has to leave with it.
    if session.status == Status::Released && !aside::is_aside(tx, &session.code, id).await? {
        store::withdraw(tx, &session.code, id, reason).await?;
    } else {
        store::remove(tx, &session.code, id).await?;
    }
    Ok(files)
}

/// People as they are counted: never more in all than were there, never fewer than one for each who spoke.
/// What is too much is taken from the largest tables first, so the order makes no difference.
pub(super) fn capped(people: &[u32], most: Option<u32>) -> Vec<u32> {
    let limit = limit(people, most).unwrap_or(u32::MAX);
    people.iter().map(|people| (*people).clamp(1, limit)).collect()
}

/// The most people that one table is counted for, where `most` were there; none where nobody says how many were.
fn limit(people: &[u32], most: Option<u32>) -> Option<u32> {
    let most = most?;
    let total = |limit: u32| people.iter().map(|people| u64::from((*people).clamp(1, limit))).sum::<u64>();
    let mut limit = people.iter().copied().max().unwrap_or(1).max(1);
    while limit > 1 && total(limit) > u64::from(most) {
        limit -= 1;
    }
    Some(limit)
}

/// How many different voices speak in one wijksessie: a table speaks with one.
///
/// # Errors
/// The database's.
pub async fn voices_in(tx: &mut Tx, code: &str) -> Result<u32, DbError> {
    let voices = store::spoken_for(tx, code).await?;
    Ok(u32::try_from(voices.len()).unwrap_or(u32::MAX))
}

/// As [`voices_in`], for looking only.
///
/// # Errors
/// The database's.
pub async fn voices_now(app: &App, code: &str) -> Result<u32, DbError> {
    let voices = store::spoken_for_now(&app.db, code).await?;
    Ok(u32::try_from(voices.len()).unwrap_or(u32::MAX))
}

/// Every pin of these wijksessies, as it is in this transaction; who sees one too stands there once more.
///
/// # Errors
/// The database's.
pub async fn released_in(tx: &mut Tx, codes: &[String]) -> Result<Vec<Released>, DbError> {
    let (rows, seen) = store::released_in(tx, &listed(codes)).await?;
    Ok(with_who_sees_too(rows, seen))
}

/// As [`released_in`], for looking only.
///
/// # Errors
/// The database's.
pub async fn released(app: &App, codes: &[String]) -> Result<Vec<Released>, DbError> {
    let (rows, seen) = store::released(&app.db, &listed(codes)).await?;
    Ok(with_who_sees_too(rows, seen))
}

fn listed(codes: &[String]) -> String {
    format!(",{},", codes.join(","))
}

fn with_who_sees_too(rows: Vec<store::ReleasedRow>, seen: Vec<(String, String, String)>) -> Vec<Released> {
    let mut too: HashMap<(String, String), Vec<String>> = HashMap::new();
    for (code, id, who) in seen {
        too.entry((code, id)).or_default().push(who);
    }
    let mut all = Vec::new();
    for store::ReleasedRow { code, kept, walked } in rows {
        // Nobody can be followed from one wijksessie to another: there they count as somebody else.
        let mut add = |who: &str, walked: bool| {
            let participant = format!("{code}/{who}");
            all.push(Released { participant, pin: kept.pin.clone(), walked });
        };
        // Who only sees it too did not walk.
        for who in too.remove(&(code.clone(), kept.id.clone())).unwrap_or_default() {
            add(&who, false);
        }
        add(&kept.participant, walked);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::capped;
    use proptest::prelude::{any, proptest};

    #[test]
    fn tables_together_never_count_more_than_were_there() {
        assert_eq!(capped(&[20, 4, 1], Some(12)), [7, 4, 1]);
        assert_eq!(capped(&[6, 6], Some(7)), [3, 3]);
        assert_eq!(capped(&[6, 6], None), [6, 6]);
    }

    proptest! {
        #[test]
        fn nobody_who_spoke_is_left_out_and_the_order_makes_no_difference(
            people in proptest::collection::vec(0_u32..40, 0..12), most in any::<Option<u8>>(),
        ) {
            let most = most.map(u32::from);
            let counted = capped(&people, most);
            assert!(counted.iter().all(|people| *people >= 1));
            let spoke = u32::try_from(people.len()).unwrap();
            if let Some(most) = most {
                assert!(counted.iter().sum::<u32>() <= most.max(spoke));
            }
            let mut turned = people.clone();
            turned.reverse();
            let mut counted_turned = capped(&turned, most);
            counted_turned.reverse();
            assert_eq!(counted, counted_turned);
        }
    }
}
