//! What this room asks of rooms above it that keep something about which a begeleider decides.

use std::sync::Arc;

use futures::future::BoxFuture;

use super::{Item, ModerationError, Of, Verdict};
use crate::args;
use crate::input::session::Wijksessie;
use crate::place::buurt::TrajectArea;
use crate::platform::db::Arg;
use crate::platform::{App, Db, DbError, Deletions, Tx};

/// Which items are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those about which nobody decided.
    Waiting,
    /// Those about which somebody did, and that are still there.
    Decided,
}

/// Where a part of the queue begins, and how long it is: what `part_behind` asks for.
#[derive(Debug, Clone, Copy)]
pub struct Behind<'a> {
    /// Behind an item of this rank.
    pub rank: i64,
    /// And of those with this rank, behind the one with this id.
    pub id: &'a str,
    /// An item with that very id comes too.
    pub same_id: bool,
    /// At most so many.
    pub most: i64,
}

impl Behind<'_> {
    /// The arguments of a query that ends in `part_behind`, of a wijksessie.
    pub fn args(&self, code: &str) -> Vec<Arg> {
        args![code, self.rank, self.id, self.same_id, self.most]
    }
}

/// What a decision is made with: everything of it is read before its transaction, but for the wijksessie, which is as it is
/// within it.
pub struct Deciding {
    /// The log of what was deleted.
    pub gone: Deletions,
    /// The area of its traject.
    pub area: Arc<TrajectArea>,
    /// The wijksessie.
    pub session: Wijksessie,
    /// The new address of a photo.
    pub(super) address: String,
}

/// One sort of thing about which a begeleider decides, in the room that keeps it.
pub trait Source: Send + Sync {
    /// What its items are.
    fn of(&self) -> Of;

    /// A part of its items, by the rank of [`Mark::of`](super::Mark::of) and their ids.
    fn part<'a>(
        &'a self,
        db: &'a Db,
        code: &'a str,
        which: Which,
        behind: Behind<'a>,
    ) -> BoxFuture<'a, Result<Vec<Item>, DbError>>;

    /// How many items there are.
    fn count<'a>(&'a self, db: &'a Db, code: &'a str, which: Which) -> BoxFuture<'a, Result<i64, DbError>>;

    /// One item, waiting or not.
    fn find<'a>(
        &'a self,
        tx: &'a mut Tx,
        code: &'a str,
        id: &'a str,
    ) -> BoxFuture<'a, Result<Option<Item>, DbError>>;

    /// Whether there was ever one of this id, also where [`Source::find`] finds none any more: somebody decided about it.
    fn had<'a>(&'a self, tx: &'a mut Tx, code: &'a str, id: &'a str) -> BoxFuture<'a, Result<bool, DbError>>;

    /// Decides, within the transaction of the decision: the item as it is then, and files that are to go once it is committed.
    fn decide<'a>(
        &'a self,
        tx: &'a mut Tx,
        with: &'a Deciding,
        item: Item,
        verdict: &'a Verdict,
    ) -> BoxFuture<'a, Result<(Item, Vec<String>), ModerationError>>;
}

/// Every source but pins and photos; given when the program is opened.
#[derive(Clone, Copy)]
pub struct Sources(pub &'static [&'static dyn Source]);

impl Sources {
    /// As they were given.
    pub(super) fn given(app: &App) -> Result<Self, ModerationError> {
        Ok(*app.given.of::<Self>()?)
    }

    /// The one whose items are this.
    pub(super) fn of(self, of: Of) -> Option<&'static dyn Source> {
        self.0.iter().copied().find(|source| source.of() == of)
    }
}
