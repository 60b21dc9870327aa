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

mod refused;
mod turned;
mod unended;

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

/// A progressive photo that gets finer in passes, the last of them for the fine grain of its brightness.
const REFINED: &[u8] = include_bytes!("tests/refined.jpg");

/// The same with the pass that is nothing but single bits at its end: the last bit of each mean colour.
fn refined_by_bits() -> Vec<u8> {
    let scan = |last: [u8; 3]| {
        let at = REFINED.windows(2).enumerate().filter(|(_, two)| *two == [0xFF, 0xDA]).map(|(at, _)| at);
        let mut at = at.filter(|at| {
            let length = usize::from(REFINED[at + 3]);
            REFINED[at + 2 + length - 3..at + 2 + length] == last
        });
        at.next().unwrap()
    };
    // From 0 to 0, the bit below the one that was told: T.81, G.1.1.1.
    let from = scan([0, 0, 0x10]);
    let length = REFINED[from + 1..].windows(2).position(|two| two == [0xFF, 0xC4]).unwrap() + 1;
    let end = REFINED.len() - 2;
    [&REFINED[..from], &REFINED[from + length..end], &REFINED[from..from + length], &REFINED[end..]].concat()
}

#[test]
fn what_phones_write_behind_a_whole_photo_is_no_reason_to_refuse_it() {
    let second = jpeg(32, 24);
    let film = b"\0\0\0\x18ftypmp42\0\0\0\0isommp42\0\0\0\x08mdat";
    let trailer = b"\0\0\x01\x0A\x0E\0\0\0Image_UTC_Data1700000000000SEFH\x6A\0\0\0\x01\0\0\0SEFT";
    for whole in [jpeg(320, 240), progressive(320, 240), REFINED.to_vec(), refined_by_bits()] {
        let plain = process(&whole).unwrap();
        for behind in [&second[..], film, trailer, &[0; 4096], b"\xFF\xD9"] {
            assert_eq!(process(&[&whole[..], behind].concat()).unwrap(), plain);
            // Nor does it stand in for an end that is not there.
            let cut = [&whole[..whole.len() * 4 / 5], behind].concat();
            assert_eq!(refusal(&cut).status(), 422, "{} bytes behind", behind.len());
        }
    }
}

#[test]
fn corrupt_empty_looping_and_enormous_exif_changes_nothing_of_a_photo() {
    let plain = process(&jpeg(96, 64)).unwrap();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let tiff = |entries: &[Vec<u8>], next: u32| {
        let count = u16::try_from(entries.len()).unwrap();
        let head = [b"II*\0\x08\0\0\0".as_slice(), &count.to_le_bytes()].concat();
        [head, entries.concat(), next.to_le_bytes().to_vec()].concat()
    };
    let blocks = [
        ("empty", Vec::new()),
        ("no directory", b"II*\0".to_vec()),
        ("corrupt", vec![0xA7; 500]),
        ("a directory that is its own next", tiff(&[entry(0x8769, 4, 1, 8)], 8)),
        ("directories that hold each other", tiff(&[entry(0x8769, 4, 1, 8), entry(0x8825, 4, 1, 8)], 0)),
        ("far behind its end", tiff(&[entry(0x8825, 4, 1, u32::MAX)], u32::MAX)),
        (
            "four thousand million values",
            tiff(&[entry(0x0112, 3, u32::MAX, 8), entry(0x927C, 7, u32::MAX, 8)], 0),
        ),
        ("more entries than bytes", [b"II*\0\x08\0\0\0\xFF\xFF".as_slice(), &[1; 40]].concat()),
        ("as long as a segment can be", tiff(&vec![entry(0x010E, 2, 4, 0x4141_4141); 5450], 0)),
    ];
    for (name, block) in blocks {
        let length = u16::try_from(block.len() + 8).unwrap().to_be_bytes();
        let mut file = jpeg(96, 64);
        file.splice(2..2, [b"\xFF\xE1".as_slice(), &length, b"Exif\0\0", &block].concat());
        assert_eq!(process(&file).unwrap(), plain, "{name}");
        assert_eq!(camera(&measure(&file).unwrap()), Camera::default(), "{name}");
    }
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

#[tokio::test]
async fn a_crowd_waits_for_its_turn_and_everybody_gets_one() {
    let pool = Pool::new(2);
    let crowd: Vec<_> = (0..40_u32)
        .map(|number| {
            let pool = pool.clone();
            tokio::spawn(async move {
                let mut seat = pool.seat("AAAAAA");
                seat.take(1).await?;
                pool.process(seat, jpeg(100 + number, 80)).await
            })
        })
        .collect();
    for (number, upload) in (0..40_u32).zip(crowd) {
        assert_eq!(upload.await.unwrap().unwrap().width, 100 + number);
    }
    let seat = pool.seat("AAAAAA");
    assert_eq!(pool.process(seat, b"tekst".to_vec()).await.unwrap_err().status(), 415);
    pool.close();
    let seat = pool.seat("AAAAAA");
    assert_eq!(pool.process(seat, jpeg(40, 20)).await.unwrap_err(), PhotoError::Stopping);
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
