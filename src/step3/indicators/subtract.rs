//! A wijk less its other buurten. Where a traject shows every buurt of a wijk that a file has, and the figure of one of them is secret, the
//! figure of the wijk would tell it: then that is secret too.

use std::collections::BTreeSet;

use super::store;
use super::{Counts, Figure, IndicatorError, Level, code};
use crate::platform::App;

/// The figures of a wijk that would tell a secret one, by file, wijk and indicator.
type Telling = BTreeSet<(String, String, String)>;

/// Wijken of which a buurt has a secret figure.
fn suspect(figures: &[Figure]) -> Telling {
    let secret = figures
        .iter()
        .filter(|one| one.level == Level::Buurt && one.secret && one.indicator.counts == Counts::People);
    let wijk = |one: &Figure| {
        let (wijk, _) = code::around(&one.area)?;
        Some((one.indicator.import.clone(), wijk, one.indicator.id.clone()))
    };
    secret.filter_map(wijk).collect()
}

/// Makes figures of wijken secret that would tell a secret one.
///
/// # Errors
/// The database's.
pub(super) async fn guard(app: &App, traject: &str, figures: &mut [Figure]) -> Result<(), IndicatorError> {
    let mut telling = suspect(figures);
    let places: BTreeSet<(String, String)> =
        telling.iter().map(|(import, wijk, _)| (import.clone(), wijk.clone())).collect();
    for (import, wijk) in places {
        if store::has_more(&app.db, &import, traject, &wijk).await? {
            telling.retain(|(of, at, _)| (of, at) != (&import, &wijk));
        }
    }
    hide(&telling, figures);
    Ok(())
}

fn hide(telling: &Telling, figures: &mut [Figure]) {
    for one in figures.iter_mut().filter(|one| one.level == Level::Wijk) {
        let key = (one.indicator.import.clone(), one.area.clone(), one.indicator.id.clone());
        if telling.contains(&key) {
            (one.value, one.secret) = (None, true);
        }
    }
}
