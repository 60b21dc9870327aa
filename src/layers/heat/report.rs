//! A picture for a report or a wall: strengths and what can be better side by side, never one without the other (a
//! map of concerns alone can stigmatise a buurt), with the plattegrond, the legend and what each rests on.

use std::fmt::Write as _;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use serde::Deserialize;

use super::error::LayerError;
use super::print::{self, PrintError};
use super::service;
use super::slice::Slice;
use super::source::Source;
use super::{
    Bandwidth, HeatError, HeatGrid, Provenance, Ramp, bands_svg, files, hatch_path, isobands, palette,
};
use crate::input::session::Moment;
use crate::people::accounts::{Right, Signed};
use crate::place::buurt;
use crate::platform::text::escape_xml as escape;
use crate::platform::texts::{t, tv};
use crate::platform::{App, Problem};

/// Width of the picture; a sheet of A3 at 150 dots an inch.
const WIDTH: f64 = 2480.0;
const MARGIN: f64 = 70.0;
/// The highest map: an area that is long and narrow keeps a picture that fits a page.
const MOST_HEIGHT: f64 = 2000.0;
const HALF: f64 = (WIDTH - 3.0 * MARGIN) / 2.0;
const TEXT: f64 = 27.0;
const LINE: f64 = 40.0;
/// Letters in a line of [`TEXT`] for each pixel: Noto Sans is half as wide as it is high, on average and with some room.
const LETTERS_A_PIXEL: f64 = 1.0 / (0.53 * TEXT);
const INK: &str = "#1F2A30";

/// The routes of this picture.
pub(super) fn routes() -> Router<App> {
    Router::new().route("/traject/{id}/beeld.png", get(as_png)).route("/traject/{id}/beeld.svg", get(as_svg))
}

/// Which layers: as on the page of the traject, but always both.
#[derive(Deserialize)]
struct Params {
    thema: Option<String>,
    moment: Option<String>,
    korrel: Option<String>,
}

async fn as_svg(
    signed: Signed,
    State(app): State<App>,
    Path(id): Path<String>,
    Query(asked): Query<Params>,
) -> Result<Response, Problem> {
    let report = Report::of(&app, &signed, &id, asked).await?;
    Ok(report.answer("svg", "image/svg+xml", report.svg().into_bytes()))
}

async fn as_png(
    signed: Signed,
    State(app): State<App>,
    Path(id): Path<String>,
    Query(asked): Query<Params>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let report = Report::of(&app, &signed, &id, asked).await?;
    match print::png(&app, report.svg(), report.about()).await {
        Ok(png) => Ok(report.answer("png", "image/png", png)),
        // A picture without its words would not say what it shows: then the form in which the reader has the letters.
        Err(PrintError::Font(cause)) => {
            tracing::warn!(cause, "no font for a picture");
            let query = query.map(|query| format!("?{query}")).unwrap_or_default();
            Ok(Redirect::to(&format!("/traject/{id}/beeld.svg{query}")).into_response())
        }
        Err(other) => Err(LayerError::Heat(HeatError::Encode(other.to_string())).into()),
    }
}

/// One of the two maps.
struct Half {
    slice: Slice,
    grid: Arc<HeatGrid>,
    about: Provenance,
}

struct Report {
    source: Source,
    drawing: String,
    halves: Vec<Half>,
}

impl Report {
    async fn of(app: &App, signed: &Signed, id: &str, asked: Params) -> Result<Self, Problem> {
        signed.allow(Right::SeeLayers, Some(id))?;
        let set = |word: Option<String>| word.filter(|word| !word.is_empty());
        let moment: Option<Moment> =
            set(asked.moment).map(|word| word.parse().map_err(|_| LayerError::Moment)).transpose()?;
        let grain = set(asked.korrel).map(|metres| metres.parse::<Bandwidth>()).transpose()?;
        let theme = set(asked.thema).unwrap_or_else(|| "all".to_owned());
        let source = service::source(app, id).await?;
        let drawing = buurt::drawing(app, &source.area).await.map_err(LayerError::from)?;
        let mut halves = Vec::new();
        for kind in ["sterk", "beter"] {
            let slice = Slice { theme: theme.clone(), kind: kind.to_owned(), moment };
            let grid = service::grid(app, &source, &slice, grain.unwrap_or_default()).await?;
            let about = super::provenance(&source, &slice, &grid);
            halves.push(Half { slice, grid, about });
        }
        Ok(Self { source, drawing, halves })
    }

