//! What somebody asks to see of a traject, and the address of it.

use serde::Deserialize;

use crate::input::session::Moment;
use crate::layers::heat::{Bandwidth, LayerError, Slice};
use crate::place::buurt::Place;

/// As it stands in the address; what is left open is empty or not there.
#[derive(Deserialize)]
pub(super) struct Query {
    thema: Option<String>,
    soort: Option<String>,
    moment: Option<String>,
    korrel: Option<String>,
    naast: Option<String>,
    plek: Option<String>,
}

impl Query {
    /// Reads what stands behind the question mark.
    pub(super) fn of(query: &str) -> Self {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let field =
            |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        Self {
            thema: field("thema"),
            soort: field("soort"),
            moment: field("moment"),
            korrel: field("korrel"),
            naast: field("naast"),
            plek: field("plek"),
        }
    }
}

/// Which layers, how, and about which place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LayerQuery {
    /// A theme, or `all`.
    pub theme: String,
    /// A kind; without one strengths and what can be better together.
    pub kind: Option<String>,
    /// A time of day, or any.
    pub moment: Option<Moment>,
    /// The grain.
    pub grain: Bandwidth,
    /// Two maps beside each other rather than one over the other.
    pub beside: bool,
    /// The place that is told about.
    pub place: Option<Place>,
}

impl LayerQuery {
    /// Two layers of everything.
    pub(super) fn start() -> Self {
        let (theme, grain) = ("all".to_owned(), Bandwidth::default());
        Self { theme, kind: None, moment: None, grain, beside: false, place: None }
    }

    /// Reads the address; whether the traject has such a layer is asked later.
    pub(super) fn read(query: Query) -> Result<Self, LayerError> {
        let set = |word: Option<String>| word.filter(|word| !word.is_empty());
        let moment = set(query.moment).map(|word| word.parse().map_err(|_| LayerError::Moment));
        let grain = set(query.korrel).map(|metres| metres.parse()).transpose()?;
        let place = query.plek.as_deref().and_then(|place| {
            let (lon, lat) = place.split_once(',')?;
            Some(Place { lon: lon.parse().ok()?, lat: lat.parse().ok()? })
        });
        Ok(Self {
            theme: set(query.thema).unwrap_or_else(|| "all".to_owned()),
            kind: set(query.soort),
            moment: moment.transpose()?,
            grain: grain.unwrap_or_default(),
            beside: query.naast.is_some(),
            place,
        })
    }

    /// The slices of its layers, strengths first.
    pub(super) fn slices(&self) -> Vec<Slice> {
        let kinds = self.kind.as_deref().map_or(vec!["sterk", "beter"], |kind| vec![kind]);
        let slice =
            |kind: &str| Slice { theme: self.theme.clone(), kind: kind.to_owned(), moment: self.moment };
        kinds.into_iter().map(slice).collect()
    }

    pub(super) fn with_theme(&self, theme: &str) -> Self {
        Self { theme: theme.to_owned(), ..self.without_place() }
    }

    pub(super) fn with_kind(&self, kind: Option<&str>) -> Self {
        Self { kind: kind.map(str::to_owned), ..self.without_place() }
    }

    pub(super) fn with_moment(&self, moment: Option<Moment>) -> Self {
        Self { moment, ..self.without_place() }
    }

    pub(super) fn with_grain(&self, grain: Bandwidth) -> Self {
        Self { grain, ..self.without_place() }
    }

    pub(super) fn with_beside(&self, beside: bool) -> Self {
        Self { beside, ..self.without_place() }
    }

    pub(super) fn at(&self, place: Place) -> Self {
        Self { place: Some(place), ..self.clone() }
    }

    fn without_place(&self) -> Self {
        Self { place: None, ..self.clone() }
    }

    /// What stands behind the question mark.
    pub(super) fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("thema", &self.theme).append_pair("korrel", &self.grain.to_string());
        if let Some(kind) = &self.kind {
            query.append_pair("soort", kind);
        }
        if let Some(moment) = self.moment {
            query.append_pair("moment", moment.word());
        }
        if self.beside {
            query.append_pair("naast", "1");
        }
        if let Some(place) = self.place {
            query.append_pair("plek", &format!("{:.5},{:.5}", place.lon, place.lat));
        }
        query.finish()
    }

    /// The address of the page that shows it.
    pub(super) fn address(&self, traject: &str) -> String {
        format!("/traject/{traject}?{}", self.query())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_read_back_from_its_address() {
        let place = Some(Place { lon: 4.82, lat: 52.34 });
        let asked = LayerQuery {
            theme: "wonen".to_owned(),
            kind: Some("zorg".to_owned()),
            moment: Some(Moment::Avond),
            grain: Bandwidth::Coarse,
            beside: true,
            place,
        };
        for one in [asked, LayerQuery::start()] {
            assert_eq!(LayerQuery::read(Query::of(&one.query())).unwrap(), one);
        }
    }
}
