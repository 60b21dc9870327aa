//! Handing wijksessies over to the professionals: who counts, and what is told of it from then on.

use futures::future::BoxFuture;

use crate::input::pins;
use crate::input::session::{self, AtRelease};
use crate::layers::heat::{CutBy, LayerError, Maker};
use crate::people::accounts::Staff;
use crate::platform::{App, Tx};

/// What a room above adds to a release, besides pins.
pub trait Adds: Send + Sync {
    /// How many people spoke in a wijksessie who are not among the people of its pins, as it is now.
    fn people_now<'a>(&'a self, app: &'a App, code: &'a str) -> BoxFuture<'a, Result<u32, LayerError>>;

    /// What is done in the transaction of a release of this traject: everything that it needs is read here.
    fn teller<'a>(
        &'a self,
        app: &'a App,
        traject: &'a str,
    ) -> BoxFuture<'a, Result<Box<dyn Tells>, LayerError>>;
}

/// What a room above does in the transaction of a release.
pub trait Tells: Send + Sync {
    /// As [`Adds::people_now`], in the transaction.
    fn people_in<'a>(&'a self, tx: &'a mut Tx, code: &'a str) -> BoxFuture<'a, Result<u32, LayerError>>;

    /// Keeps what may be told of the release with this id, which holds these wijksessies.
    fn keep<'a>(
        &'a self,
        tx: &'a mut Tx,
        release: &'a str,
        codes: &'a [String],
    ) -> BoxFuture<'a, Result<(), LayerError>>;
}

/// Every room that adds to a release; given when the program is opened.
pub struct Added(pub &'static [&'static dyn Adds]);

/// How many people spoke in a wijksessie as it is now, besides those of its pins.
///
/// # Errors
/// The database's.
pub(super) async fn added_now(app: &App, code: &str) -> Result<u32, LayerError> {
    let added = app.given.of::<Added>()?;
    let mut people = 0;
    for adds in added.0 {
        people += adds.people_now(app, code).await?;
    }
    Ok(people)
}

/// What happens in the transaction of a release.
struct HandOver {
    maker: Maker,
    by: CutBy,
    tellers: Vec<Box<dyn Tells>>,
}

impl AtRelease for HandOver {
    type Error = LayerError;

    async fn voices(&self, tx: &mut Tx, code: &str) -> Result<u32, LayerError> {
        let mut voices = pins::voices_in(tx, code).await?;
        for teller in &self.tellers {
            voices += teller.people_in(tx, code).await?;
        }
        Ok(voices)
    }

    async fn tell(&self, tx: &mut Tx, id: &str, codes: &[String]) -> Result<(), LayerError> {
        self.maker.keep(tx, id, codes, self.by).await?;
        for teller in &self.tellers {
            teller.keep(tx, id, codes).await?;
        }
        Ok(())
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
    let added = app.given.of::<Added>()?;
    let mut tellers = Vec::new();
    for adds in added.0 {
        tellers.push(adds.teller(app, &first.traject).await?);
    }
    let staff = staff.map(|staff| staff.id.as_str());
    session::release(app, staff, &sessions, HandOver { maker, by, tellers }).await
}
