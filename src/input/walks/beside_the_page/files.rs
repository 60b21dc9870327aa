//! Files for both: as programs and people make them, at random, and torn.

/// A small generator of numbers (`SplitMix64`): the same files each time.
pub(super) struct Dice(pub u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }

    fn one_of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }

    fn between(&mut self, from: i64, to: i64) -> i64 {
        from + i64::try_from(self.below(u64::try_from(to - from).unwrap())).unwrap()
    }

    /// A recording of some walks, as devices and people make them: pauses, stays, jumps, wrong times, odd numbers.
    pub(super) fn recording(&mut self) -> Vec<u8> {
        let (mut time, mut east, mut north) = (1_777_629_600 + self.between(0, 40_000_000), 0_i64, 0_i64);
        let mut text = String::from(
            "<?xml version=\"1.0\"?>\n<gpx><metadata><time>2106-02-07T06:28:15Z</time></metadata>",
        );
        let way = self.below(5);
        for _ in 0..=self.below(3) {
            text += "<trk><name>Brink & Middenweg</name>";
            for _ in 0..=self.below(3) {
                text += "<trkseg>";
                for _ in 0..self.below(50) {
                    (east, north) = (east + self.between(-40, 60), north + self.between(-40, 50));
                    time += self.between(5, 60);
                    match self.below(60) {
                        0 => time += self.between(0, 2_000),
                        1 => time -= self.between(0, 2_000),
                        2 => (east, time) = (east + self.between(-400, 400), time + self.between(0, 400)),
                        3 => (east, north, time) = (0, 0, time + 950),
                        // Silence at one place; a clock that stands still; short visits.
                        4 => time += self.between(590, 700),
                        5 => {
                            for n in 0..self.between(60, 110) {
                                text += &self.point(way, time, east + n % 7, north);
                            }
                        }
                        6 => {
                            for n in 0..60 {
                                time += 20;
                                text += &self.point(way, time, east + n / 20 % 2 * 60, north + n % 3);
                            }
                        }
                        _ => {}
                    }
                    text += &self.point(way, time, east, north);
                }
                time += *self.one_of(&[&10_i64, &300, &700, &4_000]);
                text += "</trkseg>";
            }
            text += "</trk>";
            time += *self.one_of(&[&60_i64, &80_000]);
            if self.below(2) == 0 {
                (east, north) = (0, 0);
            }
        }
        text += "<rte><rtept lat='52.35' lon='4.93'/></rte></gpx>";
        text.into_bytes()
    }

    fn point(&mut self, way: u64, time: i64, east: i64, north: i64) -> String {
        #[allow(clippy::cast_precision_loss, reason = "some kilometres")]
        let (lon, lat) = (4.93 + east as f64 / 68_000.0, 52.35 + north as f64 / 111_000.0);
        let stamp = jiff::Timestamp::from_second(time).unwrap();
        let stamp = match way {
            0 => stamp.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            1 => stamp.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
            2 => stamp.strftime("%Y-%m-%d %H:%M:%S.25+02:00").to_string(),
            3 => String::new(),
            _ => stamp.strftime("<![CDATA[%Y-%m-%dt%H:%M:%Sz]]>").to_string(),
        };
        let wrong = [
            "1970-01-01T00:00:00Z",
            "2106-02-07T06:28:15Z",
            "0000-05-01T10:02:00Z",
            "straks",
            "2026-05-01T12:00:00",
        ];
        let stamp = if self.below(40) == 0 { (*self.one_of(&wrong.each_ref())).to_owned() } else { stamp };
        match self.below(50) {
            0 => format!(
                "<trkpt lat=\"{}\" lon=\"{lon}\"><time>{stamp}</time></trkpt>",
                lat.to_string().replace('.', ",")
            ),
            1 => format!("<trkpt lon='x' lat='{lat}'><time>{stamp}</time></trkpt>"),
            2 => format!("<trkpt lat='0' lon='0.0'><time>{stamp}</time></trkpt>"),
            3 => format!(
                "<g:trkpt lat='{lat}' lon='{lon}' a:b='&lt;'><ele>1</ele><e:x><time>1999</time></e:x><time> {stamp}\n</time></g:trkpt>"
            ),
            _ => format!("<trkpt lat=\"{lat}\" lon=\"{lon}\"><time>{stamp}</time></trkpt>\n"),
        }
    }

    /// A file with something torn out, put in or doubled.
    pub(super) fn torn(&mut self) -> Vec<u8> {
        const WORDS: [&str; 24] = [
            "<",
            ">",
            "&",
            "\"",
            "'",
            "/",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<?",
            "?>",
            "<!DOCTYPE gpx>",
            "</trkseg>",
            "<trkpt lat='52' lon='5'/>",
            "<rtept lat=\"52\" lon=\"5\">",
            "<time>",
            "</time>",
            " lat='1'",
            "=",
            "<a:b c>",
            "&#65;",
            "\u{e9}",
            "<wpt lat='1' lon='1'/>",
        ];
        let mut text = String::from_utf8(self.recording()).unwrap();
        for _ in 0..=self.below(3) {
            let mut at = usize::try_from(self.below(text.len() as u64)).unwrap();
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            match self.below(4) {
                0 => text.truncate(at),
                1 => {
                    let end = text[at..].char_indices().nth(8).map_or(text.len(), |(end, _)| at + end);
                    text.replace_range(at..end, "");
                }
                _ => text.insert_str(at, self.one_of(&WORDS)),
            }
            if text.is_empty() {
                break;
            }
        }
        text.into_bytes()
    }
}

