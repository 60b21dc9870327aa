//! Handing wijksessies over to the professionals: who counts, and what is told of it from then on.

use crate::answer::teruglegging::Teller;
use crate::input::session::{self, AtRelease};
use crate::layers::heat::{CutBy, LayerError, Maker};
use crate::people::accounts::Staff;
use crate::platform::{App, Tx};
use crate::{answer::teruglegging, input::pins};

/// What happens in the transaction of a release.
struct HandOver {
    maker: Maker,
    by: CutBy,
    teller: Teller,
}

impl AtRelease for HandOver {
    type Error = LayerError;

    async fn voices(&self, tx: &mut Tx, code: &str) -> Result<u32, LayerError> {
        Ok(pins::voices_in(tx, code).await? + teruglegging::people_in(tx, code).await?)
    }

    async fn tell(&self, tx: &mut Tx, id: &str, codes: &[String]) -> Result<(), LayerError> {
        self.maker.keep(tx, id, codes, self.by).await?;
        self.teller.keep(tx, id, codes).await
    }
}

/// Releases closed wijksessies together, cut in this way: once, and only with at least *k* different voices.
///
/// # Errors
/// Still open, released before, of two trajecten, or too few voices: nothing is changed.
pub async fn hand_over(
    app: &App,
    staff: Option<&Staff>,
    codes: &[String],
    by: CutBy,
) -> Result<(), LayerError> {
    let sessions = session::to_release(app, codes).await?;
    let Some(first) = sessions.first() else { return Ok(()) };
    let maker = Maker::of(app, &first.traject).await?;
    let teller = Teller::of(app, &first.traject).await?;
    let staff = staff.map(|staff| staff.id.as_str());
    session::release(app, staff, &sessions, HandOver { maker, by, teller }).await
}
