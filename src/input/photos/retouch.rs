//! What a begeleider does to a picture before others see it: turn, cover, crop. Burnt into the pixels.

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _, ImageFormat, Rgb, RgbImage, imageops};
use serde::{Deserialize, Serialize};

use super::PhotoError;

/// Most boxes on one photo.
pub const MOST_BOXES: usize = 100;
/// The smallest side that cropping leaves, in pixels.
const LEAST_SIDE: u32 = 32;
/// A box is covered by cells of one colour: this many along its longest side, so that nothing in it can be read.
const CELLS: u32 = 4;
/// A box shorter than this has one cell, in pixels: more would be as fine as what they cover.
const ONE_CELL: u32 = 48;
/// Colours of cells are rounded to this step of 256: enough to see that it is skin or stone, too little to know whose.
const STEP: u8 = 32;
/// A box covers so much more on each side, in pixels: shrinking mixes neighbours.
const MARGIN: u32 = 2;

/// A rectangle of a picture, in shares of its width and height (0 to 1).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// What is to be done to a photo. First it is turned; boxes and crop are shares of the picture as it then is.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// What is made unrecognisable.
    #[serde(default)]
    pub boxes: Vec<Share>,
    /// Degrees clockwise: 0, 90, 180 or 270.
    #[serde(default)]
    pub turn: u16,
    /// What stays; without it everything does.
    #[serde(default)]
    pub crop: Option<Share>,
    /// The version that was seen; without it, whatever is there.
    #[serde(default)]
    pub version: Option<i64>,
    /// Changes a photo that was decided about before.
    #[serde(default)]
    pub again: bool,
}

impl Share {
    fn is_sound(self) -> bool {
        // A box drawn to the edge may be off by the last digit.
        let most = 1.0 + 1e-6;
        let all = [self.x, self.y, self.w, self.h];
        all.iter().all(|value| value.is_finite())
            && self.x >= 0.0
            && self.y >= 0.0
            && self.w > 0.0
            && self.h > 0.0
            && self.x + self.w <= most
            && self.y + self.h <= most
    }

    /// Left, top, right and bottom in pixels, outwards, with a margin.
    fn pixels(self, width: u32, height: u32, margin: u32) -> [u32; 4] {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the picture")]
        let edge = |share: f64, length: u32, up: bool| {
            let at = share * f64::from(length);
            (if up { at.ceil() } else { at.floor() }).clamp(0.0, f64::from(length)) as u32
        };
        [
            edge(self.x, width, false).saturating_sub(margin),
            edge(self.y, height, false).saturating_sub(margin),
            (edge(self.x + self.w, width, true) + margin).min(width),
            (edge(self.y + self.h, height, true) + margin).min(height),
        ]
    }
}

impl Edit {
    /// The field that is not right, as a JSON pointer.
    pub fn wrong(&self) -> Option<String> {
        if self.boxes.len() > MOST_BOXES {
            return Some("/boxes".to_owned());
        }
        if let Some(at) = self.boxes.iter().position(|share| !share.is_sound()) {
            return Some(format!("/boxes/{at}"));
        }
        if !matches!(self.turn, 0 | 90 | 180 | 270) {
            return Some("/turn".to_owned());
        }
        if self.crop.is_some_and(|crop| !crop.is_sound()) {
            return Some("/crop".to_owned());
        }
        (self.boxes.is_empty() && self.turn == 0 && self.crop.is_none()).then(|| "/boxes".to_owned())
    }
}

/// The picture (a JPEG of our own) as it is to be, as a PNG that loses nothing: it goes the same way as one that comes in.
/// Work for a processor, some 0.2 s for 2048 px.
///
/// # Errors
/// [`PhotoError::Failed`] where our own file cannot be read, which would be a fault of the program.
pub(super) fn retouch(large: &[u8], edit: &Edit) -> Result<Vec<u8>, PhotoError> {
    let picture = read(large)?.into_rgb8();
    let mut picture = match edit.turn {
        90 => imageops::rotate90(&picture),
        180 => imageops::rotate180(&picture),
        270 => imageops::rotate270(&picture),
        _ => picture,
    };
    for share in &edit.boxes {
        let edges = share.pixels(picture.width(), picture.height(), MARGIN);
        cover(&mut picture, edges);
    }
    if let Some(crop) = edit.crop {
        let [left, top, right, bottom] = crop.pixels(picture.width(), picture.height(), 0);
        let width = (right - left).max(LEAST_SIDE).min(picture.width());
        let height = (bottom - top).max(LEAST_SIDE).min(picture.height());
        let (left, top) = (left.min(picture.width() - width), top.min(picture.height() - height));
        picture = imageops::crop_imm(&picture, left, top, width, height).to_image();
    }
    let mut png = Cursor::new(Vec::new());
    PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Sub)
        .write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgb8)
        .map_err(|error| PhotoError::Failed(error.to_string()))?;
    Ok(png.into_inner())
}

/// Reads a JPEG of our own.
pub(super) fn read(large: &[u8]) -> Result<image::DynamicImage, PhotoError> {
    image::load_from_memory_with_format(large, ImageFormat::Jpeg)
        .map_err(|error| PhotoError::Failed(error.to_string()))
}

