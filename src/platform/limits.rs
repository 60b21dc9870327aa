//! How much one device and one session may ask. Never by address: a room of people sits behind one.

use std::num::NonZeroU32;

use axum::http::StatusCode;
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::problem::Problem;
use crate::session::tidy_code;

/// Writes of one participant: a burst of 40, then one each second.
const DEVICE: (u32, u32) = (1, 40);
/// Writes in one session: 200 tablets that each send something twice a second.
const SESSION: (u32, u32) = (400, 2000);

/// The limits, or none where they are switched off for a benchmark.
pub struct Limits(Option<Kept>);

struct Kept {
    device: DefaultKeyedRateLimiter<String>,
    session: DefaultKeyedRateLimiter<String>,
}

impl Limits {
    /// Limits as a server keeps them.
    pub fn on() -> Self {
        Self(Some(Kept { device: limiter(DEVICE), session: limiter(SESSION) }))
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

    /// Forgets devices that have been quiet; called now and then.
    pub fn tidy(&self) {
        if let Some(kept) = &self.0 {
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