    /// What both rest on, in one text.
    fn about(&self) -> String {
        self.halves.iter().map(|half| half.about.text()).collect::<Vec<_>>().join("\n")
    }

    fn answer(&self, extension: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
        let about = self.halves.first().map(|half| &half.about);
        let title = about.map(files::title).unwrap_or_default();
        let name = format!("inline; filename=\"{title}-sterk-en-beter.{extension}\"");
        let headers = [
            (header::CACHE_CONTROL, "private, no-cache".to_owned()),
            (header::CONTENT_TYPE, kind.to_owned()),
            (header::CONTENT_DISPOSITION, name),
        ];
        (headers, bytes).into_response()
    }

    fn svg(&self) -> String {
        let [width, height] = self.source.area.projection.size();
        let scale = (HALF / width).min(MOST_HEIGHT / height);
        let map = [width * scale, height * scale];
        let mut sheet = Sheet::default();
        sheet.below(MARGIN + 30.0);
        sheet.text(MARGIN, 58.0, 700, &self.source.traject.title);
        sheet.below(62.0);
        sheet.text(MARGIN, 34.0, 400, &self.under_title());
        sheet.below(80.0);
        let top = sheet.y;
        let mut lowest = top;
        for (n, half) in self.halves.iter().enumerate() {
            sheet.y = top;
            self.half(&mut sheet, n, half, map);
            lowest = lowest.max(sheet.y);
        }
        sheet.y = lowest + 20.0;
        if let Some(half) = self.halves.first() {
            sheet.paragraph(MARGIN, WIDTH - 2.0 * MARGIN, &half.about.notes().join(" "));
        }
        sheet.below(MARGIN - LINE);
        sheet.finish(&self.source.traject.title)
    }

