//! Guessing is slow: join codes, five words, passwords. Whoever looks a secret up counts before it is looked up, whatever
//! way they came in; after some wrong ones each next from there takes its turn. Nobody is shut out: whoever else
//! guesses, from another address nothing changes, and from the same one the right secret waits its turn and holds.
//! Addresses are kept in memory for minutes and written down nowhere.

use std::collections::hash_map::RandomState;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher as _;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use tokio::sync::Mutex as Turn;

use super::problem::Problem;
use super::source;

/// How long wrong ones are remembered, and where the right ones came from.
const REMEMBERED: Duration = Duration::from_mins(10);
const RIGHT_REMEMBERED: Duration = Duration::from_hours(1);
/// Most that is remembered: sources, each with what they guess at; and right secrets of one of them.
const MOST_KNOWN: usize = 50_000;
const MOST_RIGHT: usize = 200;

/// What is guessed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Secret<'a> {
    /// A join code.
    Code,
    /// The five words of a receipt, in the wijksessie of this code.
    Words(&'a str),
    /// The password of whoever signs in with this name, whether there is such a name or not.
    Password(&'a str),
    /// A password of anybody.
    AnyPassword,
}

/// How many wrong ones are free, how long each next one takes, and how many may wait for that.
struct Rule {
    free: u32,
    pause: Duration,
    most_waiting: u32,
}

impl Secret<'_> {
    fn rule(self) -> Rule {
        let of = |free, milliseconds, most_waiting| Rule {
            free,
            pause: Duration::from_millis(milliseconds),
            most_waiting,
        };
        match self {
            // 23⁶ codes, and a room of tablets that all come at once.
            Self::Code => of(20, 2000, 60),
            // 2⁴⁰ words: four a second from one place are nothing, and a room in which somebody plays waits for seconds.
            Self::Words(_) => of(20, 250, 60),
            Self::Password(_) => of(10, 2000, 10),
            // Names are tried as well as passwords.
            Self::AnyPassword => of(40, 500, 30),
        }
    }
}

/// What is remembered of one source and what it guesses at.
struct Known {
    wrong: u32,
    /// Looked up at this moment; each counts as wrong until it is told right.
    open: u32,
    waiting: u32,
    since: Instant,
    heard: Instant,
    right: HashSet<u64>,
    turn: Arc<Turn<()>>,
}

impl Known {
    fn new() -> Self {
        let now = Instant::now();
        let (right, turn) = (HashSet::new(), Arc::default());
        Self { wrong: 0, open: 0, waiting: 0, since: now, heard: now, right, turn }
    }

    fn is_busy(&self) -> bool {
        self.open > 0 || self.waiting > 0
    }
}

type Key = (IpAddr, u64);

/// Who guesses, from where. Cheap to clone.
#[derive(Clone)]
pub struct Guesses(Option<Arc<Kept>>);

struct Kept {
    known: Mutex<HashMap<Key, Known>>,
    hasher: RandomState,
    most: usize,
}

impl Kept {
    fn all(&self) -> MutexGuard<'_, HashMap<Key, Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(&self, key: Key, work: impl FnOnce(&mut Known) -> T) -> T {
        let mut all = self.all();
        if all.len() >= self.most && !all.contains_key(&key) {
            make_room(&mut all, self.most);
        }
        let known = all.entry(key).or_insert_with(Known::new);
        known.heard = Instant::now();
        if known.since.elapsed() >= REMEMBERED {
            (known.wrong, known.since) = (0, Instant::now());
        }
        work(known)
    }
}

/// Forgets an eighth of what is known, those with the fewest wrong ones first: whoever has many addresses makes nobody forget
/// the one that guessed most.
fn make_room(all: &mut HashMap<Key, Known>, most: usize) {
    all.retain(|_, known| known.is_busy() || known.since.elapsed() < REMEMBERED);
    if all.len() < most {
        return;
    }
    let mut least: Vec<(u32, Instant, Key)> =
        all.iter().filter(|(_, one)| !one.is_busy()).map(|(key, one)| (one.wrong, one.heard, *key)).collect();
    least.sort_unstable_by_key(|(wrong, heard, _)| (*wrong, *heard));
    for (_, _, key) in least.into_iter().take((most / 8).max(1)) {
        all.remove(&key);
    }
}

