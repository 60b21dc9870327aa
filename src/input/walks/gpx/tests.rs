use std::path::PathBuf;

use super::*;

fn gpx(inside: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\"?><gpx version=\"1.1\">{inside}</gpx>").into_bytes()
}

fn count(file: &[u8]) -> Vec<usize> {
    read(file).unwrap().tracks.iter().flatten().map(Vec::len).collect()
}

#[test]
fn real_tracks_are_read_whatever_program_wrote_them() {
    let root = std::env::var_os("BUURTBLIK_TEST_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    if !root.join("gpx").is_dir() {
        eprintln!("skipped: no tracks in {}", root.display());
        return;
    }
    let file = |name: &str| std::fs::read(root.join("gpx").join(name)).unwrap();
    let hike = read(&file("Mojstrovka.gpx")).unwrap();
    assert!(hike.tracks.iter().flatten().flatten().count() > 180 && hike.remarks.year == Some(1901));
    let timeless = read(&file("cerknicko-without-times.gpx")).unwrap();
    assert!(timeless.tracks.iter().flatten().flatten().filter(|fix| fix.time.is_none()).count() > 100);
    assert!(count(&file("track-with-empty-segment.gpx")).iter().all(|points| *points > 0));
    assert!(count(&file("track-with-extremes.gpx")).iter().sum::<usize>() > 20);
    assert!(read(&file("gpx1.1_with_all_fields.gpx")).is_ok());
    // Waypoints only.
    assert_eq!(read(&file("unicode_with_bom.gpx")), Err(GpxError::NoTrack));
}

#[test]
fn times_belong_to_their_own_point_and_may_be_missing() {
    let file =
        gpx("<metadata><time>1999-01-01T00:00:00Z</time></metadata><wpt lat='1' lon='1'/><trk><trkseg>\
         <trkpt lat='52.35' lon='4.93'><time>2026-05-01T10:00:00Z</time></trkpt>\
         <trkpt lat='52.36' lon='4.94'><extensions><a:time>2000-01-01T00:00:00Z</a:time></extensions></trkpt>\
         <trkpt lon='4.95' lat='52.37'><time>2026-05-01T10:00:10.5</time></trkpt>\
         <trkpt lat='52.38' lon='4.96'><time>gisteren</time></trkpt></trkseg><trkseg/></trk>");
    let read = read(&file).unwrap().tracks;
    let times: Vec<_> = read[0][0].iter().map(|fix| fix.time).collect();
    assert_eq!(times, [Some(1_777_629_600), None, Some(1_777_629_610), None]);
    assert_eq!((read.len(), read[0].len(), read[0][0][2].place), (1, 1, Place { lon: 4.95, lat: 52.37 }));
}

#[test]
fn a_route_serves_where_there_is_no_track() {
    assert_eq!(count(&gpx("<rte><rtept lat='1' lon='2'/><rtept lat='1' lon='3'/></rte>")), [2]);
    let both = "<rte><rtept lat='1' lon='2'/></rte><trk><trkseg><trkpt lat='5' lon='6'/></trkseg></trk>";
    assert_eq!(read(&gpx(both)).unwrap().tracks[0][0][0].place, Place { lon: 6.0, lat: 5.0 });
}

#[test]
fn a_reading_that_is_not_on_the_globe_is_left_out() {
    let points = "<trkpt lat='91' lon='0'/><trkpt lat='NaN' lon='0'/><trkpt lat='1e999' lon='0'/><trkpt lat='x' lon='0'/>\
         <trkpt lon='1'/><trkpt lat='1' lon='1'/>";
    assert_eq!(count(&gpx(&format!("<trk><trkseg>{points}</trkseg></trk>"))), [1]);
}

#[test]
fn a_bomb_of_entities_is_refused_before_it_goes_off() {
    let entity = |n: i32| format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10));
    let entities = (1..10).map(entity).collect::<Vec<_>>().concat();
    let bomb = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE gpx [<!ENTITY a0 \"lol\">{entities}]>\
         <gpx><trk><trkseg><trkpt lat='1' lon='1'><time>&a9;</time></trkpt></trkseg></trk></gpx>"
    );
    assert!(matches!(read(bomb.as_bytes()), Err(GpxError::Broken(..))));
    let outside = "<!DOCTYPE gpx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><gpx><trk/></gpx>";
    assert!(matches!(read(outside.as_bytes()), Err(GpxError::Broken(..))));
    let deep = format!("<gpx>{}", "<a>".repeat(100_000));
    assert!(matches!(read(deep.as_bytes()), Err(GpxError::Broken(..))));
}

