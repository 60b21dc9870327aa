//! The layer as a transparent PNG, to lay over a map in Web Mercator.

use std::f64::consts::PI;

use super::{
    contour::levels,
    field::Field,
    grid::as_f64,
    layer::HeatGrid,
    model::{HeatError, RdBbox},
    palette::{CLASSES, Colour, HATCH, Ramp},
};

/// Pixels across a cell, where [`MAX_PIXELS`] allows: 2.5 m each.
const PIXELS_PER_CELL: usize = 4;

/// The widest and highest picture.
const MAX_PIXELS: usize = 2048;

/// The hatch: a diagonal line of two pixels in every twenty-four.
const HATCH_EVERY: usize = 24;
const HATCH_WIDTH: usize = 2;

/// Indices in the picture's palette.
const CLEAR: u8 = 0;
const HATCHED: u8 = 1;
const FIRST_CLASS: u8 = 2;

/// A picture and where it lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// PNG, 8-bit palette with transparency. The same layer always gives the same bytes.
    pub png: Vec<u8>,
    /// West, south, east, north in WGS84 degrees; the value of `X-Bbox`.
    pub bbox: [f64; 4],
    /// Pixels across.
    pub width: u32,
    /// Pixels down. Rows are evenly spaced in Web Mercator, as map programs expect.
    pub height: u32,
}

impl Picture {
    /// `west,south,east,north` in 6 decimals.
    pub fn bbox_header(&self) -> String {
        self.bbox.map(|degrees| format!("{degrees:.6}")).join(",")
    }
}

/// Draws a layer in classes, with a sparse hatch where there are no, or too few, answers.
///
/// `about` is kept in the picture as its description. `to_lonlat` turns RD metres into WGS84 degrees (longitude, latitude), `to_rd` back again.
///
/// # Errors
/// [`HeatError::Encode`] where the PNG cannot be written.
pub fn picture(
    grid: &HeatGrid,
    ramp: Ramp,
    about: &str,
    to_lonlat: impl Fn(f64, f64) -> (f64, f64),
    to_rd: impl Fn(f64, f64) -> (f64, f64),
) -> Result<Picture, HeatError> {
    let lattice = grid.lattice();
    let bbox = bbox(&lattice.extent(), to_lonlat);
    let (width, height) = (pixels(lattice.nx), pixels(lattice.ny));
    let field = Field::new(grid);
    let levels = grid.peak().map(levels).unwrap_or_default();
    let inner = levels.get(1..levels.len().saturating_sub(1)).unwrap_or_default();
    let [west, south, east, north] = bbox;
    let (top, bottom) = (mercator(north), mercator(south));
    let mut indices = Vec::with_capacity(width * height);
    for row in 0..height {
        let lat = latitude(top + (bottom - top) * (as_f64(row) + 0.5) / as_f64(height));
        for column in 0..width {
            let lon = west + (east - west) * (as_f64(column) + 0.5) / as_f64(width);
            let (x, y) = to_rd(lon, lat);
            indices.push(match field.at(x, y) {
                Some(value) => FIRST_CLASS + class_index(inner, value),
                None if is_hatch(column, row) && lattice.extent().contains(x, y) => HATCHED,
                None => CLEAR,
            });
        }
    }
    let size = |n: usize| u32::try_from(n).map_err(|e| HeatError::Encode(e.to_string()));
    let (width, height) = (size(width)?, size(height)?);
    let png = encode(width, height, ramp, about, &indices).map_err(|e| HeatError::Encode(e.to_string()))?;
    Ok(Picture { png, bbox, width, height })
}

fn pixels(cells: usize) -> usize {
    (cells * PIXELS_PER_CELL).clamp(1, MAX_PIXELS)
}

fn is_hatch(column: usize, row: usize) -> bool {
    (column + row) % HATCH_EVERY < HATCH_WIDTH
}

fn class_index(inner: &[f64], value: f64) -> u8 {
    (0..CLASSES).zip(inner).take_while(|(_, level)| **level <= value).fold(0, |n, _| n + 1)
}

