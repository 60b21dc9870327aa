//! Everything of step 3, gathered from the rooms that hold it.

use crate::input::moderation::About;
use crate::layers::heat::{self, Source};
use crate::people::accounts::Staff;
use crate::platform::{App, Problem};
use crate::step3::agenda::{self, Point};
use crate::step3::assumptions::{self, Assumption};
use crate::step3::compare::{self, Row};
use crate::step3::themes::{self, Theme};
use crate::step3::unheard::{self, Unheard};
use crate::step3::verdieping::{StrongPlace, looked, strong_places};

/// Most quotes of a side of a theme on paper.
const MOST_QUOTES: usize = 6;
/// So many maps may stand before those of a theme on the page: two of everything.
const FIRST_OF_THEMES: usize = 102;
/// What stands for all themes together.
pub(super) const ALL: &str = "all";
/// The number of the map of strengths.
const FIRST: usize = 100;

/// What the dossier prints.
pub(super) struct Dossier {
    /// The traject, its area and its layers.
    pub source: Source,
    /// The day it was made, YYYY-MM-DD.
    pub day: String,
    /// All themes together: strengths, then what can be better.
    pub all: Theme,
    /// Strong places by name.
    pub strong: Vec<StrongPlace>,
    /// Themes of which there is something to tell, in the order of the traject.
    pub themes: Vec<Theme>,
    /// Where residents and figures contradict each other, or one of them is silent.
    pub compared: Vec<Row>,
    /// What professionals assumed, and how it turned out.
    pub assumptions: Vec<Assumption>,
    /// Who was not heard.
    pub unheard: Unheard,
    /// What was agreed.
    pub agenda: Vec<Point>,
}

/// Gathers it. That somebody looked at words or photos is written in the audit trail, once.
///
/// # Errors
/// No such traject, or the database's.
pub(super) async fn gather(app: &App, staff: &Staff, traject: &str) -> Result<Dossier, Problem> {
    let source = heat::source(app, traject).await?;
    let strong = strong_places(app, &source).await?;
    let (mut themes, mut any) = (Vec::new(), false);
    for (at, slug) in source.traject.themes.iter().enumerate() {
        let mine =
            themes::said_on_both_sides(app, &source, About::Theme(slug.clone()), [None; 2], MOST_QUOTES)
                .await?;
        any |= mine.iter().any(|side| !side.is_empty());
        let theme = themes::theme(app, source.clone(), slug, FIRST_OF_THEMES + 2 * at, mine).await?;
        if has_something(&theme) {
            themes.push(theme);
        }
    }
    // What has no theme, or will be sorted later, is told where all is told.
    let rest = themes::said_on_both_sides(app, &source, About::NoTheme, [None; 2], MOST_QUOTES).await?;
    any |= rest.iter().any(|side| !side.is_empty());
    looked(app, staff, &source, any).await?;
    let all = themes::theme(app, source.clone(), ALL, FIRST, rest).await?;
    Ok(Dossier {
        day: app.chance.now_text().chars().take(10).collect(),
        all,
        strong,
        themes,
        compared: compare::of_traject(app, traject).await?,
        assumptions: assumptions::of_traject(app, traject).await?,
        unheard: unheard::of_traject(app, traject).await?,
        agenda: agenda::of_traject(app, traject).await?,
        source,
    })
}

fn has_something(theme: &Theme) -> bool {
    let said = theme.halves.iter().any(|half| half.sheet.is_some() || !half.quotes.is_empty());
    said || !theme.figures.is_empty()
}