#[test]
fn what_is_too_much_is_refused() {
    let points = "<trkpt lat='1' lon='1'/>".repeat(MOST_POINTS + 1);
    assert_eq!(read(&gpx(&format!("<trk><trkseg>{points}</trkseg></trk>"))), Err(GpxError::TooManyPoints));
    assert_eq!(read(&vec![b' '; LARGEST_GPX + 1]), Err(GpxError::TooLarge));
}

#[test]
fn what_is_no_gpx_is_told_apart_from_what_is_broken() {
    assert_eq!(read(b""), Err(GpxError::NotGpx));
    assert_eq!(read(b"<html><body>hoi</body></html>"), Err(GpxError::NotGpx));
    assert_eq!(read(b"Dit is tekst."), Err(GpxError::NotGpx));
    assert_eq!(read(&gpx("")), Err(GpxError::NoTrack));
    assert!(matches!(read(b"<gpx><trk><trkseg><trkpt lat='1' lon='1'>"), Err(GpxError::Broken(..))));
    assert!(matches!(read(b"<gpx><trk></gpx>"), Err(GpxError::Broken(..))));
    let utf16: Vec<u8> = "<gpx/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(read(&utf16).is_err());
}

#[test]
fn two_files_behind_each_other_are_read_as_one() {
    let one = gpx("<trk><trkseg><trkpt lat='1' lon='1'/></trkseg></trk>");
    let other = gpx("<trk><trkseg><trkpt lat='2' lon='2'/><trkpt lat='3' lon='3'/></trkseg></trk>");
    assert_eq!(count(&[one.clone(), b"\n".to_vec(), other.clone()].concat()), [1, 2]);
    assert_eq!(count(&[one.clone(), b"\xEF\xBB\xBF".to_vec(), other].concat()), [1, 2]);
    assert_eq!(read(&[one, b"<html/>".to_vec()].concat()), Err(GpxError::NotGpx));
}

#[test]
fn of_times_that_cannot_be_read_it_is_known_how_many() {
    let of = |time: &str| {
        let point = |time: &str| format!("<trkpt lat='1' lon='1'>{time}</trkpt>");
        let points = point("<time>2026-05-01T10:00:00Z</time>") + &point(time);
        read(&gpx(&format!("<trk><trkseg>{points}</trkseg></trk>"))).unwrap().remarks.unreadable
    };
    for wrong in ["<time>onbekend</time>", "<time>1777629600</time>", "<time>2026-05-01T10:00:00+2</time>"] {
        assert_eq!(of(wrong), 1, "{wrong}");
    }
    for none in ["", "<time/>", "<time> \n</time>", "<time>2026-05-01T10:00:00+02</time>"] {
        assert_eq!(of(none), 0, "{none}");
    }
}

#[test]
fn a_mark_at_the_beginning_and_names_in_an_old_encoding_do_no_harm() {
    let mut file = b"\xEF\xBB\xBF".to_vec();
    file.extend(
        gpx("<trk><name>Caf\u{0}</name><trkseg><trkpt lat='1' lon='1'/></trkseg></trk>")
            .iter()
            .map(|byte| if *byte == 0 { 0xE9 } else { *byte }),
    );
    assert_eq!(count(&file), [1]);
}

/// Eleven points along a street, one a minute, with these times.
fn timed(time: impl Fn(i64) -> String) -> Vec<u8> {
    let points = (0..=10).map(|n| {
        let lon = 4.925 + f64::from(i32::try_from(n).unwrap()) * 0.001;
        format!("<trkpt lat='52.35' lon='{lon}'><time>{}</time></trkpt>", time(n))
    });
    let points = points.collect::<Vec<_>>().concat();
    gpx(&format!("<trk><trkseg>{points}</trkseg></trk>"))
}

