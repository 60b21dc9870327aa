//! A new file, with nothing in it but the picture.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::pixels::{Pixels, Space};
use super::shrink::shrink;
use crate::input::photos::PhotoError;

/// JPEG quality: no difference seen on photos beside 90, at two thirds of the bytes.
const QUALITY: u8 = 82;

/// The side that the blurred impression is made from, in pixels: its maker takes no more.
const IMPRESSION_SIDE: u32 = 100;

/// A baseline JPEG, 4:2:0, in one interleaved scan and without metadata. Huffman tables made for the picture would
/// save some bytes, but with them the encoder writes a scan for each colour, which decoders read slowly or wrongly.
///
/// # Errors
/// [`PhotoError::Failed`] where the encoder refuses, which would be a fault of the program.
pub(super) fn jpeg(picture: &Pixels) -> Result<Vec<u8>, PhotoError> {
    let failed = |error: String| PhotoError::Failed(error);
    let colour = match picture.space {
        Space::Luma => ColorType::Luma,
        Space::Rgb => ColorType::Rgb,
        Space::YCbCr => ColorType::Ycbcr,
    };
    let width = u16::try_from(picture.width).map_err(|error| failed(error.to_string()))?;
    let height = u16::try_from(picture.height).map_err(|error| failed(error.to_string()))?;
    let mut file = Vec::with_capacity(picture.data.len() / 8);
    let mut encoder = Encoder::new(&mut file, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    encoder.encode(&picture.data, width, height, colour).map_err(|error| failed(error.to_string()))?;
    Ok(file)
}

/// The blurred impression of a picture (<https://evanw.github.io/thumbhash/>).
///
/// # Errors
/// [`PhotoError::Failed`] as in [`shrink`].
pub(super) fn impression(picture: &Pixels) -> Result<Vec<u8>, PhotoError> {
    let small = shrink(picture, IMPRESSION_SIDE)?;
    let small = small.as_ref().unwrap_or(picture);
    let rgba: Vec<u8> =
        small.data.chunks_exact(small.space.channels()).flat_map(|pixel| rgba(small.space, pixel)).collect();
    Ok(thumbhash::rgba_to_thumb_hash(small.width as usize, small.height as usize, &rgba))
}

/// One pixel as red, green, blue and full alpha; from YCbCr as JFIF 1.02 has it.
fn rgba(space: Space, pixel: &[u8]) -> [u8; 4] {
    match (space, pixel) {
        (Space::YCbCr, [y, cb, cr]) => {
            let (y, cb, cr) = (f32::from(*y), f32::from(*cb) - 128.0, f32::from(*cr) - 128.0);
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to a byte
            let byte = |value: f32| value.round().clamp(0.0, 255.0) as u8;
            [byte(y + 1.402 * cr), byte(y - 0.344_136 * cb - 0.714_136 * cr), byte(y + 1.772 * cb), 255]
        }
        (_, [r, g, b]) => [*r, *g, *b, 255],
        (_, [grey, ..]) => [*grey, *grey, *grey, 255],
        (_, []) => [255; 4],
    }
}
