//! Photos stand upright however the camera was held.

use super::*;

#[test]
fn all_eight_orientations_give_the_same_upright_picture() {
    let Some(files) = data("orientation") else { return };
    for family in ["Portrait", "Landscape"] {
        let pictures: Vec<_> = files
            .iter()
            .filter(|(name, _)| name.starts_with(family))
            .map(|(name, bytes)| (name, process(bytes).unwrap()))
            .collect();
        assert!(pictures.len() >= 3);
        let (_, first) = &pictures[0];
        assert_eq!(first.width > first.height, family == "Landscape");
        for (name, photo) in &pictures {
            assert_eq!((photo.width, photo.height), (first.width, first.height), "{name}");
            // The originals were compressed anew for each orientation, so that small details differ; a wrong turn
            // differs by far more.
            for (ours, reference, most) in
                [(&photo.large, &first.large, 6.0), (&photo.thumb, &first.thumb, 3.0)]
            {
                let (ours, reference) = (opened(ours), opened(reference));
                let differs = difference(&ours, &reference);
                assert!(differs < most, "{name} differs by {differs:.2}");
                let mirrored = difference(&image::imageops::flip_horizontal(&ours), &reference);
                assert!(mirrored > 4.0 * most, "{name} mirrored differs by {mirrored:.2}");
            }
            assert_bare(&photo.large);
            assert_bare(&photo.thumb);
        }
    }
}

#[test]
fn an_orientation_in_a_png_counts_too() {
    let mut file = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut file, 20, 10);
    encoder.set_color(::png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    let exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    writer.write_chunk(::png::chunk::ChunkType(*b"eXIf"), exif).unwrap();
    writer.write_image_data(&[128; 200]).unwrap();
    drop(writer);
    let photo = process(&file).unwrap();
    assert_eq!((photo.width, photo.height), (10, 20));
}

/// The scene as a camera holds it that writes this orientation, losslessly: what [`process`] must turn upright.
fn held(orientation: u8) -> Vec<u8> {
    use image::imageops::{flip_horizontal, flip_vertical, rotate90, rotate180, rotate270};
    let upright = scene(96, 64);
    let stored = match orientation {
        2 => flip_horizontal(&upright),
        3 => rotate180(&upright),
        4 => flip_vertical(&upright),
        5 => flip_horizontal(&rotate90(&upright)),
        6 => rotate270(&upright),
        7 => flip_horizontal(&rotate270(&upright)),
        8 => rotate90(&upright),
        _ => upright,
    };
    let mut file = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut file, stored.width(), stored.height());
    encoder.set_color(::png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    let exif =
        [b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".as_slice(), &[orientation], &[0; 7]].concat();
    writer.write_chunk(::png::chunk::ChunkType(*b"eXIf"), &exif).unwrap();
    writer.write_image_data(stored.as_raw()).unwrap();
    drop(writer);
    file
}

#[test]
fn the_eight_orientations_of_one_picture_give_the_same_pixels() {
    let upright = process(&held(1)).unwrap();
    assert_eq!((upright.width, upright.height), (96, 64));
    for orientation in 2..=8 {
        assert_eq!(process(&held(orientation)).unwrap(), upright, "orientation {orientation}");
    }
}
