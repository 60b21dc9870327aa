//! What is on the map, to be laid under what professionals write: a layer, or a place on it.

use super::cards::{word_at, word_label};
use super::query::{self, LayerQuery};
use super::service;
use crate::input::pins::near;
use crate::layers::heat::kind_label;
use crate::place::buurt::Place;
use crate::platform::texts::tv;
use crate::platform::{App, Problem};

/// Something on the map, to be laid under what professionals write.
pub struct Linked {
    /// A place on the map, rather than the map as a whole.
    pub is_place: bool,
    /// With what it is found again: the choices of the page.
    pub reference: String,
    /// What it says, in words.
    pub label: String,
    /// Where it is seen.
    pub href: String,
}

/// What an address of the page of layers shows (`query` stands behind its question mark): the layers as they are now, or the place that
/// is told about.
///
/// # Errors
/// No such layer, or a place outside the map.
pub async fn linked(app: &App, traject: &str, query: &str) -> Result<Linked, Problem> {
    let asked = LayerQuery::read(query::Query::of(query))?;
    let shown = service::shown(app, traject, asked).await?;
    let reference = shown.asked.query();
    let href = format!("/traject/{traject}?{reference}");
    let label = if let Some(place) = shown.asked.place {
        place_label(&shown, place)
    } else {
        let rests = shown.rests.iter().map(|rest| format!("{}: {}", rest.label(), rest.sentence()));
        rests.collect::<Vec<_>>().join("; ")
    };
    Ok(Linked { is_place: shown.asked.place.is_some(), reference, label, href })
}

/// "Bij het Kerkplein: wat goed gaat: veel, van minstens 6 mensen; …"
fn place_label(shown: &service::Shown, place: Place) -> String {
    let people = service::people_at(shown, place);
    let mut parts = Vec::new();
    for drawn in &shown.drawn {
        for layer in drawn.layers_by_strength() {
            let word = word_at(layer, &shown.source, place);
            let told = word_label(drawn, word, place);
            let least =
                people.iter().find(|(kind, _)| *kind == layer.slice.kind).and_then(|(_, least)| *least);
            let told = match least.filter(|_| word.is_some()) {
                Some(least) => tv("verdieping-at-least", &[("word", told.into()), ("n", least.into())]),
                None => told,
            };
            parts.push(format!("{}: {told}", kind_label(&layer.slice.kind)));
        }
    }
    format!("{}: {}", near(&shown.source.area, place), parts.join("; "))
}
