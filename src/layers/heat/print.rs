//! The server's own SVG as a PNG, with the font that the site has.

use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap};
use resvg::usvg::{self, fontdb};
use thiserror::Error;
use tokio::sync::Semaphore;

use crate::platform::App;

/// The most pixels of a picture: 64 MB while it is drawn.
const MOST_PIXELS: f64 = 16.0e6;

/// A picture takes a second of a processor: one at a time.
static ONE: Semaphore = Semaphore::const_new(1);

/// A picture that cannot be drawn.
#[derive(Debug, Error)]
pub(super) enum PrintError {
    #[error("the site's font cannot be read: {0}")]
    Font(String),
    #[error("the drawing cannot be read: {0}")]
    Svg(#[from] usvg::Error),
    #[error("a picture of {0} by {1} is too large")]
    Size(f32, f32),
    #[error("the picture cannot be written: {0}")]
    Png(#[from] png::EncodingError),
    #[error("the work was cut off")]
    Stopped,
}

/// Draws an SVG of our own, in its own size; `about` is kept in the picture.
///
/// # Errors
/// [`PrintError`].
pub(super) async fn png(app: &App, svg: String, about: String) -> Result<Vec<u8>, PrintError> {
    let font = app.assets.url("noto-sans.woff2");
    let font = app.assets.folder().join(font.trim_start_matches('/'));
    let font = tokio::fs::read(font).await.map_err(|error| PrintError::Font(error.to_string()))?;
    let _turn = ONE.acquire().await.map_err(|_| PrintError::Stopped)?;
    let drawn = tokio::task::spawn_blocking(move || draw(&font, &svg, &about)).await;
    drawn.map_err(|_| PrintError::Stopped)?
}

fn draw(font: &[u8], svg: &str, about: &str) -> Result<Vec<u8>, PrintError> {
    let font = wuff::decompress_woff2(font).map_err(|error| PrintError::Font(format!("{error:?}")))?;
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(font);
    let family = fonts.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone());
    let family = family.ok_or_else(|| PrintError::Font("no family".to_owned()))?;
    fonts.set_sans_serif_family(family);
    let options = usvg::Options { fontdb: Arc::new(fonts), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(svg, &options)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    if f64::from(width) * f64::from(height) > MOST_PIXELS {
        return Err(PrintError::Size(width, height));
    }
    let whole = tree.size().to_int_size();
    let mut picture = Pixmap::new(whole.width(), whole.height()).ok_or(PrintError::Size(width, height))?;
    picture.fill(Color::WHITE);
    resvg::render(&tree, usvg::Transform::identity(), &mut picture.as_mut());
    encode(&picture, about)
}

fn encode(picture: &Pixmap, about: &str) -> Result<Vec<u8>, PrintError> {
    // On white everything is opaque.
    let pixels: Vec<u8> = picture.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.add_itxt_chunk("Description".to_owned(), about.to_owned())?;
    encoder.add_text_chunk("Software".to_owned(), "Buurtblik".to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}
