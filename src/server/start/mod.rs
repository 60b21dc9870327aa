//! Opening the program, with what rooms above do for rooms below.

use std::path::Path;

use crate::platform::App;
use crate::platform::app::OpenError;
use crate::platform::config::Storage;
use crate::platform::given::Given;
use crate::platform::limits::Limits;
use crate::step3::indicators::Rests;
use crate::step3::picker;

/// Opens everything that commands and the server need. The site is read only where it is given.
///
/// # Errors
/// [`OpenError`] with a sentence for an administrator.
pub async fn open(storage: &Storage, site: Option<&Path>, limits: Limits) -> Result<App, OpenError> {
    App::open(storage, site, limits, given()).await
}

/// Everything that a room below asks of a room above.
fn given() -> Given {
    Given::default().with(Rests(|app, traject, figures| Box::pin(picker::on_figures(app, traject, figures))))
}

#[cfg(test)]
mod tests {
    use super::{Rests, given};

    #[test]
    fn whatever_a_room_asks_of_one_above_it_is_given() {
        let given = given();
        assert!(given.of::<Rests>().is_ok());
    }
}
