//! Whether the time can be trusted so far that something may be deleted for good because of it.
//!
//! A clock that jumps forward (an empty battery, a wrong time server, a slip of the hand) would bring every day of deletion at
//! once. So the clock is read again and again, each time beside one that only runs forward (how long the machine has been up),
//! and the reading is kept on disk. Where the clock ran ahead of the other by more than a day, also while the server was off,
//! deleting waits until the clock has kept that time for a day of the other one. `PostgreSQL` is asked for its own time too.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::clock::Chance;
use super::db::{Db, DbError};

/// The name of the file in the data directory. It belongs to this machine and is in no backup.
const FILE: &str = "clock.json";
/// A day, in seconds: the clock may run ahead so far, and so long a time that was doubted must hold.
const DAY_S: i64 = 86_400;

/// Why nothing is deleted for good at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The clock jumped forward.
    Clock {
        /// How long it must still keep its time while the program runs, in seconds.
        left: i64,
    },
    /// No reading of before is there, or can be read: there is nothing to compare the clock with.
    Unread {
        /// As for a clock that jumped.
        left: i64,
    },
    /// The database has another time.
    Database {
        /// By how much the clock is ahead of it, in seconds; negative where it is behind.
        ahead: i64,
    },
}

/// The clock cannot be compared with itself: nothing may be deleted.
#[derive(Debug, thiserror::Error)]
pub enum TimeError {
    /// The reading cannot be kept.
    #[error("the reading of the clock cannot be kept: {0}")]
    File(#[from] std::io::Error),
    /// The database does not say what time it has.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// A clock that only runs forward: seconds since the machine `boot` was started, or since the program was.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Steady {
    boot: String,
    up: i64,
}

/// What is kept on disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    /// The time of the last reading, in seconds since 1970.
    wall: i64,
    boot: String,
    up: i64,
    /// How long the program was seen to run, in seconds of the steady clock.
    steady: i64,
    /// The last reading that was trusted: the time, and `steady` then. None where there never was one.
    trusted: Option<(i64, i64)>,
    /// Where it is in doubt: the time from which on, and `steady` then.
    doubted: Option<(i64, i64)>,
}

impl Kept {
    /// The first reading. Where the data directory is older than it, there is nothing to compare it with.
    fn first(wall: i64, now: Steady, is_new: bool) -> Self {
        let (trusted, doubted) = if is_new { (Some((wall, 0)), None) } else { (None, Some((wall, 0))) };
        Self { wall, boot: now.boot, up: now.up, steady: 0, trusted, doubted }
    }

    /// The next reading.
    fn next(self, wall: i64, now: Steady) -> Self {
        let is_same_boot = self.boot == now.boot && now.up >= self.up;
        // How long the machine was off nobody knows.
        let steady = self.steady + if is_same_boot { now.up - self.up } else { 0 };
        let ahead = |(then, at): (i64, i64)| wall - then - (steady - at);
        let jumped = self.trusted.is_none_or(|trusted| ahead(trusted) > DAY_S);
        let (trusted, doubted) = match self.doubted {
            None if jumped => (self.trusted, Some((wall, steady))),
            // The clock may drift for ever, and the machine be off each night.
            None if !is_same_boot || self.trusted.is_some_and(|(_, at)| steady - at >= DAY_S) => {
                (Some((wall, steady)), None)
            }
            None => (self.trusted, None),
            // It went back to where it would have been.
            Some(_) if !jumped => (Some((wall, steady)), None),
            // It jumped once more.
            Some(doubted) if ahead(doubted).abs() > DAY_S => (self.trusted, Some((wall, steady))),
            Some((_, at)) if steady - at >= DAY_S => (Some((wall, steady)), None),
            Some(doubted) => (self.trusted, Some(doubted)),
        };
        Self { wall, boot: now.boot, up: now.up, steady, trusted, doubted }
    }

    fn doubt(&self) -> Option<Doubt> {
        let (_, at) = self.doubted?;
        let left = (DAY_S - (self.steady - at)).max(0);
        Some(if self.trusted.is_some() { Doubt::Clock { left } } else { Doubt::Unread { left } })
    }
}

