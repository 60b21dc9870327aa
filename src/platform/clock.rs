//! Time and randomness, passed in so that tests repeat exactly. The only place that asks the system.

use std::sync::Arc;

use jiff::Timestamp;
use rand::rngs::OsRng;
use rand::{TryRngCore as _, distr::Distribution as _, distr::slice::Choose};
use uuid::Uuid;

/// What time it is.
pub trait Clock: Send + Sync {
    /// Now, in UTC.
    fn now(&self) -> Timestamp;
}

/// New ids and secrets.
pub trait Ids: Send + Sync {
    /// 32 random bytes.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    fn secret(&self) -> Result<[u8; 32], NoRandomness>;

    /// A random (version 4) UUID.
    ///
    /// # Errors
    /// As [`Ids::secret`].
    fn uuid(&self) -> Result<Uuid, NoRandomness> {
        let secret = self.secret()?;
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&secret[..16]);
        Ok(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }

    /// A join code: six characters that cannot be mistaken for one another, read aloud or on paper.
    ///
    /// # Errors
    /// As [`Ids::secret`].
    fn join_code(&self) -> Result<String, NoRandomness> {
        use rand::SeedableRng as _;
        let letters = Choose::new(JOIN_LETTERS).map_err(|_| NoRandomness)?;
        let rng = rand::rngs::StdRng::from_seed(self.secret()?);
        Ok(letters.sample_iter(rng).take(6).map(|letter| char::from(*letter)).collect())
    }
}

/// No 0 and O, 1, I and L, 5 and S, 2 and Z, 8 and B, U and V, M and N.
const JOIN_LETTERS: &[u8] = b"34679ACDEFGHJKMPQRTVWXY";

/// The system has no randomness to give.
#[derive(Debug, thiserror::Error)]
#[error("het systeem geeft geen willekeurige getallen")]
pub struct NoRandomness;

/// The system's own clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the place the rule points to")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The system's own randomness.
pub struct SystemIds;

impl Ids for SystemIds {
    fn secret(&self) -> Result<[u8; 32], NoRandomness> {
        let mut bytes = [0; 32];
        OsRng.try_fill_bytes(&mut bytes).map_err(|_| NoRandomness)?;
        Ok(bytes)
    }
}

/// A clock and ids as the program uses them.
#[derive(Clone)]
pub struct Chance {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Ids and secrets.
    pub ids: Arc<dyn Ids>,
}

impl Chance {
    /// The system's.
    pub fn system() -> Self {
        Self { clock: Arc::new(SystemClock), ids: Arc::new(SystemIds) }
    }

    /// Now as the database keeps it: RFC 3339, UTC, whole seconds.
    pub fn now_text(&self) -> String {
        text(self.clock.now())
    }
}

/// A time as the database keeps it: RFC 3339, UTC, whole seconds.
pub fn text(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The time in the Netherlands, by rule: no table of time zones is needed.
const DUTCH_TIME: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// What time it is in UTC, in seconds since 1970, when a clock in the Netherlands shows this; the earlier of two where the clock
/// goes back. Nothing so far from now that nobody reckons in it.
pub fn of_the_netherlands(clock: jiff::civil::DateTime) -> Option<i64> {
    let zone = jiff::tz::TimeZone::posix(DUTCH_TIME).ok()?;
    Some(clock.to_zoned(zone).ok()?.timestamp().as_second())
}

/// A time of the database as people read it: day and hour in the Netherlands. What is no time stays as it is.
pub fn for_people(text: &str) -> String {
    let read = || {
        let zone = jiff::tz::TimeZone::posix(DUTCH_TIME).ok()?;
        Some(text.parse::<Timestamp>().ok()?.to_zoned(zone).strftime("%-d-%-m-%Y, %H:%M").to_string())
    };
    read().unwrap_or_else(|| text.to_owned())
}

/// The day of it.
pub fn day_for_people(text: &str) -> String {
    for_people(text).split(',').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{day_for_people, for_people};

    #[test]
    fn people_read_the_time_of_the_netherlands_in_winter_and_in_summer() {
        assert_eq!(for_people("2026-11-25T13:40:00Z"), "25-11-2026, 14:40");
        assert_eq!(for_people("2026-06-30T22:40:00Z"), "1-7-2026, 00:40");
        assert_eq!(day_for_people("2026-06-30T22:40:00Z"), "1-7-2026");
        assert_eq!(for_people("gisteren"), "gisteren");
    }
}
