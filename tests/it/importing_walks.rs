//! `buurtblik walk import`: a folder of photos, placed by what the camera says, beside a running server.

use std::fs;
use std::io::Cursor;

use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value as Exif};
use serde_json::{Value, json};

use crate::harness::{MIDDLE, TestServer, commands, data, jpeg, story};
use crate::moderation::begeleider;

/// The photo with what a camera writes: where, in degrees, and when.
pub fn taken(photo: &[u8], place: Option<[f64; 2]>, time: Option<&str>) -> Vec<u8> {
    let text = |text: &str| Exif::Ascii(vec![text.as_bytes().to_vec()]);
    let degrees = |degrees: f64| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "degrees are small")]
        let num = (degrees.abs() * 1e6).round() as u32;
        let whole = |num, denom| Rational { num, denom };
        Exif::Rational(vec![whole(num, 1_000_000), whole(0, 1), whole(0, 1)])
    };
    let mut fields = vec![(Tag::Artist, text("Fatima"))];
    if let Some([lon, lat]) = place {
        fields.extend([(Tag::GPSLatitudeRef, text("N")), (Tag::GPSLatitude, degrees(lat))]);
        fields.extend([(Tag::GPSLongitudeRef, text("E")), (Tag::GPSLongitude, degrees(lon))]);
    }
    fields.extend(time.map(|time| (Tag::DateTimeOriginal, text(time))));
    let fields: Vec<Field> =
        fields.into_iter().map(|(tag, value)| Field { tag, ifd_num: In::PRIMARY, value }).collect();
    let mut writer = Writer::new();
    for field in &fields {
        writer.push_field(field);
    }
    let mut block = Cursor::new(Vec::new());
    writer.write(&mut block, false).unwrap();
    let block = block.into_inner();
    let length = u16::try_from(block.len() + 8).unwrap().to_be_bytes();
    [&photo[..2], b"\xFF\xE1", &length, b"Exif\0\0", &block, &photo[2..]].concat()
}

/// A folder with a photo of each sort, and a track of 400 m that takes four minutes from 12:00 Dutch time on.
fn prepare(server: &TestServer) -> (String, String) {
    let folder = server.place.folder().join("Rondje mei");
    fs::create_dir(&folder).unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    write("1-gps.jpg", &taken(&jpeg(60, 40), Some(MIDDLE), None));
    write("2-stad.jpg", &taken(&jpeg(61, 40), Some([4.48, 51.92]), None));
    write("3-nul.jpg", &taken(&jpeg(62, 40), Some([0.0, 0.0]), None));
    write("4-tijd.jpg", &taken(&jpeg(63, 40), None, Some("2026:05:01 12:02:00")));
    write("5-te-laat.jpg", &taken(&jpeg(64, 40), None, Some("2026:05:01 18:00:00")));
    write("6-thuis.jpg", &taken(&jpeg(65, 40), None, Some("2026:05:01 12:00:10")));
    write("7-niets.jpg", &jpeg(66, 40));
    write("8-pagina.jpg", b"<!DOCTYPE html><p>Geen foto");
    write("9-dubbel.jpg", &taken(&jpeg(60, 40), Some(MIDDLE), None));
    write(".verborgen", b"iets");
    let points: Vec<_> = (0..=4)
        .map(|minute| {
            let lon = MIDDLE[0] + (f64::from(minute) * 100.0 - 200.0) / 68_170.0;
            let lat = MIDDLE[1];
            format!("<trkpt lat='{lat}' lon='{lon}'><time>2026-05-01T10:0{minute}:00Z</time></trkpt>")
        })
        .collect();
    let points = points.concat();
    let gpx = server.place.file("track.gpx", format!("<gpx><trk><trkseg>{points}</trkseg></trk></gpx>"));
    (folder.to_str().unwrap().to_owned(), gpx)
}

/// Imports a folder with a track.
pub fn import(server: &TestServer, folder: &str, gpx: &str, more: &[&str]) -> Value {
    let mut arguments =
        vec!["walk", "import", "--session", &server.code, "--photos", folder, "--gpx", gpx, "--json"];
    arguments.extend(more);
    server.place.cli(&arguments).json()
}

/// Of each photo the first letter of its name, what became of it and how it was placed.
pub fn told(outcome: &Value) -> Vec<(&str, &str, &str)> {
    let photos = outcome["photos"].as_array().unwrap();
    let word = |photo: &'_ Value, name: &str| -> String { photo[name].as_str().unwrap().to_owned() };
    let lines: Vec<_> = photos
        .iter()
        .map(|photo| (word(photo, "file"), word(photo, "outcome"), word(photo, "placed")))
        .collect();
    let kept: &'static Vec<_> = Box::leak(Box::new(lines));
    kept.iter().map(|(file, outcome, placed)| (&file[..1], outcome.as_str(), placed.as_str())).collect()
}

