//! Where faces may be: a suggestion to a begeleider, who looks for themselves. Nothing of it is kept.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::imageops::FilterType;
use rustface::ImageData;

use super::PhotoError;
use super::retouch::{Share, read};

/// The model of `SeetaFace` as it comes with the crate: frontal faces only.
static MODEL: &[u8] = include_bytes!("faces/seeta_fd_frontal_v1.0.bin");
/// The picture is looked at with this longest side, in pixels: 0.3 s instead of 1.
const LOOK_AT: u32 = 1280;
/// The smallest face that is found at that size, in pixels.
const LEAST_FACE: u32 = 20;
/// Lower finds more, and more that is none: a box too many is taken away with one key.
const SURE: f64 = 1.5;
/// A face is wider than what the detector marks: so much more on each side.
const ROUND: f64 = 0.25;

/// Boxes round what may be faces, in the picture as it is. Work for a processor, some 0.3 s.
///
/// # Errors
/// [`PhotoError::Failed`] where our own file or the model cannot be read, or the detector fell over.
pub(super) fn faces(large: &[u8]) -> Result<Vec<Share>, PhotoError> {
    let picture = read(large)?;
    let longest = picture.width().max(picture.height());
    let picture =
        if longest > LOOK_AT { picture.resize(LOOK_AT, LOOK_AT, FilterType::Triangle) } else { picture };
    let grey = picture.into_luma8();
    let (width, height) = grey.dimensions();
    if width.min(height) < LEAST_FACE {
        return Ok(Vec::new());
    }
    let failed = |error: String| PhotoError::Failed(error);
    let model = rustface::read_model(MODEL).map_err(|error| failed(error.to_string()))?;
    // The detector is not ours: should it fall over, there are no suggestions.
    let found = catch_unwind(AssertUnwindSafe(|| {
        let mut detector = rustface::create_detector_with_model(model);
        detector.set_min_face_size(LEAST_FACE);
        detector.set_score_thresh(SURE);
        detector.set_pyramid_scale_factor(0.8);
        detector.set_slide_window_step(4, 4);
        detector.detect(&ImageData::new(grey.as_raw(), width, height))
    }));
    let found = found.map_err(|_| failed("the face detector fell over".to_owned()))?;
    Ok(found.iter().filter_map(|face| share(face.bbox(), width, height)).collect())
}

fn share(face: &rustface::Rectangle, width: u32, height: u32) -> Option<Share> {
    let (width, height) = (f64::from(width), f64::from(height));
    let (across, down) = (f64::from(face.width()), f64::from(face.height()));
    let left = ((f64::from(face.x()) - across * ROUND) / width).clamp(0.0, 1.0);
    let top = ((f64::from(face.y()) - down * ROUND) / height).clamp(0.0, 1.0);
    let right = ((f64::from(face.x()) + across * (1.0 + ROUND)) / width).clamp(0.0, 1.0);
    let bottom = ((f64::from(face.y()) + down * (1.0 + ROUND)) / height).clamp(0.0, 1.0);
    (right > left && bottom > top).then_some(Share { x: left, y: top, w: right - left, h: bottom - top })
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;
    use std::path::PathBuf;

    use image::{ImageFormat, Rgb, RgbImage};

    use super::*;

    fn jpeg(picture: &image::DynamicImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
        bytes.into_inner()
    }

    /// The picture that the crate brings: the Solvay conference of 1927, 29 faces.
    fn solvay() -> Option<image::DynamicImage> {
        let home = std::env::var_os("CARGO_HOME").map_or_else(
            || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cargo"),
            PathBuf::from,
        );
        let folders = std::fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
        let found =
            folders.map(|folder| folder.path().join("rustface-0.1.7/test.png")).find(|file| file.exists());
        if found.is_none() {
            println!("skipped: the picture of the crate rustface is not in cargo's registry");
        }
        Some(image::DynamicImage::from(image::open(found?).unwrap().into_rgb8()))
    }

    #[test]
    fn most_faces_of_a_group_are_suggested() {
        let Some(picture) = solvay() else { return };
        let found = faces(&jpeg(&picture)).unwrap();
        assert!((24..=40).contains(&found.len()), "{} boxes", found.len());
        // Einstein sits in the middle of the first row.
        let inside =
            |x: f64, y: f64| found.iter().any(|b| b.x < x && x < b.x + b.w && b.y < y && y < b.y + b.h);
        assert!(inside(0.538, 0.245), "{found:?}");
    }

    #[test]
    fn a_wall_has_no_face_and_a_tiny_picture_is_no_fault() {
        let wall = RgbImage::from_fn(640, 480, |x, y| {
            if x / 40 % 2 == y / 20 % 2 { Rgb([150, 90, 70]) } else { Rgb([120, 70, 60]) }
        });
        assert_eq!(faces(&jpeg(&wall.into())).unwrap(), []);
        assert_eq!(faces(&jpeg(&RgbImage::new(3, 2000).into())).unwrap(), []);
    }
}
