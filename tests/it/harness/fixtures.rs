//! Small things that stories are made of.

use std::io::Cursor;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use image::{ImageFormat, RgbImage};
use serde_json::{Value, json};

/// A boundary of one buurt, some 545 by 445 m, in Amsterdam.
pub const BOUNDARY: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature",
    "properties":{"code":"BU0001","naam":"Proefbuurt"},
    "geometry":{"type":"Polygon","coordinates":[[[4.926,52.348],[4.934,52.348],[4.934,52.352],[4.926,52.352],[4.926,52.348]]]}}]}"#;
/// A place inside it (degrees east and north).
pub const MIDDLE: [f64; 2] = [4.930, 52.350];
/// A place some 780 m to the north of it.
pub const FAR: [f64; 2] = [4.930, 52.359];

/// How the ids of participants begin, so that they are found wherever they should not be.
const SECRET: &str = "5ec2e7ab-";

fn count() -> u64 {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    COUNT.fetch_add(1, Ordering::Relaxed)
}

/// A new id for a pin or a photo.
pub fn id() -> String {
    format!("1d000000-0000-4000-8000-{:012x}", count())
}

/// A new participant.
pub fn participant() -> String {
    format!("{SECRET}0000-4000-8000-{:012x}", count())
}

/// Whether a participant is named in here.
pub fn is_participant(text: &str) -> bool {
    text.contains(SECRET) || text.contains(&SECRET.replace('-', "0000"))
}

/// A pin in the middle of the buurt.
pub fn pin(participant: &str, text: &str) -> Value {
    json!({
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": MIDDLE},
        "properties": {"kind": "zorg", "text": text, "participant": participant},
    })
}

/// A file or folder of the test data; nothing, with the reason, where it is not there.
pub fn data(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("BUURTBLIK_TEST_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let path = folder.join(name);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not there (BUURTBLIK_TEST_DATA)", path.display());
    None
}

/// A photo of this size in pixels: a slope of colours.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let shade = |part: u32, whole: u32| u8::try_from(255 * part / whole).unwrap();
        image::Rgb([shade(x, width), shade(y, height), 90])
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// The photo with EXIF: an orientation, and the name of its owner.
pub fn with_exif(jpeg: &[u8], orientation: u8, owner: &str) -> Vec<u8> {
    let artist = u8::try_from(owner.len() + 1).unwrap();
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    tiff.extend([0x3B, 0x01, 2, 0, artist, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0, 0, 0, 0]);
    tiff.extend(owner.bytes().chain([0]));
    let length = u16::try_from(2 + 6 + tiff.len()).unwrap();
    let mut all = jpeg[..2].to_vec();
    all.extend([0xFF, 0xE1]);
    all.extend(length.to_be_bytes());
    all.extend(b"Exif\0\0");
    all.extend(tiff);
    all.extend(&jpeg[2..]);
    all
}

/// A PNG that claims a size and holds nothing.
pub fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    png.extend(&header);
    png.extend(crc(&header).to_be_bytes());
    png.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
    png
}

/// The checksum of PNG chunks (CRC-32, reflected).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg()))
    })
}

/// A form with a photo and a caption.
pub fn multipart(photo: Vec<u8>, name: &str, caption: &str) -> reqwest::multipart::Form {
    let photo = reqwest::multipart::Part::bytes(photo).file_name(name.to_owned());
    let photo = photo.mime_str("image/jpeg").unwrap();
    reqwest::multipart::Form::new().part("photo", photo).text("caption", caption.to_owned())
}
