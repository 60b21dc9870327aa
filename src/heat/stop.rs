//! Ending work that nobody waits for any more.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::model::HeatError;

/// Says to work on another thread that it may stop.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Whether nobody waits any more.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// To be asked now and then by whatever takes long.
    ///
    /// # Errors
    /// [`HeatError::Stopped`] where nobody waits any more.
    pub fn check(&self) -> Result<(), HeatError> {
        if self.is_set() { Err(HeatError::Stopped) } else { Ok(()) }
    }
}

/// Sets it when whoever waits goes away.
struct Waits(Stop);

impl Drop for Waits {
    fn drop(&mut self) {
        self.0.0.store(true, Ordering::Relaxed);
    }
}

/// Work that takes a while, away from the requests. It is told to stop when this future is dropped: who asked hung up, ran
/// out of time, or the server stops.
///
/// # Errors
/// A thread that broke off.
pub(super) async fn aside<T: Send + 'static>(
    work: impl FnOnce(&Stop) -> T + Send + 'static,
) -> Result<T, HeatError> {
    let stop = Stop::default();
    let _waits = Waits(stop.clone());
    tokio::task::spawn_blocking(move || work(&stop))
        .await
        .map_err(|error| HeatError::Encode(error.to_string()))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::aside;

    #[tokio::test]
    async fn work_that_nobody_waits_for_ends() {
        let (told, ended) = channel();
        let work = aside(move |stop| {
            while !stop.is_set() {
                std::thread::sleep(Duration::from_millis(1));
            }
            told.send(()).unwrap();
        });
        tokio::time::timeout(Duration::from_millis(20), work).await.unwrap_err();
        ended.recv_timeout(Duration::from_secs(10)).unwrap();
        assert_eq!(aside(|stop| !stop.is_set()).await, Ok(true));
    }
}