#[test]
fn a_folder_is_placed_by_what_the_camera_says_and_says_so_photo_by_photo() {
    story(async |server| {
        let (folder, gpx) = prepare(server);
        let outcome = import(server, &folder, &gpx, &["--kind", "kracht"]);
        assert_eq!(
            told(&outcome),
            [
                ("1", "new", "gps"),
                ("2", "new", "none"),
                ("3", "new", "none"),
                ("4", "new", "time"),
                ("5", "new", "none"),
                ("6", "new", "time"),
                ("7", "new", "none"),
                ("8", "refused", "none"),
                ("9", "again", "gps"),
            ]
        );
        for (at, words) in
            [(1, "buiten de buurt"), (4, "buiten de route"), (6, "geen plek en geen tijd"), (7, "geen foto")]
        {
            let why = outcome["photos"][at]["why"].as_str().unwrap();
            assert!(why.contains(words), "{why}");
        }
        // Those with a place are pins; the one taken at the door is at the cut, a hundred metres on.
        let pins = server.place.rows("SELECT lon FROM pin WHERE removed = 0").await;
        assert_eq!(pins.len(), 3);
        let wests: Vec<f64> =
            pins.iter().map(|pin| (pin[0].parse::<f64>().unwrap() - MIDDLE[0]) * 68_170.0).collect();
        assert!(server.pins(None).await.is_empty(), "one walker is no group");
        assert!(wests.iter().all(|west| *west > -120.0), "{wests:?}");
        let token = begeleider(server);
        let queue =
            server.get_as(&token, &format!("/api/v1/sessions/{}/moderation", server.code)).await.json(200);
        assert_eq!(queue.as_array().unwrap().iter().filter(|item| item["of"] == "photo").count(), 7);
    });
}

#[test]
fn a_folder_that_is_read_twice_does_its_work_once_and_takes_what_is_new() {
    story(async |server| {
        let (folder, gpx) = prepare(server);
        let first = import(server, &folder, &gpx, &[]);
        assert_eq!((&first["new"], &first["refused"]), (&json!(7), &json!(1)));
        fs::write(format!("{folder}/0-nieuw.jpg"), jpeg(70, 40)).unwrap();
        let second = import(server, &folder, &gpx, &["--clock-offset", "+00:00:30"]);
        assert_eq!(
            (&second["walk"], &second["new"], &second["again"]),
            (&first["walk"], &json!(1), &json!(8))
        );
        let arguments = ["walk", "import", "--session", &server.code, "--photos", &folder, "--gpx", &gpx];
        let words = server.place.cli(&arguments);
        let lines: Vec<_> = words.worked().lines().collect();
        assert_eq!(lines.len(), 12, "{lines:?}");
        assert!(lines[9].contains("8-pagina.jpg: geweigerd: Dit bestand is geen foto"), "{lines:?}");
        assert_eq!(
            server.place.count("SELECT COUNT(*) FROM pin").await,
            0,
            "without a kind they are no pins"
        );
    });
}

#[test]
fn a_clock_that_is_off_is_set_right() {
    story(async |server| {
        let (folder, gpx) = prepare(server);
        // The camera is six hours ahead: now the late photo is on the track, and the others are not.
        let outcome = import(server, &folder, &gpx, &["--clock-offset", "+05:58:00"]);
        let by_time: Vec<_> = told(&outcome).into_iter().filter(|(_, _, placed)| *placed == "time").collect();
        assert_eq!(by_time, [("5", "new", "time")]);
    });
}

#[test]
fn an_import_that_cannot_be_says_why_and_keeps_nothing() {
    story(async |server| {
        let (folder, gpx) = prepare(server);
        let run = |session: &str, photos: &str, gpx: &str| {
            server.place.cli(&["walk", "import", "--session", session, "--photos", photos, "--gpx", gpx])
        };
        run("AAAAAA", &folder, &gpx).failed("bijeenkomst");
        run(&server.code, "/nergens", &gpx).failed("/nergens");
        let page = server.place.file("a.gpx", "<html></html>");
        run(&server.code, &folder, &page).failed("GPX");
        let empty = server.place.folder().join("leeg");
        fs::create_dir(&empty).unwrap();
        run(&server.code, empty.to_str().unwrap(), &gpx).failed("geen foto's");
        server.close();
        run(&server.code, &folder, &gpx).failed("gesloten");
    });
}