fn times(file: &[u8]) -> Vec<Option<i64>> {
    read(file).unwrap().tracks[0][0].iter().map(|fix| fix.time).collect()
}

/// 1 May 2026, 10:00 in UTC.
const TEN: i64 = 1_777_629_600;

#[test]
fn a_time_is_the_same_moment_however_it_is_written() {
    let right: Vec<_> = (0..=10).map(|n| Some(TEN + n * 60)).collect();
    let ways: [&dyn Fn(i64) -> String; 9] = [
        &|n| format!("2026-05-01T10:{n:02}:00Z"),
        &|n| format!("2026-05-01t10:{n:02}:00.146z"),
        &|n| format!("2026-05-01 10:{n:02}:00,9 Z"),
        &|n| format!(" 2026-05-01T12:{n:02}:00+02:00\n"),
        &|n| format!("2026-05-01T12:{n:02}:00.146+0200"),
        &|n| format!("2026-05-01T05:{n:02}:00-05"),
        &|n| format!("<![CDATA[2026-05-01T10:{n:02}:00Z]]>"),
        &|n| format!("2026-05-01T10:{n:02}Z"),
        // The clock of the Netherlands.
        &|n| format!("2026-05-01T12:{n:02}:00"),
    ];
    for (way, write) in ways.iter().enumerate() {
        assert_eq!(times(&timed(write)), right, "{way}");
        assert_eq!(read(&timed(write)).unwrap().remarks.without_zone, way == 8, "{way}");
    }
    // Winter, and the two nights on which the clock is changed.
    for (written, right) in [
        ("2026-12-01T12:00:00", "2026-12-01T11:00:00Z"),
        ("2026-03-29T02:30:00", "2026-03-29T01:30:00Z"),
        ("2026-10-25T02:30:00", "2026-10-25T00:30:00Z"),
    ] {
        assert_eq!(times(&timed(|_| written.to_owned())), times(&timed(|_| right.to_owned())), "{written}");
    }
    // One without a zone among others has theirs.
    let mixed = timed(|n| format!("2026-05-01T12:{n:02}:00{}", if n == 4 { "" } else { "+02:00" }));
    assert_eq!(times(&mixed), right);
}

#[test]
fn what_is_no_time_is_none() {
    for wrong in [
        "",
        "gisteren",
        "2026-05-01",
        "2026-13-01T10:00:00Z",
        "2026-02-30T10:00:00Z",
        "2026-05-01T24:00:00Z",
        "2026-05-01T10:60:00Z",
        "2026-05-01T10:00:61Z",
        "2026-05-01T10:00:00.Z",
        "2026-05-01T10:00:00+15:00",
        "2026-05-01T10:00:00+02:",
        "2026-05-01T10:00:00ZZ",
        "26-05-01T10:00:00Z",
        "2026-05-01T10:00:00Z and some more",
        "2026-05-01T10:00:00&amp;Z",
        "20260501T100000Z",
    ] {
        assert!(times(&timed(|_| wrong.to_owned())).iter().all(Option::is_none), "{wrong}");
    }
    let long = format!("2026-05-01T10:00:00Z{}", " ".repeat(100));
    assert!(times(&timed(|_| long.clone())).iter().all(Option::is_none));
}

#[test]
fn one_time_that_cannot_be_is_left_out_and_the_others_stay() {
    let usual = |n: i64| format!("2026-05-01T10:{n:02}:00Z");
    for (at, wrong) in [
        (2, "0000-05-01T10:02:00Z"),
        (0, "1970-01-01T00:00:00Z"),
        (10, "2106-02-07T06:28:15Z"),
        (5, "9999-12-31T23:59:59Z"),
        (0, "1980-01-06T00:00:00Z"),
        (4, "2026-05-01T08:04:00Z"),
        (4, "2026-05-01T14:04:00Z"),
        (0, "2019-04-07T10:00:00Z"),
        (10, "2036-05-01T10:10:00Z"),
        (7, "2006-09-15T10:07:00Z"),
        (1, "2026-05-01T09:59:00Z"),
    ] {
        let file = timed(|n| if n == at { wrong.to_owned() } else { usual(n) });
        let right: Vec<_> = (0..=10).map(|n| (n != at).then_some(TEN + n * 60)).collect();
        assert_eq!(times(&file), right, "{wrong} at {at}");
        assert_eq!(read(&file).unwrap().remarks, Remarks { impossible: 1, ..Remarks::default() }, "{wrong}");
    }
    let all = read(&timed(|n| format!("1970-01-01T00:{n:02}:00Z"))).unwrap();
    assert!(!all.has_times());
    assert_eq!((all.remarks.impossible, all.remarks.year), (11, Some(1970)));
    // Two days in one piece are two days.
    let days = timed(|n| format!("2026-05-0{}T10:{n:02}:00Z", if n < 6 { 4 } else { 7 }));
    assert!(times(&days).iter().all(Option::is_some));
}

