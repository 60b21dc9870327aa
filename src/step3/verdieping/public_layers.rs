//! Released layers as they are laid before residents: strengths, and what can be better; drawn as professionals see them, without more.

use leptos::prelude::*;

use super::cards::{classes, ramp, word_at, word_label};
use super::overlay::Drawn;
use super::query::LayerQuery;
use crate::layers::heat::{self, Bandwidth, LayerError, Provenance, Source, kind_label, patterns};
use crate::place::buurt::Place;
use crate::platform::App;

/// Strengths, and what can be better, each as a map of its own.
pub struct Laid {
    /// What they are drawn from.
    pub source: Source,
    maps: Vec<(Drawn, Provenance)>,
}

/// One of the two as a page shows it.
pub struct LaidMap {
    /// What it is called.
    pub label: String,
    /// What it rests on, in words.
    pub sentence: String,
    /// Patterns that the drawing uses, as the content of `<defs>`.
    pub patterns: String,
    /// What lies over the server's drawing of the plattegrond.
    pub paths: String,
    /// Its legend.
    pub legend: AnyView,
}

/// The released layers of a traject, for residents.
///
/// # Errors
/// As for a layer.
pub async fn laid(app: &App, traject: &str) -> Result<Laid, LayerError> {
    let source = heat::source(app, traject).await?;
    let mut maps = Vec::new();
    for slice in LayerQuery::start().slices() {
        let layer = heat::contours(app, &source, &slice, Bandwidth::default()).await?;
        let rests = heat::provenance(&source, &slice, &layer.grid);
        maps.push((Drawn::of(app, &source, maps.len(), &[layer]).await?, rests));
    }
    Ok(Laid { source, maps })
}

impl Laid {
    fn of(&self, kind: &str) -> Option<&(Drawn, Provenance)> {
        self.maps.iter().find(|(_, rests)| rests.kind == kind)
    }

    /// The map of `sterk` or `beter`.
    pub fn map(&self, kind: &str) -> Option<LaidMap> {
        let (drawn, rests) = self.of(kind)?;
        let layer = drawn.layers.first()?;
        let legend = view! { {ramp(drawn.at, layer.ramp, false)}{classes(drawn, false, false)} }.into_any();
        Some(LaidMap {
            label: kind_label(kind),
            sentence: rests.sentence(),
            patterns: patterns(drawn.at),
            paths: drawn.svg().to_owned(),
            legend,
        })
    }

    /// What a map has at a place, in words; and whether it shows something there.
    pub fn at(&self, kind: &str, place: Place) -> Option<(String, bool)> {
        let (drawn, _) = self.of(kind)?;
        let word = word_at(drawn.layers.first()?, &self.source, place);
        Some((word_label(drawn, word, place), word.is_some()))
    }
}
