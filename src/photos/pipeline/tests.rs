//! The pipeline as a whole, on real photos where they are at hand and on small ones made here.

use std::io::Cursor;
use std::path::PathBuf;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, GrayImage, ImageFormat, RgbImage};
use jpeg_encoder::{ColorType, Encoder};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::markers;
use super::*;
use crate::photos::{Foreign, MAX_PHOTO_BYTES};

/// A folder of test photos, or `None` with the reason printed.
fn data(folder: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let root = std::env::var_os("BUURTBLIK_TEST_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let folder = root.join("photos").join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: no test photos in {}", folder.display());
        return None;
    };
    let mut files: Vec<(String, Vec<u8>)> = entries
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "jpg"))
        .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    Some(files)
}

/// A picture with slow changes and edges, in all three colours, the same at every size.
fn scene(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let byte = |value: u32| u8::try_from(value % 256).unwrap();
        image::Rgb([
            byte(x * 255 / width),
            byte(y * 255 / height),
            byte(100 + (x * 12 / width + y * 12 / height) % 2 * 60),
        ])
    })
}

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    scene(width, height).write_with_encoder(JpegEncoder::new_with_quality(&mut file, 90)).unwrap();
    file
}

fn progressive(width: u16, height: u16) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 85);
    encoder.set_progressive(true);
    encoder.encode(scene(width.into(), height.into()).as_raw(), width, height, ColorType::Rgb).unwrap();
    file
}

fn png(width: u32, height: u32) -> Vec<u8> {
    written(&scene(width, height).into(), ImageFormat::Png)
}

fn opened(file: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(file, ImageFormat::Jpeg).unwrap().to_rgb8()
}