/// Reads the clock again and again. Cheap to clone.
#[derive(Clone)]
pub struct Timekeeper(Arc<Inner>);

struct Inner {
    file: PathBuf,
    is_new: bool,
    started: Instant,
    last: Mutex<Option<Doubt>>,
}

impl Timekeeper {
    /// For a data directory; `is_new`: it was made just now.
    pub fn open(folder: &Path, is_new: bool) -> Self {
        let inner =
            Inner { file: folder.join(FILE), is_new, started: Instant::now(), last: Mutex::default() };
        Self(Arc::new(inner))
    }

    /// Takes a reading and keeps it; why nothing may be deleted for good now, where that is so.
    ///
    /// # Errors
    /// [`TimeError`]: nothing may be deleted.
    pub async fn look(&self, chance: &Chance, db: &Db) -> Result<Option<Doubt>, TimeError> {
        let wall = chance.clock.now().as_second();
        let now = self.steady();
        let next = match self.read() {
            Some(kept) => kept.next(wall, now),
            None => Kept::first(wall, now, self.0.is_new && !self.0.file.exists()),
        };
        self.write(&next)?;
        let of_database = db.own_time().await?.and_then(|text| text.parse::<Timestamp>().ok());
        let ahead = of_database.map_or(0, |time| wall - time.as_second());
        let doubt = (ahead.abs() > DAY_S).then_some(Doubt::Database { ahead }).or_else(|| next.doubt());
        *self.0.last.lock().unwrap_or_else(PoisonError::into_inner) = doubt;
        Ok(doubt)
    }

