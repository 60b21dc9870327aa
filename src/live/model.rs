//! What is shown of pins while people put them: never one at a time, for that would point at whoever just stood up.

use std::collections::{BTreeMap, BTreeSet};

use crate::pins::Place;
use crate::session::Kind;

/// One pin as the room sees it, and whose it is: as a key, for counting.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// Whose it is, as a key within its wijksessie.
    pub participant: String,
    /// Where, on the grid on which others see pins; nothing for "over de hele buurt".
    pub place: Option<Place>,
    /// What kind of observation.
    pub kind: Kind,
}

/// What the room sees of a wijksessie. It changes only when what changed is of at least *k* different people.
#[derive(Debug, Default)]
pub struct Picture {
    shown: BTreeMap<String, Seen>,
    version: u64,
}

impl Picture {
    /// Takes what there is now, by pin id, if at least `k` people are behind the difference. Pins that were put,
    /// changed and taken away all count, each for who it is of.
    pub fn take(&mut self, now: &BTreeMap<String, Seen>, k: u32) {
        let new = now.iter().filter(|(id, seen)| self.shown.get(*id) != Some(seen));
        let gone = self.shown.iter().filter(|(id, _)| !now.contains_key(*id));
        let people: BTreeSet<&str> = new.chain(gone).map(|(_, seen)| seen.participant.as_str()).collect();
        if people.len() >= usize::try_from(k.max(1)).unwrap_or(usize::MAX) {
            self.shown.clone_from(now);
            self.version += 1;
        }
    }

    /// What is shown, in the order of random ids: that says nothing about who was first.
    pub fn shown(&self) -> impl Iterator<Item = &Seen> {
        self.shown.values()
    }

    /// Grows each time the picture changes.
    pub fn version(&self) -> u64 {
        self.version
    }
}

#[cfg(test)]
mod tests {
    use super::{Picture, Seen};
    use crate::pins::Place;
    use crate::session::Kind;
    use proptest::prelude::{Strategy, prop_assert, proptest};
    use std::collections::{BTreeMap, BTreeSet};

    fn seen(who: u8, at: u8) -> Seen {
        let place = Some(Place { lon: f64::from(at), lat: 52.0 });
        Seen { participant: who.to_string(), place, kind: Kind::ALL[usize::from(at) % Kind::ALL.len()] }
    }

    #[test]
    fn two_people_show_nothing_and_the_third_shows_all_three() {
        let mut picture = Picture::default();
        let mut now = BTreeMap::new();
        for (who, shown) in [(1, 0), (2, 0), (3, 3), (4, 3), (5, 3), (6, 6)] {
            now.insert(format!("pin-{who}"), seen(who, 1));
            picture.take(&now, 3);
            assert_eq!(picture.shown().count(), shown, "after {who} people");
        }
    }

    #[test]
    fn who_changes_or_takes_back_a_pin_does_not_show_alone() {
        let mut picture = Picture::default();
        let mut now: BTreeMap<_, _> = (1..=4).map(|who| (format!("pin-{who}"), seen(who, 1))).collect();
        picture.take(&now, 3);
        now.insert("pin-1".to_owned(), seen(1, 9));
        now.remove("pin-2");
        picture.take(&now, 3);
        assert_eq!(picture.version(), 1);
        assert_eq!(picture.shown().count(), 4);
    }

    proptest! {
        #[test]
        fn whatever_people_do_no_two_pictures_differ_by_fewer_than_k_people(
            steps in proptest::collection::vec((0_u8..12, 0_u8..30, 0_u8..3).prop_map(|step| step), 1..120), k in 3_u32..6,
        ) {
            let mut picture = Picture::default();
            let mut now: BTreeMap<String, Seen> = BTreeMap::new();
            for (who, pin, what) in steps {
                let id = format!("{who}-{pin}");
                if what == 0 { now.remove(&id); } else { now.insert(id, seen(who, pin + what)); }
                let before = picture.shown.clone();
                picture.take(&now, k);
                let ids: BTreeSet<_> = before.keys().chain(picture.shown.keys()).collect();
                let changed = ids.into_iter().filter(|id| before.get(*id) != picture.shown.get(*id));
                let people: BTreeSet<_> = changed
                    .flat_map(|id| [before.get(id), picture.shown.get(id)].into_iter().flatten())
                    .map(|seen| seen.participant.clone())
                    .collect();
                prop_assert!(people.is_empty() || people.len() >= usize::try_from(k).unwrap());
            }
        }
    }
}