/// The smallest box in degrees, to 6 decimals outward, around a box in RD (which leans a little).
fn bbox(extent: &RdBbox, to_lonlat: impl Fn(f64, f64) -> (f64, f64)) -> [f64; 4] {
    let mut bbox = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    for n in 0..=4 {
        let share = f64::from(n) / 4.0;
        let x = extent.min_x + share * (extent.max_x - extent.min_x);
        let y = extent.min_y + share * (extent.max_y - extent.min_y);
        for (x, y) in [(x, extent.min_y), (x, extent.max_y), (extent.min_x, y), (extent.max_x, y)] {
            let (lon, lat) = to_lonlat(x, y);
            bbox = [bbox[0].min(lon), bbox[1].min(lat), bbox[2].max(lon), bbox[3].max(lat)];
        }
    }
    let [west, south, east, north] = bbox.map(|degrees| degrees * 1.0e6);
    [west.floor(), south.floor(), east.ceil(), north.ceil()].map(|degrees| degrees / 1.0e6)
}

/// Northing of a latitude in Web Mercator, on a sphere of radius 1.
fn mercator(lat: f64) -> f64 {
    (PI / 4.0 + lat.to_radians() / 2.0).tan().ln()
}

fn latitude(northing: f64) -> f64 {
    (2.0 * northing.exp().atan() - PI / 2.0).to_degrees()
}

fn encode(
    width: u32,
    height: u32,
    ramp: Ramp,
    about: &str,
    indices: &[u8],
) -> Result<Vec<u8>, png::EncodingError> {
    let clear = Colour { rgb: [0xFF; 3], opacity: 0 };
    let colours: Vec<Colour> = [clear, HATCH].into_iter().chain(ramp.colours()).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(colours.iter().flat_map(|c| c.rgb).collect::<Vec<u8>>());
    encoder.set_trns(colours.iter().map(|c| c.alpha()).collect::<Vec<u8>>());
    encoder.set_compression(png::Compression::High);
    encoder.add_itxt_chunk("Description".to_owned(), about.to_owned())?;
    encoder.add_text_chunk("Software".to_owned(), "Buurtblik".to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(indices)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::heat::{
        Bandwidth,
        testing::{INVENTED_AREA, invented_layer, layer, to_lonlat, to_rd},
    };

    fn indices(picture: &Picture) -> Vec<u8> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(&picture.png)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        pixels
    }

    #[test]
    fn each_pixel_has_the_class_of_the_place_it_lies_on() {
        let grid = invented_layer(Bandwidth::Normal);
        let picture = picture(&grid, Ramp::Sterk, "Sterk", to_lonlat, to_rd).unwrap();
        let pixels = indices(&picture);
        let [west, south, east, north] = picture.bbox;
        let inner = &levels(grid.peak().unwrap())[1..5];
        let mut coloured = 0;
        for (n, pixel) in pixels.iter().enumerate() {
            let (column, row) = (n % picture.width as usize, n / picture.width as usize);
            let lon = west + (east - west) * (column as f64 + 0.5) / f64::from(picture.width);
            // Over 1.4 km Mercator and degrees of latitude differ by less than a decimetre.
            let lat = north - (north - south) * (row as f64 + 0.5) / f64::from(picture.height);
            let (x, y) = to_rd(lon, lat);
            let field = Field::new(&grid);
            if *pixel >= FIRST_CLASS {
                coloured += 1;
                let near =
                    [-0.2, 0.0, 0.2].map(|d| field.at(x, y + d).map(|v| FIRST_CLASS + class_index(inner, v)));
                assert!(near.contains(&Some(*pixel)), "{near:?} {pixel}");
            }
        }
        assert!(coloured > 10_000);
    }

    #[test]
    fn the_same_layer_gives_the_same_bytes() {
        let draw =
            || picture(&invented_layer(Bandwidth::Fine), Ramp::Beter, "Beter · ©", to_lonlat, to_rd).unwrap();
        assert_eq!(draw(), draw());
        let reader = png::Decoder::new(std::io::Cursor::new(draw().png)).read_info().unwrap();
        let about = &reader.info().utf8_text[0];
        assert_eq!(
            (about.keyword.as_str(), about.get_text().unwrap().as_str()),
            ("Description", "Beter · ©")
        );
        println!("{} × {}, {} bytes of PNG", draw().width, draw().height, draw().png.len());
    }

    #[test]
    fn an_empty_layer_is_hatch_and_nothing_else() {
        let grid = layer(INVENTED_AREA, &[], Bandwidth::Normal, 3);
        let picture = picture(&grid, Ramp::Beter, "Beter · ©", to_lonlat, to_rd).unwrap();
        assert!(indices(&picture).iter().all(|p| *p < FIRST_CLASS));
        assert_eq!(picture.bbox_header().split(',').count(), 4);
    }

    #[test]
    fn mercator_and_back_is_the_same_latitude() {
        assert!((latitude(mercator(52.36)) - 52.36).abs() < 1e-12);
    }
}
