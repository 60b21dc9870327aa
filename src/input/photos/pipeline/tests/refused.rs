//! What is no whole photo, or too much of one, is refused.

use super::*;
use crate::input::photos::{Foreign, MAX_PHOTO_BYTES};

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
    let PhotoError::TooMuchMemory { bytes, .. } = wanted else { panic!("{wanted}") };
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
fn a_progressive_photo_that_was_cut_off_in_its_last_pass_is_refused_wherever_that_was() {
    for (name, file) in [("fine grain", REFINED.to_vec()), ("single bits", refined_by_bits())] {
        let whole = process(&file).unwrap();
        let scan = file.windows(2).rposition(|two| two == [0xFF, 0xDA]).unwrap();
        let coded = scan + 2 + usize::from(file[scan + 3]);
        let mut passed = Vec::new();
        for end in coded..file.len() - 2 {
            if file[end - 1] == 0xFF {
                continue;
            }
            if let Ok(photo) = process(&[&file[..end], b"\xFF\xD9"].concat()) {
                // The last bits may be such that nothing is missing of what is seen.
                assert_eq!(photo, whole, "{name}: cut off at {end} of {} it is another photo", file.len());
                passed.push(end);
            }
        }
        assert!(passed.iter().all(|end| *end + 4 >= file.len()), "{name}: {passed:?} of {} pass", file.len());
    }
}

#[test]
fn every_refusal_has_a_text_with_what_to_do() {
    let texts = include_str!("../../nl.ftl");
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
        PhotoError::TooMuchMemory { width: 1, height: 1, bytes: 1 },
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
    assert!(texts.contains(&format!("niet meer dan {} MB", MAX_PHOTO_BYTES / 1_000_000)));
    assert!(texts.contains(&format!("niet meer dan {} tekens", crate::input::photos::MAX_CAPTION_CHARS)));
    assert!(fluent_bundle::FluentResource::try_new(texts.to_owned()).is_ok());
}