/// Mean absolute difference of two pictures of the same size, in steps of 255.
fn difference(a: &RgbImage, b: &RgbImage) -> f64 {
    assert_eq!(a.dimensions(), b.dimensions());
    let sum: u64 = a.as_raw().iter().zip(b.as_raw()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    #[allow(clippy::cast_precision_loss, reason = "a picture has far fewer than 2⁵² bytes")]
    let mean = sum as f64 / a.as_raw().len() as f64;
    mean
}

/// Wants nothing in `file` but what a decoder needs: no EXIF, XMP, profile, comment, and nothing behind the end.
fn assert_bare(file: &[u8]) {
    let mut at = 2;
    while file[at + 1] != 0xDA {
        assert_eq!(file[at], 0xFF);
        let length = usize::from(u16::from_be_bytes([file[at + 2], file[at + 3]]));
        match file[at + 1] {
            0xE0 => assert_eq!((&file[at + 4..at + 9], length), (b"JFIF\0".as_slice(), 16)),
            0xC0 | 0xC4 | 0xDB | 0xDD => {}
            other => panic!("a segment {other:02X} that nobody needs"),
        }
        at += 2 + length;
    }
    assert_eq!(markers::read(file).unwrap().end, Some(file.len()));
}

fn refusal(bytes: &[u8]) -> PhotoError {
    process(bytes).map(|_| ()).expect_err("this photo should be refused")
}

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
fn photos_with_odd_and_damaged_exif_are_kept_without_it() {
    let Some(files) = data("mapillary") else { return };
    for (name, bytes) in files {
        let photo = process(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_bare(&photo.large);
        assert_bare(&photo.thumb);
    }
}

#[test]
fn a_photo_is_made_to_fit_and_never_enlarged() {
    let photo = process(&jpeg(2500, 1250)).unwrap();
    assert_eq!((photo.width, photo.height), (2048, 1024));
    assert_eq!(opened(&photo.large).dimensions(), (2048, 1024));
    assert_eq!(opened(&photo.thumb).dimensions(), (320, 160));
    assert!(difference(&opened(&photo.large), &opened(&process(&png(2048, 1024)).unwrap().large)) < 4.0);

    let small = process(&jpeg(40, 30)).unwrap();
    assert_eq!(opened(&small.thumb).dimensions(), (40, 30));
    assert_eq!(small.thumb, small.large);
    assert_eq!(process(&png(1, 1)).unwrap().width, 1);
    assert_eq!(process(&png(3000, 1)).unwrap().height, 1);
}

#[test]
fn the_same_photo_has_the_same_name_and_another_has_another() {
    let photo = process(&jpeg(64, 48)).unwrap();
    assert_eq!(process(&jpeg(64, 48)).unwrap(), photo);
    assert_ne!(process(&jpeg(64, 47)).unwrap().hash, photo.hash);
    assert_eq!(photo.hash.len(), 64);
    assert!((15..=40).contains(&photo.thumbhash.len()));
}

#[test]
fn jpeg_png_and_webp_of_one_scene_look_alike() {
    let scene = scene(300, 200);
    let mut webp = Vec::new();
    scene.write_with_encoder(WebPEncoder::new_lossless(&mut webp)).unwrap();
    for file in [jpeg(300, 200), progressive(300, 200), png(300, 200), webp] {
        let differs = difference(&opened(&process(&file).unwrap().large), &scene);
        assert!(differs < 4.0, "{differs}");
    }
}

#[test]
fn transparency_becomes_white_paper() {
    let clear = image::RgbaImage::from_pixel(20, 20, image::Rgba([0, 0, 0, 0]));
    let half = image::GrayAlphaImage::from_pixel(20, 20, image::LumaA([0, 128]));
    for (picture, expected) in [(DynamicImage::from(clear), 255_u8), (half.into(), 127)] {
        let photo = process(&written(&picture, ImageFormat::Png)).unwrap();
        assert!(opened(&photo.large).pixels().all(|pixel| pixel.0.iter().all(|v| v.abs_diff(expected) <= 2)));
    }
}

#[test]
fn sixteen_bits_grey_and_palette_are_understood() {
    let scene = scene(300, 200);
    let deep = DynamicImage::from(scene.clone()).to_rgb16();
    let photo = process(&written(&deep.into(), ImageFormat::Png)).unwrap();
    assert!(difference(&opened(&photo.large), &scene) < 4.0);

    let grey: GrayImage = DynamicImage::from(scene.clone()).to_luma8();
    let expected = DynamicImage::from(grey.clone()).to_rgb8();
    let mut file = Vec::new();
    grey.write_with_encoder(JpegEncoder::new_with_quality(&mut file, 90)).unwrap();
    let deep_alpha = DynamicImage::from(grey.clone()).to_luma_alpha16();
    for file in [file, written(&grey.into(), ImageFormat::Png), written(&deep_alpha.into(), ImageFormat::Png)]
    {
        assert!(difference(&opened(&process(&file).unwrap().large), &expected) < 4.0);
    }

    let mut palette = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut palette, 2, 1);
    encoder.set_color(::png::ColorType::Indexed);
    encoder.set_palette(vec![255, 0, 0, 0, 0, 255]);
    encoder.write_header().unwrap().write_image_data(&[0, 1]).unwrap();
    let photo = opened(&process(&palette).unwrap().large);
    assert_eq!(photo.dimensions(), (2, 1));
}

#[test]
fn ink_colours_become_light_colours() {
    let red = [0_u8, 255, 255, 0].repeat(32 * 32); // no cyan, all magenta and yellow, no black
    for colour in [ColorType::Cmyk, ColorType::CmykAsYcck] {
        let mut file = Vec::new();
        Encoder::new(&mut file, 90).encode(&red, 32, 32, colour).unwrap();
        let photo = opened(&process(&file).unwrap().large);
        let image::Rgb([r, g, b]) = *photo.get_pixel(16, 16);
        assert!(r > 200 && g < 60 && b < 60, "{colour:?} gives {r} {g} {b}");
    }
}

#[test]
fn a_photo_that_is_cut_off_is_refused_and_not_filled_with_grey() {
    for file in [jpeg(640, 480), progressive(640, 480)] {
        for percent in [1, 10, 50, 90, 99] {
            let error = refusal(&file[..file.len() * percent / 100]);
            assert_eq!(error.status(), 422, "at {percent} %: {error}");
        }
        assert_eq!(refusal(&file[..file.len() - 1]).code(), "photo-cut-off");
    }
    let mut webp = Vec::new();
    scene(200, 200).write_with_encoder(WebPEncoder::new_lossless(&mut webp)).unwrap();
    for file in [png(200, 200), webp] {
        for percent in [20, 50, 99] {
            assert_eq!(refusal(&file[..file.len() * percent / 100]).status(), 422);
        }
    }
}

/// A PNG of nothing but a header that claims this size, and an end.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR".to_vec();
    file.extend(width.to_be_bytes().iter().chain(&height.to_be_bytes()).chain(&[8, 2, 0, 0, 0]));
    file.extend([0; 4]);
    file.extend(b"\0\0\0\0IEND\xAE\x42\x60\x82");
    file
}

