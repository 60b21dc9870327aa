//! From a stranger's file to plain pixels.

use std::hash::{DefaultHasher, Hasher as _};
use std::io::Cursor;

use image::codecs::{png::PngDecoder, webp::WebPDecoder};
use image::{ColorType, ImageDecoder, Limits};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::bounds::{Coded, METADATA_BYTES, Plan, Source, measure};
use super::orient::Orientation;
use super::pixels::{Pixels, Space};
use crate::input::photos::PhotoError;

/// Decodes a file that [`super::measure`] finds fit, and tells how it was held. The file is given back to the system before
/// the picture is made smaller.
///
/// # Errors
/// Those of [`super::measure`]; [`PhotoError::CannotDecode`] for every fault in the file; a half picture is a fault.
pub(super) fn decode(file: Vec<u8>) -> Result<(Pixels, Orientation), PhotoError> {
    let plan = measure(&file)?;
    match plan.source {
        Source::Jpeg { exif, coded } => {
            let orientation = exif.map_or(Orientation::UPRIGHT, Orientation::from_exif);
            Ok((jpeg_whole(file, &coded)?, orientation))
        }
        Source::Png(bytes) => {
            let mut limits = Limits::no_limits();
            limits.max_alloc = Some(METADATA_BYTES);
            decode_with(PngDecoder::with_limits(Cursor::new(bytes), limits).map_err(refused)?, &plan)
        }
        Source::WebP(bytes) => {
            let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(refused)?;
            let mut limits = Limits::default();
            limits.max_alloc = Some(crate::input::photos::MAX_DECODE_BYTES);
            decoder.set_limits(limits).map_err(refused)?;
            decode_with(decoder, &plan)
        }
    }
}

/// Ones, as coded data: each 0xFF with the zero that tells it from a marker.
const ONES: [u8; 256] = {
    let mut ones = [0; 256];
    let mut at = 0;
    while at < ones.len() {
        ones[at] = 0xFF;
        at += 2;
    }
    ones
};
/// The end of every JPEG.
const END: [u8; 2] = [0xFF, 0xD9];

/// Decodes a JPEG of which nothing may be missing. The file is brought in order in its own memory: without what stands between
/// its segments, with a run of one-bits behind its last scan, and with an end. No Huffman code is made of ones only (T.81, C.2),
/// so a decoder that still needs data there meets an error. Without it one that was cut off and closed again passes: the decoder
/// takes the end for zeros, and draws grey.
fn jpeg_whole(mut file: Vec<u8>, coded: &Coded) -> Result<Pixels, PhotoError> {
    let mut length = 0;
    for piece in &coded.pieces {
        file.copy_within(piece.clone(), length);
        length += piece.len();
    }
    file.truncate(length);
    // A 0xFF at the very end only fills up to the marker.
    while file.last() == Some(&0xFF) {
        file.pop();
    }
    let length = file.len();
    // What hung behind the picture is given back.
    file.shrink_to(length + ONES.len() + END.len());
    file.extend(ONES.iter().chain(&END));
    let picture = jpeg(&file, coded.components)?;
    if !coded.progressive {
        return Ok(picture);
    }
    file.truncate(length);
    file.extend(END);
    whole(picture, &file, coded.components)
}

/// A pass that makes a progressive picture finer may be nothing but single bits, and then ones are as good as any: what
/// lies behind the end must make no difference. So the same is decoded once more as it came, where the decoder takes the
/// end for zeros; the first picture, `closed`, is given back first, so that there is never more than one in memory.
fn whole(closed: Pixels, bytes: &[u8], components: usize) -> Result<Pixels, PhotoError> {
    let mark = |picture: &Pixels| {
        let mut hasher = DefaultHasher::new();
        hasher.write(&picture.data);
        hasher.finish()
    };
    let seen = mark(&closed);
    drop(closed);
    let picture = jpeg(bytes, components)?;
    if mark(&picture) == seen {
        Ok(picture)
    } else {
        Err(PhotoError::CutOff("a JPEG that stops in its last pass"))
    }
}

