//! From a stranger's file to two JPEGs that are safe to keep.
//!
//! sniff → bounds → decode → shrink → orient → encode. The size and the memory that decoding will take are
//! known before anything is decoded. Metadata is not removed from the original: a new file is made from the
//! pixels, and the original is never written anywhere. Turning comes after shrinking because a small picture
//! turns faster; the box is square, so the outcome is the same.
//!
//! `measure` reads pixels and memory from the header alone, so a photo is refused, or its memory reserved, before
//! anything is decoded. A JPEG is decoded without what stands between its segments, and with one-bits behind its last
//! scan; a progressive one also as it came: what lies behind the end must make no difference, else it was cut off. One
//! without an end is whole where `blocks` counts every block of it and a phone's trailer follows. From 6144 px on a
//! picture is halved in the same memory. The large size is 2048 px, the small one 320 px. Where a step fails, the photo
//! is refused (415, 422, 413); nothing falls back to the original.

mod blocks;
mod bounds;
mod camera;
mod decode;
mod encode;
mod markers;
mod orient;
mod pixels;
mod pool;
mod segments;
mod shrink;
mod sniff;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};

use pixels::Pixels;
use sha2::{Digest, Sha256};

pub use bounds::{Plan, measure};
pub use camera::{Camera, camera, camera_in};
pub use pool::{POOL_MEMORY_BYTES, Pool, Seat};
pub use sniff::{Kind, sniff};

use super::{PhotoError, PhotoSize};

/// A photo as it is kept: two files of our own making, upright, without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafePhoto {
    /// JPEG of at most 2048 px.
    pub large: Vec<u8>,
    /// JPEG of at most 320 px.
    pub thumb: Vec<u8>,
    /// Width of `large`, in pixels.
    pub width: u32,
    /// Height of `large`, in pixels.
    pub height: u32,
    /// A blurred impression of some 25 bytes.
    pub thumbhash: Vec<u8>,
    /// SHA-256 of `large`, in hexadecimal: the name under which both files are kept. The same photo sent twice
    /// has the same.
    pub hash: String,
}

/// Makes a photo safe. Work for a processor, some 0.1 s for 12 megapixels: call it through a [`Pool`].
///
/// # Errors
/// A [`PhotoError`] that says why the photo is refused; nothing of it is kept.
pub fn process(bytes: &[u8]) -> Result<SafePhoto, PhotoError> {
    run(bytes.to_vec())
}

/// As [`process`], with the file's own memory, which is given back as soon as it is decoded.
fn run(file: Vec<u8>) -> Result<SafePhoto, PhotoError> {
    // The decoders are not ours and meet what strangers send: should one of them fall over, that is this
    // photo's end and nobody else's.
    let (picture, orientation) = catch_unwind(AssertUnwindSafe(|| decode::decode(file)))
        .unwrap_or_else(|_| Err(PhotoError::CannotDecode("its decoder fell over".to_owned())))?;
    let picture = shrink::halve(picture);
    let large =
        orientation.apply(shrink::shrink(&picture, PhotoSize::Large.longest_side())?.unwrap_or(picture));
    let thumb = shrink::shrink(&large, PhotoSize::Thumb.longest_side())?;
    let thumb = thumb.as_ref().unwrap_or(&large);
    let thumbhash = encode::impression(thumb)?;
    let thumb = encode::jpeg(thumb)?;
    let Pixels { width, height, .. } = large;
    let large = encode::jpeg(&large)?;
    let hash = hex::encode(Sha256::digest(&large));
    Ok(SafePhoto { large, thumb, width, height, thumbhash, hash })
}
