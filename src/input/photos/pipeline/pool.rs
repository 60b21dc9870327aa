//! Many uploads at once, with an end to the memory they take that is known beforehand.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, TryAcquireError};

use super::{SafePhoto, bounds, run};
use crate::input::photos::{MAX_DECODE_BYTES, MAX_PHOTO_BYTES, PhotoError};

/// The memory that all photos being decoded share, in bytes. Each takes what its header says it will cost: a
/// photo of 12 megapixels some 70 MB, so four are at work together; a monster has the pool for itself.
pub const POOL_MEMORY_BYTES: u64 = 320 * 1024 * 1024;

/// Permits are counted in steps of this many bytes.
const STEP: u64 = 64 * 1024;

/// The bytes of bodies that may be in memory at once, the one that is being finished not counted.
const BODIES_BYTES: usize = 168 * 1024 * 1024;
/// Bodies of one wijksessie that are read at once; more wait, without holding anything.
const READ_EACH: usize = 64;
/// A body of more bytes than this needs a place among the large ones of its wijksessie. What the pages send is smaller.
const SMALL_BYTES: usize = 1024 * 1024;
/// Large bodies of one wijksessie at once.
const LARGE_EACH: usize = 4;

const _: () = assert!(MAX_DECODE_BYTES <= POOL_MEMORY_BYTES);
/// One wijksessie alone never takes all: another always finds room.
const _: () = assert!(READ_EACH * SMALL_BYTES + LARGE_EACH * MAX_PHOTO_BYTES < BODIES_BYTES);
/// The bodies that can be in memory at once, in bytes.
const _: () = assert!(BODIES_BYTES + MAX_PHOTO_BYTES <= 202_000_000);

/// The place where photos are made safe.
///
/// However many uploads come, at most [`POOL_MEMORY_BYTES`] are taken by decoding and 201 MB by bodies: 537 MB in the worst case
/// that can be made, some 150 MB with phones' photos on two cores. Whoever comes more, waits, in order of arrival. A body takes
/// what has come of it and no more, so one that trickles in holds up nobody.
#[derive(Debug, Clone)]
pub struct Pool {
    workers: Arc<Semaphore>,
    memory: Arc<Semaphore>,
    bodies: Arc<Bodies>,
}

/// The room for bodies.
#[derive(Debug)]
struct Bodies {
    /// In steps.
    common: Arc<Semaphore>,
    /// For one body at a time, kept free for it to be finished: so those that wait for each other come to an end.
    last: Arc<Semaphore>,
    of_sessions: Mutex<HashMap<String, Arc<Places>>>,
}

/// The places of one wijksessie.
#[derive(Debug)]
struct Places {
    read: Arc<Semaphore>,
    large: Arc<Semaphore>,
}

/// Leave to hold one upload's bytes in memory, as far as they have come, until it is dropped or the photo is done.
#[derive(Debug)]
pub struct Seat {
    bodies: Arc<Bodies>,
    places: Arc<Places>,
    bytes: usize,
    held: Option<OwnedSemaphorePermit>,
    read: Option<OwnedSemaphorePermit>,
    large: Option<OwnedSemaphorePermit>,
    last: Option<OwnedSemaphorePermit>,
}

/// A pool for this machine: one worker for each core.
impl Default for Pool {
    fn default() -> Self {
        Self::new(std::thread::available_parallelism().map_or(2, std::num::NonZero::get))
    }
}

impl Pool {
    /// A pool that decodes on at most `workers` threads at once, and at least one.
    pub fn new(workers: usize) -> Self {
        let steps = |bytes: u64| {
            Arc::new(Semaphore::new(usize::try_from(bytes / STEP).unwrap_or(Semaphore::MAX_PERMITS)))
        };
        let bodies = Bodies {
            common: steps(BODIES_BYTES as u64),
            last: Arc::new(Semaphore::new(1)),
            of_sessions: Mutex::default(),
        };
        Self {
            workers: Arc::new(Semaphore::new(workers.clamp(1, 8))),
            memory: steps(POOL_MEMORY_BYTES),
            bodies: Arc::new(bodies),
        }
    }

    /// A seat for one body of somebody of this wijksessie. It holds nothing before bytes come: see [`Seat::take`].
    pub fn seat(&self, code: &str) -> Seat {
        let mut of_sessions = self.bodies.of_sessions.lock().unwrap_or_else(PoisonError::into_inner);
        // Places that nobody sits at are no places.
        of_sessions.retain(|known, places| known == code || Arc::strong_count(places) > 1);
        let places = of_sessions.entry(code.to_owned()).or_insert_with(|| {
            let new = |places| Arc::new(Semaphore::new(places));
            Arc::new(Places { read: new(READ_EACH), large: new(LARGE_EACH) })
        });
        let (bodies, places) = (self.bodies.clone(), places.clone());
        Seat { bodies, places, bytes: 0, held: None, read: None, large: None, last: None }
    }

    /// Makes one photo safe on a thread for such work; waits until there is a worker and memory for it. A caller
    /// that goes away does not stop a photo that has begun.
    ///
    /// # Errors
    /// As [`super::process`]; [`PhotoError::Stopping`] after [`Pool::close`].
    pub async fn process(&self, seat: Seat, bytes: Vec<u8>) -> Result<SafePhoto, PhotoError> {
        let cost = bounds::measure(&bytes)?.cost;
        self.work(cost, move || {
            let photo = run(bytes);
            drop(seat);
            photo
        })
        .await
    }