/// A JPEG of nothing but a frame and one scan; `marker` tells baseline from progressive.
fn jpeg_header(marker: u8, width: u16, height: u16) -> Vec<u8> {
    let ([w1, w0], [h1, h0]) = (width.to_be_bytes(), height.to_be_bytes());
    let mut file = vec![0xFF, 0xD8, 0xFF, marker, 0, 17, 8, h1, h0, w1, w0, 3];
    file.extend([1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0]);
    file.extend([0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0, 0, 0xFF, 0xD9]);
    file
}

#[test]
fn a_monster_is_refused_by_its_header() {
    assert_eq!(
        refusal(&png_header(30_000, 30_000)),
        PhotoError::TooManyPixels { width: 30_000, height: 30_000 }
    );
    assert_eq!(refusal(&png_header(u32::MAX, u32::MAX)).status(), 413);
    assert_eq!(refusal(&png_header(0, 10)).status(), 422);
    assert_eq!(refusal(&jpeg_header(0xC0, 65_000, 65_000)).status(), 413);
    // 64 megapixels are allowed when they stream, and not when all their coefficients must be held.
    let wanted = refusal(&jpeg_header(0xC2, 8000, 8000));
    let PhotoError::TooMuchMemory { bytes } = wanted else { panic!("{wanted}") };
    assert!((384_000_000..400_000_000).contains(&bytes), "{bytes}");
    assert!(measure(&jpeg_header(0xC0, 8000, 8000)).is_ok());
    assert!(measure(&jpeg_header(0xC2, 7000, 5000)).is_ok());
    // Also when the rest never came.
    assert_eq!(refusal(&jpeg_header(0xC2, 8000, 8000)[..30]).status(), 413);
    assert_eq!(refusal(&vec![0xFF; MAX_PHOTO_BYTES + 1]).status(), 413);
}

#[test]
fn a_webp_that_claims_two_sizes_is_refused_before_it_is_decoded() {
    let mut body = b"WEBPVP8X\x0A\0\0\0\0\0\0\0\x09\0\0\x09\0\0".to_vec(); // 10 by 10
    body.extend(b"VP8 \x0A\0\0\0\0\0\0\x9D\x01\x2A\xFF\x3F\xFF\x3F"); // 16383 by 16383
    let file = [b"RIFF".as_slice(), &u32::try_from(body.len()).unwrap().to_le_bytes(), &body].concat();
    assert_eq!(refusal(&file), PhotoError::CannotDecode("the WebP claims two sizes".to_owned()));
}

#[test]
fn what_is_no_photo_is_refused_by_its_content() {
    let cases: [(&[u8], Foreign); 4] = [
        (b"Dit is tekst, al heet het bestand foto.jpg.", Foreign::Text),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", Foreign::Svg),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Foreign::Heic),
        (b"RIFF\x24\0\0\0WEBPVP8X\x0A\0\0\0\x02\0\0\0\x09\0\0\x09\0\0", Foreign::AnimatedWebp),
    ];
    for (bytes, expected) in cases {
        assert_eq!(refusal(bytes), PhotoError::UnsupportedType(expected));
        assert_eq!(refusal(bytes).status(), 415);
    }
    assert_eq!(refusal(b"").status(), 422);
}

#[test]
fn what_hangs_behind_or_inside_a_photo_leaves_no_trace() {
    let plain = process(&jpeg(320, 240)).unwrap();
    let mut file = jpeg(320, 240);
    let secret = b"PK\x03\x04 geheim adres";
    file.extend(secret.repeat(20));
    // A comment, an XMP packet and EXIF with a place in it, before the picture.
    for (marker, text) in
        [(0xFE, "geheim"), (0xE1, "http://ns.adobe.com/xap/1.0/\0geheim"), (0xE1, "Exif\0\0geheim")]
    {
        let length = u16::try_from(text.len() + 2).unwrap().to_be_bytes();
        file.splice(2..2, [&[0xFF, marker], length.as_slice(), text.as_bytes()].concat());
    }
    let photo = process(&file).unwrap();
    assert_eq!(photo, plain);
    for kept in [&photo.large, &photo.thumb] {
        assert!(!kept.windows(6).any(|window| window == b"geheim"));
        assert_bare(kept);
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

/// A JPEG with a scan for each colour, baseline.
fn scan_per_colour(width: u16, height: u16) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 90);
    encoder.set_optimized_huffman_tables(true);
    encoder.encode(scene(width.into(), height.into()).as_raw(), width, height, ColorType::Rgb).unwrap();
    file
}

