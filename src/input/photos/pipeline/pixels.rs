//! A picture in memory, and how many pixels one may have.

use crate::input::photos::{MAX_PHOTO_PIXELS, PhotoError};

/// What the bytes of a pixel mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// One byte of grey.
    Luma,
    /// Red, green, blue.
    Rgb,
    /// As JPEG keeps it (JFIF): most photos stay in it from beginning to end, which saves two conversions.
    YCbCr,
}

impl Space {
    /// Bytes per pixel.
    pub(super) const fn channels(self) -> usize {
        match self {
            Self::Luma => 1,
            Self::Rgb | Self::YCbCr => 3,
        }
    }
}

/// A picture in memory, row by row without padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pixels {
    pub width: u32,
    pub height: u32,
    pub space: Space,
    pub data: Vec<u8>,
}

/// Refuses a picture without pixels or with too many; answers how many it has.
pub(super) fn pixels(width: u32, height: u32) -> Result<u64, PhotoError> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MAX_PHOTO_PIXELS {
        return Err(PhotoError::TooManyPixels { width, height });
    }
    if pixels == 0 {
        return Err(PhotoError::CannotDecode("the picture has no pixels".to_owned()));
    }
    Ok(pixels)
}
