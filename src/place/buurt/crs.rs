//! The one list of reference systems that files may be in, by every name that programs write for them: `EPSG:28992`, a URN
//! with or without a version, an address with `http` or `https`, a bare number, or the name of the system itself.

use serde::{Deserialize, Serialize};

/// In which reference system places are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Crs {
    /// Degrees: WGS84, or ETRS89, which differs from it by less than a metre.
    Wgs,
    /// RD New, metres.
    Rd,
}

/// Numbers of EPSG in degrees: WGS84 and ETRS89, flat and with a height.
const DEGREES: [u32; 4] = [4326, 4258, 4979, 4937];
/// RD New, and the same with heights in NAP.
const METRES: [u32; 2] = [28992, 7415];

impl Crs {
    /// The system that a file names; nothing where it is one that is not read.
    pub fn named(name: &str) -> Option<Self> {
        let small = name.to_lowercase();
        if small.contains("crs84") {
            return Some(Self::Wgs);
        }
        match number(&small) {
            Some(number) if DEGREES.contains(&number) => Some(Self::Wgs),
            Some(number) if METRES.contains(&number) => Some(Self::Rd),
            Some(_) => None,
            None => by_title(&small),
        }
    }
}

/// Whether the authority that names the system puts north before east. GeoJSON never does; the `place` of JSON-FG follows
/// the authority.
pub fn is_north_first(name: &str) -> bool {
    let small = name.to_lowercase();
    !small.contains("crs84") && number(&small).is_some_and(|number| DEGREES.contains(&number))
}

/// The number of EPSG in a name; of a flat system and a height together that of the flat one.
fn number(small: &str) -> Option<u32> {
    let digits = |text: &str| text.len() >= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let bare = small.trim_matches(|sign: char| !sign.is_ascii_alphanumeric());
    if digits(bare) {
        return bare.parse().ok();
    }
    let own = small.split([',', '&']).find(|part| part.contains("epsg"))?;
    // A version such as 9.9.1 is one word with points in it, and never a number of four digits.
    let mut words = own.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '.');
    words.rfind(|word| digits(word))?.parse().ok()
}

/// By what the system is called, as some programs write it.
fn by_title(small: &str) -> Option<Crs> {
    let plain: String = small.chars().filter(char::is_ascii_alphanumeric).collect();
    if plain.contains("rdnew") {
        return Some(Crs::Rd);
    }
    // Exactly: `WGS 84 / UTM zone 31N` is in metres.
    let degrees = ["wgs84", "wgs1984", "gcswgs1984", "etrs89", "gcsetrs1989", "etrs1989"];
    degrees.contains(&plain.as_str()).then_some(Crs::Wgs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_system_has_many_names() {
        for name in [
            "EPSG:28992",
            "epsg:28992",
            "28992",
            "urn:ogc:def:crs:EPSG::28992",
            "urn:ogc:def:crs:EPSG:9.9.1:28992",
            "urn:ogc:def:crs:EPSG:6.9:28992",
            "urn:x-ogc:def:crs:EPSG:28992",
            "urn:ogc:def:crs:EPSG::7415",
            "urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709",
            "http://www.opengis.net/def/crs/EPSG/0/28992",
            "https://www.opengis.net/def/crs/EPSG/9.9.1/28992",
            "http://www.opengis.net/gml/srs/epsg.xml#28992",
            "http://spatialreference.org/ref/epsg/28992/",
            "[EPSG:28992]",
            "Amersfoort / RD New",
            "RD_New",
        ] {
            assert_eq!(Crs::named(name), Some(Crs::Rd), "{name}");
            assert!(!is_north_first(name), "{name}");
        }
        for name in [
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "OGC:CRS84",
            "http://www.opengis.net/def/crs/OGC/0/CRS84",
            "http://www.opengis.net/def/crs/OGC/0/CRS84h",
            "urn:ogc:def:crs:EPSG:6.9:4326",
            "http://www.opengis.net/def/crs/EPSG/0/4326",
            "EPSG:4258",
            "urn:ogc:def:crs:EPSG::4258",
            "EPSG:4979",
            "WGS 84",
            "ETRS89",
        ] {
            assert_eq!(Crs::named(name), Some(Crs::Wgs), "{name}");
        }
    }

    #[test]
    fn another_system_is_not_taken_for_one_of_these() {
        for name in [
            "",
            "EPSG",
            "EPSG:3035",
            "urn:ogc:def:crs:EPSG::3857",
            "http://www.opengis.net/def/crs/EPSG/0/32631",
            "WGS 84 / UTM zone 31N",
            "EPSG:128992",
            "EPSG:28991",
            "urn:ogc:def:crs:EPSG:28992:3857",
            "CRS27",
        ] {
            assert_eq!(Crs::named(name), None, "{name}");
        }
        assert!(is_north_first("http://www.opengis.net/def/crs/EPSG/0/4258") && !is_north_first("OGC:CRS84"));
    }
}