/// Too many wrong ones: come back after so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many wrong guesses: wait {0} s")]
pub struct TooMany(pub u64);

impl From<TooMany> for Problem {
    fn from(TooMany(seconds): TooMany) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many-guesses").retry_after(seconds)
    }
}

/// One secret that is being looked up. Who goes away before it is told guessed wrong.
#[must_use = "what is not told right counts as wrong"]
pub struct Guess(Option<Open>);

struct Open {
    kept: Arc<Kept>,
    key: Key,
    value: u64,
    slowed: bool,
}

impl Guess {
    /// It was right.
    pub fn right(mut self) {
        if let Some(open) = self.0.take() {
            open.kept.with(open.key, |known| {
                known.open = known.open.saturating_sub(1);
                if known.right.len() < MOST_RIGHT {
                    known.right.insert(open.value);
                }
            });
        }
    }

    /// It was right, and is not remembered: a password is checked each time. What was wrong before is forgiven.
    pub fn right_and_forgotten(mut self) {
        if let Some(open) = self.0.take() {
            open.kept.with(open.key, |known| {
                known.open = known.open.saturating_sub(1);
                known.wrong = 0;
            });
        }
    }

    /// It was wrong.
    pub fn wrong(self) {}

    /// It was wrong, with what is said of that: where it waited its turn, that there were too many.
    pub fn wrong_as<E: From<TooMany>>(self, error: E) -> E {
        if self.0.as_ref().is_some_and(|open| open.slowed) { TooMany(1).into() } else { error }
    }

    /// Nobody can say: it could not be looked up.
    pub fn unknown(mut self) {
        if let Some(open) = self.0.take() {
            open.kept.with(open.key, |known| known.open = known.open.saturating_sub(1));
        }
    }
}

impl Drop for Guess {
    fn drop(&mut self) {
        if let Some(open) = self.0.take() {
            open.kept.with(open.key, |known| {
                known.open = known.open.saturating_sub(1);
                known.wrong = known.wrong.saturating_add(1);
            });
        }
    }
}

/// A place in the queue of those who wait.
struct Waiting<'a>(&'a Kept, Key);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.with(self.1, |known| known.waiting = known.waiting.saturating_sub(1));
    }
}

impl Guesses {
    /// Guesses that are counted; or not, for a benchmark.
    pub fn new(counts: bool) -> Self {
        Self::of_size(counts, MOST_KNOWN)
    }

    fn of_size(counts: bool, most: usize) -> Self {
        let kept = || Arc::new(Kept { known: Mutex::default(), hasher: RandomState::new(), most });
        Self(counts.then(kept))
    }

    /// Counts a look-up of `value`, and waits where it has to. A command comes from nowhere and never waits.
    ///
    /// # Errors
    /// [`TooMany`] where too many wait already.
    pub async fn look_up(&self, secret: Secret<'_>, value: &str) -> Result<Guess, TooMany> {
        let (Some(kept), Some(source)) = (&self.0, source::current()) else { return Ok(Guess(None)) };
        let (rule, value) = (secret.rule(), kept.hasher.hash_one(value));
        let key = (source, kept.hasher.hash_one(secret));
        let open = |slowed| Guess(Some(Open { kept: kept.clone(), key, value, slowed }));
        let step = kept.with(key, |known| {
            if known.right.contains(&value) {
                return Step::Known;
            }
            if known.wrong.saturating_add(known.open) < rule.free {
                known.open += 1;
                return Step::Free;
            }
            if known.waiting >= rule.most_waiting {
                return Step::Refused;
            }
            known.waiting += 1;
            Step::Waits(known.turn.clone())
        });
        match step {
            Step::Known => Ok(Guess(None)),
            Step::Free => Ok(open(false)),
            Step::Refused => {
                let all = rule.pause.saturating_mul(rule.most_waiting).as_secs();
                Err(TooMany(all.max(1)))
            }
            Step::Waits(turn) => {
                let _place = Waiting(kept, key);
                let _mine = turn.lock().await;
                tokio::time::sleep(rule.pause).await;
                kept.with(key, |known| known.open += 1);
                Ok(open(true))
            }
        }
    }