    /// Does other work on a picture that takes `cost` bytes, on a thread for such work, when there is a worker and memory
    /// for it.
    ///
    /// # Errors
    /// What the work says; [`PhotoError::Stopping`] after [`Pool::close`].
    pub async fn work<T: Send + 'static>(
        &self,
        cost: u64,
        work: impl FnOnce() -> Result<T, PhotoError> + Send + 'static,
    ) -> Result<T, PhotoError> {
        let worker = acquire(&self.workers, 1).await?;
        let memory = acquire(&self.memory, u32::try_from(cost.div_ceil(STEP)).unwrap_or(u32::MAX)).await?;
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop((worker, memory));
            done
        })
        .await
        .unwrap_or_else(|error| Err(PhotoError::Failed(error.to_string())))
    }

    /// Takes no more work; what has begun is finished.
    pub fn close(&self) {
        self.bodies.common.close();
        self.bodies.last.close();
        self.workers.close();
        self.memory.close();
    }
}

impl Seat {
    /// Waits until so many bytes more may be held. A body of at most [`MAX_PHOTO_BYTES`] always comes to its end: whoever waits
    /// for the common room waits for the place of the last as well, and who has that one takes its rest from what is kept free
    /// for it. Nobody waits for a place of a wijksessie while holding that of the last.
    ///
    /// # Errors
    /// [`PhotoError::Stopping`] after [`Pool::close`].
    pub async fn take(&mut self, bytes: usize) -> Result<(), PhotoError> {
        if self.read.is_none() {
            self.read = Some(acquire(&self.places.read, 1).await?);
        }
        let step = usize::try_from(STEP).unwrap_or(usize::MAX);
        let before = self.bytes.div_ceil(step);
        self.bytes += bytes;
        if self.bytes > SMALL_BYTES {
            self.be_large().await?;
        }
        let more = u32::try_from(self.bytes.div_ceil(step) - before).unwrap_or(u32::MAX);
        if more == 0 || self.last.is_some() {
            return Ok(());
        }
        match self.bodies.common.clone().try_acquire_many_owned(more) {
            Ok(permit) => self.hold(permit),
            Err(TryAcquireError::Closed) => return Err(PhotoError::Stopping),
            Err(TryAcquireError::NoPermits) => {
                self.be_large().await?;
                tokio::select! {
                    biased;
                    permit = acquire(&self.bodies.common, more) => self.hold(permit?),
                    last = acquire(&self.bodies.last, 1) => self.last = Some(last?),
                }
            }
        }
        Ok(())
    }

    async fn be_large(&mut self) -> Result<(), PhotoError> {
        if self.large.is_none() {
            self.large = Some(acquire(&self.places.large, 1).await?);
        }
        Ok(())
    }

    fn hold(&mut self, more: OwnedSemaphorePermit) {
        match &mut self.held {
            Some(held) => held.merge(more),
            None => self.held = Some(more),
        }
    }
}

async fn acquire(semaphore: &Arc<Semaphore>, permits: u32) -> Result<OwnedSemaphorePermit, PhotoError> {
    Arc::clone(semaphore).acquire_many_owned(permits).await.map_err(|_| PhotoError::Stopping)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::timeout;

    use super::*;

    /// Long enough for whatever is possible at once.
    const SOON: Duration = Duration::from_millis(200);

    async fn takes(seat: &mut Seat, bytes: usize) -> bool {
        timeout(SOON, seat.take(bytes)).await.is_ok_and(|taken| taken.is_ok())
    }

    #[tokio::test]
    async fn bodies_that_trickle_in_hold_up_neither_their_own_wijksessie_nor_another() {
        let pool = Pool::new(2);
        let mut slow: Vec<Seat> = (0..24).map(|_| pool.seat("AAAAAA")).collect();
        for seat in &mut slow {
            assert!(takes(seat, 300_000).await);
        }
        for code in ["AAAAAA", "BBBBBB"] {
            assert!(takes(&mut pool.seat(code), MAX_PHOTO_BYTES).await, "{code}");
        }
    }

    #[tokio::test]
    async fn one_wijksessie_never_takes_the_room_of_all() {
        let pool = Pool::new(2);
        let mut held = Vec::new();
        for _ in 0..200 {
            let mut seat = pool.seat("AAAAAA");
            if timeout(Duration::from_millis(5), seat.take(SMALL_BYTES)).await.is_err() {
                continue;
            }
            let _ = timeout(Duration::from_millis(5), seat.take(MAX_PHOTO_BYTES - SMALL_BYTES)).await;
            held.push(seat);
        }
        assert!(held.len() >= READ_EACH);
        assert!(takes(&mut pool.seat("BBBBBB"), MAX_PHOTO_BYTES).await);
        drop(held);
        assert!(takes(&mut pool.seat("AAAAAA"), MAX_PHOTO_BYTES).await, "what is let go is free again");
    }

    #[tokio::test]
    async fn bodies_that_together_are_too_many_all_come_to_their_end() {
        let pool = Pool::new(2);
        let sent: Vec<_> = (0..40)
            .map(|number| {
                let pool = pool.clone();
                tokio::spawn(async move {
                    let mut seat = pool.seat(&format!("AAAAA{}", number % 10));
                    for _ in 0..MAX_PHOTO_BYTES / 250_000 {
                        seat.take(250_000).await?;
                        tokio::task::yield_now().await;
                    }
                    Ok::<_, PhotoError>(())
                })
            })
            .collect();
        for one in sent {
            timeout(Duration::from_secs(20), one).await.expect("they wait for each other").unwrap().unwrap();
        }
        assert_eq!(pool.bodies.common.available_permits() as u64, BODIES_BYTES as u64 / STEP);
        assert_eq!(pool.bodies.last.available_permits(), 1);
    }

    #[tokio::test]
    async fn a_pool_that_closes_takes_no_more() {
        let pool = Pool::new(2);
        pool.close();
        assert_eq!(pool.seat("AAAAAA").take(1).await.unwrap_err(), PhotoError::Stopping);
    }
}