/// Files that programs and people made.
pub(super) fn odd() -> Vec<Vec<u8>> {
    let track =
        "<trk><trkseg><trkpt lat='52.35' lon='4.93'><time>2026-05-01T10:00:00Z</time></trkpt></trkseg></trk>";
    let inside = |text: &str| format!("<gpx>{text}</gpx>").into_bytes();
    let mut files: Vec<Vec<u8>> = [
        "<desc><![CDATA[<!DOCTYPE html>]]></desc>",
        "<name>a & b</name>",
        "<name>a &amp; &b; &</name>",
        "<!-- <!DOCTYPE a> -->",
        "<a b='>'/>",
        "<a b=\"'>'\"/>",
        "<x:y z:a='1'/>",
        "<!DOCTYPE a>",
        "<!ENTITY a 'b'>",
        "<a>",
        "</a>",
        "<a></b>",
        "<a></a >",
        "<?a?>",
        "<wpt lat='1' lon='1'/>",
        "<trk/>",
        "<rte/>",
        "",
    ]
    .iter()
    .flat_map(|odd| {
        [inside(&format!("{odd}{track}")), inside(odd), format!("{odd}<gpx>{track}</gpx>").into_bytes()]
    })
    .collect();
    files.extend(
        [
            "",
            " ",
            "geen",
            "<html/>",
            "<gpx",
            "<gpx>",
            "<gpx/>",
            "<gpx/><gpx/>",
            "<gpx/><html/>",
            "\u{feff}<gpx/>",
            "<g:gpx></g:gpx>",
        ]
        .map(|file| file.as_bytes().to_vec()),
    );
    files.push(format!("<gpx>{track}</gpx>\n<?xml version='1.0'?>\u{feff}<gpx>{track}</gpx>").into_bytes());
    files.push(format!("\u{feff}<gpx>{track}</gpx>").encode_utf16().flat_map(u16::to_le_bytes).collect());
    files.push(format!("\u{feff}<gpx>{track}</gpx>").encode_utf16().flat_map(u16::to_be_bytes).collect());
    files.push(inside(&"<a>".repeat(100)));
    for attributes in [
        "lat='52,35' lon='4,93'",
        "lat='52' lon='4' lat='1'",
        "lat=52 lon=4",
        "lat='52'",
        "lat=' 52 ' lon='+4.9e0'",
        "lat='.5' lon='5.'",
        "lat='.' lon='5'",
        "lat='52' lon='181'",
        "lat='52' lon='4,9,3'",
        "lat = '52'\nlon = \"4\"",
        "lat='52'lon='4'",
        "lat lon='4'",
        "lat='' lon=''",
        "lat='0x1' lon='4'",
    ] {
        files.push(inside(&format!(
            "<trk><trkseg><trkpt {attributes}/><trkpt lat='52.35' lon='4.93'/></trkseg></trk>"
        )));
        files.push(inside(&format!("<rte><rtept {attributes}></rtept></rte>")));
    }
    for time in [
        "2026-03-29T02:30:00",
        "2026-10-25T02:30:00",
        "2026-10-25T03:00:00",
        "2026-03-29T03:00:00",
        "2026-12-31T23:59:60Z",
        "2026-02-29T10:00:00Z",
        "2024-02-29T10:00:00Z",
        "2026-05-01T10:00Z",
        "2026-05-01T10:00:00+0530",
        "2026-05-01T10:00:00-14",
        "2026-05-01T10:00:00+14:60",
        "2026-5-1T10:00:00Z",
        "2026-05-01T10:00:00.Z",
        "2026-05-01T10:00:00,5 Z",
        "0026-05-01T10:00:00Z",
        "2099-12-31T23:59:59Z",
        "2100-01-01T00:00:00Z",
        "1999-12-31T23:59:59Z",
        "2026-05-01T10:00:00\u{a0}Z",
        "2026-05-01T10:00:00&Z",
        "2026-05-01T10:00:00Z<b/>",
    ] {
        let point = format!("<trkpt lat='52.35' lon='4.93'><time>{time}</time></trkpt>");
        files.push(inside(&format!("<trk><trkseg>{point}{point}</trkseg></trk>")));
    }
    files
}
