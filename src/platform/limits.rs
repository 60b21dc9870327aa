//! How much one device and one session may ask. Never by address: a room of people sits behind one.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::problem::Problem;
use crate::session::tidy_code;

/// Writes of one participant: a burst of 40, then one each second.
const DEVICE: (u32, u32) = (1, 40);
/// Writes in one session: 200 tablets that each send something twice a second.
const SESSION: (u32, u32) = (400, 2000);

/// Wrong guesses of join codes from one address, or of receipts in one wijksessie, in [`GUESSING`].
const GUESSES: u32 = 20;
const GUESSING: Duration = Duration::from_mins(5);

/// The limits, or none where they are switched off for a benchmark.
pub struct Limits(Option<Kept>);

struct Kept {
    device: DefaultKeyedRateLimiter<String>,
    session: DefaultKeyedRateLimiter<String>,
    /// Wrong guesses by what they were about, since when. In memory only: an address is never written down.
    wrong: Mutex<HashMap<String, (u32, Instant)>>,
}

impl Limits {
    /// Limits as a server keeps them.
    pub fn on() -> Self {
        Self(Some(Kept { device: limiter(DEVICE), session: limiter(SESSION), wrong: Mutex::default() }))
    }

    /// No limits: for benchmarks and commands.
    pub fn off() -> Self {
        Self(None)
    }

    /// Counts one write of `participant` in `session`.
    ///
    /// # Errors
    /// 429 with how long to wait: nothing is lost, the page tries again by itself.
    pub fn write(&self, session: &str, participant: &str) -> Result<(), Problem> {
        let Some(kept) = &self.0 else { return Ok(()) };
        // However the code was typed, it is the same wijksessie.
        let session = tidy_code(session);
        let device = kept.device.check_key(&format!("{session}/{participant}"));
        device.and_then(|()| kept.session.check_key(&session)).map_err(|wait| {
            let seconds = wait.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
            Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many").retry_after(seconds)
        })
    }

    /// Whether somebody may guess (again): `about` is an address, or a wijksessie.
    ///
    /// # Errors
    /// 429 after twenty wrong guesses, until five minutes after the first of them.
    pub fn may_guess(&self, about: &str) -> Result<(), Problem> {
        let Some(kept) = &self.0 else { return Ok(()) };
        let wrong = kept.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        match wrong.get(about) {
            Some((count, since)) if *count >= GUESSES && since.elapsed() < GUESSING => {
                let wait = GUESSING.saturating_sub(since.elapsed()).as_secs() + 1;
                Err(Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many-guesses").retry_after(wait))
            }
            _ => Ok(()),
        }
    }

    /// Counts a wrong guess.
    pub fn wrong_guess(&self, about: &str) {
        let Some(kept) = &self.0 else { return };
        let mut wrong = kept.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = wrong.entry(about.to_owned()).or_insert_with(|| (0, Instant::now()));
        if entry.1.elapsed() >= GUESSING {
            *entry = (0, Instant::now());
        }
        entry.0 = entry.0.saturating_add(1);
    }

    /// Forgets devices that have been quiet; called now and then.
    pub fn tidy(&self) {
        if let Some(kept) = &self.0 {
            let mut wrong = kept.wrong.lock().unwrap_or_else(PoisonError::into_inner);
            wrong.retain(|_, (_, since)| since.elapsed() < GUESSING);
            drop(wrong);
            kept.device.retain_recent();
            kept.session.retain_recent();
        }
    }
}

fn limiter((each_second, burst): (u32, u32)) -> DefaultKeyedRateLimiter<String> {
    let least = NonZeroU32::MIN;
    let quota = Quota::per_second(NonZeroU32::new(each_second).unwrap_or(least))
        .allow_burst(NonZeroU32::new(burst).unwrap_or(least));
    RateLimiter::keyed(quota)
}

#[cfg(test)]
mod tests {
    use super::Limits;

    #[test]
    fn a_flood_from_one_device_is_slowed_and_its_neighbour_is_not() {
        let limits = Limits::on();
        let typed = ["AAAAAA", "aaaaaa", "aaa-aaa"];
        let slowed = (0..100).filter(|n| limits.write(typed[n % 3], "one").is_err()).count();
        assert!((55..=60).contains(&slowed), "{slowed}");
        assert!(limits.write("AAAAAA", "two").is_ok());
    }
}
