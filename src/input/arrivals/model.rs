//! What a flood is: far more new people in a minute than come to a table, and what comes just before and after.

/// New people in one minute from which on it is a flood. A full hall of tablets stays below it for all but its first minutes.
pub const FLOOD: u32 = 20;
/// New people in the minute before or after from which on that belongs to it: fewer are somebody who sat there anyway.
pub const EDGE: u32 = 5;

/// Minutes one after the other in which a flood came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flood {
    /// Its first minute, counted from 1970 in UTC.
    pub from: i64,
    /// Its last minute.
    pub until: i64,
    /// How many people first put something in it.
    pub people: u32,
}

/// People who were set aside together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// UUID.
    pub id: String,
    /// How many people.
    pub people: u32,
    /// When they were set aside, in UTC.
    pub taken_at: String,
}

/// The floods among the minutes in which new people came, each with how many: sorted by time. A single minute with few people is
/// never one, so that nobody can be picked out by when they came.
pub fn floods(minutes: &[(i64, u32)]) -> Vec<Flood> {
    let mut found: Vec<Flood> = Vec::new();
    let mut at = 0;
    while at < minutes.len() {
        let run = minutes[at..].windows(2).take_while(|two| two[1].0 == two[0].0 + 1).count() + 1;
        found.extend(in_run(&minutes[at..at + run]));
        at += run;
    }
    found
}

/// The floods among minutes that follow each other.
fn in_run(minutes: &[(i64, u32)]) -> Vec<Flood> {
    let belongs = |at: usize| {
        let beside = |other: Option<usize>| {
            other.and_then(|other| minutes.get(other)).is_some_and(|(_, people)| *people >= FLOOD)
        };
        let people = minutes[at].1;
        people >= FLOOD || (people >= EDGE && (beside(at.checked_sub(1)) || beside(Some(at + 1))))
    };
    let mut found: Vec<Flood> = Vec::new();
    for (_, (minute, people)) in minutes.iter().enumerate().filter(|(at, _)| belongs(*at)) {
        match found.last_mut().filter(|last| last.until + 1 == *minute) {
            Some(last) => (last.until, last.people) = (*minute, last.people + people),
            None => found.push(Flood { from: *minute, until: *minute, people: *people }),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{FLOOD, Flood, floods};
    use proptest::prelude::proptest;

    #[test]
    fn a_table_is_no_flood_and_a_flood_is_found_with_its_edges() {
        let quiet: Vec<(i64, u32)> = (0..60).map(|minute| (minute, 3)).collect();
        assert_eq!(floods(&quiet), []);
        let mut busy = quiet.clone();
        for (minute, people) in [(19, 7), (20, 600), (21, 60), (22, 61), (23, 4)] {
            busy[minute].1 = people;
        }
        assert_eq!(floods(&busy), [Flood { from: 19, until: 22, people: 728 }]);
        assert_eq!(floods(&[(1, 40), (3, 40)]).len(), 2);
        assert_eq!(floods(&[]), []);
    }

    proptest! {
        #[test]
        fn no_flood_is_smaller_than_a_flood_and_none_overlaps_another(counts in proptest::collection::vec(0_u32..60, 0..40)) {
            let minutes: Vec<(i64, u32)> = (0..).zip(counts).filter(|(_, people)| *people > 0).collect();
            let found = floods(&minutes);
            for flood in &found {
                assert!(flood.people >= FLOOD);
                let inside = minutes.iter().filter(|(minute, _)| (flood.from..=flood.until).contains(minute));
                assert_eq!(inside.map(|(_, people)| people).sum::<u32>(), flood.people);
            }
            assert!(found.windows(2).all(|two| two[0].until < two[1].from));
            for (minute, people) in minutes {
                let held = found.iter().any(|flood| (flood.from..=flood.until).contains(&minute));
                assert!(held || people < FLOOD, "{minute}");
            }
        }
    }
}
