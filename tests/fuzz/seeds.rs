//! What the files that are sent begin as: small ones made here, and the shared test data where it is at hand.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ImageFormat, RgbImage};
use jpeg_encoder::{ColorType, Encoder};

/// The files of a folder of test data that are no larger than this.
fn data(folder: &str, largest: u64) -> Vec<Vec<u8>> {
    let root = std::env::var_os("BUURTBLIK_TEST_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let Ok(entries) = std::fs::read_dir(root.join(folder)) else {
        println!("without {folder}: it is not in {}", root.display());
        return Vec::new();
    };
    let mut paths: Vec<_> =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    paths.sort();
    paths.retain(|path| path.metadata().unwrap().len() <= largest);
    paths.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

fn scene(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([x, y, x ^ y].map(|value| u8::try_from(value * 5 % 256).unwrap()))
    })
}

fn jpeg(progressive: bool, optimised: bool, colour: ColorType) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 80);
    encoder.set_progressive(progressive);
    encoder.set_optimized_huffman_tables(optimised);
    let channels = if colour == ColorType::Cmyk { 4 } else { 3 };
    let pixels: Vec<u8> =
        (0..48 * 40 * channels).map(|at: u32| u8::try_from(at * 7 % 256).unwrap()).collect();
    encoder.encode(&pixels, 48, 40, colour).unwrap();
    file
}

/// Small pictures of every type that is taken.
pub fn images() -> Vec<Vec<u8>> {
    let rgb = ColorType::Rgb;
    let mut files = vec![
        jpeg(false, false, rgb),
        jpeg(true, false, rgb),
        jpeg(false, true, rgb),
        jpeg(false, false, ColorType::Cmyk),
    ];
    let picture = DynamicImage::from(scene(24, 20));
    let deep = DynamicImage::from(picture.to_rgb16());
    let grey = DynamicImage::from(picture.to_luma_alpha8());
    for one in [&picture, &deep, &grey] {
        let mut file = Cursor::new(Vec::new());
        one.write_to(&mut file, ImageFormat::Png).unwrap();
        files.push(file.into_inner());
    }
    let mut webp = Vec::new();
    scene(24, 20).write_with_encoder(WebPEncoder::new_lossless(&mut webp)).unwrap();
    files.push(webp);
    // Without an end and with a film behind it, and with bytes between its segments.
    let whole = files[0].len() - 2;
    files.push([&files[0][..whole], b"\0\0\0\x18ftypmp42\0\0\0\0\xFF\xAD\xFF\x12"].concat());
    files.push([&files[0][..2], b"\xFF\0tussen", &files[0][2..]].concat());
    let mut with_exif = files[0].clone();
    let block = &exif_blocks()[0];
    let length = u16::try_from(block.len() + 8).unwrap().to_be_bytes();
    with_exif.splice(2..2, [b"\xFF\xE1".as_slice(), &length, b"Exif\0\0", block].concat());
    files.push(with_exif);
    files.extend(data("photos/mapillary", 150_000));
    files
}

/// What a camera writes, in either order of bytes.
pub fn exif_blocks() -> Vec<Vec<u8>> {
    let text = |text: &str| Value::Ascii(vec![text.as_bytes().to_vec()]);
    let dms = |degrees| Value::Rational([degrees, 20, 30].map(|num| Rational { num, denom: 1 }).to_vec());
    let fields = [
        (Tag::Orientation, Value::Short(vec![6])),
        (Tag::DateTimeOriginal, text("2026:05:01 12:00:00")),
        (Tag::OffsetTimeOriginal, text("+02:00")),
        (Tag::GPSLatitudeRef, text("N")),
        (Tag::GPSLatitude, dms(52)),
        (Tag::GPSLongitudeRef, text("E")),
        (Tag::GPSLongitude, dms(4)),
        (Tag::GPSDateStamp, text("2026:05:01")),
        (Tag::GPSTimeStamp, dms(10)),
    ]
    .map(|(tag, value)| Field { tag, ifd_num: In::PRIMARY, value });
    [true, false]
        .map(|little| {
            let mut writer = Writer::new();
            for field in &fields {
                writer.push_field(field);
            }
            let mut out = Cursor::new(Vec::new());
            writer.write(&mut out, little).unwrap();
            out.into_inner()
        })
        .to_vec()
}

