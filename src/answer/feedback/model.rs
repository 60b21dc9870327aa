//! What goes back to residents: what they told, strengths first; what is done, and when; what is not done, and why.

use serde::{Deserialize, Serialize};

use crate::input::session::words;
use crate::step3::agenda::{Point, Status};
use crate::step3::boards::Fields;

/// Most photos, and most figures, on the page.
pub const MOST_CHOSEN: usize = 6;
/// Longest text of a part, in Unicode scalar values.
pub const LONGEST_PART: usize = 2000;

words! {
    /// What the team can choose for the page.
    What {
        /// A photo of a resident.
        Photo = "photo",
        /// A figure from elsewhere.
        Figure = "figure",
    }
}

/// Ids of what the team chose and that may be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// UUIDs of photos.
    pub photos: Vec<String>,
    /// UUIDs of indicators.
    pub figures: Vec<String>,
}

/// The team's own words of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// In short: also on the receipt of a resident and on the page to take home.
    pub intro: String,
    /// What residents said that is strong.
    pub strong: String,
    /// What residents said that can be better.
    pub better: String,
    /// What comes next, and where people can ask.
    pub closing: String,
}

impl Words {
    /// Their fields as people type them.
    pub fn fields(&self) -> Fields {
        [
            ("intro", &self.intro),
            ("strong", &self.strong),
            ("better", &self.better),
            ("closing", &self.closing),
        ]
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .into()
    }

    /// The parts that do not fit, as the fields of their form.
    pub fn too_long(&self) -> Vec<&'static str> {
        let parts = [
            ("intro", &self.intro),
            ("strong", &self.strong),
            ("better", &self.better),
            ("closing", &self.closing),
        ];
        let long = |part: &str| part.chars().count() > LONGEST_PART || part.contains('\0');
        parts.into_iter().filter(|(_, part)| long(part)).map(|(name, _)| name).collect()
    }

    /// Without spaces round them.
    #[must_use]
    pub fn tidy(self) -> Self {
        let tidy = |text: String| text.trim().to_owned();
        Self {
            intro: tidy(self.intro),
            strong: tidy(self.strong),
            better: tidy(self.better),
            closing: tidy(self.closing),
        }
    }
}

/// A point as residents read it: the public words and nothing else of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicPoint {
    /// UUID of the point.
    pub id: String,
    /// What is done, or asked for.
    pub words: String,
    /// When.
    pub when: String,
    /// Why not.
    pub why: String,
    /// Something small that can be seen soon.
    pub quick_win: bool,
    /// How far it is.
    pub status: Status,
}

impl PublicPoint {
    /// A point as residents may read it: only where the team lets them, and only what is promised or refused. A proposal is for the
    /// table, not for the page.
    pub fn of(point: &Point) -> Option<Self> {
        let settled = point.status.is_promised() || point.status == Status::GaatNietDoor;
        (point.shown_to_residents && !point.removed && settled).then(|| Self {
            id: point.id.clone(),
            words: point.public_words.clone(),
            when: point.public_when.clone(),
            why: point.public_why.clone(),
            quick_win: point.quick_win,
            status: point.status,
        })
    }
}

/// The page as it was put online.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The team's words.
    pub words: Words,
    /// The points, in the order of the agenda.
    pub points: Vec<PublicPoint>,
    /// UUIDs of the photos that the team chose. Which of them can be seen is decided when somebody looks.
    #[serde(default)]
    pub photos: Vec<String>,
    /// UUIDs of the indicators that the team chose, likewise.
    #[serde(default)]
    pub figures: Vec<String>,
}

impl Published {
    /// What would be online if it were put there now.
    pub fn of(words: Words, agenda: &[Point], chosen: Shown) -> Self {
        let Shown { photos, figures } = chosen;
        Self { words, points: agenda.iter().filter_map(PublicPoint::of).collect(), photos, figures }
    }

    /// What is online, with the agenda as it is now: how far a point is, is kept up by itself, and so is why it is not done; a point that
    /// residents may not see any more is gone at once, as is a photo or a figure that the team does not want there any more or that may
    /// not be shown any more. Other words wait until the team puts them online. `chosen`: what may be there.
    #[must_use]
    pub fn kept_up(mut self, agenda: &[Point], chosen: &Shown) -> Self {
        self.photos.retain(|photo| chosen.photos.contains(photo));
        self.figures.retain(|figure| chosen.figures.contains(figure));
        self.points = self
            .points
            .into_iter()
            .filter_map(|told| {
                let now = agenda.iter().find(|point| point.id == told.id).and_then(PublicPoint::of)?;
                let why = if now.status == Status::GaatNietDoor { now.why } else { told.why };
                Some(PublicPoint { status: now.status, why, ..told })
            })
            .collect();
        self
    }