    fn under_title(&self) -> String {
        let Some(half) = self.halves.first() else { return self.source.area.name.clone() };
        let theme =
            (half.slice.theme != "all").then(|| crate::input::session::theme_label(&half.slice.theme));
        let moment = half.slice.moment.map(|moment| t(&format!("session-moment-{moment}")));
        let parts = [Some(self.source.area.name.clone()), theme, moment];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// One map under its name and what it rests on, above its legend.
    fn half(&self, sheet: &mut Sheet, n: usize, half: &Half, [width, height]: [f64; 2]) {
        let left = if n == 0 { MARGIN } else { 2.0 * MARGIN + HALF };
        sheet.text(left, 40.0, 700, &super::kind_label(&half.slice.kind));
        sheet.below(50.0);
        sheet.paragraph(left, HALF, &format!("{}.", half.about.sentence()));
        let x = left + (HALF - width) / 2.0;
        let y = sheet.y;
        let place = format!(r#"<svg x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}""#);
        let _ = write!(sheet.svg, "{}", self.drawing.replacen("<svg", &place, 1));
        let _ =
            write!(sheet.svg, "{place} viewBox=\"0 0 {} {}\">", size(&self.source)[0], size(&self.source)[1]);
        let bands = isobands(&half.grid, |x, y| files::lonlat(&self.source.area, x, y));
        let project = |lon, lat| {
            let [x, y] = self.source.area.projection.to_svg(lon, lat);
            (x, y)
        };
        sheet.svg.push_str(&bands_svg(&bands, Ramp::of_kind(&half.slice.kind), project));
        let hatch = hatch_path(&bands, project);
        let _ =
            write!(sheet.svg, "<path fill=\"url(#arcering)\" fill-rule=\"evenodd\" d=\"{hatch}\"/></svg>");
        let _ = write!(
            sheet.svg,
            r##"<path d="M{x:.1} {y:.1}h{width:.1}v{height:.1}h-{width:.1}z" fill="none" stroke="#B9B2A0" stroke-width="2"/>"##
        );
        sheet.y = y + height + 30.0;
        sheet.legend(left, Ramp::of_kind(&half.slice.kind));
        for warning in half.about.warnings() {
            sheet.paragraph(left, HALF, &warning);
        }
    }
}

fn size(source: &Source) -> [f64; 2] {
    source.area.projection.size()
}

/// A page that is written from top to bottom.
#[derive(Default)]
struct Sheet {
    svg: String,
    y: f64,
}

impl Sheet {
    fn below(&mut self, pixels: f64) {
        self.y += pixels;
    }

    fn text(&mut self, x: f64, size: f64, weight: u32, text: &str) {
        let (y, text) = (self.y, escape(text));
        let _ = write!(
            self.svg,
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{size}" font-weight="{weight}" fill="{INK}">{text}</text>"#
        );
    }

    /// A text in lines, with room below it.
    fn paragraph(&mut self, x: f64, width: f64, text: &str) {
        // A few hundred letters at most.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let most = (width * LETTERS_A_PIXEL) as usize;
        for line in lines(text, most) {
            self.text(x, TEXT, 400, &line);
            self.below(LINE);
        }
    }

    fn legend(&mut self, left: f64, ramp: Ramp) {
        let (wide, high, y) = (110.0, 34.0, self.y);
        let mut x = left;
        for colour in ramp.colours() {
            let (fill, opacity) = (colour.hex(), f64::from(colour.opacity) / 100.0);
            let _ = write!(
                self.svg,
                r#"<rect x="{x:.1}" y="{y:.1}" width="{wide}" height="{high}" fill="{fill}" fill-opacity="{opacity}"/>"#
            );
            x += wide;
        }
        let ends = x;
        let _ = write!(
            self.svg,
            r##"<rect x="{:.1}" y="{y:.1}" width="{high}" height="{high}" fill="url(#arcering-vak)" stroke="#B9B2A0" stroke-width="2"/>"##,
            ends + 40.0
        );
        self.y = y + 26.0;
        self.text(ends + 40.0 + high + 14.0, TEXT, 400, &t("heat-suppressed"));
        self.y = y + high + 34.0;
        let end = |svg: &mut String, x: f64, y: f64, anchor: &str, word: &str| {
            let word = escape(word);
            let _ = write!(
                svg,
                r#"<text x="{x:.1}" y="{y:.1}" font-size="{TEXT}" text-anchor="{anchor}" fill="{INK}">{word}</text>"#
            );
        };
        end(&mut self.svg, left, self.y, "start", &t("heat-class-weinig"));
        end(&mut self.svg, f64::midpoint(left, ends), self.y, "middle", &t("heat-class-meer"));
        end(&mut self.svg, ends, self.y, "end", &t("heat-class-veel"));
        self.below(LINE + 14.0);
    }

    fn finish(self, title: &str) -> String {
        let (height, hatch) = (self.y.ceil(), palette::HATCH.hex());
        let title = tv("heat-picture-title", &[("traject", title.to_owned().into())]);
        let pattern = |id: &str, side: u32, line: &str, wide: f64| {
            format!(
                r#"<pattern id="{id}" width="{side}" height="{side}" patternUnits="userSpaceOnUse"><path d="{line}" stroke="{hatch}" stroke-opacity="0.45" stroke-width="{wide}"/></pattern>"#
            )
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" \
             font-family=\"'Noto Sans',sans-serif\"><title>{}</title><defs>{}{}</defs><path fill=\"#FFFFFF\" d=\"M0 0h{WIDTH}v{height}h-{WIDTH}z\"/>{}</svg>",
            escape(&title),
            pattern("arcering", 28, "M-2 30L30 -2", 3.5),
            pattern("arcering-vak", 12, "M-2 14L14 -2", 2.0),
            self.svg,
        )
    }
}

/// A text in lines of at most so many letters, broken between words.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_between_words_and_a_long_word_stays_whole() {
        assert_eq!(lines("een twee drie", 8), ["een twee", "drie"]);
        assert_eq!(lines("onverbrekelijk a", 3), ["onverbrekelijk", "a"]);
        assert!(lines("", 3).is_empty());
        assert_eq!(escape("<a> & b\u{1b}\0\u{fffe}"), "&lt;a&gt; &amp; b");
    }
}
