//! The layer as a GeoTIFF in EPSG:28992, for GIS programs.
//!
//! Tags after OGC GeoTIFF 1.1 (19-008r4); those for nodata and for further items (42112, XML) are GDAL's.

use std::io::Cursor;

use tiff::{
    TiffError,
    encoder::{Compression, DeflateLevel, TiffEncoder, colortype::Gray32Float},
    tags::Tag,
};

use super::{Provenance, ascii::ascii, layer::HeatGrid, model::HeatError};

/// What a suppressed cell holds; published densities are never negative.
pub const NODATA: f32 = -9999.0;

/// `GeoKeyDirectory`: version 1.1.0 and four keys — a projected system, cells are areas, RD New, metres.
const GEO_KEYS: [u16; 20] = [
    1, 1, 0, 4, //
    1024, 0, 1, 1, // GTModelTypeGeoKey: projected
    1025, 0, 1, 1, // GTRasterTypeGeoKey: pixel is area
    3072, 0, 1, 28992, // ProjectedCRSGeoKey: Amersfoort / RD New
    3076, 0, 1, 9001, // ProjLinearUnitsGeoKey: metre
];

/// Where GDAL keeps and looks for items of its own.
const GDAL_METADATA: Tag = Tag::Unknown(42112);

/// The layer as float32, north up, [`NODATA`] where suppressed. What it rests on becomes the description, in ASCII, and
/// whole in GDAL's items.
///
/// # Errors
/// [`HeatError::Encode`] where the file cannot be written.
pub fn geotiff(grid: &HeatGrid, about: &Provenance) -> Result<Vec<u8>, HeatError> {
    write(grid, about).map_err(|e| HeatError::Encode(e.to_string()))
}

fn write(grid: &HeatGrid, about: &Provenance) -> Result<Vec<u8>, TiffError> {
    let lattice = grid.lattice();
    let extent = lattice.extent();
    let mut bytes = Cursor::new(Vec::new());
    let mut encoder =
        TiffEncoder::new(&mut bytes)?.with_compression(Compression::Deflate(DeflateLevel::Balanced));
    let size = |n: usize| u32::try_from(n).map_err(|_| TiffError::IntSizeError);
    let mut image = encoder.new_image::<Gray32Float>(size(lattice.nx)?, size(lattice.ny)?)?;
    let tags = image.encoder();
    tags.write_tag(Tag::ModelPixelScaleTag, &[lattice.dx, lattice.dy, 0.0][..])?;
    tags.write_tag(Tag::ModelTiepointTag, &[0.0, 0.0, 0.0, extent.min_x, extent.max_y, 0.0][..])?;
    tags.write_tag(Tag::GeoKeyDirectoryTag, &GEO_KEYS[..])?;
    tags.write_tag(Tag::GdalNodata, format!("{NODATA}").as_str())?;
    tags.write_tag(Tag::Software, "Buurtblik")?;
    tags.write_tag(Tag::ImageDescription, ascii(&about.text()).as_str())?;
    tags.write_tag(GDAL_METADATA, items(about).as_str())?;
    // A value has at most four digits, which a float32 holds exactly enough to print the same again.
    #[allow(clippy::cast_possible_truncation)]
    let values: Vec<f32> = grid.values().map(|v| v.map_or(NODATA, |v| v as f32)).collect();
    let north_up: Vec<f32> = values.chunks(lattice.nx).rev().flatten().copied().collect();
    image.write_data(&north_up)?;
    Ok(bytes.into_inner())
}