    /// What is done: results first, then what people work on, then what was agreed.
    pub fn doing(&self) -> Vec<&PublicPoint> {
        let mut doing: Vec<&PublicPoint> =
            self.points.iter().filter(|told| told.status.is_promised()).collect();
        doing.sort_by_key(|told| match told.status {
            Status::Klaar => 0,
            Status::Bezig => 1,
            _ => 2,
        });
        doing
    }

    /// What is not done.
    pub fn not_doing(&self) -> Vec<&PublicPoint> {
        self.points.iter().filter(|told| told.status == Status::GaatNietDoor).collect()
    }
}

/// A public address as people type it: capitals and spaces do not matter.
pub fn tidy_slug(typed: &str) -> String {
    let letters: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    letters.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(id: &str, status: Status, shown: bool) -> Point {
        Point {
            id: id.to_owned(),
            what: "intern".to_owned(),
            theme: None,
            where_words: "intern".to_owned(),
            place: None,
            when: "intern".to_owned(),
            who: "intern".to_owned(),
            quick_win: false,
            status,
            shown_to_residents: shown,
            public_words: format!("woorden {id}"),
            public_when: "in mei".to_owned(),
            public_why: "te duur".to_owned(),
            evidence: Vec::new(),
            version: 1,
            removed: false,
        }
    }

    fn shown(ids: &[&str]) -> Shown {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        Shown { photos: ids.clone(), figures: ids }
    }

    #[test]
    fn a_proposal_and_what_residents_may_not_see_are_not_on_the_page() {
        let agenda = [
            point("a", Status::Voorstel, true),
            point("b", Status::Afgesproken, false),
            point("c", Status::Afgesproken, true),
            point("d", Status::GaatNietDoor, true),
            Point { removed: true, ..point("e", Status::Klaar, true) },
        ];
        let page = Published::of(Words::default(), &agenda, Shown::default());
        let ids: Vec<&str> = page.points.iter().map(|told| told.id.as_str()).collect();
        assert_eq!(ids, ["c", "d"]);
        assert!(!serde_json::to_string(&page).unwrap().contains("intern"));
    }

    #[test]
    fn statuses_are_kept_up_and_other_words_wait() {
        let before = [point("a", Status::Afgesproken, true), point("b", Status::Bezig, true)];
        let page = Published::of(Words::default(), &before, shown(&["x", "y"]));
        let now = [
            Point { public_words: "andere woorden".to_owned(), ..point("a", Status::Klaar, true) },
            point("b", Status::Bezig, false),
            point("c", Status::Afgesproken, true),
        ];
        let kept = page.clone().kept_up(&now, &shown(&["y", "z"]));
        assert_eq!(
            (&kept.photos, &kept.figures),
            (&vec!["y".to_owned()], &kept.photos),
            "x may not be seen any more, z was not put online"
        );
        assert_eq!(kept.points.len(), 1, "b may not be seen any more, c was not put online");
        assert_eq!((kept.points[0].status, kept.points[0].words.as_str()), (Status::Klaar, "woorden a"));
        let refused =
            Point { public_why: "toch te duur".to_owned(), ..point("a", Status::GaatNietDoor, true) };
        assert_eq!(page.kept_up(&[refused], &Shown::default()).not_doing()[0].why, "toch te duur");
    }

    #[test]
    fn results_come_first() {
        let agenda = [
            point("a", Status::Afgesproken, true),
            point("b", Status::Bezig, true),
            point("c", Status::Klaar, true),
        ];
        let page = Published::of(Words::default(), &agenda, Shown::default());
        let order: Vec<&str> = page.doing().into_iter().map(|told| told.id.as_str()).collect();
        assert_eq!(order, ["c", "b", "a"]);
    }

    #[test]
    fn an_address_is_read_as_people_type_it() {
        assert_eq!(tidy_slug(" K4F7-XQ ac "), "k4f7xqac");
    }
}