#[test]
fn a_comma_is_a_decimal_sign_and_a_point_that_is_passed_over_is_counted() {
    let points = "<trkpt lat='52,35' lon='4,9250881'/><trkpt lat='52.35' lon='4.9250881'/><trkpt lat=' +52.35 ' lon='4.9250881e0'/>";
    let read_them = read(&gpx(&format!("<trk><trkseg>{points}</trkseg></trk>"))).unwrap();
    let right = Place { lon: 4.925_088_1, lat: 52.35 };
    assert!(
        read_them.tracks[0][0].iter().all(|fix| fix.place == right) && read_them.remarks.passed_over == 0
    );
    for wrong in [
        "", " ", "x", "52,35,1", "1.234,5", "52.35.1", "0x34", "inf", "1e", "--52", "52 35", "5&#50;", "91",
        "nan",
    ] {
        let file = gpx(&format!(
            "<trk><trkseg><trkpt lat='{wrong}' lon='4.9'/><trkpt lat='52.3' lon='4.9'/></trkseg></trk>"
        ));
        assert_eq!((count(&file), read(&file).unwrap().remarks.passed_over), (vec![1], 1), "{wrong}");
    }
    let nowhere = "<trk><trkseg><trkpt lat='0.0' lon='0'/><trkpt lat='a' lon='b'/></trkseg></trk>";
    assert_eq!(read(&gpx(nowhere)), Err(GpxError::NoPoint(2)));
}

#[test]
fn what_programs_leave_behind_in_a_file_does_no_harm() {
    let track = "<trk><trkseg><trkpt lat='1' lon='1'/></trkseg></trk>";
    for odd in [
        "<trk><desc><![CDATA[<!DOCTYPE html><html>&nbsp;<b>]]></desc></trk>",
        "<metadata><name>Brink & Middenweg</name></metadata>",
        "<metadata><name>A&B; &nbsp; &#0;</name></metadata>",
        "<extensions><gpxtpx:hr>80</gpxtpx:hr><x:a y:b='1'/></extensions>",
        "<!-- <!DOCTYPE a> -- <trkpt lat='2' lon='2'/> -->",
        "<?xml-stylesheet href='a'?>",
        "<a b='<c>' d=\"'>'\"/>",
    ] {
        assert_eq!(count(&gpx(&format!("{odd}{track}"))), [1], "{odd}");
    }
    let other: Vec<u8> = "\u{FEFF}<gpx><trk><trkseg><trkpt lat='1' lon='1'/></trkseg></trk></gpx>"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(count(&other), [1]);
    let prefixed = "<g:gpx xmlns:g='http://www.topografix.com/GPX/1/1'><g:trk><g:trkseg><g:trkpt lat='1' lon='1'/></g:trkseg></g:trk></g:gpx>";
    assert_eq!(count(prefixed.as_bytes()), [1]);
}

#[test]
fn where_a_file_is_broken_is_said() {
    let line = |file: &str| match read(file.as_bytes()) {
        Err(GpxError::Broken(line, _)) => line,
        other => panic!("{other:?}"),
    };
    assert_eq!(line("<gpx>\n<trk>\n</gpx>"), 3);
    assert_eq!(line("<gpx>\n<!DOCTYPE a>\n</gpx>"), 2);
    assert_eq!(line("<gpx>\n\n<trk><trkseg><trkpt lat='1' lon=1/></trkseg></trk></gpx>"), 3);
}
