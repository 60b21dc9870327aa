//! How much one device and one session may ask. Never by address: a room of people sits behind one.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::num::NonZeroU32;

use axum::http::StatusCode;
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::names::tidy_code;
use super::problem::Problem;

/// Writes of one participant: a burst of 40, then one each second.
const DEVICE: (u32, u32) = (1, 40);
/// Writes in one session: 200 tablets that each send something twice a second.
const SESSION: (u32, u32) = (400, 2000);

/// People who put something in one session for the first time: a burst of a full hall, then one each second.
const ARRIVALS: (u32, u32) = (60, 600);

/// The limits, or none where they are switched off for a benchmark.
pub struct Limits(Option<Kept>);

struct Kept {
    device: DefaultKeyedRateLimiter<u64>,
    session: DefaultKeyedRateLimiter<u64>,
    arrivals: DefaultKeyedRateLimiter<u64>,
    hasher: RandomState,
}

impl Kept {
    /// Whatever a stranger sends as a code or a participant, what is remembered of it is small. However the code was typed, it is
    /// the same wijksessie.
    fn key(&self, session: &str, participant: &str) -> u64 {
        self.hasher.hash_one((tidy_code(session), participant))
    }
}

impl Limits {
    /// Limits as a server keeps them.
    pub fn on() -> Self {
        let per_second = |(each, burst)| limiter(Quota::per_second(least(each)), burst);
        let (each, burst) = ARRIVALS;
        Self(Some(Kept {
            device: per_second(DEVICE),
            session: per_second(SESSION),
            arrivals: limiter(Quota::per_minute(least(each)), burst),
            hasher: RandomState::new(),
        }))
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
        let device = kept.device.check_key(&kept.key(session, participant));
        device.and_then(|()| kept.session.check_key(&kept.key(session, ""))).map_err(|wait| {
            let seconds = wait.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
            Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many").retry_after(seconds)
        })
    }

    /// Whether anything is limited at all.
    pub fn are_on(&self) -> bool {
        self.0.is_some()
    }

    /// Counts somebody who puts something in `session` for the first time.
    ///
    /// # Errors
    /// How many seconds to wait, where more come than a room of people.
    pub fn arrival(&self, session: &str) -> Result<(), u64> {
        let Some(kept) = &self.0 else { return Ok(()) };
        let wait = kept.arrivals.check_key(&kept.key(session, ""));
        wait.map_err(|wait| wait.wait_time_from(DefaultClock::default().now()).as_secs() + 1)
    }

    /// Forgets devices that have been quiet; called now and then.
    pub fn tidy(&self) {
        if let Some(kept) = &self.0 {
            kept.device.retain_recent();
            kept.session.retain_recent();
            kept.arrivals.retain_recent();
        }
    }
}

fn least(count: u32) -> NonZeroU32 {
    NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN)
}

fn limiter(quota: Quota, burst: u32) -> DefaultKeyedRateLimiter<u64> {
    RateLimiter::keyed(quota.allow_burst(least(burst)))
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

    #[test]
    fn six_hundred_new_people_come_in_at_once_and_then_one_a_second_while_the_next_room_notices_nothing() {
        let limits = Limits::on();
        let slowed = (0..700).filter(|_| limits.arrival("AAAAAA").is_err()).count();
        assert!((98..=100).contains(&slowed), "{slowed}");
        assert!(limits.arrival("CCCCCC").is_ok());
    }
}