/// GDAL's items, in the ASCII that a TIFF text is: XML has numbers for everything else.
fn items(about: &Provenance) -> String {
    let text = |text: &str| {
        text.chars().fold(String::new(), |mut xml, letter| {
            match letter {
                ' '..='~' if !matches!(letter, '<' | '>' | '&') => xml.push(letter),
                '\0' => {}
                other => xml.extend(["&#", &u32::from(other).to_string(), ";"]),
            }
            xml
        })
    };
    let item = |name: &str, value: &str| format!(r#"<Item name="{name}">{}</Item>"#, text(value));
    let items = [
        item("PROVENANCE", &about.text()),
        item("ATTRIBUTION", &about.attribution),
        item("UNIT", super::json::UNIT),
        item("SUPPRESSED", "nodata: no, or too few, answers to show; not zero"),
    ];
    format!("<GDALMetadata>{}</GDALMetadata>", items.concat())
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use tiff::decoder::{Decoder, DecodingResult};

    use super::*;
    use crate::layers::heat::{
        Bandwidth,
        testing::{invented_layer, invented_provenance},
    };

    #[test]
    fn the_tags_say_where_the_cells_are_and_the_first_row_is_the_northernmost() {
        let grid = invented_layer(Bandwidth::Normal);
        let bytes = geotiff(&grid, &invented_provenance()).unwrap();
        let mut decoder = Decoder::new(Cursor::new(&bytes)).unwrap();
        assert_eq!(decoder.get_tag_f64_vec(Tag::ModelPixelScaleTag).unwrap(), [10.0, 10.0, 0.0]);
        let tie = decoder.get_tag_f64_vec(Tag::ModelTiepointTag).unwrap();
        assert_eq!(tie, [0.0, 0.0, 0.0, 120_745.0, grid.lattice().extent().max_y, 0.0]);
        assert_eq!(decoder.get_tag_u16_vec(Tag::GeoKeyDirectoryTag).unwrap(), GEO_KEYS);
        assert_eq!(decoder.get_tag_ascii_string(Tag::GdalNodata).unwrap(), "-9999");
        let description = decoder.get_tag_ascii_string(Tag::ImageDescription).unwrap();
        assert_eq!(description, ascii(&invented_provenance().text()));
        let items = decoder.get_tag_ascii_string(GDAL_METADATA).unwrap();
        assert!(items.contains("Wonen &#38; caf&#233; Voorbeeld"), "{items}");
        let DecodingResult::F32(values) = decoder.read_image().unwrap() else { panic!("float32") };
        let (nx, ny) = (grid.lattice().nx, grid.lattice().ny);
        for (n, value) in values.iter().enumerate() {
            let (i, j) = (n % nx, ny - 1 - n / nx);
            assert_eq!(*value, grid.value(i, j).map_or(NODATA, |v| v as f32));
        }
    }

    #[test]
    fn gdal_finds_the_same_values_in_the_same_places() {
        if Command::new("gdallocationinfo").arg("--version").output().is_err() {
            println!("skipped: GDAL's programs are not installed");
            return;
        }
        let grid = invented_layer(Bandwidth::Normal);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("layer.tif");
        std::fs::write(&file, geotiff(&grid, &invented_provenance()).unwrap()).unwrap();
        let info = Command::new("gdalinfo").arg(&file).output().unwrap();
        let info = String::from_utf8_lossy(&info.stdout).into_owned();
        for part in [
            "Amersfoort / RD New",
            "Origin = (120745.0",
            "Pixel Size = (10.0",
            "NoData Value=-9999",
            "Float32",
        ] {
            assert!(info.contains(part), "{part} in {info}");
        }
        let lattice = grid.lattice();
        let mut shown = 0;
        for n in (0..lattice.len()).step_by(lattice.len() / 40) {
            let (i, j) = (n % lattice.nx, n / lattice.nx);
            let (x, y) = (lattice.x(i) + 3.0, lattice.y(j) - 4.0);
            let out = Command::new("gdallocationinfo")
                .args(["-valonly", "-geoloc"])
                .args([file.as_os_str(), x.to_string().as_ref(), y.to_string().as_ref()])
                .output()
                .unwrap();
            let value: f32 = String::from_utf8_lossy(&out.stdout).trim().parse().unwrap();
            assert_eq!(value, grid.value(i, j).map_or(NODATA, |v| v as f32), "at {x} {y}");
            shown += usize::from(value >= 0.0);
        }
        println!("GDAL agrees at 40 places, {shown} of them published");
        assert!(shown >= 5);
    }
}
