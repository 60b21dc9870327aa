//! Opening the program, with what rooms above do for rooms below.

use std::path::Path;

use crate::answer::teruglegging::{Answers, Words};
use crate::input::latecomers::{self, LatePins};
use crate::input::moderation::Sources;
use crate::input::pins;
use crate::input::session::{AtSensitive, Hooks, Outside};
use crate::platform::App;
use crate::platform::app::OpenError;
use crate::platform::config::Storage;
use crate::platform::given::Given;
use crate::platform::limits::Limits;
use crate::step3::indicators::Rests;
use crate::step3::picker;
use crate::step3::verdieping::Added;

/// Opens everything that commands and the server need. The site is read only where it is given.
///
/// # Errors
/// [`OpenError`] with a sentence for an administrator.
pub async fn open(storage: &Storage, site: Option<&Path>, limits: Limits) -> Result<App, OpenError> {
    App::open(storage, site, limits, given()).await
}

/// Everything that a room below asks of a room above.
fn given() -> Given {
    Given::default()
        .with(Hooks { at_sensitive: &AT_SENSITIVE, outside: &OUTSIDE })
        .with(Sources(&[&Words, &LatePins]))
        .with(Added(&[&Answers]))
        .with(Rests(|app, traject, figures| Box::pin(picker::on_figures(app, traject, figures))))
}

/// Everything with a theme and a place, for the transaction in which themes become sensitive.
const AT_SENSITIVE: [AtSensitive; 2] = [
    |tx, traject, area, themes| Box::pin(pins::behind_the_door(tx, traject, area, themes)),
    |tx, traject, area, themes| Box::pin(latecomers::behind_the_door(tx, traject, area, themes)),
];

/// Everything that may still be outside a wijksessie.
const OUTSIDE: [Outside; 1] = [|app, code| Box::pin(async move { Ok(latecomers::told(app, code).await?) })];

#[cfg(test)]
mod tests {
    use super::{Added, Hooks, Rests, Sources, given};

    #[test]
    fn whatever_a_room_asks_of_one_above_it_is_given() {
        let given = given();
        assert!(given.of::<Rests>().is_ok());
        let hooks = given.of::<Hooks>().unwrap();
        assert_eq!((hooks.at_sensitive.len(), hooks.outside.len()), (2, 1));
        assert_eq!(given.of::<Sources>().unwrap().0.len(), 2);
        assert_eq!(given.of::<Added>().unwrap().0.len(), 1);
    }
}
