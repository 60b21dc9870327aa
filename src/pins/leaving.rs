//! What leaves after a release, and who is counted: rules that keep a subtraction from showing one person.

use std::collections::HashMap;

use super::service::Released;
use super::store::Under;
use super::{Pin, PinError, aside, store};
use crate::platform::{App, DbError, Erased, Gone, Tx};
use crate::session::{self, Status, Wijksessie};
use crate::{heat, photos};

/// A pin goes, at its owner's wish or for a `reason`: at once, or, where its wijksessie was released, its words
/// and photos at once and its place together with others (by [`settle`], afterwards). The photo contents whose files are to go.
///
/// # Errors
/// The database's, or that of the file which remembers deletions.
pub async fn leave(
    tx: &mut Tx,
    gone: &Gone,
    session: &Wijksessie,
    id: &str,
    reason: Option<&str>,
) -> Result<Vec<String>, PinError> {
    // Of two who take it away at once the second finds it gone.
    let Some(Under::Pin(_)) = store::find_locked(tx, &session.code, id).await? else { return Ok(Vec::new()) };
    gone.write(&Erased::Pin(session.code.clone(), id.to_owned())).await?;
    let files = photos::remove_of_pin(tx, &session.code, id).await?;
    // What was set aside is in no layer: nobody has to leave with it.
    if session.status == Status::Released && !aside::is_aside(tx, &session.code, id).await? {
        store::withdraw(tx, &session.code, id, reason).await?;
    } else {
        store::remove(tx, &session.code, id).await?;
    }
    Ok(files)
}

/// How often it is tried again when something else was released or left meanwhile.
const TRIES: u32 = 3;

/// Takes out of the released layers of a traject whatever of what was withdrawn can leave together: who looks at the
/// layers before and after cannot tell fewer than *k* of them apart (`heat::may_leave`). The rest waits, at the latest
/// until the day of deletion. To be called after [`leave`] is on disk; that nothing can leave yet is fine.
///
/// # Errors
/// The database's, or an area that cannot be measured.
pub async fn settle(app: &App, traject: &str) -> Result<(), PinError> {
    for _ in 0..TRIES {
        let mark = store::released_mark(&app.db, traject).await?;
        if store::leaving(&app.db, traject).await?.is_empty() {
            return Ok(());
        }
        let leaving =
            heat::may_leave(app, traject).await.map_err(|error| PinError::Layers(Box::new(error)))?;
        if leaving.is_empty() {
            return Ok(());
        }
        let traject = traject.to_owned();
        let gone = app.db.write(move |tx| Box::pin(async move { go(tx, &traject, &mark, &leaving).await }));
        if gone.await? {
            return Ok(());
        }
    }
    Ok(())
}

/// Removes pins, unless something else changed the layers since they were looked at.
async fn go(tx: &mut Tx, traject: &str, mark: &str, leaving: &[(String, String)]) -> Result<bool, PinError> {
    session::hold(tx, traject).await?;
    if store::released_mark_held(tx, traject).await? != mark {
        return Ok(false);
    }
    for (code, id) in leaving {
        store::remove(tx, code, id).await?;
    }
    Ok(true)
}

/// Keeps how much everybody of a wijksessie weighs as it is now, at its release: neither what the begeleider says
/// later of who were there, nor who leaves, changes what others weigh.
///
/// # Errors
/// The database's.
pub async fn freeze(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    let (voices, most) = store::spoken_for(tx, code).await?;
    let people: Vec<u32> = voices.iter().map(|(_, people)| *people).collect();
    let limit = limit(&people, most);
    if store::freeze(tx, code, limit).await? {
        for (who, people) in voices {
            store::freeze_seen_too(tx, code, &who, people.max(1).min(limit.unwrap_or(u32::MAX))).await?;
        }
    }
    Ok(())
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

/// How many people the pins of one wijksessie speak for, those who see a pin of somebody else too among them.
///
/// # Errors
/// The database's.
pub async fn people_in(tx: &mut Tx, code: &str) -> Result<u32, DbError> {
    let (voices, most) = store::spoken_for(tx, code).await?;
    let people: Vec<u32> = voices.iter().map(|(_, people)| *people).collect();
    Ok(capped(&people, most).iter().sum())
}

/// Somebody who sees a pin too, and for how many people, where that is fixed.
type Seen = (String, Option<u32>);

/// Every released pin of a traject, and as if they were released those of the closed wijksessies `more`; who sees
/// one too stands there once more.
///
/// # Errors
/// The database's.
pub async fn released(app: &App, traject: &str, more: &[String]) -> Result<Vec<Released>, PinError> {
    let more = format!(",{},", more.join(","));
    let rows = store::released(&app.db, traject, &more).await?;
    let mut people: HashMap<(String, String), u32> = HashMap::new();
    let mut caps: HashMap<String, u32> = HashMap::new();
    for row in &rows {
        if caps.contains_key(&row.code) {
            continue;
        }
        let (voices, most) = store::spoken_for_now(&app.db, &row.code).await?;
        let now = limit(&voices.iter().map(|(_, people)| *people).collect::<Vec<_>>(), most);
        let cap = row.cap.unwrap_or(now.unwrap_or(0));
        let cap = if cap == 0 { u32::MAX } else { cap };
        people
            .extend(voices.into_iter().map(|(who, people)| ((row.code.clone(), who), people.clamp(1, cap))));
        caps.insert(row.code.clone(), cap);
    }
    let mut too: HashMap<(String, String), Vec<Seen>> = HashMap::new();
    let aside = aside::seen_aside(app, traject).await?;
    for (code, id, who, people) in store::seen_too(&app.db, traject).await? {
        if !aside.contains(&(code.clone(), id.clone(), who.clone())) {
            too.entry((code, id)).or_default().push((who, people));
        }
    }
    let mut all = Vec::new();
    for store::ReleasedRow { code, kept, withdrawn, walked, .. } in rows {
        // Nobody can be followed from one wijksessie to another: there they count as somebody else.
        let whose = |who: &str| format!("{code}/{who}");
        let mut add = |who: &str, people: u32, seen_too: bool| {
            let pin = Pin { people, ..kept.pin.clone() };
            let (session, id) = (code.clone(), kept.id.clone());
            // Who only sees it too did not walk.
            let walked = walked && !seen_too;
            all.push(Released { session, id, participant: whose(who), pin, seen_too, withdrawn, walked });
        };
        for (who, frozen) in too.remove(&(code.clone(), kept.id.clone())).unwrap_or_default() {
            let now = people.get(&(code.clone(), who.clone())).copied().unwrap_or(1);
            add(&who, frozen.unwrap_or(now), true);
        }
        let cap = caps.get(&code).copied().unwrap_or(u32::MAX);
        add(&kept.participant, kept.pin.people.min(cap), false);
    }
    Ok(all)
}

/// Says when the released layers of a traject hold something else than before.
///
/// # Errors
/// The database's.
pub async fn released_mark(app: &App, traject: &str) -> Result<String, DbError> {
    store::released_mark(&app.db, traject).await
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
