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