#[test]
fn a_baseline_jpeg_with_a_scan_for_each_colour_is_understood() {
    let file = scan_per_colour(300, 200);
    assert!(file.windows(2).filter(|two| *two == [0xFF, 0xDA]).count() >= 3);
    let differs = difference(&opened(&process(&file).unwrap().large), &scene(300, 200));
    assert!(differs < 4.0, "{differs}");
}

#[test]
fn a_photo_that_was_cut_off_and_closed_again_is_refused() {
    for (name, file) in [
        ("baseline", jpeg(640, 480)),
        ("progressive", progressive(640, 480)),
        ("scans", scan_per_colour(640, 480)),
    ] {
        for percent in [20, 50, 80, 97] {
            let mut cut = file[..file.len() * percent / 100].to_vec();
            if cut.last() == Some(&0xFF) {
                cut.pop();
            }
            cut.extend([0xFF, 0xD9]);
            let outcome = process(&cut).map(|_| ());
            assert!(outcome.is_err(), "{name} at {percent} % passes for a whole photo");
        }
    }
}

#[test]
fn every_refusal_has_a_text_with_what_to_do() {
    let texts = include_str!("../nl.ftl");
    let foreign = [
        Foreign::Heic,
        Foreign::AnimatedWebp,
        Foreign::Gif,
        Foreign::OtherImage,
        Foreign::Video,
        Foreign::Svg,
        Foreign::Html,
        Foreign::Pdf,
        Foreign::Zip,
        Foreign::Text,
        Foreign::Unknown,
    ];
    let others = [
        PhotoError::TooManyBytes { bytes: 1 },
        PhotoError::TooManyPixels { width: 1, height: 1 },
        PhotoError::TooMuchMemory { bytes: 1 },
        PhotoError::Empty,
        PhotoError::CutOff(""),
        PhotoError::CannotDecode(String::new()),
        PhotoError::CaptionTooLong { chars: 1 },
        PhotoError::CaptionHasNul,
        PhotoError::Stopping,
        PhotoError::Failed(String::new()),
    ];
    for error in foreign.map(PhotoError::UnsupportedType).into_iter().chain(others) {
        let key = format!("problem-{} = ", error.code());
        let (_, text) = texts.split_once(&key).unwrap_or_else(|| panic!("no text {key}"));
        let detail = text.lines().nth(1).unwrap_or_default();
        assert!(detail.starts_with("    .detail = ") && detail.contains("Uw stip"), "{key}");
    }
    assert!(texts.contains(&format!("hoogstens {} MB", MAX_PHOTO_BYTES / 1_000_000)));
    assert!(texts.contains(&format!("hoogstens {} tekens", crate::photos::MAX_CAPTION_CHARS)));
    assert!(fluent_bundle::FluentResource::try_new(texts.to_owned()).is_ok());
}

#[tokio::test]
async fn a_crowd_waits_for_its_turn_and_everybody_gets_one() {
    let pool = Pool::new(2);
    let crowd: Vec<_> = (0..40_u32)
        .map(|number| {
            let pool = pool.clone();
            tokio::spawn(async move {
                let seat = pool.seat().await?;
                pool.process(seat, jpeg(100 + number, 80)).await
            })
        })
        .collect();
    for (number, upload) in (0..40_u32).zip(crowd) {
        assert_eq!(upload.await.unwrap().unwrap().width, 100 + number);
    }
    let seat = pool.seat().await.unwrap();
    assert_eq!(pool.process(seat, b"tekst".to_vec()).await.unwrap_err().status(), 415);
    pool.close();
    assert_eq!(pool.seat().await.unwrap_err(), PhotoError::Stopping);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn no_damage_makes_the_pipeline_fall_over(
        file in select(vec![jpeg(48, 32), progressive(48, 32), png(32, 24), {
            let mut webp = Vec::new();
            scene(32, 24).write_with_encoder(WebPEncoder::new_lossless(&mut webp)).unwrap();
            webp
        }]),
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..12),
        cut in prop::option::weighted(0.2, any::<Index>()),
    ) {
        let mut file = file;
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        if let Some(cut) = cut {
            file.truncate(cut.index(file.len()));
        }
        if let Ok(photo) = process(&file) {
            assert_bare(&photo.large);
        }
    }
}
