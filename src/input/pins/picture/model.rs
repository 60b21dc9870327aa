//! What is shown of pins while people put them: never one at a time, for that would point at whoever just stood up.

use std::collections::{BTreeMap, BTreeSet};

use crate::input::session::Kind;
use crate::place::buurt::Place;

/// One pin as the room sees it, and whose it is: as a key, for counting.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// Whose it is, as a key within its wijksessie.
    pub participant: String,
    /// Where, on the grid on which others see pins; nothing for "over de hele buurt".
    pub place: Option<Place>,
    /// What kind of observation.
    pub kind: Kind,
    /// Its theme.
    pub theme: Option<String>,
}

/// What of a pin was approved, as marks that say nothing of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// A keyed hash of the words, where there are any.
    pub words: Option<String>,
    /// The ids of its photos.
    pub photos: BTreeSet<String>,
}

impl Said {
    /// Nothing of it was approved.
    pub fn is_nothing(&self) -> bool {
        self.words.is_none() && self.photos.is_empty()
    }

    /// What is in both.
    fn and(&self, other: &Self) -> Self {
        Self {
            words: self.words.clone().filter(|words| other.words.as_ref() == Some(words)),
            photos: self.photos.intersection(&other.photos).cloned().collect(),
        }
    }
}

/// A pin, and what of it was approved.
#[derive(Debug, Clone, PartialEq)]
pub struct One {
    /// Where and what.
    pub dot: Dot,
    /// What was approved.
    pub said: Said,
}

/// Pins by their ids.
pub type Pins = BTreeMap<String, One>;

/// What a look comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Next {
    /// What is remembered as shown.
    pub pins: Pins,
    /// Others see something new: there is a new version.
    pub turned: bool,
}

fn enough<'a>(people: impl Iterator<Item = &'a str>, k: u32) -> bool {
    let people: BTreeSet<&str> = people.collect();
    people.len() >= usize::try_from(k.max(1)).unwrap_or(usize::MAX)
}

/// Takes what there is `now`, if at least `k` people are behind the difference to what was shown `before`. Pins that were put,
/// changed and taken away all count, each for who it is of. Approved words join their pins in groups of their own: once
/// there are new ones of at least `k` people. What is not approved any more goes at once, whoever is behind it: it is no longer there.
pub fn next(before: &Pins, now: &Pins, k: u32) -> Next {
    let kept = |id: &str, one: &One| {
        let said = now.get(id).map(|there| one.said.and(&there.said)).unwrap_or_default();
        One { dot: one.dot.clone(), said }
    };
    let mut pins: Pins = before.iter().map(|(id, one)| (id.clone(), kept(id, one))).collect();
    let new = now.iter().filter(|(id, one)| before.get(*id).map(|one| &one.dot) != Some(&one.dot));
    let gone = before.iter().filter(|(id, _)| !now.contains_key(*id));
    let mut turned = enough(new.chain(gone).map(|(_, one)| one.dot.participant.as_str()), k);
    if turned {
        let said = |id: &str| pins.get(id).map(|one| one.said.clone()).unwrap_or_default();
        pins =
            now.iter().map(|(id, one)| (id.clone(), One { dot: one.dot.clone(), said: said(id) })).collect();
    }
    let told = pins.iter().filter_map(|(id, one)| Some((now.get(id)?, one)));
    let more = told.filter(|(there, one)| there.said != one.said);
    if enough(more.map(|(there, _)| there.dot.participant.as_str()), k) {
        for (id, one) in &mut pins {
            one.said = now.get(id).map(|there| there.said.clone()).unwrap_or_default();
        }
        turned = true;
    }
    Next { pins, turned }
}

/// What is shown after closing: what was shown, as far as it is still there. Nothing joins any more.
pub fn left(before: &Pins, now: &Pins) -> Pins {
    let there = before.iter().filter_map(|(id, one)| Some((id, one, now.get(id)?)));
    there
        .map(|(id, one, now)| (id.clone(), One { dot: one.dot.clone(), said: one.said.and(&now.said) }))
        .collect()
}

/// Whether the pins may be seen, and their words: only those of at least `k` people.
pub fn may_be_seen(pins: &Pins, k: u32) -> (bool, bool) {
    let dots = enough(pins.values().map(|one| one.dot.participant.as_str()), k);
    let said = pins.values().filter(|one| !one.said.is_nothing());
    (dots, dots && enough(said.map(|one| one.dot.participant.as_str()), k))
}

#[cfg(test)]
mod tests {
    use super::{Dot, Next, One, Pins, Said, left, may_be_seen, next};
    use crate::input::session::Kind;
    use crate::place::buurt::Place;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
    use std::collections::BTreeSet;

    fn one(who: u8, at: u8, words: Option<&str>) -> One {
        let place = Some(Place { lon: f64::from(at), lat: 52.0 });
        let kind = Kind::ALL[usize::from(at) % Kind::ALL.len()];
        let said = Said { words: words.map(str::to_owned), ..Said::default() };
        One { dot: Dot { participant: who.to_string(), place, kind, theme: None }, said }
    }

