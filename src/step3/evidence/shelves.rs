//! What of a traject can be linked: one shelf for each kind of thing.

use futures::future::BoxFuture;

use super::{Evidence, EvidenceError, Of, Offer, short};
use crate::input::moderation::{Quote, spot_label};
use crate::input::session::theme_label;
use crate::layers::heat::{self, Bandwidth, Slice, slice_label, voices_label};
use crate::people::accounts::{self, Staff};
use crate::place::buurt;
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::step3::{coming, indicators, verdieping};

/// Where things of one kind are found: an app and the id of a traject in, what can be linked out. Only what was released and
/// approved, and what professionals may see.
pub type Shelf = for<'a> fn(&'a App, &'a str) -> BoxFuture<'a, Result<Vec<Offer>, EvidenceError>>;

/// Every shelf, in the order in which people see them.
const SHELVES: [Shelf; 5] = [
    |app, traject| Box::pin(layers(app, traject)),
    |app, traject| Box::pin(said(app, traject)),
    |app, traject| Box::pin(photo_walks(app, traject)),
    |app, traject| Box::pin(figures(app, traject)),
    |app, traject| Box::pin(plans(app, traject)),
];

/// Everything of a traject that can be linked.
#[derive(Debug, Clone, Default)]
pub struct Shelves {
    traject: String,
    offers: Vec<Offer>,
}

/// Reads every shelf of a traject.
///
/// # Errors
/// The database's.
pub async fn shelves(app: &App, traject: &str) -> Result<Shelves, EvidenceError> {
    let mut offers = Vec::new();
    for shelf in SHELVES {
        offers.extend(shelf(app, traject).await?);
    }
    Ok(Shelves { traject: traject.to_owned(), offers })
}

impl Shelves {
    /// Everything, shelf by shelf.
    pub fn all(&self) -> &[Offer] {
        &self.offers
    }

    /// The thing of this kind and reference; nothing where it is not there (any more).
    pub fn find(&self, of: Of, reference: &str) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.of == of && offer.reference == reference)
    }

    /// What evidence points at now. A layer or a place on it can always be looked at again.
    pub fn now(&self, evidence: &Evidence) -> Option<Offer> {
        let after = match evidence.of {
            Of::Layer => "",
            Of::Cell => "#plek",
            _ => return self.find(evidence.of, &evidence.reference).cloned(),
        };
        Some(Offer {
            of: evidence.of,
            reference: evidence.reference.clone(),
            label: evidence.label.clone(),
            words: None,
            picture: None,
            href: Some(format!("/traject/{}?{}{after}", self.traject, evidence.reference)),
        })
    }

    /// Writes down that somebody looked, where there are words or photos of residents among what is shown.
    ///
    /// # Errors
    /// The database's.
    pub async fn looked(&self, app: &App, staff: &Staff) -> Result<(), EvidenceError> {
        if self.offers.iter().any(|offer| offer.words.is_some() || offer.picture.is_some()) {
            accounts::looked::<EvidenceError>(app, &staff.id, &self.traject).await?;
        }
        Ok(())
    }
}

/// The layers that show something, strengths first.
async fn layers(app: &App, traject: &str) -> Result<Vec<Offer>, EvidenceError> {
    let source = heat::source(app, traject).await?;
    let mut offers = Vec::new();
    for info in heat::list(&source)? {
        if !info.shown {
            continue;
        }
        let slice = Slice { theme: info.theme.clone(), kind: info.kind.clone(), moment: None };
        let rests = info.voices.map(voices_label).unwrap_or_default();
        // As the page of layers writes what is asked.
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("thema", &info.theme).append_pair("korrel", &Bandwidth::default().to_string());
        query.append_pair("soort", &info.kind);
        let reference = query.finish();
        offers.push(Offer {
            of: Of::Layer,
            href: Some(format!("/traject/{traject}?{reference}")),
            reference,
            label: short(&format!("{}: {rests}", slice_label(&slice))),
            words: None,
            picture: None,
        });
    }
    Ok(offers)
}

/// How the words of a pin are pointed at: only this server can tell which pin it is.
pub fn pin_reference(app: &App, pin: &str) -> String {
    app.keys.uuid(&[b"evidence-pin", pin.as_bytes()]).to_string()
}

/// How a photo is pointed at.
pub fn photo_reference(app: &App, photo: &str) -> String {
    app.keys.uuid(&[b"evidence-photo", photo.as_bytes()]).to_string()
}