    /// Forgets those of whom nothing was heard for some time.
    pub fn tidy(&self) {
        if let Some(kept) = &self.0 {
            kept.all().retain(|_, known| known.is_busy() || known.heard.elapsed() < RIGHT_REMEMBERED);
        }
    }
}

enum Step {
    Known,
    Free,
    Refused,
    Waits(Arc<Turn<()>>),
}

#[cfg(test)]
mod tests {
    use super::{Guesses, Secret, TooMany};
    use crate::platform::source::from;
    use std::net::IpAddr;
    use std::time::Duration;
    use tokio::time::timeout;

    fn address(n: u32) -> IpAddr {
        IpAddr::from(n.to_be_bytes())
    }

    /// Whether a look-up from here need not wait; what it guessed is wrong.
    async fn is_free(guesses: &Guesses, source: IpAddr, secret: Secret<'_>, value: &str) -> bool {
        let look_up = from(source, guesses.look_up(secret, value));
        timeout(Duration::from_millis(20), look_up).await.is_ok()
    }

    #[tokio::test]
    async fn twenty_wrong_codes_slow_an_address_but_not_the_tablets_that_are_in_already() {
        let (guesses, here) = (Guesses::new(true), address(1));
        from(here, guesses.look_up(Secret::Code, "ACDEFG")).await.unwrap().right();
        for n in 0..20 {
            assert!(is_free(&guesses, here, Secret::Code, "XXXXXX").await, "{n}");
        }
        assert!(!is_free(&guesses, here, Secret::Code, "XXXXXX").await);
        assert!(is_free(&guesses, here, Secret::Code, "ACDEFG").await);
        assert!(is_free(&guesses, address(2), Secret::Code, "XXXXXX").await);
        assert!(is_free(&guesses, here, Secret::Words("ACDEFG"), "a-b-c-d-e").await);
    }

    #[tokio::test]
    async fn those_that_come_at_once_count_before_any_of_them_is_told_wrong() {
        let (guesses, here) = (Guesses::new(true), address(1));
        let mut open = Vec::new();
        for _ in 0..20 {
            open.push(from(here, guesses.look_up(Secret::Code, "XXXXXX")).await.unwrap());
        }
        assert!(!is_free(&guesses, here, Secret::Code, "YYYYYY").await);
        open.drain(..).for_each(super::Guess::right);
        assert!(is_free(&guesses, here, Secret::Code, "YYYYYY").await);
    }

    #[tokio::test]
    async fn more_than_can_wait_are_told_when_to_come_back_and_whoever_goes_away_leaves_the_queue() {
        let (guesses, here) = (Guesses::new(true), address(1));
        let secret = Secret::Password("bea");
        for _ in 0..10 {
            assert!(is_free(&guesses, here, secret, "").await);
        }
        let waits = || {
            let guesses = guesses.clone();
            tokio::spawn(from(here, async move { drop(guesses.look_up(secret, "").await) }))
        };
        let queue: Vec<_> = (0..10).map(|_| waits()).collect();
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(from(here, guesses.look_up(secret, "")).await.err(), Some(TooMany(20)));
        for one in queue {
            one.abort();
            drop(one.await);
        }
        assert!(
            from(here, timeout(Duration::from_secs(9), guesses.look_up(secret, ""))).await.unwrap().is_ok()
        );
    }

    #[tokio::test]
    async fn whoever_has_many_addresses_makes_nobody_forget_who_guessed() {
        let guesses = Guesses::of_size(true, 100);
        for _ in 0..20 {
            assert!(is_free(&guesses, address(1), Secret::Code, "XXXXXX").await);
        }
        for n in 2..1000 {
            assert!(is_free(&guesses, address(n), Secret::Code, "XXXXXX").await);
        }
        assert!(!is_free(&guesses, address(1), Secret::Code, "XXXXXX").await);
        assert!(guesses.0.unwrap().all().len() <= 100);
    }

    #[tokio::test]
    async fn a_command_never_waits() {
        let guesses = Guesses::new(true);
        for _ in 0..100 {
            drop(guesses.look_up(Secret::Code, "XXXXXX").await.unwrap());
        }
    }
}