/// Strict: the decoder's ordinary mode fills what is missing with grey and calls it a picture.
fn jpeg(bytes: &[u8], components: usize) -> Result<Pixels, PhotoError> {
    let options =
        DecoderOptions::default().set_strict_mode(true).set_max_width(65_535).set_max_height(65_535);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let damaged = |error: zune_jpeg::errors::DecodeErrors| PhotoError::CannotDecode(error.to_string());
    decoder.decode_headers().map_err(damaged)?;
    let (space, output) = match (components, decoder.input_colorspace()) {
        (1, _) => (Space::Luma, ColorSpace::Luma),
        (3, Some(ColorSpace::YCbCr)) => (Space::YCbCr, ColorSpace::YCbCr),
        _ => (Space::Rgb, ColorSpace::RGB),
    };
    decoder.set_options(options.jpeg_set_out_colorspace(output));
    let data = decoder.decode().map_err(damaged)?;
    let (width, height) = decoder.dimensions().unwrap_or_default();
    if width * height * space.channels() != data.len() {
        return Err(PhotoError::CannotDecode("the JPEG has other colours than it says".to_owned()));
    }
    // A frame's sides have two bytes each.
    let side = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Ok(Pixels { width: side(width), height: side(height), space, data })
}

/// PNG and WebP, through the common door of the `image` crate.
fn decode_with(mut decoder: impl ImageDecoder, plan: &Plan<'_>) -> Result<(Pixels, Orientation), PhotoError> {
    let (width, height) = decoder.dimensions();
    if (width, height) != (plan.width, plan.height) {
        return Err(PhotoError::CannotDecode("the picture has another size than its header says".to_owned()));
    }
    // Damaged EXIF is no reason to refuse the picture.
    let exif = decoder.exif_metadata().ok().flatten();
    let orientation = exif.as_deref().map_or(Orientation::UPRIGHT, Orientation::from_exif);
    let colour = decoder.color_type();
    let size = usize::try_from(decoder.total_bytes())
        .map_err(|error| PhotoError::CannotDecode(error.to_string()))?;
    let mut data = vec![0; size];
    decoder.read_image(&mut data).map_err(refused)?;
    let space = flatten(&mut data, colour)?;
    Ok((Pixels { width, height, space, data }, orientation))
}

/// Brings any colour type to 8 bits without alpha, in place.
fn flatten(data: &mut Vec<u8>, colour: ColorType) -> Result<Space, PhotoError> {
    match colour {
        ColorType::L16 | ColorType::La16 | ColorType::Rgb16 | ColorType::Rgba16 => {
            halve(data);
        }
        _ => {}
    }
    match colour {
        ColorType::L8 | ColorType::L16 => Ok(Space::Luma),
        ColorType::La8 | ColorType::La16 => {
            onto_white::<2, 1>(data);
            Ok(Space::Luma)
        }
        ColorType::Rgb8 | ColorType::Rgb16 => Ok(Space::Rgb),
        ColorType::Rgba8 | ColorType::Rgba16 => {
            onto_white::<4, 3>(data);
            Ok(Space::Rgb)
        }
        other => Err(PhotoError::CannotDecode(format!("colours of type {other:?}"))),
    }
}

/// 16 bits to 8.
fn halve(data: &mut Vec<u8>) {
    let samples = data.len() / 2;
    for index in 0..samples {
        let sample = u16::from_ne_bytes([data[2 * index], data[2 * index + 1]]);
        data[index] = sample.to_be_bytes()[0];
    }
    data.truncate(samples);
}

/// Lays `FROM` channels, the last of them alpha, on white paper: `TO` remain.
fn onto_white<const FROM: usize, const TO: usize>(data: &mut Vec<u8>) {
    let pixels = data.len() / FROM;
    for pixel in 0..pixels {
        let alpha = u32::from(data[pixel * FROM + TO]);
        for channel in 0..TO {
            let value = u32::from(data[pixel * FROM + channel]);
            let mixed = (value * alpha + 255 * (255 - alpha) + 127) / 255;
            data[pixel * TO + channel] = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
    data.truncate(pixels * TO);
}

#[allow(clippy::needless_pass_by_value)] // the shape that map_err wants
fn refused(error: image::ImageError) -> PhotoError {
    match error {
        image::ImageError::IoError(_) => PhotoError::CutOff("the file stops inside the picture"),
        other => PhotoError::CannotDecode(other.to_string()),
    }
}
