//! What answers add to a release: whoever answered counts, and what was said is told in numbers from then on.

use futures::future::BoxFuture;

use super::store;
use super::tally::Teller;
use crate::layers::heat::LayerError;
use crate::platform::{App, Tx};
use crate::step3::verdieping::{Adds, Tells};

/// The answers of a teruglegging, in a release.
pub struct Answers;

impl Adds for Answers {
    fn people_now<'a>(&'a self, app: &'a App, code: &'a str) -> BoxFuture<'a, Result<u32, LayerError>> {
        Box::pin(async move { Ok(store::people_now(&app.db, code).await?) })
    }

    fn teller<'a>(
        &'a self,
        app: &'a App,
        traject: &'a str,
    ) -> BoxFuture<'a, Result<Box<dyn Tells>, LayerError>> {
        Box::pin(async move { Ok(Box::new(Teller::of(app, traject).await?) as Box<dyn Tells>) })
    }
}

impl Tells for Teller {
    fn people_in<'a>(&'a self, tx: &'a mut Tx, code: &'a str) -> BoxFuture<'a, Result<u32, LayerError>> {
        Box::pin(async move { Ok(store::people(tx, code).await?) })
    }

    fn keep<'a>(
        &'a self,
        tx: &'a mut Tx,
        release: &'a str,
        codes: &'a [String],
    ) -> BoxFuture<'a, Result<(), LayerError>> {
        Box::pin(self.keep_told(tx, release, codes))
    }
}
