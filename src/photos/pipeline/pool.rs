//! Many uploads at once, with an end to the memory they take that is known beforehand.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{SafePhoto, bounds, run};
use crate::photos::{MAX_DECODE_BYTES, MAX_PHOTO_BYTES, PhotoError};

/// The memory that all photos being decoded share, in bytes. Each takes what its header says it will cost: a
/// photo of 12 megapixels some 70 MB, so four are at work together; a monster has the pool for itself.
pub const POOL_MEMORY_BYTES: u64 = 320 * 1024 * 1024;

/// Permits are counted in steps of this many bytes.
const STEP: u64 = 64 * 1024;

/// Uploads whose bytes may be in memory at once; more wait before their body is read.
const SEATS: usize = 8;

const _: () = assert!(MAX_DECODE_BYTES <= POOL_MEMORY_BYTES);

/// The place where photos are made safe.
///
/// However many uploads come, at most [`POOL_MEMORY_BYTES`] are taken by decoding and 8 × [`MAX_PHOTO_BYTES`] by
/// bodies: 536 MB in the worst case that can be made, some 150 MB with phones' photos on two cores. Whoever
/// comes more, waits, in order of arrival.
#[derive(Debug, Clone)]
pub struct Pool {
    workers: Arc<Semaphore>,
    memory: Arc<Semaphore>,
    seats: Arc<Semaphore>,
}

/// Leave to hold one upload's bytes in memory, until it is dropped or the photo is done.
#[derive(Debug)]
pub struct Seat {
    _permit: OwnedSemaphorePermit,
}

impl Pool {
    /// A pool that decodes on at most `workers` threads at once, and at least one.
    pub fn new(workers: usize) -> Self {
        let steps = usize::try_from(POOL_MEMORY_BYTES / STEP).unwrap_or(Semaphore::MAX_PERMITS);
        Self {
            workers: Arc::new(Semaphore::new(workers.clamp(1, SEATS))),
            memory: Arc::new(Semaphore::new(steps)),
            seats: Arc::new(Semaphore::new(SEATS)),
        }
    }

    /// A pool for this machine: one worker for each core.
    pub fn for_this_machine() -> Self {
        Self::new(std::thread::available_parallelism().map_or(2, std::num::NonZero::get))
    }

    /// Waits for leave to read a body of at most [`MAX_PHOTO_BYTES`]. Ask before the body is read, and set a time
    /// limit to reading it: a sender that stalls keeps its seat.
    ///
    /// # Errors
    /// [`PhotoError::Stopping`] after [`Pool::close`].
    pub async fn seat(&self) -> Result<Seat, PhotoError> {
        Ok(Seat { _permit: acquire(&self.seats, 1).await? })
    }

    /// Makes one photo safe on a thread for such work; waits until there is a worker and memory for it. A caller
    /// that goes away does not stop a photo that has begun.
    ///
    /// # Errors
    /// As [`super::process`]; [`PhotoError::Stopping`] after [`Pool::close`].
    pub async fn process(&self, seat: Seat, bytes: Vec<u8>) -> Result<SafePhoto, PhotoError> {
        let cost = bounds::measure(&bytes)?.cost;
        let steps = u32::try_from(cost.div_ceil(STEP)).unwrap_or(u32::MAX);
        let worker = acquire(&self.workers, 1).await?;
        let memory = acquire(&self.memory, steps).await?;
        tokio::task::spawn_blocking(move || {
            let photo = bounds::measure(&bytes).and_then(|plan| run(&plan));
            drop((bytes, memory, worker, seat));
            photo
        })
        .await
        .unwrap_or_else(|error| Err(PhotoError::Failed(error.to_string())))
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
        self.seats.close();
        self.workers.close();
        self.memory.close();
    }
}

async fn acquire(semaphore: &Arc<Semaphore>, permits: u32) -> Result<OwnedSemaphorePermit, PhotoError> {
    Arc::clone(semaphore).acquire_many_owned(permits).await.map_err(|_| PhotoError::Stopping)
}

/// The bodies that can be in memory at once, in bytes.
const _: () = assert!(SEATS * MAX_PHOTO_BYTES <= 200_000_000);
