//! Who were there, as it is told: counted once, in the transaction of a release, and never changed. Releases are added.
//!
//! Of people only ages are told. Roles, methods, groups and places would be further sums of the same people, and two sums of the same
//! people tell of one of them.

mod store;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{AGES, Attended, LEAST_K, SessionError, codes_of_release, store as plans};
use crate::people::accounts;
use crate::platform::{App, DbError, Tx};

/// What releases tell of who was there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// At how many moments somebody counted ages.
    pub counted: u32,
    /// At least so many people of an age (see [`AGES`]), in multiples of *k*. Ages of nobody, and of fewer than *k* people in each release,
    /// are not among them.
    pub ages: BTreeMap<String, u32>,
}

impl Attendance {
    /// What one release may tell of these moments; nothing of fewer than `k` people of an age.
    pub fn of(moments: &[Attended], k: u32) -> Self {
        let k = k.max(LEAST_K);
        let people = |age: &str| {
            moments.iter().filter_map(|moment| moment.age.get(age)).copied().fold(0, u32::saturating_add)
        };
        let told = |age: &&str| {
            let people = people(age);
            (people >= k).then(|| ((*age).to_owned(), people - people % k))
        };
        let counted = moments.iter().filter(|moment| !moment.age.is_empty()).count();
        Self {
            counted: u32::try_from(counted).unwrap_or(u32::MAX),
            ages: AGES.iter().filter_map(told).collect(),
        }
    }

    /// Adds what another release tells.
    pub fn add(&mut self, other: &Self) {
        self.counted = self.counted.saturating_add(other.counted);
        for (age, people) in &other.ages {
            let sum = self.ages.entry(age.clone()).or_default();
            *sum = sum.saturating_add(*people);
        }
    }
}

/// Counts who were at these wijksessies and keeps what may be told of it, in the release's own transaction.
pub(super) async fn keep(
    tx: &mut Tx,
    release: &str,
    traject: &str,
    k: u32,
    codes: &[String],
) -> Result<(), SessionError> {
    let mut moments = Vec::new();
    for code in codes {
        moments.push(store::counted(tx, code).await?);
    }
    let content = serde_json::json!(Attendance::of(&moments, k)).to_string();
    Ok(store::keep(tx, release, traject, &content).await?)
}

/// What the releases of a traject tell of who was there, together.
///
/// # Errors
/// The database's, or something kept that cannot be read.
pub async fn attendance_of(app: &App, traject: &str) -> Result<Attendance, SessionError> {
    let mut all = Attendance::default();
    for content in store::told(&app.db, traject).await? {
        all.add(&serde_json::from_str(&content).map_err(SessionError::Kept)?);
    }
    Ok(all)
}

/// How many people were at a moment: as counted afterwards, by age; else as expected. Nothing where neither is known.
///
/// # Errors
/// The database's, or what was counted cannot be read.
pub async fn there(app: &App, code: &str) -> Result<Option<u32>, SessionError> {
    let Some(plan) = plans::find_plan(&app.db, code).await? else { return Ok(None) };
    let counted = plan.attended.age.values().copied().fold(0, u32::saturating_add);
    Ok(Some(counted).filter(|people| *people > 0).or(plan.expected).filter(|people| *people > 0))
}

/// Counts who were at releases from before there were such numbers, each with a line in the audit trail. Where there is nothing to do it
/// costs a look.
///
/// # Errors
/// The database's.
pub async fn bring_up_to_date(app: &App) -> Result<(), SessionError> {
    for (release, traject, k) in store::untold(&app.db).await? {
        let codes = codes_of_release(app, &release).await?;
        let entry = accounts::Entry::new(app, None, "attendance-told", &codes.join(" "))?;
        app.db
            .write(move |tx| {
                Box::pin(async move {
                    keep(tx, &release, &traject, k, &codes).await?;
                    accounts::record(tx, &entry).await?;
                    Ok::<_, SessionError>(())
                })
            })
            .await?;
    }
    Ok(())
}

/// Forgets what the releases of a traject tell, on its day of deletion.
pub(super) async fn forget(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    store::forget(tx, traject).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(ages: &[(&str, u32)]) -> Attended {
        let age = ages.iter().map(|(slug, count)| ((*slug).to_owned(), *count)).collect();
        Attended { age, role: BTreeMap::from([("bewoner".to_owned(), 100)]) }
    }

    fn told(moments: &[Attended]) -> Vec<(String, u32)> {
        Attendance::of(moments, 3).ages.into_iter().collect()
    }

    #[test]
    fn an_age_is_told_of_a_whole_release_in_multiples_of_k_and_too_few_look_like_nobody() {
        let moments =
            [moment(&[("18-34", 5), ("75+", 2)]), moment(&[("18-34", 3), ("0-17", 3)]), moment(&[])];
        assert_eq!(told(&moments), [("0-17".to_owned(), 3), ("18-34".to_owned(), 6)]);
        assert_eq!(Attendance::of(&moments, 3).counted, 2);
        assert_eq!(told(&[moment(&[("75+", 2)])]), told(&[moment(&[("75+", 0)])]));
        let one = Attendance::of(&[moment(&[("75+", 2)])], 1);
        assert!(one.ages.is_empty(), "nobody asks less than the least");
    }

    #[test]
    fn releases_are_added_as_they_are_told() {
        let mut all = Attendance::of(&[moment(&[("18-34", 5), ("75+", 2)])], 3);
        all.add(&Attendance::of(&[moment(&[("18-34", 4), ("75+", 2)])], 3));
        assert_eq!(all.counted, 2);
        assert_eq!(all.ages, BTreeMap::from([("18-34".to_owned(), 6)]), "not nine, and not four");
    }

    #[test]
    fn in_every_small_world_each_age_may_be_of_nobody_or_of_k_people() {
        let mut worlds: BTreeMap<Vec<(String, u32)>, Vec<[u32; 2]>> = BTreeMap::new();
        for young in 0..12 {
            for old in 0..12 {
                let world = [moment(&[("0-17", young), ("75+", old)])];
                worlds.entry(told(&world)).or_default().push([young, old]);
            }
        }
        for (told, worlds) in worlds {
            for age in 0..2 {
                let alike = worlds.iter().filter(|world| world[age] == 0 || world[age] >= 3);
                assert!(alike.count() > 0, "{told:?}");
            }
        }
    }
}
