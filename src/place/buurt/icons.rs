//! Small signs for places: a white shape on a quiet disc, 28 units (14 m) across, round the origin.

use super::model::PlaceKind;

/// Radius of a sign, in units.
pub(super) const RADIUS: f64 = 17.0;

/// Colour of the disc and the white shape on it (SVG path data, stroked and filled as its sign asks).
pub(super) struct Icon {
    pub disc: &'static str,
    /// Filled white.
    pub fill: &'static str,
    /// Stroked white, 2.4 units wide.
    pub line: &'static str,
}

/// Places by which people find their way, most telling first: their signs come before names.
pub(super) const LANDMARKS: [PlaceKind; 10] = [
    PlaceKind::School,
    PlaceKind::Library,
    PlaceKind::Community,
    PlaceKind::Mosque,
    PlaceKind::Church,
    PlaceKind::Worship,
    PlaceKind::Care,
    PlaceKind::Market,
    PlaceKind::Playground,
    PlaceKind::Sport,
];

/// Places of which there may be many: where room is left.
pub(super) const EVERYDAY: [PlaceKind; 3] = [PlaceKind::Stop, PlaceKind::Shop, PlaceKind::Cafe];

/// The name of a sign inside the picture.
pub(super) fn id(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::School => "school",
        PlaceKind::Library => "library",
        PlaceKind::Community => "community",
        PlaceKind::Care => "care",
        PlaceKind::Mosque => "mosque",
        PlaceKind::Church => "church",
        PlaceKind::Worship => "worship",
        PlaceKind::Playground => "playground",
        PlaceKind::Market => "market",
        PlaceKind::Sport => "sport",
        PlaceKind::Shop => "shop",
        PlaceKind::Cafe => "cafe",
        PlaceKind::Stop => "stop",
    }
}

/// How a kind of place is drawn.
pub(super) fn icon(kind: PlaceKind) -> Icon {
    let (disc, fill, line) = match kind {
        // A mortarboard.
        PlaceKind::School => ("#B4763A", "M0-8 11-2 0 4-11-2ZM-6 3V7Q0 11 6 7V3L0 6Z", ""),
        // An open book.
        PlaceKind::Library => ("#B4763A", "M-1-5V8Q-5 5-10 6V-7Q-5-8-1-5ZM1-5V8Q5 5 10 6V-7Q5-8 1-5Z", ""),
        // Two people.
        PlaceKind::Community => (
            "#7A5C99",
            "M-5-8a3.4 3.4 0 1 0 .1 0ZM5-8a3.4 3.4 0 1 0 .1 0ZM-10 8Q-10 1-5 1 0 1 0 8ZM0 8Q0 1 5 1 10 1 10 8Z",
            "",
        ),
        // A plus.
        PlaceKind::Care => ("#B5545C", "M-3-9H3V-3H9V3H3V9H-3V3H-9V-3H-3Z", ""),
        // A crescent.
        PlaceKind::Mosque => ("#6F7F8C", "M4-8A9 9 0 1 0 4 8 7 7 0 1 1 4-8Z", ""),
        // A cross.
        PlaceKind::Church => ("#6F7F8C", "M-2-10H2V-5H7V-1H2V10H-2V-1H-7V-5H-2Z", ""),
        // A house with a gable.
        PlaceKind::Worship => ("#6F7F8C", "M0-10 9-2H6V8H-6V-2H-9Z", ""),
        // A swing.
        PlaceKind::Playground => ("#6E9A44", "", "M-9 9-4-8H4L9 9M0-8V4M-4 4H4"),
        // An awning.
        PlaceKind::Market => ("#C08A2D", "M-9-8H9L11-1H-11ZM-8 1H8V8H-8Z", ""),
        // A ball.
        PlaceKind::Sport => ("#6E9A44", "", "M0-9a9 9 0 1 0 .1 0ZM-7-5Q0 0 7-5M-7 5Q0 0 7 5"),
        // A bag.
        PlaceKind::Shop => ("#C08A2D", "M-8-3H8L9 9H-9Z", "M-4-2V-5Q-4-9 0-9 4-9 4-5V-2"),
        // A cup.
        PlaceKind::Cafe => ("#C08A2D", "M-8-6H5V2Q5 7 0 7H-3Q-8 7-8 2Z", "M5-3H8Q10 0 5 2"),
        // A bus.
        PlaceKind::Stop => {
            ("#4F7CA3", "M-7-9H7Q9-9 9-7V6H7V9H4V6H-4V9H-7V6H-9V-7Q-9-9-7-9ZM-6-6V0H6V-6Z", "")
        }
    };
    Icon { disc, fill, line }
}
