//! What OpenStreetMap tags mean on a plattegrond (keys and values as in the OpenStreetMap wiki's map features).

use super::model::{Class, PlaceKind};

/// What an object is drawn as: as a surface, as a line, as a place; any of the three.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    pub area: Option<Class>,
    pub line: Option<Class>,
    pub place: Option<PlaceKind>,
    pub name: Option<String>,
}

impl Meaning {
    /// What these tags mean.
    pub(super) fn of<'a>(tags: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let tags = Tags(tags.filter(|(key, _)| KEYS.contains(key)).collect());
        if tags.is("indoor", &["yes", "room", "area", "corridor"]) || tags.is("location", &["underground"]) {
            return Self::default();
        }
        let name = tags.get("name").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        Self { area: area(&tags), line: line(&tags), place: place(&tags), name }
    }

    /// Nothing to draw.
    pub(super) fn is_nothing(&self) -> bool {
        self.area.is_none() && self.line.is_none() && self.place.is_none()
    }

    /// Whether tags of a relation say that its members form one surface.
    pub(super) fn is_multipolygon(kind: Option<&str>) -> bool {
        matches!(kind, Some("multipolygon"))
    }
}

const KEYS: &[&str] = &[
    "amenity",
    "area",
    "building",
    "footway",
    "healthcare",
    "highway",
    "indoor",
    "landuse",
    "leisure",
    "location",
    "name",
    "natural",
    "place",
    "public_transport",
    "railway",
    "religion",
    "service",
    "shop",
    "tunnel",
    "waterway",
];

struct Tags<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Tags<'a> {
    fn get(&self, key: &str) -> Option<&'a str> {
        self.0.iter().find(|(found, _)| *found == key).map(|(_, value)| *value)
    }

    fn is(&self, key: &str, values: &[&str]) -> bool {
        self.get(key).is_some_and(|value| values.contains(&value))
    }

    fn has(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| value != "no")
    }

    fn buried(&self) -> bool {
        self.is("tunnel", &["yes", "culvert", "flooded"])
    }
}

fn area(tags: &Tags<'_>) -> Option<Class> {
    if tags.has("building") {
        return Some(Class::Building);
    }
    let water = tags.is("natural", &["water", "bay"])
        || tags.is("waterway", &["riverbank", "dock"])
        || tags.is("landuse", &["basin", "reservoir"]);
    if water {
        return (!tags.buried()).then_some(Class::Water);
    }
    let paved = tags.is("place", &["square"])
        || tags.is("amenity", &["marketplace"])
        || (tags.is("area", &["yes"]) && tags.is("highway", &["pedestrian", "footway", "living_street"]));
    let sport = tags.is("leisure", &["pitch", "playground", "sports_centre", "track", "stadium"]);
    let wood = tags.is("natural", &["wood"]) || tags.is("landuse", &["forest"]);
    let green = tags.is("leisure", &["park", "garden", "common", "dog_park"])
        || tags.is("natural", &["grassland", "scrub", "heath", "shrubbery"])
        || tags.is("amenity", &["grave_yard"])
        || tags.is(
            "landuse",
            &[
                "grass",
                "village_green",
                "recreation_ground",
                "meadow",
                "cemetery",
                "allotments",
                "flowerbed",
                "orchard",
            ],
        );
    let classes = [(paved, Class::Square), (sport, Class::Sport), (wood, Class::Wood), (green, Class::Green)];
    classes.into_iter().find(|(fits, _)| *fits).map(|(_, class)| class)
}

fn line(tags: &Tags<'_>) -> Option<Class> {
    if tags.buried() || tags.is("area", &["yes"]) {
        return None;
    }
    if let Some(highway) = tags.get("highway") {
        return road(highway, tags);
    }
    if tags.is("railway", &["rail", "subway", "light_rail", "tram", "narrow_gauge"]) {
        let yard = tags.is("service", &["yard", "siding", "spur"]);
        return (!yard).then_some(Class::Rail);
    }
    tags.is("waterway", &["river", "canal", "stream", "ditch", "drain"]).then_some(Class::Waterway)
}

fn road(highway: &str, tags: &Tags<'_>) -> Option<Class> {
    match highway.trim_end_matches("_link") {
        "motorway" | "trunk" | "primary" | "secondary" | "tertiary" => Some(Class::StreetMain),
        "residential" | "unclassified" | "living_street" | "pedestrian" | "road" => Some(Class::Street),
        "service" if tags.is("service", &["parking_aisle", "drive-through"]) => None,
        "service" | "track" | "busway" => Some(Class::Service),
        "footway" if tags.is("footway", &["sidewalk", "crossing", "traffic_island", "link"]) => None,
        "footway" | "cycleway" | "path" | "steps" | "bridleway" => Some(Class::Path),
        _ => None,
    }
}

fn place(tags: &Tags<'_>) -> Option<PlaceKind> {
    let by_amenity = tags.get("amenity").and_then(|amenity| match amenity {
        "school" | "kindergarten" | "college" | "university" => Some(PlaceKind::School),
        "library" => Some(PlaceKind::Library),
        "community_centre" | "social_centre" => Some(PlaceKind::Community),
        "doctors" | "clinic" | "hospital" | "pharmacy" | "dentist" | "nursing_home" | "social_facility" => {
            Some(PlaceKind::Care)
        }
        "place_of_worship" => Some(match tags.get("religion") {
            Some("muslim") => PlaceKind::Mosque,
            Some("christian") => PlaceKind::Church,
            _ => PlaceKind::Worship,
        }),
        "marketplace" => Some(PlaceKind::Market),
        "cafe" | "restaurant" | "fast_food" | "bar" | "pub" => Some(PlaceKind::Cafe),
        _ => None,
    });
    let stop = tags.is("highway", &["bus_stop"])
        || tags.is("railway", &["tram_stop", "station", "halt"])
        || tags.is("public_transport", &["station"]);
    let sells = tags.has("shop") && !tags.is("shop", &["vacant"]);
    let rest = [
        (tags.is("leisure", &["playground"]), PlaceKind::Playground),
        (tags.is("leisure", &["sports_centre", "sports_hall", "fitness_centre"]), PlaceKind::Sport),
        (tags.has("healthcare"), PlaceKind::Care),
        (stop, PlaceKind::Stop),
        (sells, PlaceKind::Shop),
    ];
    by_amenity.or_else(|| rest.into_iter().find(|(fits, _)| *fits).map(|(_, kind)| kind))
}