/// Approved words and photos of what was released, strengths first.
async fn said(app: &App, traject: &str) -> Result<Vec<Offer>, EvidenceError> {
    let source = heat::source(app, traject).await?;
    let (mut words, mut photos) = (Vec::new(), Vec::new());
    verdieping::each_said(app, &source, |quote| {
        let label = about(&source.area, &quote);
        if !quote.text.is_empty() {
            words.push(Offer {
                of: Of::Quote,
                reference: pin_reference(app, &quote.pin),
                label: label.clone(),
                words: Some(quote.text.clone()),
                picture: None,
                href: None,
            });
        }
        for (photo, caption) in &quote.photos {
            photos.push(Offer {
                of: Of::Photo,
                reference: photo_reference(app, &photo.id),
                label: label.clone(),
                words: Some(caption.clone()).filter(|caption| !caption.is_empty()),
                picture: Some(photo.thumb.clone()),
                href: Some(photo.large.clone()),
            });
        }
    })
    .await?;
    words.append(&mut photos);
    Ok(words)
}

/// What a quote is about, without its words.
fn about(area: &buurt::TrajectArea, quote: &Quote) -> String {
    let place = spot_label(area, quote.spot);
    let kind = t(&format!("session-kind-{}", quote.kind));
    let parts = std::iter::once(kind).chain(quote.theme.as_deref().map(theme_label)).chain([place]);
    parts.collect::<Vec<_>>().join(" · ")
}

/// Photo walks of released moments with approved photos.
async fn photo_walks(app: &App, traject: &str) -> Result<Vec<Offer>, EvidenceError> {
    let source = heat::source(app, traject).await?;
    let offer = |verdieping::ReleasedWalk { walk, moment }: verdieping::ReleasedWalk| {
        let photos = tv("walk-photos", &[("n", walk.stops.len().into())]);
        let parts = std::iter::once(t("walk-title")).chain(moment).chain([photos]);
        Offer {
            of: Of::Walk,
            href: Some(format!("/traject/{traject}/wandelingen?w={}", walk.id)),
            reference: walk.id,
            label: short(&parts.collect::<Vec<_>>().join(" · ")),
            words: None,
            picture: None,
        }
    };
    Ok(verdieping::walks_at_squares(app, &source).await?.into_iter().map(offer).collect())
}

/// Most areas that a label of a figure names: the buurten first.
const MOST_AREAS: usize = 4;

/// Indicators by area, each with what it says of the buurten, the wijken and the municipality.
async fn figures(app: &App, traject: &str) -> Result<Vec<Offer>, EvidenceError> {
    let mut by: Vec<(std::sync::Arc<indicators::Indicator>, Vec<String>)> = Vec::new();
    for figure in indicators::of_traject(app, traject).await? {
        if matches!(figure.level, indicators::Level::Square | indicators::Level::Point)
            || figure.value.is_none()
        {
            continue;
        }
        let told = format!("{} {}", figure.name, indicators::figure_text(&figure));
        match by.iter_mut().find(|(indicator, _)| indicator.id == figure.indicator.id) {
            Some((_, areas)) => areas.push(told),
            None => by.push((figure.indicator.clone(), vec![told])),
        }
    }
    let offer = |(indicator, mut areas): (std::sync::Arc<indicators::Indicator>, Vec<String>)| {
        areas.truncate(MOST_AREAS);
        let about = format!("{} ({}, {})", indicator.name, indicator.source, indicator.year);
        Offer {
            of: Of::Figure,
            reference: indicator.id.clone(),
            label: short(&format!("{about}: {}", areas.join("; "))),
            words: None,
            picture: None,
            href: Some(format!("/traject/{traject}/cijfers/{}/cijfer/{}", indicator.import, indicator.id)),
        }
    };
    Ok(by.into_iter().map(offer).collect())
}

/// What is coming: demolition, building, a school that closes.
async fn plans(app: &App, traject: &str) -> Result<Vec<Offer>, EvidenceError> {
    let offer = |one: coming::Coming| Offer {
        of: Of::Coming,
        label: short(&format!("{}, {}", one.title, coming::when(&one))),
        reference: one.id.clone(),
        words: None,
        picture: None,
        href: Some(format!("/traject/{traject}/plannen")),
    };
    Ok(coming::of_traject(app, traject).await?.into_iter().map(offer).collect())
}