    /// What the last [`look`](Self::look) found.
    pub fn doubt(&self) -> Option<Doubt> {
        *self.0.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How long the machine has been up, asleep or not; where it does not say, how long the program has.
    fn steady(&self) -> Steady {
        let of_machine = || {
            let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
            let up = std::fs::read_to_string("/proc/uptime").ok()?;
            let up = up.split(['.', ' ']).next()?.parse().ok()?;
            Some(Steady { boot: boot.trim().to_owned(), up })
        };
        of_machine().unwrap_or_else(|| Steady {
            boot: format!("program {}", std::process::id()),
            up: i64::try_from(self.0.started.elapsed().as_secs()).unwrap_or(i64::MAX),
        })
    }

    /// The last reading; nothing where there is none that can be read, which is as good as none.
    fn read(&self) -> Option<Kept> {
        serde_json::from_slice(&std::fs::read(&self.0.file).ok()?).ok()
    }

    fn write(&self, kept: &Kept) -> Result<(), std::io::Error> {
        let folder = self.0.file.parent().unwrap_or(Path::new("."));
        let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
        temporary.write_all(serde_json::to_string(kept)?.as_bytes())?;
        temporary.persist(&self.0.file)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HOUR: i64 = 3600;
    const START: i64 = 1_800_000_000;

    fn at(boot: &str, up: i64) -> Steady {
        Steady { boot: boot.to_owned(), up }
    }

    /// A server that has run well for three days.
    fn well() -> Kept {
        let first = Kept::first(START, at("a", 100), true);
        (1..=72).fold(first, |kept, hour| kept.next(START + hour * HOUR, at("a", 100 + hour * HOUR)))
    }

    #[test]
    fn a_clock_that_runs_as_it_should_is_trusted_also_after_a_night_off() {
        let kept = well();
        assert_eq!(kept.doubt(), None);
        let kept = kept.next(START + 90 * HOUR, at("b", 60));
        assert_eq!(kept.doubt(), None);
        // A night off each day adds up to more than a day, and is no jump.
        let mut kept = kept;
        for day in 1..30 {
            kept = kept.next(START + (90 + day * 20) * HOUR, at(&format!("c{day}"), 60));
            assert_eq!(kept.doubt(), None, "day {day}");
        }
    }

    #[test]
    fn a_clock_that_jumps_forward_and_back_deletes_nothing() {
        let ahead = 800 * 24 * HOUR;
        let kept = well().next(START + 72 * HOUR + ahead, at("a", 100 + 72 * HOUR + 5));
        assert!(matches!(kept.doubt(), Some(Doubt::Clock { .. })));
        let kept = kept.next(START + 72 * HOUR + ahead + 70, at("a", 100 + 72 * HOUR + 75));
        assert!(kept.doubt().is_some());
        let kept = kept.next(START + 72 * HOUR + 80, at("a", 100 + 72 * HOUR + 80));
        assert_eq!(kept.doubt(), None);
    }

    #[test]
    fn a_jump_while_the_server_was_off_waits_for_a_day_of_running() {
        let late = START + 400 * 24 * HOUR;
        let mut kept = well().next(late, at("b", 10));
        for hour in 1..24 {
            kept = kept.next(late + hour * HOUR, at("b", 10 + hour * HOUR));
            assert_eq!(kept.doubt(), Some(Doubt::Clock { left: (24 - hour) * HOUR }), "hour {hour}");
        }
        let kept = kept.next(late + 24 * HOUR, at("b", 10 + 24 * HOUR));
        assert_eq!(kept.doubt(), None, "it has kept its time for a day");
        assert_eq!(kept.next(late + 25 * HOUR, at("b", 10 + 25 * HOUR)).doubt(), None);
    }

    #[test]
    fn restarts_do_not_hurry_a_clock_that_is_in_doubt() {
        let late = START + 400 * 24 * HOUR;
        let mut kept = well().next(late, at("b", 10));
        for boot in 0..50 {
            kept = kept.next(late + boot * 10 * 60, at(&format!("c{boot}"), 10));
            assert!(kept.doubt().is_some());
        }
    }

    #[test]
    fn many_small_jumps_are_one_large_one() {
        let mut kept = well();
        let (wall, up) = (START + 72 * HOUR, 100 + 72 * HOUR);
        for jump in 1..10 {
            kept = kept.next(wall + jump * 20 * HOUR, at("a", up + jump * 60));
        }
        assert!(kept.doubt().is_some());
    }

    #[test]
    fn a_directory_of_before_readings_were_kept_waits_for_a_day() {
        let first = || Kept::first(START, at("a", 1), false);
        // It did not jump: nobody knows.
        assert_eq!(first().doubt(), Some(Doubt::Unread { left: DAY_S }));
        let next = first().next(START + HOUR, at("a", 1 + HOUR));
        assert_eq!(next.doubt(), Some(Doubt::Unread { left: DAY_S - HOUR }));
        assert_eq!(first().next(START + DAY_S, at("a", 1 + DAY_S)).doubt(), None);
    }

    proptest! {
        /// Whenever the clock jumps, and however often the server is started anew: what it says is trusted once it was seen to
        /// hold for a day, and not before.
        #[test]
        fn nothing_far_ahead_is_trusted_before_it_held_for_a_day(
            days in 2_i64..1000,
            before in prop::collection::vec(1_i64..7200, 0..20),
            after in prop::collection::vec((1_i64..7200, 0_u8..20), 1..60),
        ) {
            let (mut kept, mut wall, mut up) = (well(), START + 72 * HOUR, 100 + 72 * HOUR);
            for run in before {
                (wall, up) = (wall + run, up + run);
                kept = kept.next(wall, at("a", up));
                prop_assert_eq!(kept.doubt(), None);
            }
            wall += days * DAY_S;
            kept = kept.next(wall, at("b0", up));
            let (mut held, mut starts) = (0, 0);
            for (run, chance) in after {
                prop_assert_eq!(kept.doubt().is_some(), held < DAY_S, "after {} s", held);
                wall += run;
                if chance == 0 && starts < 5 {
                    (starts, up) = (starts + 1, 0);
                } else {
                    (held, up) = (held + run, up + run);
                }
                kept = kept.next(wall, at(&format!("b{starts}"), up));
            }
        }
    }
}