    fn pins(of: impl IntoIterator<Item = (u8, Option<&'static str>)>) -> Pins {
        of.into_iter().map(|(who, words)| (format!("pin-{who}"), one(who, 1, words))).collect()
    }

    fn take(shown: &mut Pins, now: &Pins, k: u32) -> bool {
        let Next { pins, turned } = next(shown, now, k);
        *shown = pins;
        turned
    }

    fn words(pins: &Pins) -> usize {
        pins.values().filter(|one| !one.said.is_nothing()).count()
    }

    #[test]
    fn two_people_show_nothing_and_the_third_shows_all_three() {
        let (mut shown, mut now) = (Pins::new(), Pins::new());
        for (who, seen) in [(1, 0), (2, 0), (3, 3), (4, 3), (5, 3), (6, 6)] {
            now.insert(format!("pin-{who}"), one(who, 1, None));
            take(&mut shown, &now, 3);
            assert_eq!(shown.len(), seen, "after {who} people");
        }
    }

    #[test]
    fn who_changes_or_takes_back_a_pin_does_not_show_alone() {
        let mut shown = Pins::new();
        let mut now = pins((1..=4).map(|who| (who, None)));
        assert!(take(&mut shown, &now, 3));
        now.insert("pin-1".to_owned(), one(1, 9, None));
        now.remove("pin-2");
        assert!(!take(&mut shown, &now, 3));
        assert_eq!(shown.len(), 4);
    }

    #[test]
    fn what_is_left_of_fewer_people_is_not_seen_and_nobody_comes_back_alone() {
        let mut shown = Pins::new();
        take(&mut shown, &pins([(1, None), (2, None), (3, None)]), 3);
        assert!(may_be_seen(&shown, 3).0);
        // Three left or came, and two are there.
        let mut now = pins([(3, None), (4, None)]);
        assert!(take(&mut shown, &now, 3));
        assert!(!may_be_seen(&shown, 3).0);
        now.insert("pin-5".to_owned(), one(5, 1, None));
        assert!(!take(&mut shown, &now, 3), "one person stood up since");
    }

    #[test]
    fn words_join_their_pins_in_groups_and_leave_at_once() {
        let mut shown = Pins::new();
        take(&mut shown, &pins((1..=5).map(|who| (who, None))), 3);
        let two = pins([(1, Some("a")), (2, Some("b")), (3, None), (4, None), (5, None)]);
        assert!(!take(&mut shown, &two, 3));
        assert_eq!(words(&shown), 0);
        let three = pins([(1, Some("a")), (2, Some("b")), (3, Some("c")), (4, None), (5, None)]);
        assert!(take(&mut shown, &three, 3));
        assert_eq!((words(&shown), may_be_seen(&shown, 3)), (3, (true, true)));
        // Other words are new ones.
        let other = pins([(1, Some("x")), (2, Some("b")), (3, Some("c")), (4, Some("d")), (5, None)]);
        assert!(!take(&mut shown, &other, 3));
        assert_eq!((words(&shown), may_be_seen(&shown, 3)), (2, (true, false)));
        // The same words again are new ones too.
        assert!(!take(&mut shown, &three, 3));
        assert_eq!(words(&shown), 2);
    }

    #[test]
    fn words_of_a_pin_that_is_not_shown_wait_for_it() {
        let mut shown = Pins::new();
        take(&mut shown, &pins((1..=3).map(|who| (who, None))), 3);
        let now = pins([(1, Some("a")), (2, Some("b")), (3, None), (4, Some("d"))]);
        assert!(!take(&mut shown, &now, 3));
        assert_eq!(words(&shown), 0);
    }

    #[test]
    fn after_closing_nothing_joins_and_what_went_is_gone() {
        let mut shown = Pins::new();
        let now = pins([(1, Some("a")), (2, Some("b")), (3, Some("c"))]);
        take(&mut shown, &now, 3);
        let after = left(&shown, &pins([(1, Some("a")), (2, None), (4, Some("d"))]));
        assert_eq!(after.keys().collect::<Vec<_>>(), ["pin-1", "pin-2"]);
        assert_eq!(words(&after), 1);
    }

    proptest! {
        #[test]
        fn whatever_people_do_no_two_pictures_differ_by_fewer_than_k_people(
            steps in proptest::collection::vec((0_u8..12, 0_u8..30, 0_u8..4), 1..120), k in 3_u32..6,
        ) {
            let mut shown = Pins::new();
            let mut now = Pins::new();
            for (who, pin, what) in steps {
                let id = format!("{who}-{pin}");
                let words = (what == 3).then_some("goed");
                if what == 0 { now.remove(&id); } else { now.insert(id, one(who, pin + what, words)); }
                let before = shown.clone();
                let turned = take(&mut shown, &now, k);
                let people = |differs: &dyn Fn(Option<&One>, Option<&One>) -> bool| {
                    let ids: BTreeSet<_> = before.keys().chain(shown.keys()).collect();
                    let changed = ids.into_iter().filter(|id| differs(before.get(*id), shown.get(*id)));
                    let whose = changed.flat_map(|id| [before.get(id), shown.get(id)].into_iter().flatten());
                    whose.map(|one| one.dot.participant.clone()).collect::<BTreeSet<_>>().len()
                };
                let moved = people(&|old, new| old.map(|one| &one.dot) != new.map(|one| &one.dot));
                let spoke = people(&|old, new| {
                    let was = old.map(|one| one.said.clone()).unwrap_or_default();
                    new.is_some_and(|one| !one.said.is_nothing() && one.said != was)
                });
                let k = usize::try_from(k).unwrap();
                prop_assert!(moved == 0 || moved >= k, "{moved}");
                prop_assert!(spoke == 0 || spoke >= k, "{spoke}");
                prop_assert!(turned || moved + spoke == 0);
                // Looked at again it is the same.
                let same = next(&shown, &now, u32::try_from(k).unwrap());
                prop_assert!(!same.turned);
                prop_assert_eq!(&same.pins, &shown);
            }
        }
    }
}