/// Lays a mosaic of a few cells over a box. What was there is in the rounded mean of each cell and nowhere else: not a
/// blur, which can be taken back.
fn cover(picture: &mut RgbImage, [left, top, right, bottom]: [u32; 4]) {
    let (width, height) = (right - left, bottom - top);
    if width == 0 || height == 0 {
        return;
    }
    let longest = width.max(height);
    let cells = |length: u32| if longest < ONE_CELL { 1 } else { (CELLS * length).div_ceil(longest).max(1) };
    let (across, down) = (cells(width), cells(height));
    let cut = |from: u32, length: u32, cell: u32, count: u32| from + length * cell / count;
    for row in 0..down {
        for column in 0..across {
            let (x0, x1) = (cut(left, width, column, across), cut(left, width, column + 1, across));
            let (y0, y1) = (cut(top, height, row, down), cut(top, height, row + 1, down));
            let colour = mean(picture, [x0, y0, x1, y1]);
            for y in y0..y1 {
                for x in x0..x1 {
                    picture.put_pixel(x, y, colour);
                }
            }
        }
    }
}

/// The mean colour of a cell, rounded.
fn mean(picture: &RgbImage, [left, top, right, bottom]: [u32; 4]) -> Rgb<u8> {
    let mut sums = [0_u64; 3];
    for y in top..bottom {
        for x in left..right {
            for (sum, value) in sums.iter_mut().zip(picture.get_pixel(x, y).0) {
                *sum += u64::from(value);
            }
        }
    }
    let count = (u64::from(right - left) * u64::from(bottom - top)).max(1);
    Rgb(sums.map(|sum| {
        let value = u8::try_from(sum / count).unwrap_or(u8::MAX);
        value / STEP * STEP + STEP / 2
    }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn noise(width: u32, height: u32) -> RgbImage {
        let mut seed = 7_u32;
        RgbImage::from_fn(width, height, |_, _| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [_, r, g, b] = seed.to_be_bytes();
            Rgb([r, g, b])
        })
    }

    fn jpeg(picture: &RgbImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
        bytes.into_inner()
    }

    fn share(x: f64, y: f64, w: f64, h: f64) -> Share {
        Share { x, y, w, h }
    }

    proptest! {
        #[test]
        fn a_covered_box_holds_no_more_than_a_few_rounded_colours(
            x in 0.0..0.9_f64, y in 0.0..0.9_f64, w in 0.01..0.9_f64, h in 0.01..0.9_f64,
        ) {
            let mut picture = noise(160, 120);
            let before = picture.clone();
            let [left, top, right, bottom] = share(x, y, w.min(1.0 - x), h.min(1.0 - y)).pixels(160, 120, MARGIN);
            cover(&mut picture, [left, top, right, bottom]);
            let mut inside = std::collections::BTreeSet::new();
            for (at_x, at_y, pixel) in picture.enumerate_pixels() {
                if (left..right).contains(&at_x) && (top..bottom).contains(&at_y) {
                    inside.insert(pixel.0);
                    prop_assert!(pixel.0.iter().all(|value| value % STEP == STEP / 2));
                } else {
                    prop_assert_eq!(pixel, before.get_pixel(at_x, at_y));
                }
            }
            prop_assert!(inside.len() <= 16, "{} colours", inside.len());
        }
    }

    #[test]
    fn two_pictures_that_differ_only_under_a_box_are_covered_alike() {
        let (mut one, mut other) = (noise(200, 200), noise(200, 200));
        for (x, y, pixel) in one.enumerate_pixels_mut() {
            if (60..140).contains(&x) && (60..140).contains(&y) {
                // The same mean, another picture: a chessboard and its negative.
                let light = (x + y) % 2 == 0;
                *pixel = Rgb([if light { 200 } else { 56 }; 3]);
                other.put_pixel(x, y, Rgb([if light { 56 } else { 200 }; 3]));
            }
        }
        cover(&mut one, [60, 60, 140, 140]);
        cover(&mut other, [60, 60, 140, 140]);
        assert!(one == other);
    }

    #[test]
    fn a_picture_is_first_turned_and_then_cropped_as_it_stands() {
        let picture =
            RgbImage::from_fn(200, 100, |x, _| if x < 100 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) });
        let edit = Edit { turn: 90, crop: Some(share(0.0, 0.0, 1.0, 0.5)), ..Edit::default() };
        let png = retouch(&jpeg(&picture), &edit).unwrap();
        let turned = image::load_from_memory(&png).unwrap().into_rgb8();
        assert_eq!(turned.dimensions(), (100, 100));
        let [r, _, b] = turned.get_pixel(50, 50).0;
        assert!(r > 200 && b < 50, "a quarter to the right: the left half is on top now");
    }

    #[test]
    fn an_edit_says_which_of_its_fields_is_wrong() {
        let wrong = |edit: Edit| edit.wrong();
        assert_eq!(wrong(Edit::default()), Some("/boxes".to_owned()), "nothing is to be done");
        assert_eq!(wrong(Edit { turn: 45, ..Edit::default() }), Some("/turn".to_owned()));
        let boxes = vec![share(0.1, 0.1, 0.2, 0.2), share(0.9, 0.1, 0.2, 0.2)];
        assert_eq!(wrong(Edit { boxes, ..Edit::default() }), Some("/boxes/1".to_owned()));
        let boxes = vec![share(f64::NAN, 0.1, 0.2, 0.2)];
        assert_eq!(wrong(Edit { boxes, ..Edit::default() }), Some("/boxes/0".to_owned()));
        let many = vec![share(0.1, 0.1, 0.2, 0.2); MOST_BOXES + 1];
        assert_eq!(wrong(Edit { boxes: many, ..Edit::default() }), Some("/boxes".to_owned()));
        let crop = Some(share(0.0, 0.0, 0.0, 1.0));
        assert_eq!(wrong(Edit { crop, ..Edit::default() }), Some("/crop".to_owned()));
        assert_eq!(wrong(Edit { turn: 270, ..Edit::default() }), None);
    }
}