#[test]
fn photos_stand_in_the_order_in_which_they_were_taken_whatever_they_are_called() {
    story(async |server| {
        let folder = server.place.folder().join("Rondje");
        fs::create_dir(&folder).unwrap();
        let times = [
            ("a.jpg", 60, Some("2026:05:01 12:30:00")),
            ("b.jpg", 61, None),
            ("c.jpg", 62, Some("2026-05-01T10:10:00Z")),
            ("IMG_0001.jpg", 63, Some("2026:05:01 12:20:00")),
        ];
        for (name, width, time) in times {
            fs::write(folder.join(name), taken(&jpeg(width, 40), None, time)).unwrap();
        }
        let arguments =
            ["walk", "import", "--session", &server.code, "--photos", folder.to_str().unwrap(), "--json"];
        let outcome = server.place.cli(&arguments).json();
        let page = format!("/sessie/{}/wandelingen?w={}", server.code, outcome["walk"].as_str().unwrap());
        let page = server.get_as(&begeleider(server), &page).await.expect(200).text();
        let widths: Vec<&str> = page
            .split(" id=\"stop-")
            .skip(1)
            .map(|stop| stop.split("width=\"").nth(1).unwrap().split('"').next().unwrap())
            .collect();
        assert_eq!(widths, ["62", "63", "60", "61"]);
    });
}

#[test]
fn what_cannot_be_read_in_a_photo_is_told_and_so_is_how_large_a_photo_may_be() {
    story(async |server| {
        let (_, gpx) = prepare(server);
        let folder = server.place.folder().join("Vreemd");
        fs::create_dir(&folder).unwrap();
        let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
        write("1-tijd.jpg", &taken(&jpeg(70, 40), None, Some("1 mei, twaalf uur")));
        write("2-groot.png", &crate::harness::png_header(16_384, 4096));
        write("3-zwaar.jpg", &vec![0xFF; 25_000_001]);
        write("4-gewoon.jpg", &taken(&jpeg(71, 40), None, Some("2026/05/01 12:02:00")));
        let outcome = import(server, folder.to_str().unwrap(), &gpx, &[]);
        assert_eq!(
            told(&outcome),
            [("1", "new", "none"), ("2", "refused", "none"), ("3", "refused", "none"), ("4", "new", "time")]
        );
        for (at, words) in [
            (0, "de tijd in de foto is niet te lezen"),
            (1, "16384 bij 4096 is 68 miljoen beeldpunten, en niet meer dan 64 miljoen"),
            (2, "26 MB, en niet meer dan 25 MB"),
        ] {
            let why = outcome["photos"][at]["why"].as_str().unwrap();
            assert!(why.contains(words), "{why}");
        }
    });
}

#[test]
fn the_shared_photos_are_placed_as_their_cases_say() {
    let (Some(boundaries), Some(cases)) =
        (data("boundaries/amsterdam_buurten_2024.geojson"), data("../cases"))
    else {
        return;
    };
    commands(async |place| {
        let boundary =
            ["buurt", "import", "--boundary", boundaries.to_str().unwrap(), "--code-field", "cbsCode"];
        place.cli(&[&boundary[..], &["--name-field", "naam", "--code", "BU0363MM05"]].concat()).worked();
        let made =
            place.cli(&["traject", "create", "--buurt", "BU0363MM05", "--title", "Frankendael"]).json();
        let traject = made["id"].as_str().unwrap().to_owned();
        for (case, with_track, wanted) in [
            ("10-android-takes-the-place-away", true, &["time"; 4][..]),
            ("10-android-takes-the-place-away", false, &["none"; 4]),
            ("11-exif-date-in-other-clothes", true, &["time"; 5]),
            ("13-exif-seconds-nought-by-nought", false, &["gps", "gps", "gps", "gps", "gps", "none"]),
            ("14-exif-satellite-time-beside-wrong-clock", true, &["time"; 3]),
            ("15-exif-zone-ignored-on-the-page", true, &["time"; 3]),
        ] {
            let folder = cases.join(case);
            let (photos, track) = (folder.join("fotos"), folder.join("rondje.gpx"));
            let session = place.session(&traject, &[]);
            let mut arguments =
                vec!["walk", "import", "--session", &session, "--photos", photos.to_str().unwrap(), "--json"];
            if with_track {
                arguments.extend(["--gpx", track.to_str().unwrap()]);
            }
            let outcome = place.cli(&arguments).json();
            let placed: Vec<&str> = outcome["photos"]
                .as_array()
                .unwrap()
                .iter()
                .map(|photo| photo["placed"].as_str().unwrap())
                .collect();
            assert_eq!(placed, wanted, "{case}: {outcome}");
        }
    });
}

#[test]
fn a_folder_without_a_photo_that_can_be_read_leaves_nothing_behind() {
    story(async |server| {
        let (_, gpx) = prepare(server);
        let folder = server.place.folder().join("Geen foto's");
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("pagina.jpg"), b"<!DOCTYPE html><p>Geen foto").unwrap();
        fs::write(folder.join("zwaar.jpg"), vec![0xFF; 25_000_001]).unwrap();
        let what = ["walk", "import", "--session", &server.code, "--photos", folder.to_str().unwrap()];
        for more in [&[][..], &["--gpx", &gpx]] {
            server.place.cli(&[&what[..], more].concat()).failed("Geen bestand in deze map kan binnenkomen.");
            assert_eq!(server.place.count("SELECT COUNT(*) FROM walk").await, 0);
        }
    });
}
