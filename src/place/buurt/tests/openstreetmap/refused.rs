//! Files that are refused: cut off, damaged, of another kind, or made to grow.

use proptest::prelude::*;

use super::*;

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused() {
    let whole = pond().bytes();
    let header = Pbf::default().header().len();
    for length in 0..whole.len() {
        let result = import_bytes(&whole[..length]);
        match result {
            // A file of nothing but a header is complete, if poor.
            Ok(_) => assert_eq!(length, header),
            Err(error) => {
                assert!(matches!(error, BuurtError::NotPbf { .. } | BuurtError::BrokenPbf { .. }), "{error}");
            }
        }
    }
}

#[test]
fn files_that_are_no_openstreetmap_are_refused() {
    for text in ["", "abc", "dit is een gewone tekst, geen kaart\n", "\0\0\0\u{4}abcdefgh"] {
        let error = import_bytes(text.as_bytes()).unwrap_err();
        assert!(
            matches!(error, BuurtError::NotPbf { .. } | BuurtError::BrokenPbf { .. }),
            "{text:?}: {error}"
        );
    }
    for text in ["<osm version=\"0.6\"></osm>", "\u{feff}<?xml version='1.0' encoding='UTF-8'?>\n<osm></osm>"]
    {
        let error = import_bytes(text.as_bytes()).unwrap_err();
        assert!(matches!(error, BuurtError::OsmXml { .. }), "{text:?}: {error}");
        assert!(error.to_string().contains("osmium cat "), "{error}");
    }
    let path = Path::new("x.osm").to_owned();
    let told = BuurtError::OsmXml { path }.to_string();
    assert!(told.ends_with("osmium cat x.osm -o x.osm.pbf"), "{told}");
    let missing = import(&square(), &[Path::new("/nergens/kaart.osm.pbf").to_owned()]);
    assert!(matches!(missing, Err(BuurtError::Read { .. })));
    let folder = tempfile::tempdir().unwrap();
    assert!(import(&square(), &[folder.path().to_owned()]).is_err());
}

#[test]
fn a_file_that_needs_more_than_this_reader_can_is_refused() {
    let bytes = Pbf::requiring("Toekomst").bytes();
    assert!(
        matches!(import_bytes(&bytes), Err(BuurtError::UnsupportedPbf { feature, .. }) if feature == "Toekomst")
    );
}

#[test]
fn a_file_with_the_history_of_the_map_is_refused_also_when_it_does_not_say_so() {
    let refused = |pbf: &Pbf| {
        let error = import_bytes(&pbf.bytes()).unwrap_err();
        assert!(matches!(error, BuurtError::HistoryPbf { .. }), "{error}");
        assert!(error.to_string().contains("geschiedenis"));
    };
    refused(&Pbf::requiring("HistoricalInformation"));
    let mut versions = pond();
    versions.version(51, (4.9, 52.3), &[("shop", "bakery"), ("name", "Oud")], Some((1, true)));
    versions.version(51, (4.9, 52.3), &[("shop", "bakery"), ("name", "Nieuw")], Some((2, true)));
    refused(&versions);
    let mut deleted = pond();
    deleted.version(51, (4.9, 52.3), &[], Some((3, false)));
    refused(&deleted);
    // The same thing twice, as in two files that were glued together, is no history.
    let mut twice = pond();
    for _ in 0..2 {
        twice.version(51, (4.9, 52.3), &[("shop", "bakery"), ("name", "Bakker")], Some((1, true)));
    }
    import_bytes(&twice.bytes()).unwrap();
}

#[test]
fn blocks_that_are_packed_otherwise_are_named_with_what_to_do() {
    for (field, method) in [(4, "lzma"), (5, "bzip2"), (6, "lz4"), (7, "zstd")] {
        let mut pbf = Pbf::in_field(field);
        pbf.node(1, 4.9, 52.3, &[]);
        let error = import_bytes(&pbf.bytes()).unwrap_err();
        assert!(matches!(&error, BuurtError::PackedPbf { method: found, .. } if *found == method), "{error}");
        assert!(error.to_string().contains("pbf_compression=zlib"), "{error}");
    }
    let mut damaged = pond().bytes();
    let end = damaged.len();
    damaged[end - 40..].fill(0xFF);
    assert!(matches!(import_bytes(&damaged), Err(BuurtError::BrokenPbf { .. })));
}

#[test]
fn numbers_that_overflow_the_decoder_end_as_an_error() {
    let mut pbf = pond();
    pbf.way(i64::MAX, &[i64::MAX, i64::MIN, i64::MAX, i64::MIN], &[("highway", "residential")]);
    assert!(matches!(import_bytes(&pbf.bytes()), Err(BuurtError::BrokenPbf { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn damaged_bytes_never_end_in_a_panic(changes in proptest::collection::vec((0..2_000_usize, any::<u8>()), 1..4)) {
        let mut bytes = pond().bytes();
        let length = bytes.len();
        for (at, value) in changes {
            bytes[at % length] = value;
        }
        if let Err(error) = import_bytes(&bytes) {
            prop_assert!(!error.to_string().is_empty());
        }
    }
}

#[test]
fn half_a_real_file_is_refused() {
    let Some(file) = data("osm/amsterdam_watergraafsmeer.osm.pbf") else { return };
    let bytes = std::fs::read(file).unwrap();
    let error = import_bytes(&bytes[..bytes.len() / 2]).unwrap_err();
    assert!(matches!(error, BuurtError::BrokenPbf { .. }), "{error}");
}

/// 709 bytes that unpack to 200,000 nodes.
const MANY: &[u8] = include_bytes!("many.osm.pbf");

#[test]
fn a_file_that_unpacks_to_far_more_than_files_of_its_size_do_is_refused() {
    let refused = import_bytes(MANY).unwrap_err().to_string();
    assert!(refused.contains("veel meer"), "{refused}");
}

#[test]
fn a_block_that_says_it_unpacks_to_more_than_the_format_allows_is_refused_before_it_is_unpacked() {
    for said in [33 * 1024 * 1024, 1 << 31, u64::MAX] {
        let mut pbf = Pbf::saying(said);
        pbf.node(1, 4.9, 52.3, &[]);
        let refused = import_bytes(&pbf.bytes()).unwrap_err().to_string();
        assert!(refused.contains("32 MB"), "{said}: {refused}");
    }
}
