//! Made smaller, never larger.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

use super::decode::{Pixels, Space};
use crate::photos::PhotoError;

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
    fn a_picture_keeps_its_proportions_and_is_never_enlarged() {
        assert_eq!(fit(4000, 3000, 2048), (2048, 1536));
        assert_eq!(fit(3000, 4000, 320), (240, 320));
        assert_eq!(fit(800, 600, 2048), (800, 600));
        assert_eq!(fit(65_535, 1, 2048), (2048, 1));
        assert_eq!(fit(1, 65_535, 320), (1, 320));
    }
}
