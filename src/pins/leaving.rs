//! What leaves after a release, and who is counted: rules that keep a subtraction from showing one person.

use std::collections::{HashMap, HashSet};

use super::service::Released;
use super::{PinError, store};
use crate::photos;
use crate::platform::{App, DbError, Erased, Gone, Tx};
use crate::session::{Status, Wijksessie};

/// A pin goes, at its owner's wish or for a `reason`: at once, or, where its wijksessie was released, its words
/// and photos at once and its place together with others. The photo contents whose files are to go.
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
    gone.write(&Erased::Pin(session.code.clone(), id.to_owned())).await?;
    let files = photos::remove_of_pin(tx, &session.code, id).await?;
    if session.status == Status::Released {
        store::withdraw(tx, &session.code, id, reason).await?;
        settle(tx, &session.traject, session.k).await?;
    } else {
        store::remove(tx, &session.code, id).await?;
    }
    Ok(files)
}

/// Takes what was withdrawn out of the released layers of a traject, once at least `k` different people
/// leave together: who looks at the layers before and after sees no fewer than `k` of them go.
async fn settle(tx: &mut Tx, traject: &str, k: u32) -> Result<(), DbError> {
    let leaving = store::leaving(tx, traject).await?;
    let people: HashSet<_> = leaving.iter().map(|[code, _, who]| (code, who)).collect();
    if people.len() < usize::try_from(k).unwrap_or(usize::MAX) {
        return Ok(());
    }
    for [code, id, _] in &leaving {
        store::remove(tx, code, id).await?;
    }
    Ok(())
}

/// People as they are counted: never more in all than were there, never fewer than one for each who spoke.
/// What is too much is taken from the largest tables first, so the order makes no difference.
pub(super) fn capped(people: &[u32], most: Option<u32>) -> Vec<u32> {
    let mut kept: Vec<u32> = people.iter().map(|people| (*people).max(1)).collect();
    let Some(most) = most else { return kept };
    let total = |limit: u32| kept.iter().map(|people| u64::from((*people).min(limit))).sum::<u64>();
    let mut limit = kept.iter().copied().max().unwrap_or(1);
    while limit > 1 && total(limit) > u64::from(most) {
        limit -= 1;
    }
    for people in &mut kept {
        *people = (*people).min(limit);
    }
    kept
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

/// Every released pin of a traject, and as if they were released those of the closed wijksessies `more`; who sees
/// one too stands there once more.
///
/// # Errors
/// The database's.
pub async fn released(app: &App, traject: &str, more: &[String]) -> Result<Vec<Released>, PinError> {
    let more = format!(",{},", more.join(","));
    let rows = store::released(&app.db, traject, &more).await?;
    let mut people: HashMap<(String, String), u32> = HashMap::new();
    let codes: HashSet<String> = rows.iter().map(|(code, _)| code.clone()).collect();
    for code in codes {
        let (voices, most) = store::spoken_for_now(&app.db, &code).await?;
        let counted = capped(&voices.iter().map(|(_, people)| *people).collect::<Vec<_>>(), most);
        people.extend(voices.into_iter().zip(counted).map(|((who, _), count)| ((code.clone(), who), count)));
    }
    let mut too: HashMap<(String, String), Vec<String>> = HashMap::new();
    for [code, id, who] in store::seen_too(&app.db, traject).await? {
        too.entry((code, id)).or_default().push(who);
    }
    let mut all = Vec::new();
    for (code, kept) in rows {
        let speaks = |who: &str| people.get(&(code.clone(), who.to_owned())).copied().unwrap_or(1);
        // Nobody can be followed from one wijksessie to another: there they count as somebody else.
        let whose = |who: &str| format!("{code}/{who}");
        for who in too.remove(&(code.clone(), kept.id)).unwrap_or_default() {
            let mut pin = kept.pin.clone();
            pin.people = speaks(&who);
            all.push(Released { participant: whose(&who), pin, seen_too: true });
        }
        let mut pin = kept.pin;
        pin.people = pin.people.min(speaks(&kept.participant));
        all.push(Released { participant: whose(&kept.participant), pin, seen_too: false });
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
