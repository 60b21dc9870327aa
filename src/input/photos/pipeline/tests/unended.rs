//! JPEGs as phones write them against the letter of the standard, and as every viewer shows them.

use super::*;

/// Noise, so that hardly a byte of the coded data is like another.
fn film(length: usize) -> Vec<u8> {
    let mut seed = 7_u32;
    let mut bytes = b"\0\0\0\x18ftypmp42\0\0\0\0isommp42\0\0.\xE8mdat".to_vec();
    while bytes.len() < length {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        bytes.push(seed.to_be_bytes()[0]);
    }
    bytes
}

/// What hangs behind a picture, as phones begin it.
fn trailers() -> Vec<Vec<u8>> {
    vec![
        [b"\0\0\x30\x0A\x10\0\0\0MotionPhoto_Data".as_slice(), &film(9000), b"SEFHj\0\0\0SEFT"].concat(),
        film(9000),
        [b"\0\0\x01\x0A\x0E\0\0\0Image_UTC_Data1700000000000".as_slice(), &film(300)].concat(),
        jpeg(32, 24),
        b"PK\x03\x04archief".to_vec(),
    ]
}

fn grey(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let grey = DynamicImage::from(scene(width, height)).to_luma8();
    grey.write_with_encoder(JpegEncoder::new_with_quality(&mut file, 90)).unwrap();
    file
}

/// In fours (4:2:0), as cameras do, and with restarts.
fn sampled(width: u16, height: u16, restart: u16) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 85);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::R_4_2_0);
    encoder.set_restart_interval(restart);
    encoder.encode(scene(width.into(), height.into()).as_raw(), width, height, ColorType::Rgb).unwrap();
    file
}

#[test]
fn a_whole_picture_without_an_end_is_taken_where_a_phone_hung_something_behind_it() {
    for whole in [jpeg(320, 160), grey(90, 70), sampled(321, 163, 0), sampled(320, 160, 7), jpeg(8, 8)] {
        let plain = process(&whole).unwrap();
        let unended = &whole[..whole.len() - 2];
        for trailer in trailers() {
            let photo = process(&[unended, &trailer].concat());
            assert_eq!(photo.as_ref(), Ok(&plain), "{} bytes behind {}", trailer.len(), whole.len());
        }
    }
}

#[test]
fn half_a_picture_is_refused_whatever_hangs_behind_it() {
    for whole in [jpeg(320, 160), sampled(321, 163, 0), sampled(320, 160, 7), progressive(320, 160)] {
        for percent in [40, 60, 80, 90, 97] {
            for trailer in trailers().into_iter().chain([Vec::new(), vec![0; 20_000]]) {
                let half = [&whole[..whole.len() * percent / 100], &trailer].concat();
                assert_eq!(refusal(&half).status(), 422, "{percent} % of {}", whole.len());
            }
        }
    }
}

#[test]
fn a_picture_without_an_end_and_nothing_behind_it_is_told_what_to_do() {
    let whole = jpeg(320, 160);
    assert_eq!(refusal(&whole[..whole.len() - 2]).code(), "photo-cut-off");
}

#[test]
fn bytes_between_segments_are_passed_over_as_every_viewer_does() {
    for whole in [jpeg(320, 160), sampled(321, 163, 7), progressive(320, 160), scan_per_colour(96, 64)] {
        let plain = process(&whole).unwrap();
        // The beginnings of all segments but those of scans, whose data follow them.
        let (mut at, mut starts) = (2, Vec::new());
        while whole[at + 1] != 0xDA {
            starts.push(at);
            at += 2 + usize::from(u16::from_be_bytes([whole[at + 2], whole[at + 3]]));
        }
        starts.push(at);
        // By what stands right behind the very beginning a file is known for a JPEG.
        starts.remove(0);
        for junk in [
            &b"\0"[..],
            b"\0\0\0\0\0\0",
            b"tussen de delen",
            b"\xFF\xFF\xFF",
            b"\xFF\0tussen\xFF\0",
            &[0x20; 3000],
        ] {
            for start in &starts {
                let file = [&whole[..*start], junk, &whole[*start..]].concat();
                assert_eq!(process(&file).as_ref(), Ok(&plain), "{junk:?} at {start}");
            }
            // Everywhere at once.
            let mut file = whole.clone();
            for start in starts.iter().rev() {
                file.splice(start..start, junk.iter().copied());
            }
            assert_eq!(process(&file).as_ref(), Ok(&plain), "{junk:?} everywhere");
        }
    }
}

#[test]
fn the_shared_panoramas_and_inks_come_out_in_their_own_colours() {
    let root = std::env::var_os("BUURTBLIK_TEST_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let Some(cases) = root.parent().map(|shared| shared.join("cases")).filter(|cases| cases.is_dir()) else {
        eprintln!("skipped: no shared cases beside {}", root.display());
        return;
    };
    let quadrants = |file: &[u8]| {
        let picture = opened(&process(file).unwrap().large);
        let (width, height) = picture.dimensions();
        [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| picture.get_pixel(width * x / 4, height * y / 4).0)
    };
    let near = |seen: [[u8; 3]; 4], wanted: [[u8; 3]; 4], within: u8, name: &str| {
        let close = seen.iter().flatten().zip(wanted.iter().flatten()).all(|(a, b)| a.abs_diff(*b) <= within);
        assert!(close, "{name}: {seen:?}");
    };
    let panorama = cases.join("17-jpeg-samsung-panorama-without-end");
    for name in ["2-zonder-einde-met-film.jpg", "3-controle-einde-en-film.jpg"] {
        let file = std::fs::read(panorama.join(name)).unwrap();
        near(quadrants(&file), [[200, 40, 40], [40, 160, 40], [40, 40, 200], [220, 200, 40]], 8, name);
    }
    assert_eq!(refusal(&std::fs::read(panorama.join("4-echt-half.jpg")).unwrap()).status(), 422);
    for name in ["1-photoshop-cmyk.jpg", "2-photoshop-ycck.jpg", "3-zonder-merk.jpg"] {
        let file = std::fs::read(cases.join("20-jpeg-cmyk-and-ycck").join(name)).unwrap();
        near(quadrants(&file), [[220, 30, 30], [30, 150, 60], [30, 60, 200], [100, 100, 100]], 12, name);
    }
}