/// Tracks.
pub fn tracks() -> Vec<Vec<u8>> {
    let own = "<?xml version='1.0'?><gpx><trk><name>a &amp; b</name><trkseg>\
        <trkpt lat='52.35' lon='4.93'><ele>1</ele><time>2026-05-01T10:00:00Z</time></trkpt>\
        <trkpt lat='52.36' lon='4.94'><time>2026-05-01T10:01:00Z</time></trkpt></trkseg></trk>\
        <rte><rtept lat='1' lon='2'/></rte></gpx>";
    let mut files = vec![own.as_bytes().to_vec()];
    files.extend(data("gpx", 60_000));
    files
}

/// Boundaries: one and several, with holes, in RD, a feature on each line.
pub fn boundaries() -> Vec<Vec<u8>> {
    let feature = |shape: &str| {
        format!(r#"{{"type":"Feature","properties":{{"code":"A1","naam":"Hof"}},"geometry":{shape}}}"#)
    };
    let square = "[[4.926,52.348],[4.934,52.348],[4.934,52.352],[4.926,52.352],[4.926,52.348]]";
    let hole = "[[4.928,52.349],[4.928,52.350],[4.930,52.350],[4.928,52.349]]";
    let one = feature(&format!(r#"{{"type":"Polygon","coordinates":[{square},{hole}]}}"#));
    let several = feature(&format!(r#"{{"type":"MultiPolygon","coordinates":[[{square}]]}}"#));
    let eight = "[[4.926,52.348],[4.93,52.348],[4.93,52.35],[4.934,52.35],[4.934,52.352],[4.93,52.352],[4.93,52.35],[4.926,52.35],[4.926,52.348]]";
    let eight = feature(&format!(r#"{{"type":"Polygon","coordinates":[{eight}]}}"#));
    let metres = "[[123600,484600],[124000,484600],[124000,485000],[123600,485000],[123600,484600]]";
    let metres = feature(&format!(r#"{{"type":"Polygon","coordinates":[{metres}]}}"#));
    let woven = feature(&format!(r#"{{"type":"Polygon","coordinates":[{}]}}"#, woven(800)));
    let crs = r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"#;
    [
        format!(r#"{{"type":"FeatureCollection","features":[{one}]}}"#),
        format!(r#"{{"type":"FeatureCollection",{crs}"features":[{metres}]}}"#),
        eight,
        woven,
        format!("\u{1e}{several}\n"),
        format!("\u{feff}{one}"),
    ]
    .map(String::into_bytes)
    .to_vec()
}

/// A ring that goes `n` times up and down, then `n` times left and right: it crosses itself n² times.
fn woven(n: u32) -> String {
    let at = |step: u32, from: f64, side: f64| from + side * f64::from(step) / f64::from(n);
    let end = |step: u32, from: f64, side: f64| {
        if step.is_multiple_of(2) { [from, from + side] } else { [from + side, from] }
    };
    let up = (0..n).flat_map(|step| end(step, 52.348, 0.004).map(|y| (at(step, 4.926, 0.008), y)));
    let across = (0..n).flat_map(|step| end(step, 4.926, 0.008).map(|x| (x, at(step, 52.348, 0.004))));
    let mut corners: Vec<String> = up.chain(across).map(|(x, y)| format!("[{x:.6},{y:.6}]")).collect();
    corners.push(corners[0].clone());
    format!("[{}]", corners.join(","))
}

/// Files of OpenStreetMap: a head, and one block with a way that says where it is, as they are and packed otherwise.
pub fn maps() -> Vec<Vec<u8>> {
    let field = |number: u8, content: &[u8]| {
        let head = [(number << 3) | 2, u8::try_from(content.len()).unwrap()];
        [head.as_slice(), content].concat()
    };
    let block = |kind: &str, content: &[u8], packing: u8| {
        let blob = field(packing, content);
        let head = [field(1, kind.as_bytes()), vec![3 << 3, u8::try_from(blob.len()).unwrap()]].concat();
        let length = u32::try_from(head.len()).unwrap().to_be_bytes();
        [&length[..], &head, &blob].concat()
    };
    let varint = |value: i64| {
        let mut rest = ((value << 1) ^ (value >> 63)).cast_unsigned();
        let mut bytes = Vec::new();
        while rest >= 0x80 {
            bytes.push(u8::try_from(rest & 0x7F).unwrap() | 0x80);
            rest >>= 7;
        }
        bytes.push(u8::try_from(rest).unwrap());
        bytes
    };
    let words: Vec<u8> =
        ["", "highway", "residential"].iter().flat_map(|word| field(1, word.as_bytes())).collect();
    let refs = [1, 1].map(varint).concat();
    let lat = [523_500_000, 1_000].map(varint).concat();
    let lon = [49_280_000, 30_000].map(varint).concat();
    let way = [vec![8, 7], field(2, &[1]), field(3, &[2]), field(8, &refs), field(9, &lat), field(10, &lon)]
        .concat();
    let data = [field(1, &words), field(2, &field(3, &way))].concat();
    let head = block("OSMHeader", &field(4, b"OsmSchema-V0.6"), 1);
    let mut files: Vec<Vec<u8>> =
        [1, 6, 7].map(|packing| [head.clone(), block("OSMData", &data, packing)].concat()).to_vec();
    files.extend(self::data("osm", 150_000));
    files
}

/// Tables, areas and points: text, GeoJSON, and a GeoPackage that is made in `folder`.
pub fn figures(runtime: &tokio::runtime::Runtime, folder: &Path) -> Vec<Vec<u8>> {
    use sqlx::Connection as _;
    let mut all: Vec<Vec<u8>> = vec![
        b"Titel;;\r\n;Wonen;\r\ncode;huur;leeg\r\n;%;%\r\nBU03630000 ; 12,5;.\r\nWK036300;1.234;x\r\n".to_vec(),
        b"lon,lat,soort\n4.93,52.35,afval\n4.94,52.36,\"licht, en meer\"\n".to_vec(),
        b"vk\twaarde\nE1237N4848\t5\nE1238N4848\t-99997\n".to_vec(),
        "code;één\nGM0363;1,5\n".encode_utf16().flat_map(u16::to_le_bytes).collect(),
        b"code;w;;;;\r\nBU03630000\0\0;9-okt;;;;\r\nGM0363;-99997,00;;;;\r\n;;;;;\r\n".to_vec(),
        b"plek,_plek_latitude,_plek_longitude\n52.35 4.93 0 5,52.35,4.93\n,,\n".to_vec(),
        b"<html><table><tr><td>BU03630000</td></tr></table></html>".to_vec(),
        b"\x1e{\"type\":\"Feature\",\"properties\":{\"w\":1},\"geometry\":{\"type\":\"MultiPoint\",\"coordinates\":[[4.9,52.3]]}}\n\x1e{\"type\":\"Feature\",\"properties\":{\"w\\u0000\":-99995},\"geometry\":null,\"place\":{\"type\":\"Point\",\"coordinates\":[121000,487000]},\"coordRefSys\":\"EPSG:28992\"}\n".to_vec(),
        br#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"BU03630000","w":1.5},"geometry":{"type":"Point","coordinates":[4.9,52.3]}},{"type":"Feature","properties":{"code":"GM0363","w":"2,5"},"geometry":{"type":"Polygon","coordinates":[[[4.9,52.3],[4.91,52.3],[4.91,52.31],[4.9,52.3]]]}}]}"#.to_vec(),
    ];
    let path = folder.join("zaad.gpkg");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path).create_if_missing(true);
    let sql = "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
        CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER);
        INSERT INTO gpkg_contents VALUES ('punten', 'features');
        INSERT INTO gpkg_geometry_columns VALUES ('punten', 'geom', 28992);
        INSERT INTO gpkg_spatial_ref_sys VALUES (28992, 'EPSG', 28992);
        CREATE TABLE punten (fid INTEGER PRIMARY KEY, geom BLOB, soort TEXT);
        INSERT INTO punten VALUES (1, x'47500001407100000101000000000000000000F03F0000000000000040', 'afval');";
    runtime.block_on(async {
        let mut file = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
        sqlx::raw_sql(sql).execute(&mut file).await.unwrap();
        file.close().await.unwrap();
    });
    all.push(std::fs::read(&path).unwrap());
    let woven = woven(800);
    all.push(format!(r#"{{"type":"Feature","properties":{{"code":"BU03630000","w":1.5}},"geometry":{{"type":"Polygon","coordinates":[{woven}]}}}}"#).into_bytes());
    all
}
