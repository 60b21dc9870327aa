//! Made smaller, never larger.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

use super::pixels::{Pixels, Space};
use crate::input::photos::{PhotoError, PhotoSize};

/// From this side on, in pixels, a picture is halved first: half of it is still half as large again as what is kept.
const LONG: u32 = 3 * PhotoSize::Large.longest_side();

/// The size of a `width` × `height` picture that fits in a square of `side` pixels: in proportion, at least one
/// pixel each way, and never larger than it was.
pub(super) fn fit(width: u32, height: u32, side: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= side {
        return (width, height);
    }
    let scaled = |length: u32| {
        let rounded = (u64::from(length) * u64::from(side) + u64::from(longest) / 2) / u64::from(longest);
        u32::try_from(rounded).unwrap_or(side).max(1)
    };
    (scaled(width), scaled(height))
}

/// The size of a picture after [`halve`].
pub(super) fn halved(width: u32, height: u32) -> (u32, u32) {
    if width.min(height) < 2 || width.max(height) < LONG { (width, height) } else { (width / 2, height / 2) }
}

/// Halves a picture that is far larger than what is kept, in its own memory: each pixel is the mean of four. A picture of 64
/// megapixels then takes no more than while it is decoded. A last row or column without a neighbour goes.
pub(super) fn halve(mut picture: Pixels) -> Pixels {
    let (width, height) = halved(picture.width, picture.height);
    if (width, height) == (picture.width, picture.height) {
        return picture;
    }
    let channels = picture.space.channels();
    let row = picture.width as usize * channels;
    let mut to = 0;
    for y in 0..height as usize {
        for x in 0..width as usize {
            let from = 2 * y * row + 2 * x * channels;
            for at in from..from + channels {
                let four = [at, at + channels, at + row, at + row + channels];
                let sum: u16 = four.iter().map(|at| u16::from(picture.data[*at])).sum();
                // What was read before stands behind: `to` never overtakes `from`.
                picture.data[to] = u8::try_from((sum + 2) / 4).unwrap_or(u8::MAX);
                to += 1;
            }
        }
    }
    picture.data.truncate(to);
    picture.data.shrink_to_fit();
    Pixels { width, height, ..picture }
}

/// The picture in a square of `side` pixels (Catmull-Rom, widened to the step between pixels), or `None` where
/// it already fits.
///
/// # Errors
/// [`PhotoError::Failed`] where pixels and size do not agree, which would be a fault of the program.
pub(super) fn shrink(picture: &Pixels, side: u32) -> Result<Option<Pixels>, PhotoError> {
    let (width, height) = fit(picture.width, picture.height, side);
    if (width, height) == (picture.width, picture.height) {
        return Ok(None);
    }
    let kind = match picture.space {
        Space::Luma => PixelType::U8,
        Space::Rgb | Space::YCbCr => PixelType::U8x3,
    };
    let source = ImageRef::new(picture.width, picture.height, &picture.data, kind)
        .map_err(|error| PhotoError::Failed(error.to_string()))?;
    let mut target = Image::new(width, height, kind);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    Resizer::new()
        .resize(&source, &mut target, &options)
        .map_err(|error| PhotoError::Failed(error.to_string()))?;
    Ok(Some(Pixels { width, height, space: picture.space, data: target.into_vec() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_far_too_large_picture_is_halved_in_its_own_memory() {
        assert_eq!(halved(LONG, 3), (LONG / 2, 1));
        assert_eq!([halved(LONG - 1, 3000), halved(LONG, 1)], [(LONG - 1, 3000), (LONG, 1)]);
        for (space, channels) in [(Space::Rgb, 3), (Space::Luma, 1)] {
            let (width, height) = (LONG + 1, 5);
            let value = |x: u32, y: u32, of: u32| u8::try_from((x / 64 + 20 * y + 7 * of) % 251).unwrap();
            let all = (0..height)
                .flat_map(|y| (0..width).flat_map(move |x| (0..channels).map(move |of| value(x, y, of))));
            let picture = Pixels { width, height, space, data: all.collect() };
            let half = halve(picture);
            assert_eq!((half.width, half.height), (LONG / 2, 2));
            assert_eq!(half.data.len(), (LONG / 2 * 2 * channels) as usize);
            for (x, y, of) in [(0, 0, 0), (100, 1, channels - 1), (LONG / 2 - 1, 1, 0)] {
                let four = [(0, 0), (1, 0), (0, 1), (1, 1)]
                    .map(|(dx, dy)| u32::from(value(2 * x + dx, 2 * y + dy, of)));
                let at = ((y * half.width + x) * channels + of) as usize;
                assert_eq!(u32::from(half.data[at]), (four.iter().sum::<u32>() + 2) / 4);
            }
        }
    }

    #[test]
    fn a_picture_keeps_its_proportions_and_is_never_enlarged() {
        assert_eq!(fit(4000, 3000, 2048), (2048, 1536));
        assert_eq!(fit(3000, 4000, 320), (240, 320));
        assert_eq!(fit(800, 600, 2048), (800, 600));
        assert_eq!(fit(65_535, 1, 2048), (2048, 1));
        assert_eq!(fit(1, 65_535, 320), (1, 320));
    }
}
